//! The same answer at two moments: who starts, who stops, who changes category.

use serde::Serialize;

use crate::analysis::statistics::paired::{McNemar, StuartMaxwell, mcnemar, stuart_maxwell};
use crate::analysis::statistics::undefined::{self, Defined, Undefined};
use crate::domain::questionnaire::{CategoryPair, Pair, Questionnaire, Respondent};

/// The respondents of a pair, by what they said of the two moments.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Transition {
    /// The pair: an index into the definition's pairs.
    pub pair: usize,
    /// Yes, yes.
    pub both: u64,
    /// Yes, no.
    pub stop: u64,
    /// No, yes.
    pub start: u64,
    /// No, no.
    pub neither: u64,
    /// Without an answer for one of the moments, though asked for both.
    pub missing: u64,
    /// Not asked for one of the moments: they are in no denominator.
    pub not_asked: u64,
    /// `start − stop` over the answers, in points of percentage.
    #[serde(serialize_with = "undefined::serialize")]
    pub net_points: Defined,
    /// The exact test on those who changed: do as many start as stop?
    pub test: McNemar,
}

/// Counts one pair over the respondents who were asked for both moments.
pub fn transition(
    pair: usize,
    moments: impl IntoIterator<Item = (Option<bool>, Option<bool>)>,
) -> Transition {
    let (mut both, mut stop, mut start, mut neither, mut missing) = (0_u64, 0_u64, 0_u64, 0_u64, 0_u64);
    for moment in moments {
        match moment {
            (Some(true), Some(true)) => both += 1,
            (Some(true), Some(false)) => stop += 1,
            (Some(false), Some(true)) => start += 1,
            (Some(false), Some(false)) => neither += 1,
            _ => missing += 1,
        }
    }
    let n = both + stop + start + neither;
    let net_points = if n == 0 {
        Err(Undefined::NoObservations)
    } else {
        Ok(100.0 * (start as f64 - stop as f64) / n as f64)
    };
    let test = mcnemar([[neither, start], [stop, both]]);
    Transition { pair, both, stop, start, neither, missing, not_asked: 0, net_points, test }
}

/// Counts every pair of a questionnaire, in the order declared.
pub fn transitions(questionnaire: &Questionnaire) -> Vec<Transition> {
    let of = |(pair, declared): (usize, &Pair)| {
        let asked = asked(questionnaire, &declared.before, &declared.after);
        let moments = asked.iter().map(|one| one.answers.pairs.get(pair).copied().unwrap_or_default());
        let not_asked = (questionnaire.respondents.len() - asked.len()) as u64;
        Transition { not_asked, ..transition(pair, moments) }
    };
    questionnaire.definition.pairs.iter().enumerate().map(of).collect()
}

/// Lists the respondents who were asked for both moments.
fn asked<'q>(questionnaire: &'q Questionnaire, before: &str, after: &str) -> Vec<&'q Respondent> {
    let both = |one: &&Respondent| one.was_asked(before) && one.was_asked(after);
    questionnaire.respondents.iter().filter(both).collect()
}

/// The respondents of a change, by what they said of the two moments.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CategoryChange {
    /// The change: an index into the definition's changes.
    pub change: usize,
    /// Categories, in the order declared, else by name.
    pub categories: Vec<String>,
    /// Respondents, a row a category before, a column a category after.
    pub counts: Vec<Vec<u64>>,
    /// Without an answer for one of the moments, though asked for both: they are no pair.
    pub missing: u64,
    /// Not asked for one of the moments: they are in no denominator.
    pub not_asked: u64,
    /// Test of marginal homogeneity.
    #[serde(serialize_with = "undefined::serialize")]
    pub test: Defined<StuartMaxwell>,
}

/// Counts one change over the respondents who were asked for both moments; only those who answered for both
/// are in the table.
pub fn category_change(
    change: usize,
    mut categories: Vec<String>,
    moments: &[(Option<String>, Option<String>)],
) -> CategoryChange {
    let mut others: Vec<&String> =
        moments.iter().flat_map(|(before, after)| [before, after]).flatten().collect();
    others.sort_unstable();
    for other in others {
        if !categories.contains(other) {
            categories.push(other.clone());
        }
    }
    let mut counts = vec![vec![0; categories.len()]; categories.len()];
    let place = |name: &String| categories.iter().position(|known| known == name);
    let mut missing = 0;
    for (before, after) in moments {
        match (before.as_ref().and_then(place), after.as_ref().and_then(place)) {
            (Some(before), Some(after)) => counts[before][after] += 1,
            _ => missing += 1,
        }
    }
    CategoryChange { change, test: stuart_maxwell(&counts), categories, counts, missing, not_asked: 0 }
}

/// Counts every change of a questionnaire, in the order declared.
pub fn category_changes(questionnaire: &Questionnaire) -> Vec<CategoryChange> {
    let of = |(change, declared): (usize, &CategoryPair)| {
        let asked = asked(questionnaire, &declared.before.column, &declared.after.column);
        let moments: Vec<_> =
            asked.iter().map(|one| one.answers.changes.get(change).cloned().unwrap_or_default()).collect();
        let not_asked = (questionnaire.respondents.len() - asked.len()) as u64;
        CategoryChange { not_asked, ..category_change(change, declared.before.order(), &moments) }
    };
    questionnaire.definition.changes.iter().enumerate().map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pairs_are_counted() {
        let say = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let moments: Vec<_> = [("a", "b"), ("a", "a"), ("b", ""), ("", ""), ("c", "a"), ("b", "b")]
            .map(|(before, after)| (say(before), say(after)))
            .to_vec();
        let found = category_change(0, vec!["b".to_owned()], &moments);
        assert_eq!(found.categories, ["b", "a", "c"]);
        assert_eq!(found.counts, [[1, 0, 0], [1, 1, 0], [0, 1, 0]]);
        assert_eq!((found.missing, found.test.as_ref().map(|test| test.n)), (2, Ok(4)));
        let none = category_change(0, Vec::new(), &[(None, None)]);
        assert_eq!(none.test, Err(Undefined::NoObservations));
    }

    #[test]
    fn nobody_asked_is_undefined() {
        let found = transition(0, [(None, Some(true)), (None, None)]);
        assert_eq!((found.missing, found.net_points), (2, Err(Undefined::NoObservations)));
        assert_eq!(found.test.p_exact, Err(Undefined::NoObservations));
        let same = transition(0, [(Some(true), Some(true))]);
        assert_eq!(same.test.p_exact, Err(Undefined::ConstantValues));
    }
}
