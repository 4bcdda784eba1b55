//! Suggestions under way and found: computed when a person asks, for that person alone, and kept until
//! they ask again or a round changes what they may see. Nothing is kept on the disk.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::task::spawn_blocking;

use super::error::WebError;
use super::gauge::{Gauge, Teller};
use super::session::Session;
use super::state::AppState;
use crate::app::round::Visibility;
use crate::app::suggestion::{Lesson, Proposals};
use crate::domain::CoderId;

/// Persons whose suggestions are kept, and lists that scripts asked for.
const KEPT: usize = 8;

/// For whom something was computed, and what they did not see.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Key {
    coder: CoderId,
    visibility: Arc<Visibility>,
}

impl Key {
    fn of(session: &Session) -> Self {
        Self { coder: session.coder.clone(), visibility: Arc::clone(&session.visibility) }
    }
}

/// Found last at the end.
type Found = Vec<(Key, Arc<Proposals>)>;

/// Suggestions, as far as they are found.
#[derive(Debug, Default)]
pub(crate) struct Suggesting {
    shown: Mutex<Found>,
    listed: Mutex<Found>,
    under_way: Mutex<Vec<UnderWay>>,
}

/// A computation.
#[derive(Debug)]
struct UnderWay {
    coder: CoderId,
    gauge: Arc<Gauge>,
}

impl Suggesting {
    /// Returns what a person asked for last, if they may still see what it was learned from.
    pub(crate) fn shown(&self, session: &Session) -> Option<Arc<Proposals>> {
        let key = Key::of(session);
        let shown = held(&self.shown);
        shown.iter().find(|(known, _)| *known == key).map(|(_, found)| Arc::clone(found))
    }

    /// Returns how far a person's computation is, if one is under way.
    pub(crate) fn under_way(&self, session: &Session) -> Option<Arc<Gauge>> {
        let under_way = held(&self.under_way);
        under_way.iter().find(|one| one.coder == session.coder).map(|one| Arc::clone(&one.gauge))
    }

    /// Stops a person's computation.
    pub(crate) fn stop(&self, session: &Session) {
        held(&self.under_way).retain(|one| {
            if one.coder == session.coder {
                one.gauge.stop();
            }
            one.coder != session.coder
        });
    }

    /// Keeps what a script was told, so that it can answer.
    pub(crate) fn told(&self, session: &Session, found: Proposals) {
        let mut listed = held(&self.listed);
        listed.push((Key::of(session), Arc::new(found)));
        if listed.len() > KEPT {
            listed.remove(0);
        }
    }

    /// Finds where a suggestion was shown or told to a person, the last first.
    pub(crate) fn holding(&self, session: &Session, id: &str) -> Option<Arc<Proposals>> {
        let key = Key::of(session);
        let shown = held(&self.shown).clone();
        let listed = held(&self.listed).clone();
        let mine = listed.into_iter().chain(shown).rev().filter(|(known, _)| *known == key);
        let mut mine = mine.map(|(_, found)| found);
        mine.find(|proposals| proposals.found.suggestions.iter().any(|one| one.id == id))
    }

    fn keep(&self, key: Key, found: Proposals) {
        let mut shown = held(&self.shown);
        shown.retain(|(known, _)| known.coder != key.coder);
        shown.push((key, Arc::new(found)));
        if shown.len() > KEPT {
            shown.remove(0);
        }
    }
}

fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

impl AppState {
    /// Has a person's suggestions computed behind the pages, in the place of what they asked before.
    pub(crate) async fn suggest(self: &Arc<Self>, session: &Session, precision: f64) -> Result<(), WebError> {
        let lesson = Lesson::load(&self.context(session), Some(precision), None).await?;
        self.suggesting.stop(session);
        let (key, gauge) = (Key::of(session), Arc::<Gauge>::default());
        let under_way = UnderWay { coder: session.coder.clone(), gauge: Arc::clone(&gauge) };
        held(&self.suggesting.under_way).push(under_way);
        let state = Arc::clone(self);
        drop(tokio::spawn(async move {
            let teller = Teller(Arc::clone(&gauge));
            // Stopped, there is nothing to keep; the page learns it by asking again.
            if let Ok(Ok(found)) = spawn_blocking(move || lesson.learn(&teller)).await
                && !gauge.is_stopped()
            {
                state.suggesting.keep(key, found);
            }
            held(&state.suggesting.under_way).retain(|one| !Arc::ptr_eq(&one.gauge, &gauge));
        }));
        Ok(())
    }
}
