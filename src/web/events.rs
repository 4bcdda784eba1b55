//! What happened, told to every open page: operations from the log, and where others read.
//!
//! The log is the one source: an operation made by another process (a command, a second server) is
//! found by looking; our own are told at once.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Query, State};
use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::Stream;
use futures_util::stream::unfold;
use serde::{Deserialize, Serialize};
use tokio::sync::{Notify, broadcast};

use super::session::Session;
use super::state::AppState;
use crate::app::history::{self, Change};
use crate::app::round::{self, Visibility};
use crate::domain::{CoderId, TranscriptId};

/// How often the log is looked at for what other processes did.
const LOOK: Duration = Duration::from_millis(300);

/// Events kept for a page that is slow to read; one that is slower reads the log again.
const KEPT: usize = 256;

/// One thing that happened.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub(crate) enum Happened {
    /// Somebody changed the study.
    Operation(Change),
    /// Somebody reads somewhere.
    Presence(Presence),
    /// The server stops.
    Closing,
}

/// Where somebody reads, and what they have lit.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Presence {
    /// Who.
    pub(crate) coder: String,
    /// Which interview.
    pub(crate) transcript: String,
    /// Which turn.
    pub(crate) turn: u32,
    /// Start of what is lit, as the page wrote it.
    pub(crate) from: Option<serde_json::Value>,
    /// Its end.
    pub(crate) to: Option<serde_json::Value>,
}

/// Tells every open page.
#[derive(Debug)]
pub(crate) struct Events {
    sender: broadcast::Sender<Happened>,
    poke: Notify,
}

impl Default for Events {
    fn default() -> Self {
        Self { sender: broadcast::channel(KEPT).0, poke: Notify::new() }
    }
}

impl Events {
    /// Says that an operation was made here: the log is looked at now.
    pub(crate) fn poke(&self) {
        self.poke.notify_one();
    }

    /// Says where somebody reads.
    pub(crate) fn presence(&self, presence: Presence) {
        self.send(Happened::Presence(presence));
    }

    /// Ends every stream.
    pub(crate) fn close(&self) {
        self.send(Happened::Closing);
    }

    fn send(&self, happened: Happened) {
        // Nobody listening is no fault.
        drop(self.sender.send(happened));
    }
}

/// Watches the log as long as the server runs.
pub(crate) async fn watch(state: Arc<AppState>) {
    let context = state.own_context();
    let mut last = history::newest(context).await.unwrap_or(0);
    loop {
        tokio::select! {
            () = state.events.poke.notified() => {}
            () = tokio::time::sleep(LOOK) => {}
        }
        // A log that cannot be read now is looked at again.
        let Ok(newest) = history::newest(context).await else { continue };
        if newest <= last {
            continue;
        }
        let Ok(changes) = history::since(context, last).await else { continue };
        for change in changes {
            last = last.max(change.number);
            state.events.send(Happened::Operation(change));
        }
    }
}

/// From where a page wants to be told.
#[derive(Debug, Deserialize)]
pub(crate) struct Since {
    since: Option<i64>,
}

/// Streams what happens; first what happened since the operation that the page knows.
pub(crate) async fn stream(
    State(state): State<Arc<AppState>>,
    session: Session,
    Query(Since { since }): Query<Since>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let receiver = state.events.sender.subscribe();
    let missed = match since {
        Some(since) => history::since(&state.context(&session), since).await.unwrap_or_default(),
        None => Vec::new(),
    };
    let told = missed.last().map_or(since.unwrap_or(0), |change| change.number);
    let missed: VecDeque<_> = missed.into_iter().map(Happened::Operation).collect();
    let ear = Ear { visibility: Arc::clone(&session.visibility), coder: session.coder, state };
    let events =
        unfold((missed, receiver, told, ear), |(mut missed, mut receiver, told, mut ear)| async move {
            if let Some(happened) = missed.pop_front() {
                return Some((Ok(event(&happened)), (missed, receiver, told, ear)));
            }
            loop {
                match receiver.recv().await {
                    Ok(Happened::Closing) | Err(broadcast::error::RecvError::Closed) => return None,
                    // Told already, as missed.
                    Ok(Happened::Operation(change)) if change.number <= told => {}
                    Ok(happened) => {
                        if let Some(happened) = ear.hear(happened).await {
                            return Some((Ok(event(&happened)), (missed, receiver, told, ear)));
                        }
                    }
                    // The page asks what changed since the last operation it knows, so that a hole in
                    // the stream costs nothing but one more look.
                    Err(broadcast::error::RecvError::Lagged(_)) => {}
                }
            }
        });
    Sse::new(events).keep_alive(KeepAlive::new().interval(Duration::from_secs(15)))
}

/// Who listens, and what blind rounds let them hear.
struct Ear {
    state: Arc<AppState>,
    coder: CoderId,
    visibility: Arc<Visibility>,
}

impl Ear {
    async fn hear(&mut self, happened: Happened) -> Option<Happened> {
        match happened {
            Happened::Operation(mut change) => {
                // It may have opened or closed a round.
                let visibility = round::visible(self.state.own_context(), &self.coder).await.ok()?;
                self.visibility = Arc::new(visibility);
                let touched = change.transcripts.len();
                change.transcripts.retain(|id| !self.visibility.hides(id, &change.coder));
                (touched == 0 || !change.transcripts.is_empty()).then_some(Happened::Operation(change))
            }
            Happened::Presence(presence) => {
                let transcript = TranscriptId(presence.transcript.clone());
                let is_hidden = self.visibility.hides(&transcript, &presence.coder);
                (!is_hidden).then_some(Happened::Presence(presence))
            }
            Happened::Closing => Some(Happened::Closing),
        }
    }
}

fn event(happened: &Happened) -> Event {
    let name = match happened {
        Happened::Operation(_) => "operation",
        Happened::Presence(_) => "presence",
        Happened::Closing => "closing",
    };
    Event::default().event(name).data(serde_json::to_string(happened).unwrap_or_default())
}
