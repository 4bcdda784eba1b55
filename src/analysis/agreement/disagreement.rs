//! Where two coders differ on one interview: other boundaries, another code, or one of them alone.
//!
//! What both gave alike, code and words, is no disagreement. Passages of one code that overlap are one
//! question, however many pieces each coder made of them. A passage left over on each side is a
//! difference of code when the two share most of the shorter one: two codes often stand side by side
//! on one passage, so that a few words in common say nothing.

use serde::Serialize;

use crate::domain::coding::{Anchoring, Coding};
use crate::text::Span;

/// Least share of the shorter passage that two codes must have in common to answer the same question.
const SHARED: f64 = 0.5;

/// How two coders differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Difference {
    /// The same code, on words that overlap.
    Boundaries,
    /// Another code on much the same words.
    Code,
    /// The first coder only.
    First,
    /// The second coder only.
    Second,
}

/// One disagreement, by the places of its codings in the lists given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Disagreement {
    /// How they differ.
    pub difference: Difference,
    /// From the first scalar value coded by either to the last.
    pub span: Span,
    /// The first coder's codings.
    pub first: Vec<usize>,
    /// The second coder's codings.
    pub second: Vec<usize>,
}

/// Lists where two coders differ, in the order of the text. Lost codings are left out.
pub fn disagreements(first: &[Coding], second: &[Coding]) -> Vec<Disagreement> {
    let mut left: Vec<usize> = placed(first);
    let mut right: Vec<usize> = placed(second);
    drop_shared(first, second, &mut left, &mut right);
    let mut found = Vec::new();
    while let Some(&seed) = left.first() {
        let group = group(first, second, &left, &right, seed);
        left.retain(|at| !group.first.contains(at));
        right.retain(|at| !group.second.contains(at));
        found.push(group);
    }
    found.extend(right.into_iter().map(|at| Disagreement {
        difference: Difference::Second,
        span: second[at].anchor.span,
        first: Vec::new(),
        second: vec![at],
    }));
    pair_codes(first, second, &mut found);
    found.sort_by(|a, b| {
        (a.span, a.difference, &a.first, &a.second).cmp(&(b.span, b.difference, &b.first, &b.second))
    });
    found
}

fn placed(codings: &[Coding]) -> Vec<usize> {
    (0..codings.len()).filter(|at| codings[*at].anchoring != Anchoring::Lost).collect()
}

/// Takes away what both gave alike, one for one.
fn drop_shared(first: &[Coding], second: &[Coding], left: &mut Vec<usize>, right: &mut Vec<usize>) {
    left.retain(|&at| {
        let same = |other: &usize| {
            first[at].code == second[*other].code && first[at].anchor.span == second[*other].anchor.span
        };
        match right.iter().position(same) {
            Some(place) => {
                right.remove(place);
                false
            }
            None => true,
        }
    });
}

/// Gathers the passages of one code that hang together by overlaps between the two coders.
fn group(first: &[Coding], second: &[Coding], left: &[usize], right: &[usize], seed: usize) -> Disagreement {
    let code = &first[seed].code;
    let mut group = Disagreement {
        difference: Difference::First,
        span: first[seed].anchor.span,
        first: vec![seed],
        second: Vec::new(),
    };
    loop {
        let before = group.first.len() + group.second.len();
        for &at in right {
            let meets = |own: &usize| first[*own].anchor.span.overlaps(second[at].anchor.span);
            if second[at].code == *code && !group.second.contains(&at) && group.first.iter().any(meets) {
                group.second.push(at);
            }
        }
        for &at in left {
            let meets = |own: &usize| second[*own].anchor.span.overlaps(first[at].anchor.span);
            if first[at].code == *code && !group.first.contains(&at) && group.second.iter().any(meets) {
                group.first.push(at);
            }
        }
        if group.first.len() + group.second.len() == before {
            break;
        }
    }
    if !group.second.is_empty() {
        group.difference = Difference::Boundaries;
    }
    let spans = group.first.iter().map(|at| first[*at].anchor.span);
    group.span = spans.chain(group.second.iter().map(|at| second[*at].anchor.span)).fold(group.span, cover);
    group
}

fn cover(one: Span, other: Span) -> Span {
    Span { start: one.start.min(other.start), end: one.end.max(other.end) }
}

/// Makes one question of two lone passages that share most of the shorter one; the closest pairs first.
fn pair_codes(first: &[Coding], second: &[Coding], found: &mut Vec<Disagreement>) {
    let alone = |wanted: Difference| {
        let found = &*found;
        (0..found.len()).filter(move |at| found[*at].difference == wanted).collect::<Vec<_>>()
    };
    let (lefts, rights) = (alone(Difference::First), alone(Difference::Second));
    let mut pairs: Vec<(usize, usize, usize)> = Vec::new();
    for &left in &lefts {
        for &right in &rights {
            let (a, b) = (found[left].span, found[right].span);
            let Some(shared) = a.intersection(b) else { continue };
            let differ = first[found[left].first[0]].code != second[found[right].second[0]].code;
            if differ && shared.len() as f64 >= SHARED * a.len().min(b.len()) as f64 {
                pairs.push((shared.len(), left, right));
            }
        }
    }
    pairs.sort_by(|a, b| b.0.cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let mut gone = vec![false; found.len()];
    for (_, left, right) in pairs {
        if gone[right] || found[left].difference != Difference::First {
            continue;
        }
        gone[right] = true;
        let other = found[right].clone();
        found[left].span = cover(found[left].span, other.span);
        found[left].second = other.second;
        found[left].difference = Difference::Code;
    }
    let mut gone = gone.into_iter();
    found.retain(|_| !gone.next().unwrap_or_default());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::matrix::cases::tests::coding;

    fn differ(
        first: &[(&str, usize, usize)],
        second: &[(&str, usize, usize)],
    ) -> Vec<(Difference, usize, usize)> {
        let made = |list: &[(&str, usize, usize)], coder: &str| -> Vec<Coding> {
            list.iter().map(|(code, from, to)| coding("E01", code, coder, (*from, *to), None)).collect()
        };
        let found = disagreements(&made(first, "c1"), &made(second, "c2"));
        found.into_iter().map(|one| (one.difference, one.span.start.0, one.span.end.0)).collect()
    }

    #[test]
    fn what_both_gave_alike_is_no_disagreement() {
        let both = [("a", 0, 10), ("b", 0, 10), ("a", 20, 30)];
        assert_eq!(differ(&both, &both), []);
        assert_eq!(differ(&[], &[]), []);
    }

    #[test]
    fn overlapping_pieces_of_one_code_are_one_question_of_boundaries() {
        let found = differ(&[("a", 0, 40), ("a", 60, 70)], &[("a", 0, 10), ("a", 20, 65)]);
        assert_eq!(found, [(Difference::Boundaries, 0, 70)]);
    }

    #[test]
    fn another_code_on_most_of_the_words_is_a_difference_of_code() {
        assert_eq!(differ(&[("a", 0, 100)], &[("b", 60, 100)]), [(Difference::Code, 0, 100)]);
        let apart = differ(&[("a", 0, 100)], &[("b", 90, 190)]);
        assert_eq!(apart, [(Difference::First, 0, 100), (Difference::Second, 90, 190)]);
    }

    #[test]
    fn each_lone_passage_answers_one_question() {
        let found = differ(&[("a", 0, 100), ("c", 0, 20)], &[("b", 0, 100)]);
        assert_eq!(found, [(Difference::First, 0, 20), (Difference::Code, 0, 100)]);
    }

    #[test]
    fn a_passage_given_twice_by_one_coder_is_matched_once() {
        let found = differ(&[("a", 0, 10), ("a", 0, 10)], &[("a", 0, 10)]);
        assert_eq!(found, [(Difference::First, 0, 10)]);
    }
}
