//! What is computed behind the pages that show it: once for each state of the study and each way of
//! asking, for all who wait.

use std::sync::{Arc, Mutex, PoisonError};

use super::error::WebError;
use super::gauge::Gauge;
use crate::text::Fingerprint;

/// Results kept: two languages, and a way of asking or two.
const KEPT: usize = 6;

/// How far a result is.
#[derive(Debug)]
pub(crate) enum Stage<V> {
    /// It is being made.
    UnderWay(Arc<Gauge>),
    /// It is made.
    Known(Arc<V>),
    /// It could not be made, and why.
    Failed(WebError),
}

impl<V> Clone for Stage<V> {
    fn clone(&self) -> Self {
        match self {
            Self::UnderWay(gauge) => Self::UnderWay(Arc::clone(gauge)),
            Self::Known(result) => Self::Known(Arc::clone(result)),
            Self::Failed(error) => Self::Failed(error.clone()),
        }
    }
}

/// A result, of what it is made, as what is asked.
#[derive(Debug)]
struct Entry<K, V> {
    inputs: Fingerprint,
    asked: K,
    stage: Stage<V>,
}

/// Results as far as they are made, the newest last.
#[derive(Debug)]
pub(crate) struct Behind<K, V>(Mutex<Vec<Entry<K, V>>>);

impl<K, V> Default for Behind<K, V> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<K: Clone + PartialEq, V> Behind<K, V> {
    /// Returns what is known of a result, else notes that it is begun. While the same is asked of an
    /// earlier state of the study, that comes to its end first: a study that changes with every coding
    /// is not computed at each of them.
    pub(crate) fn find_or_begin(
        &self,
        inputs: &Fingerprint,
        asked: &K,
        gauge: &Arc<Gauge>,
    ) -> Option<Stage<V>> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let alike = |one: &&Entry<K, V>| one.asked == *asked;
        let known = kept.iter().filter(alike).find(|one| one.inputs == *inputs);
        let earlier = || kept.iter().filter(alike).find(|one| matches!(one.stage, Stage::UnderWay(_)));
        if let Some(one) = known.or_else(earlier) {
            return Some(one.stage.clone());
        }
        let stage = Stage::UnderWay(Arc::clone(gauge));
        kept.push(Entry { inputs: inputs.clone(), asked: asked.clone(), stage });
        // The oldest goes, unless it is still being made.
        if kept.len() > KEPT
            && let Some(at) = kept.iter().position(|one| !matches!(one.stage, Stage::UnderWay(_)))
        {
            kept.remove(at);
        }
        None
    }

    /// Puts what came of a result in its place.
    pub(crate) fn put(&self, inputs: &Fingerprint, asked: &K, stage: Stage<V>) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(one) = kept.iter_mut().find(|one| one.asked == *asked && one.inputs == *inputs) {
            one.stage = stage;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Numbers = Behind<&'static str, u8>;

    fn ask(numbers: &Numbers, inputs: &str, asked: &'static str) -> Option<Stage<u8>> {
        numbers.find_or_begin(&Fingerprint::of(inputs.as_bytes()), &asked, &Arc::default())
    }

    fn put(numbers: &Numbers, inputs: &str, asked: &'static str, number: u8) {
        numbers.put(&Fingerprint::of(inputs.as_bytes()), &asked, Stage::Known(Arc::new(number)));
    }

    #[test]
    fn a_result_is_begun_once_and_found_again() {
        let numbers = Numbers::default();
        assert!(ask(&numbers, "study", "six").is_none(), "begun");
        assert!(matches!(ask(&numbers, "study", "six"), Some(Stage::UnderWay(_))));
        assert!(ask(&numbers, "study", "four").is_none(), "asked otherwise");
        put(&numbers, "study", "six", 6);
        assert!(matches!(ask(&numbers, "study", "six"), Some(Stage::Known(found)) if *found == 6));
    }

    #[test]
    fn a_study_that_changed_waits_for_what_is_under_way() {
        let numbers = Numbers::default();
        assert!(ask(&numbers, "before", "six").is_none());
        assert!(matches!(ask(&numbers, "after", "six"), Some(Stage::UnderWay(_))), "not begun beside it");
        put(&numbers, "before", "six", 6);
        assert!(ask(&numbers, "after", "six").is_none(), "begun now");
    }

    #[test]
    fn old_results_go() {
        let numbers = Numbers::default();
        for at in 0..20_u8 {
            assert!(ask(&numbers, &at.to_string(), "six").is_none());
            put(&numbers, &at.to_string(), "six", at);
        }
        assert!(ask(&numbers, "0", "six").is_none(), "forgotten");
        assert!(numbers.0.lock().unwrap().len() <= KEPT);
    }
}
