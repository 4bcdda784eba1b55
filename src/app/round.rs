//! Rounds of coding: who codes what, blind or not, until when; and what a blind round hides.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::context::Context;
use super::error::AppError;
use super::request::{Begun, begin};
use crate::domain::{CoderId, TranscriptId};
use crate::store::Veil;

/// A round as it is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Round {
    /// As the team calls it.
    pub name: String,
    /// Who codes.
    pub coders: Vec<CoderId>,
    /// Which interviews.
    pub transcripts: Vec<TranscriptId>,
    /// Whether its coders see nothing of each other.
    pub blind: bool,
    /// Last day, `2023-06-30`; none: until it is closed by hand.
    pub until: Option<String>,
    /// Closed by hand.
    #[serde(default)]
    pub closed: bool,
}

impl Round {
    /// Tells whether the round is under way on a day, `2023-06-30`.
    pub fn is_open(&self, today: &str) -> bool {
        !self.closed && self.until.as_deref().is_none_or(|until| today <= until)
    }
}

/// An open blind round, as told to those whom it keeps apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Blind {
    /// Its name.
    pub round: String,
    /// Its last day, if it has one.
    pub until: Option<String>,
}

/// What one person sees of the others' work. The one place that decides it: a session's store reads
/// through [`Visibility::veil`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Visibility {
    veil: Arc<Veil>,
    rounds: Vec<(Blind, Vec<TranscriptId>)>,
}

impl Visibility {
    /// What the store leaves out.
    pub fn veil(&self) -> Arc<Veil> {
        Arc::clone(&self.veil)
    }

    /// Returns the blind round that an interview is in, if any.
    pub fn blind(&self, transcript: &TranscriptId) -> Option<&Blind> {
        let held = self.rounds.iter().find(|(_, transcripts)| transcripts.contains(transcript));
        held.map(|(blind, _)| blind)
    }

    /// Lists the blind rounds that keep the person apart from others, with their interviews.
    pub fn rounds(&self) -> impl Iterator<Item = &(Blind, Vec<TranscriptId>)> {
        self.rounds.iter()
    }

    /// Returns a blind round that keeps the person apart from others, if any.
    pub fn any(&self) -> Option<&Blind> {
        self.rounds.first().map(|(blind, _)| blind)
    }

    /// Tells whether what `coder` did on an interview is hidden.
    pub fn hides(&self, transcript: &TranscriptId, coder: &str) -> bool {
        self.veil.hides(transcript, coder)
    }
}

/// Decides what `coder` sees: in an open blind round of theirs, on its interviews, nothing of others.
///
/// # Errors
/// The database cannot be read.
pub async fn visible(context: &Context, coder: &CoderId) -> Result<Visibility, AppError> {
    let today = today(context);
    let mut visibility = Visibility::default();
    let mut transcripts = Vec::new();
    for (_, round) in context.store.rounds::<Round>().await? {
        if round.blind && round.is_open(&today) && round.coders.contains(coder) {
            transcripts.extend(round.transcripts.iter().cloned());
            visibility.rounds.push((Blind { round: round.name, until: round.until }, round.transcripts));
        }
    }
    transcripts.sort_unstable();
    transcripts.dedup();
    visibility.veil = Arc::new(Veil { coder: coder.clone(), transcripts });
    Ok(visibility)
}

/// Lists the interviews that open rounds give a person to code; none when no round does.
///
/// # Errors
/// The database cannot be read.
pub async fn given(context: &Context, coder: &CoderId) -> Result<Option<Vec<TranscriptId>>, AppError> {
    let today = today(context);
    let rounds = context.store.rounds::<Round>().await?.into_iter().map(|(_, round)| round);
    let mine = rounds.filter(|round| round.is_open(&today) && round.coders.contains(coder));
    let mut given: Vec<TranscriptId> = mine.flat_map(|round| round.transcripts).collect();
    given.sort_unstable();
    given.dedup();
    Ok((!given.is_empty()).then_some(given))
}

/// Returns the day, `2023-06-30`, as rounds count it.
pub fn today(context: &Context) -> String {
    context.clock.now().chars().take(10).collect()
}

/// Lists the rounds with their records, the oldest first.
///
/// # Errors
/// The database cannot be read.
pub async fn list(context: &Context) -> Result<Vec<(String, Round)>, AppError> {
    Ok(context.store.rounds().await?)
}

/// Keeps a round: a new one, or in place of the one with its record.
///
/// # Errors
/// The round has no name, no interview or fewer than two coders, its day is no day, or the database
/// cannot be written.
pub async fn keep(
    context: &Context,
    request: &str,
    id: Option<&str>,
    round: &Round,
) -> Result<(i64, String), AppError> {
    check(context, round).await?;
    let known = context.store.rounds::<Round>().await?;
    let kind = match id {
        None => "round",
        Some(id) => {
            let found = known.iter().find(|(known, _)| known == id);
            let (_, before) = found.ok_or_else(|| unknown("round", id))?;
            if round.closed && !before.closed { "close-round" } else { "change-round" }
        }
    };
    // The record of a new round is that of its request, so that a request sent again names the same.
    let record = id.unwrap_or(request).to_owned();
    let mut change = match begin(context, request, kind).await? {
        Begun::Change(change) => change,
        Begun::Made(number) => return Ok((number, record)),
    };
    change.put_round(&record, round).await?;
    let number = change.commit(&json!({ "name": round.name, "round": record })).await?;
    Ok((number, record))
}

async fn check(context: &Context, round: &Round) -> Result<(), AppError> {
    let is_day =
        |text: &str| crate::domain::day::DayFormat::YearFirst.parse(text).is_some() && text.len() == 10;
    if round.name.trim().is_empty() || round.name.chars().count() > 80 {
        return Err(AppError::Unwritten { what: "round-name" });
    }
    if round.coders.len() < 2 {
        return Err(AppError::Unwritten { what: "round-coders" });
    }
    if round.transcripts.is_empty() {
        return Err(AppError::Unwritten { what: "round-transcripts" });
    }
    if round.until.as_deref().is_some_and(|day| !is_day(day)) {
        return Err(AppError::Unwritten { what: "round-until" });
    }
    let ids = context.store.transcript_ids().await?;
    match round.transcripts.iter().find(|id| !ids.contains(id)) {
        Some(id) => Err(unknown("transcript", id.as_str())),
        None => Ok(()),
    }
}

fn unknown(kind: &'static str, name: &str) -> AppError {
    AppError::Unknown { kind, name: name.to_owned(), nearest: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_round_ends_after_its_day_or_by_hand() {
        let round = |until: Option<&str>, closed| Round {
            until: until.map(str::to_owned),
            closed,
            ..Round::default()
        };
        for (round, open) in [
            (round(None, false), true),
            (round(None, true), false),
            (round(Some("2023-06-30"), false), true),
            (round(Some("2023-06-29"), false), false),
            (round(Some("2023-07-01"), true), false),
        ] {
            assert_eq!(round.is_open("2023-06-30"), open, "{round:?}");
        }
    }
}
