//! Yes or no at two moments: who starts, who stops.

use serde::Serialize;

use crate::analysis::statistics::paired::{McNemar, mcnemar};
use crate::analysis::statistics::undefined::{self, Defined, Undefined};
use crate::domain::questionnaire::Questionnaire;

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
    /// Without an answer for one of the moments.
    pub missing: u64,
    /// `start − stop` over the answers, in points of percentage.
    #[serde(serialize_with = "undefined::serialize")]
    pub net_points: Defined,
    /// The exact test on those who changed: do as many start as stop?
    pub test: McNemar,
}

/// Counts one pair.
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
    Transition { pair, both, stop, start, neither, missing, net_points, test }
}

/// Counts every pair of a questionnaire, in the order declared.
pub fn transitions(questionnaire: &Questionnaire) -> Vec<Transition> {
    let of = |pair: usize| {
        let moments = questionnaire
            .respondents
            .iter()
            .map(|one| one.answers.pairs.get(pair).copied().unwrap_or_default());
        transition(pair, moments)
    };
    (0..questionnaire.definition.pairs.len()).map(of).collect()
}
