//! What the words say, computed behind the pages: classes of segments for the page of the words, the
//! vocabulary of the profiles for their cards.

use std::sync::Arc;

use tokio::runtime::Handle;
use tokio::task::spawn_blocking;

use super::behind::{Behind, Stage};
use super::gauge::{Gauge, Teller};
use super::session::Session;
use super::state::AppState;
use crate::analysis::statistics::undefined::Defined;
use crate::app::findings::Overview;
use crate::app::lexical::{LexicalOutcome, LexicalRequest, ProfileWords, compute, distinctive};
use crate::app::{AppError, Context};
use crate::text::Language;

/// The vocabulary of each profile.
pub(crate) type Vocabulary = Defined<Vec<ProfileWords>>;

/// What is known of the words. What the team names or concludes changes none: pages take names from
/// the overview.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    classes: Behind<(LexicalRequest, Language), LexicalOutcome>,
    vocabulary: Behind<(), Vocabulary>,
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
    ) -> Stage<LexicalOutcome> {
        let has_profiles = overview.outcome.is_some();
        let request = LexicalRequest { profiles: has_profiles, specificities: has_profiles, ..request };
        let (language, gauge) = (session.language, Arc::new(Gauge::default()));
        let asked = (request, language);
        if let Some(stage) = self.lexicon.classes.find_or_begin(&overview.inputs, &asked, &gauge) {
            return stage;
        }
        let (state, of) = (Arc::clone(self), Arc::clone(overview));
        let context = Context { progress: Box::new(Teller(Arc::clone(&gauge))), ..self.context(session) };
        drop(tokio::spawn(async move {
            let (runtime, own) = (Handle::current(), Arc::clone(&of));
            let compute = move || runtime.block_on(compute(&context, &own.material, request, language));
            let stage = match spawn_blocking(compute).await.map_err(|_| AppError::Stopped { what: "words" }) {
                Ok(Ok(outcome)) => Stage::Known(Arc::new(outcome)),
                Ok(Err(error)) | Err(error) => Stage::Failed(error.into()),
            };
            state.lexicon.classes.put(&of.inputs, &asked, stage);
        }));
        Stage::UnderWay(gauge)
    }

    /// Returns the vocabulary of the profiles of an overview; begun behind the pages unless it is known
    /// or under way; none without profiles.
    pub(crate) fn vocabulary(self: &Arc<Self>, overview: &Arc<Overview>) -> Option<Stage<Vocabulary>> {
        overview.outcome.as_ref()?;
        let gauge = Arc::new(Gauge::default());
        if let Some(stage) = self.lexicon.vocabulary.find_or_begin(&overview.inputs, &(), &gauge) {
            return Some(stage);
        }
        let (state, of) = (Arc::clone(self), Arc::clone(overview));
        drop(tokio::spawn(async move {
            let own = Arc::clone(&of);
            let found = spawn_blocking(move || {
                let profiles = own.outcome.as_ref().map_or(&[][..], |outcome| &outcome.profiles);
                distinctive(&own.material, profiles)
            });
            let stage = match found.await.map_err(|_| AppError::Stopped { what: "vocabulary" }) {
                Ok(found) => Stage::Known(Arc::new(found)),
                Err(error) => Stage::Failed(error.into()),
            };
            state.lexicon.vocabulary.put(&of.inputs, &(), stage);
        }));
        Some(Stage::UnderWay(gauge))
    }
}
