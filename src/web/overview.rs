//! The findings that several pages show: gathered once for each state of the study, away from the
//! threads that answer; the draws are made behind the pages, once for all who wait.

use std::sync::{Arc, Mutex, PoisonError};

use tokio::task::spawn_blocking;

use super::error::WebError;
use super::gauge::{Gauge, Teller};
use super::session::Session;
use super::state::AppState;
use crate::analysis::typology::Typology;
use crate::app::findings::{Overview, overview};
use crate::app::round::Visibility;
use crate::app::typology::{TypologyRequest, compute, keep};
use crate::app::{AppError, Context, history};
use crate::text::{Fingerprint, Language};

/// Overviews kept: two languages, with and without draws.
const KEPT: usize = 4;

/// What an overview was made for.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Key {
    operation: i64,
    language: Language,
    /// What the one who asks does not see.
    visibility: Arc<Visibility>,
}

/// Overviews and draws, as far as they are made.
#[derive(Default)]
pub(crate) struct Overviews {
    kept: tokio::sync::Mutex<Vec<(Key, Arc<Overview>)>>,
    drawn: Mutex<Option<(Fingerprint, Arc<Typology>)>>,
    /// The draws under way: one at a time, however often the study changes meanwhile.
    drawing: Mutex<Option<Arc<Gauge>>>,
}

impl AppState {
    /// Returns the findings of the study as it stands, with what the draws say if that is known.
    pub(crate) async fn overview(self: &Arc<Self>, session: &Session) -> Result<Arc<Overview>, WebError> {
        let context = self.context(session);
        let operation = history::newest(&context).await?;
        let key = Key { operation, language: session.language, visibility: Arc::clone(&session.visibility) };
        // Held while it is made: who asks for the same waits for the one.
        let mut kept = self.overviews.kept.lock().await;
        let known = kept.iter().find(|(known, _)| *known == key).map(|(_, found)| Arc::clone(found));
        if let Some(found) = known.filter(|found| found.is_drawn || self.drawn(&found.inputs).is_none()) {
            return Ok(found);
        }
        let before = kept.iter().rev().find(|(known, _)| known.language == key.language);
        let before = before.map(|(_, found)| Arc::clone(found));
        let state = Arc::clone(self);
        let drawn = move |inputs: &Fingerprint| state.drawn(inputs);
        let found =
            Arc::new(overview(&context, drawn, before.as_deref(), Arc::clone(&session.catalog)).await?);
        kept.retain(|(known, _)| *known != key);
        kept.push((key, Arc::clone(&found)));
        if kept.len() > KEPT {
            kept.remove(0);
        }
        Ok(found)
    }

    fn drawn(&self, inputs: &Fingerprint) -> Option<Arc<Typology>> {
        let drawn = self.overviews.drawn.lock().unwrap_or_else(PoisonError::into_inner);
        drawn.as_ref().filter(|(known, _)| known == inputs).map(|(_, found)| Arc::clone(found))
    }

    /// Returns the typology of an overview with every trial, if they are made.
    pub(crate) fn tried(&self, overview: &Overview) -> Option<Arc<Typology>> {
        self.drawn(&overview.inputs).filter(|drawn| drawn.stability.is_some())
    }

    /// Has the draws of an overview made behind the pages, and every trial if `trials`, unless they are
    /// known or others are under way; returns how far those are, none when all is known. Who asks again
    /// when the others are made has them made.
    pub(crate) fn draw(
        self: &Arc<Self>,
        session: &Session,
        overview: &Arc<Overview>,
        trials: bool,
    ) -> Option<Arc<Gauge>> {
        let is_enough = |drawn: Arc<Typology>| !trials || drawn.stability.is_some();
        if overview.outcome.is_none() || self.drawn(&overview.inputs).is_some_and(is_enough) {
            return None;
        }
        let mut drawing = self.overviews.drawing.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(under_way) = drawing.as_ref() {
            return Some(Arc::clone(under_way));
        }
        let gauge = Arc::new(Gauge::default());
        *drawing = Some(Arc::clone(&gauge));
        let (state, overview, language) = (Arc::clone(self), Arc::clone(overview), session.language);
        let context = Context { progress: Box::new(Teller(Arc::clone(&gauge))), ..self.context(session) };
        drop(tokio::spawn(async move {
            let inputs = overview.inputs.clone();
            // Whatever comes of it, the pages learn it by asking again.
            if let Ok(typology) = all_draws(context, overview, trials, language).await {
                let mut drawn = state.overviews.drawn.lock().unwrap_or_else(PoisonError::into_inner);
                *drawn = Some((inputs, Arc::new(typology)));
            }
            *state.overviews.drawing.lock().unwrap_or_else(PoisonError::into_inner) = None;
        }));
        Some(gauge)
    }
}

/// Makes the draws on a thread that answers nobody, and keeps the typology as a run.
async fn all_draws(
    context: Context,
    overview: Arc<Overview>,
    trials: bool,
    language: Language,
) -> Result<Typology, AppError> {
    let context = Arc::new(context);
    let (own, of) = (Arc::clone(&context), Arc::clone(&overview));
    let request = TypologyRequest { stability: trials, ..TypologyRequest::default() };
    let outcome = spawn_blocking(move || compute(&own, &of.material, &request, language))
        .await
        .map_err(|_| AppError::Stopped { what: "draws" })??;
    keep(&context, &overview.material, &outcome, language).await?;
    Ok(outcome.typology)
}
