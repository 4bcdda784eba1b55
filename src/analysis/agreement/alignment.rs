//! Which passages of different coders answer each other: the alignment of least disorder.
//!
//! A group holds at most one passage of each coder. Its disorder is the mean over pairs of coders of
//! how unlike their passages are; a coder without a passage there costs as much as two passages that
//! have nothing in common. The best alignment is found exactly, part by part, where parts are passages
//! that could stand in one group.
//!
//! Source: Mathet, Widlöcher and Métivier (2015), "The unified and holistic method gamma (γ) for
//! inter-annotator agreement measure and alignment".

use serde::Serialize;

use crate::analysis::statistics::undefined::{Defined, Undefined};

/// Steps of the search beyond which a text is too large for an exact alignment.
const MOST_STEPS: u64 = 5_000_000;
/// Gains that differ by less are equal.
const TIE: f64 = 1e-12;

/// A passage with its code; places are any numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Passage {
    /// Where it begins.
    pub start: f64,
    /// Where it ends, after its beginning.
    pub end: f64,
    /// Its code.
    pub code: usize,
}

/// What unlikeness weighs.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Weights {
    /// Of places.
    pub position: f64,
    /// Of codes.
    pub category: f64,
    /// Of a passage that nobody answers; the unit of all unlikeness.
    pub empty: f64,
}

impl Default for Weights {
    fn default() -> Self {
        Self { position: 1.0, category: 1.0, empty: 1.0 }
    }
}

impl Weights {
    /// Measures how unlike two passages are: squared distance of borders over their lengths, and codes.
    #[must_use]
    pub fn between(&self, a: &Passage, b: &Passage) -> f64 {
        let borders = (a.start - b.start).abs() + (a.end - b.end).abs();
        let apart = borders / (a.end - a.start + b.end - b.start);
        let other = f64::from(u8::from(a.code != b.code));
        (self.position * apart * apart + self.category * other) * self.empty
    }
}

/// The best alignment.
#[derive(Debug, Clone, PartialEq)]
pub struct Alignment {
    /// Sum of the groups' disorders over the mean number of passages of a coder.
    pub disorder: f64,
    /// Groups of two passages or more, by coder, in the order of the text; all other passages stand alone.
    pub groups: Vec<Vec<Option<usize>>>,
}

/// Finds the alignment of least disorder; `coders` holds each coder's passages.
///
/// # Errors
/// [`Undefined::TooFew`] below two coders; [`Undefined::NeverPresent`] without a passage;
/// [`Undefined::InvalidValue`] on a passage without length; [`Undefined::TooLarge`] when so many
/// passages overlap that the search is given up.
pub fn best(coders: &[Vec<Passage>], weights: &Weights) -> Defined<Alignment> {
    if coders.len() < 2 {
        return Err(Undefined::TooFew { needed: 2, present: coders.len() });
    }
    let count: usize = coders.iter().map(Vec::len).sum();
    if count == 0 {
        return Err(Undefined::NeverPresent);
    }
    if coders.iter().flatten().any(|p| !(p.start.is_finite() && p.end.is_finite() && p.start < p.end)) {
        return Err(Undefined::InvalidValue);
    }
    // Passages of all coders in the order of the text.
    let mut places: Vec<(usize, usize)> = coders
        .iter()
        .enumerate()
        .flat_map(|(coder, own)| (0..own.len()).map(move |at| (coder, at)))
        .collect();
    places.sort_by(|a, b| {
        let key = |(coder, at): &(usize, usize)| coders[*coder][*at];
        key(a).start.total_cmp(&key(b).start).then(key(a).end.total_cmp(&key(b).end)).then(a.cmp(b))
    });
    let mut search = Search { best: 0.0, chosen: Vec::new(), kept: Vec::new(), steps: 0 };
    let groups = candidates(coders, &places, weights, &mut search.steps)?;
    let (mut saved, mut taken) = (0.0, Vec::new());
    for part in parts(count, &groups) {
        let own: Vec<&Group> = part.iter().map(|at| &groups[*at]).collect();
        search.solve(count, &own)?;
        saved += search.best;
        taken.extend(search.kept.iter().map(|at| own[*at].members.clone()));
    }
    taken.sort_unstable();
    let aligned = |members: &Vec<usize>| {
        let mut group = vec![None; coders.len()];
        for member in members {
            let (coder, at) = places[*member];
            group[coder] = Some(at);
        }
        group
    };
    let mean = count as f64 / coders.len() as f64;
    Ok(Alignment {
        disorder: (count as f64 * weights.empty - saved) / mean,
        groups: taken.iter().map(aligned).collect(),
    })
}

/// Passages that may stand together, by their rank in the text, rising; what that spares against each alone.
struct Group {
    members: Vec<usize>,
    gain: f64,
}

/// Lists the groups of two or more that spare something.
fn candidates(
    coders: &[Vec<Passage>],
    places: &[(usize, usize)],
    weights: &Weights,
    steps: &mut u64,
) -> Defined<Vec<Group>> {
    struct Listing<'a> {
        coders: &'a [Vec<Passage>],
        /// Ranks in the text of each coder's passages.
        ranks: Vec<Vec<usize>>,
        weights: &'a Weights,
        pairs: f64,
        found: Vec<Group>,
    }
    impl Listing<'_> {
        /// Goes on with the passages of one more coder; `cost` is over pairs of real passages.
        fn extend(&mut self, coder: usize, members: &mut Vec<(usize, usize)>, cost: f64, steps: &mut u64) {
            if coder == self.coders.len() {
                if members.len() >= 2 {
                    let real = (members.len() * (members.len() - 1) / 2) as f64;
                    let disorder = (cost + (self.pairs - real) * self.weights.empty) / self.pairs;
                    let gain = members.len() as f64 * self.weights.empty - disorder;
                    if gain > TIE {
                        let mut ranks: Vec<usize> =
                            members.iter().map(|(c, at)| self.ranks[*c][*at]).collect();
                        ranks.sort_unstable();
                        self.found.push(Group { members: ranks, gain });
                    }
                }
                return;
            }
            self.extend(coder + 1, members, cost, steps);
            for at in 0..self.coders[coder].len() {
                *steps += 1;
                if *steps > MOST_STEPS {
                    return;
                }
                let own = &self.coders[coder][at];
                let more: f64 = members
                    .iter()
                    .map(|(c, other)| self.weights.between(&self.coders[*c][*other], own))
                    .sum();
                // No group spares more than all its passages alone cost.
                let most = self.coders.len() as f64 * self.pairs * self.weights.empty;
                if cost + more < most {
                    members.push((coder, at));
                    self.extend(coder + 1, members, cost + more, steps);
                    members.pop();
                }
            }
        }
    }
    let mut ranks: Vec<Vec<usize>> = coders.iter().map(|own| vec![0; own.len()]).collect();
    for (rank, (coder, at)) in places.iter().enumerate() {
        ranks[*coder][*at] = rank;
    }
    let pairs = (coders.len() * (coders.len() - 1) / 2) as f64;
    let mut listing = Listing { coders, ranks, weights, pairs, found: Vec::new() };
    listing.extend(0, &mut Vec::new(), 0.0, steps);
    if *steps > MOST_STEPS { Err(Undefined::TooLarge) } else { Ok(listing.found) }
}

/// Parts the groups so that no passage stands in two parts, in the order of the text.
fn parts(count: usize, groups: &[Group]) -> Vec<Vec<usize>> {
    fn root(above: &mut [usize], mut at: usize) -> usize {
        while above[at] != at {
            above[at] = above[above[at]];
            at = above[at];
        }
        at
    }
    let mut above: Vec<usize> = (0..count).collect();
    for group in groups {
        for member in &group.members[1..] {
            let (one, other) = (root(&mut above, group.members[0]), root(&mut above, *member));
            above[one.max(other)] = one.min(other);
        }
    }
    let mut parts: Vec<Vec<usize>> = vec![Vec::new(); count];
    for (at, group) in groups.iter().enumerate() {
        parts[root(&mut above, group.members[0])].push(at);
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// Search of the disjoint groups that spare most, cut by what the passages left could spare at best.
struct Search {
    best: f64,
    kept: Vec<usize>,
    chosen: Vec<usize>,
    steps: u64,
}

impl Search {
    fn solve(&mut self, count: usize, groups: &[&Group]) -> Defined<()> {
        self.best = 0.0;
        self.kept.clear();
        self.chosen.clear();
        let mut members: Vec<usize> = groups.iter().flat_map(|group| group.members.iter().copied()).collect();
        members.sort_unstable();
        members.dedup();
        // What a passage adds to a gain at best, its share of the groups it could stand in.
        let mut share = vec![0.0_f64; count];
        let mut by_first: Vec<Vec<usize>> = vec![Vec::new(); count];
        for (at, group) in groups.iter().enumerate() {
            by_first[group.members[0]].push(at);
            for member in &group.members {
                share[*member] = share[*member].max(group.gain / group.members.len() as f64);
            }
        }
        for own in &mut by_first {
            own.sort_by(|a, b| groups[*b].gain.total_cmp(&groups[*a].gain).then(a.cmp(b)));
        }
        let hope: f64 = members.iter().map(|member| share[*member]).sum();
        let task = Task { groups, members, share, by_first };
        self.step(&task, 0, &mut vec![false; count], 0.0, hope)
    }

    fn step(&mut self, task: &Task<'_>, at: usize, used: &mut [bool], gain: f64, hope: f64) -> Defined<()> {
        self.steps += 1;
        if self.steps > MOST_STEPS {
            return Err(Undefined::TooLarge);
        }
        if gain > self.best + TIE {
            self.best = gain;
            self.kept.clone_from(&self.chosen);
        }
        let Some(&passage) = task.members.get(at) else { return Ok(()) };
        if gain + hope <= self.best + TIE {
            return Ok(());
        }
        if used[passage] {
            return self.step(task, at + 1, used, gain, hope);
        }
        for &candidate in &task.by_first[passage] {
            let group = task.groups[candidate];
            if group.members.iter().any(|member| used[*member]) {
                continue;
            }
            let given_up: f64 = group.members.iter().map(|member| task.share[*member]).sum();
            group.members.iter().for_each(|member| used[*member] = true);
            self.chosen.push(candidate);
            self.step(task, at + 1, used, gain + group.gain, hope - given_up)?;
            self.chosen.pop();
            group.members.iter().for_each(|member| used[*member] = false);
        }
        self.step(task, at + 1, used, gain, hope - task.share[passage])
    }
}

struct Task<'a> {
    groups: &'a [&'a Group],
    /// Passages of the part, in the order of the text.
    members: Vec<usize>,
    share: Vec<f64>,
    /// Groups by their first passage, those that spare most first.
    by_first: Vec<Vec<usize>>,
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn passage(start: u8, length: u8, code: usize) -> Passage {
        Passage { start: f64::from(start), end: f64::from(start) + f64::from(length), code }
    }

    /// Passages [0, 10) and [2, 10) of one code: borders 2 apart over 18, squared: 1/81. The lone
    /// passage costs 1. Two coders with 1.5 passages on average: (1/81 + 1) / 1.5.
    #[test]
    fn two_passages_and_a_lone_one_by_hand() {
        let coders = [vec![passage(0, 10, 0)], vec![passage(2, 8, 0), passage(40, 5, 1)]];
        let found = best(&coders, &Weights::default()).unwrap();
        assert!((found.disorder - (1.0 / 81.0 + 1.0) / 1.5).abs() < 1e-12);
        assert_eq!(found.groups, [vec![Some(0), Some(0)]]);
    }

    #[test]
    fn undefined_is_said() {
        let weights = Weights::default();
        assert_eq!(best(&[vec![]], &weights), Err(Undefined::TooFew { needed: 2, present: 1 }));
        assert_eq!(best(&[vec![], vec![]], &weights), Err(Undefined::NeverPresent));
        assert_eq!(best(&[vec![passage(3, 0, 0)], vec![]], &weights), Err(Undefined::InvalidValue));
    }

    fn coders(count: usize) -> impl Strategy<Value = Vec<Vec<Passage>>> {
        let own = prop::collection::vec((0_u8..40, 1_u8..12, 0_usize..3), 0..4);
        prop::collection::vec(own, count).prop_map(|coders| {
            coders.iter().map(|own| own.iter().map(|(s, l, c)| passage(*s, *l, *c)).collect()).collect()
        })
    }

    /// Tries every alignment: takes the first passage left and every group that it can stand in.
    fn by_trying(coders: &[Vec<Passage>], left: &[Vec<usize>], weights: &Weights) -> f64 {
        let Some(first) = left.iter().position(|own| !own.is_empty()) else { return 0.0 };
        let pairs = (coders.len() * (coders.len() - 1) / 2) as f64;
        let mut groups: Vec<Vec<Option<usize>>> = vec![Vec::new()];
        for (coder, own) in left.iter().enumerate() {
            let choices: Vec<Option<usize>> = match coder {
                _ if coder < first => vec![None],
                _ if coder == first => vec![Some(own[0])],
                _ => own.iter().map(|at| Some(*at)).chain([None]).collect(),
            };
            groups = groups
                .iter()
                .flat_map(|group| choices.iter().map(|one| [group.as_slice(), &[*one]].concat()))
                .collect();
        }
        groups
            .iter()
            .map(|group| {
                let mut cost = 0.0;
                for i in 0..group.len() {
                    for j in i + 1..group.len() {
                        cost += match (group[i], group[j]) {
                            (Some(a), Some(b)) => weights.between(&coders[i][a], &coders[j][b]),
                            _ => weights.empty,
                        };
                    }
                }
                let mut rest = left.to_vec();
                for (own, one) in rest.iter_mut().zip(group) {
                    own.retain(|at| Some(*at) != *one);
                }
                cost / pairs + by_trying(coders, &rest, weights)
            })
            .fold(f64::INFINITY, f64::min)
    }

    proptest! {
        #[test]
        fn the_search_finds_what_trying_all_finds(coders in (2_usize..4).prop_flat_map(coders)) {
            let count: usize = coders.iter().map(Vec::len).sum();
            prop_assume!(count > 0);
            let weights = Weights { position: 1.5, category: 1.0, empty: 1.2 };
            let left: Vec<Vec<usize>> = coders.iter().map(|own| (0..own.len()).collect()).collect();
            let wanted = by_trying(&coders, &left, &weights) / (count as f64 / coders.len() as f64);
            prop_assert!((best(&coders, &weights).unwrap().disorder - wanted).abs() < 1e-9);
        }
    }
}
