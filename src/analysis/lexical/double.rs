//! The double classification: what two classifications, on segments of two sizes, agree about.

use serde::Serialize;

use super::keyness::signed_chi2;
use super::specificity::Margins;
use super::tree::{Node, Tree};
use crate::analysis::statistics::undefined::{Defined, Undefined};

/// χ² that a crossing must exceed: 5 % for one degree of freedom.
pub const LEAST_CHI2: f64 = 3.84;
/// Crossings tried at most, those with the highest χ²: two trees of six classes have a hundred.
const MOST: usize = 160;
/// Steps of the search for the best set, after which the best one found so far is taken.
const STEPS: usize = 2_000_000;

/// A class of each tree crossed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Crossed {
    /// Position of the class in the first tree.
    pub first: usize,
    /// Position of the class in the second tree.
    pub second: usize,
    /// Segments of the first size that are in both.
    pub segments: usize,
    /// Signed χ² of being in the one and in the other, with Yates' correction.
    pub chi2: f64,
    /// Whether each is the other's best.
    pub mutual: bool,
}

/// What both classifications agree about.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Double {
    /// The crossed classes kept, in the order of their first segment.
    pub classes: Vec<Crossed>,
    /// The crossed class of each segment of the first size, from 1; nothing for one they do not agree about.
    #[serde(skip)]
    pub class_of: Vec<Option<usize>>,
    /// Crossings that could be classes.
    pub candidates: usize,
    /// Whether all sets were tried; else the best of those that were.
    pub exhaustive: bool,
    /// Sum of χ² of those kept.
    pub chi2: f64,
    /// Share of the segments that are in one.
    pub classified_share: f64,
}

/// Crosses two trees. `in_second` gives, for each segment of the first tree, the segment of the second one
/// that holds most of its words; the crossing counts segments of the first tree.
///
/// Every class of one tree, cut or not, is crossed with every class of the other; a crossing counts if it
/// holds at least `least` segments and its χ² exceeds [`LEAST_CHI2`]. Of all sets of `classes` crossings
/// without a common segment, the one with the highest sum of χ² is kept; if there is none, of as many as can be.
///
/// # Errors
/// [`Undefined::LengthMismatch`] when `in_second` does not go with the trees; [`Undefined::NoObservations`]
/// when no crossing counts.
///
/// Source: Reinert (1990), Bulletin de méthodologie sociologique 26; the search for the best set is that of
/// the R package rainette.
pub fn cross(
    first: &Tree,
    second: &Tree,
    in_second: &[usize],
    classes: usize,
    least: usize,
) -> Defined<Double> {
    let segments = first.class_of.len();
    if in_second.len() != segments || in_second.iter().any(|other| *other >= second.class_of.len()) {
        return Err(Undefined::LengthMismatch);
    }
    let crossings = crossings(first, second, in_second, least);
    let sets: Vec<&Members> = crossings.iter().map(|(_, members)| members).collect();
    let weights: Vec<f64> = crossings.iter().map(|(crossed, _)| crossed.chi2).collect();
    let disjoint = |a: usize, b: usize| sets[a].iter().zip(sets[b]).all(|(a, b)| a & b == 0);
    let together: Vec<Vec<bool>> =
        (0..sets.len()).map(|a| (0..sets.len()).map(|b| disjoint(a, b)).collect()).collect();
    let mut exhaustive = true;
    let largest = classes.min(weights.len());
    let search = |count: usize| {
        let found = best_set(&weights, count, &together);
        exhaustive &= found.exhaustive;
        found.set
    };
    let mut chosen = (1..=largest).rev().find_map(search).ok_or(Undefined::NoObservations)?;
    let first_of = |at: &usize| (0..segments).find(|segment| holds(sets[*at], *segment));
    chosen.sort_by_key(first_of);
    let mut class_of = vec![None; segments];
    for (number, at) in chosen.iter().enumerate() {
        for (segment, class) in class_of.iter_mut().enumerate() {
            if holds(sets[*at], segment) {
                *class = Some(number + 1);
            }
        }
    }
    let classified = class_of.iter().flatten().count();
    let kept: Vec<Crossed> = chosen.iter().map(|at| crossings[*at].0.clone()).collect();
    Ok(Double {
        chi2: kept.iter().map(|crossed| crossed.chi2).sum(),
        classes: kept,
        class_of,
        candidates: crossings.len(),
        exhaustive,
        classified_share: classified as f64 / segments.max(1) as f64,
    })
}

/// Segments, one bit each.
type Members = Vec<u64>;

fn holds(members: &[u64], segment: usize) -> bool {
    members[segment / 64] >> (segment % 64) & 1 == 1
}

fn both<'a>(a: &'a [u64], b: &'a [u64]) -> impl Iterator<Item = u64> + 'a {
    a.iter().zip(b).map(|(a, b)| a & b)
}

fn count(words: impl Iterator<Item = u64>) -> u64 {
    words.map(|word| u64::from(word.count_ones())).sum()
}

/// The segments of the first tree in each of its classes. The first class of a tree holds everything: it is
/// left out.
fn members_of_first(tree: &Tree, segments: usize) -> Vec<Members> {
    let bits = |node: &Node| {
        let mut members = vec![0_u64; segments.div_ceil(64)];
        for segment in &node.segments {
            members[segment / 64] |= 1 << (segment % 64);
        }
        members
    };
    tree.nodes[1..].iter().map(bits).collect()
}

/// The segments of the first tree whose counterpart is in each class of the second.
fn members_of_second(tree: &Tree, in_second: &[usize]) -> Vec<Members> {
    let bits = |node: &Node| {
        let mut is_in = vec![false; tree.class_of.len()];
        for segment in &node.segments {
            is_in[*segment] = true;
        }
        let mut members = vec![0_u64; in_second.len().div_ceil(64)];
        for (segment, other) in in_second.iter().enumerate() {
            members[segment / 64] |= u64::from(is_in[*other]) << (segment % 64);
        }
        members
    };
    tree.nodes[1..].iter().map(bits).collect()
}

/// The crossings that count, by falling χ², then by position; the [`MOST`] first ones.
fn crossings(first: &Tree, second: &Tree, in_second: &[usize], least: usize) -> Vec<(Crossed, Members)> {
    let of_first = members_of_first(first, in_second.len());
    let of_second = members_of_second(second, in_second);
    let whole = in_second.len() as u64;
    let mut found: Vec<Crossed> = Vec::new();
    for (i, a) in of_first.iter().enumerate() {
        let in_whole = count(a.iter().copied());
        for (j, b) in of_second.iter().enumerate() {
            let in_part = count(both(a, b));
            let margins = Margins { in_part, in_whole, part: count(b.iter().copied()), whole };
            let Ok(chi2) = signed_chi2(margins, true) else { continue };
            if in_part >= least.max(1) as u64 && chi2 > LEAST_CHI2 {
                let segments = usize::try_from(in_part).unwrap_or(usize::MAX);
                found.push(Crossed { first: i + 1, second: j + 1, segments, chi2, mutual: false });
            }
        }
    }
    found.sort_by(|a, b| b.chi2.total_cmp(&a.chi2).then((a.first, a.second).cmp(&(b.first, b.second))));
    // By falling χ²: the first crossing of a class is its best.
    let mut seen = [vec![false; first.nodes.len()], vec![false; second.nodes.len()]];
    for crossed in &mut found {
        crossed.mutual = !seen[0][crossed.first] && !seen[1][crossed.second];
        seen[0][crossed.first] = true;
        seen[1][crossed.second] = true;
    }
    found.truncate(MOST);
    found
        .into_iter()
        .map(|crossed| {
            let members = both(&of_first[crossed.first - 1], &of_second[crossed.second - 1]).collect();
            (crossed, members)
        })
        .collect()
}

/// What the search for the best set found.
#[derive(Debug, PartialEq)]
struct Found {
    set: Option<Vec<usize>>,
    exhaustive: bool,
}

struct Search<'a> {
    weights: &'a [f64],
    count: usize,
    /// Whether two items can stand together.
    together: &'a [Vec<bool>],
    chosen: Vec<usize>,
    best: Option<(f64, Vec<usize>)>,
    steps: usize,
}

impl Search<'_> {
    fn from(&mut self, next: usize, sum: f64) {
        let missing = self.count - self.chosen.len();
        if missing == 0 {
            if self.best.as_ref().is_none_or(|(most, _)| sum > *most) {
                self.best = Some((sum, self.chosen.clone()));
            }
            return;
        }
        for item in next..self.weights.len() {
            self.steps += 1;
            let hoped: f64 = self.weights[item..].iter().take(missing).sum();
            let hopeless = self.weights.len() - item < missing
                || self.best.as_ref().is_some_and(|(most, _)| sum + hoped <= *most);
            if hopeless || self.steps > STEPS {
                return;
            }
            if self.chosen.iter().all(|other| self.together[*other][item]) {
                self.chosen.push(item);
                self.from(item + 1, sum + self.weights[item]);
                self.chosen.pop();
            }
        }
    }
}

/// The `count` items, two by two together, with the highest sum of weights; weights fall.
fn best_set(weights: &[f64], count: usize, together: &[Vec<bool>]) -> Found {
    let mut search = Search { weights, count, together, chosen: Vec::new(), best: None, steps: 0 };
    search.from(0, 0.0);
    Found { set: search.best.map(|(_, set)| set), exhaustive: search.steps <= STEPS }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::analysis::lexical::tree::tests::worlds;
    use crate::analysis::lexical::tree::{TreeSettings, classify};

    #[test]
    fn a_tree_agrees_with_itself() {
        let tree = classify(&worlds(3, 20), &TreeSettings::of(3)).unwrap();
        let own: Vec<usize> = (0..60).collect();
        let double = cross(&tree, &tree, &own, 3, 5).unwrap();
        assert_eq!(double.class_of, tree.class_of);
        assert!((double.classified_share - 1.0).abs() < 1e-12);
        assert!(
            double.classes.iter().all(|crossed| crossed.first == crossed.second && crossed.segments == 20)
        );
    }

    #[test]
    fn trees_that_have_nothing_in_common_have_no_class() {
        let tree = classify(&worlds(2, 20), &TreeSettings::of(2)).unwrap();
        // Pairs of segments of both worlds, each sent to one world in turn.
        let shuffled: Vec<usize> = (0..40).map(|i| (i + i / 2) % 40).collect();
        assert_eq!(cross(&tree, &tree, &shuffled, 2, 5), Err(Undefined::NoObservations));
        assert_eq!(cross(&tree, &tree, &[0], 2, 5), Err(Undefined::LengthMismatch));
    }

    #[test]
    fn the_best_set_is_not_the_greedy_one() {
        // The heaviest stands alone; the two others stand together.
        let weights = [5.0, 4.0, 3.0];
        let together = [vec![false; 3], vec![false, false, true], vec![false, true, false]];
        assert_eq!(best_set(&weights, 2, &together), Found { set: Some(vec![1, 2]), exhaustive: true });
        assert_eq!(best_set(&weights, 3, &together), Found { set: None, exhaustive: true });
        assert_eq!(best_set(&weights, 1, &together).set, Some(vec![0]));
    }
}
