//! What the words say, computed behind the pages that show it: once for each state of the study and
//! each way of asking, for all who wait.

use std::sync::{Arc, Mutex, PoisonError};

use tokio::runtime::Handle;
use tokio::task::spawn_blocking;

use super::error::WebError;
use super::overview::{Gauge, Teller};
use super::session::Session;
use super::state::AppState;
use crate::app::findings::Overview;
use crate::app::lexical::{LexicalOutcome, LexicalRequest, compute};
use crate::app::{AppError, Context};
use crate::text::{Fingerprint, Language};

/// Results kept: two languages, and a way of asking or two.
const KEPT: usize = 6;

/// What a result is made for.
#[derive(Clone, Debug, PartialEq)]
struct Key {
    inputs: Fingerprint,
    language: Language,
    request: LexicalRequest,
}

/// How far a result is.
#[derive(Clone, Debug)]
pub(crate) enum Words {
    /// It is being made.
    UnderWay(Arc<Gauge>),
    /// It is made.
    Known(Arc<LexicalOutcome>),
    /// It could not be made, and why.
    Failed(WebError),
}

/// Results as far as they are made, the newest last.
#[derive(Default)]
pub(crate) struct Lexicon(Mutex<Vec<(Key, Words)>>);

impl Lexicon {
    /// Puts what came of a result in its place.
    fn put(&self, key: &Key, words: Words) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, known)) = kept.iter_mut().find(|(known, _)| known == key) {
            *known = words;
        }
    }

    /// Returns what is known of a result, else notes that it is begun. While the same is asked of an
    /// earlier state of the study, that comes to its end first: a study that changes with every coding
    /// is not counted at each of them.
    fn find_or_begin(&self, key: &Key, gauge: &Arc<Gauge>) -> Option<Words> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let alike = |known: &Key| known.language == key.language && known.request == key.request;
        let earlier = |(known, words): &&(Key, Words)| alike(known) && matches!(words, Words::UnderWay(_));
        let known = kept.iter().find(|(known, _)| known == key).or_else(|| kept.iter().find(earlier));
        if let Some((_, words)) = known {
            return Some(words.clone());
        }
        kept.push((key.clone(), Words::UnderWay(Arc::clone(gauge))));
        // The oldest goes, unless it is still being made.
        if kept.len() > KEPT
            && let Some(at) = kept.iter().position(|(_, words)| !matches!(words, Words::UnderWay(_)))
        {
            kept.remove(at);
        }
        None
    }
}

impl AppState {
    /// Returns what the words of an overview's interviews say, computed as `propos lexical` does;
    /// begun behind the pages unless it is known or under way. Profiles are crossed and their
    /// vocabulary told where there are profiles.
    pub(crate) fn words(
        self: &Arc<Self>,
        session: &Session,
        overview: &Arc<Overview>,
        request: LexicalRequest,
    ) -> Result<Words, WebError> {
        let has_profiles = overview.outcome.is_some();
        let request = LexicalRequest { profiles: has_profiles, specificities: has_profiles, ..request };
        let inputs = overview.material.fingerprint()?;
        let key = Key { inputs, language: session.language, request };
        let gauge = Arc::new(Gauge::default());
        if let Some(words) = self.lexicon.find_or_begin(&key, &gauge) {
            return Ok(words);
        }
        let (state, overview) = (Arc::clone(self), Arc::clone(overview));
        let context = Context { progress: Box::new(Teller(Arc::clone(&gauge))), ..self.context(session) };
        let language = session.language;
        drop(tokio::spawn(async move {
            let runtime = Handle::current();
            let made = spawn_blocking(move || {
                runtime.block_on(compute(&context, &overview.material, request, language))
            });
            let words = match made.await.map_err(|_| AppError::Stopped { what: "words" }) {
                Ok(Ok(outcome)) => Words::Known(Arc::new(outcome)),
                Ok(Err(error)) | Err(error) => Words::Failed(error.into()),
            };
            state.lexicon.put(&key, words);
        }));
        Ok(Words::UnderWay(gauge))
    }
}
