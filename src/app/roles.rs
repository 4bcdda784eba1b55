//! Who asks and who answers in an interview of the study: told, and changed as one operation.
//!
//! The file on disk is left alone, as by a correction; `export` writes the roles in its front matter.

use serde::Serialize;
use serde_json::json;

use super::coding::{follow_memos, made};
use super::context::Context;
use super::correction::follow::follow;
use super::error::AppError;
use super::request::open;
use crate::domain::TranscriptId;
use crate::domain::coding::reanchor::follow_correction;
use crate::domain::transcript::{Casting, Role, Transcript, cast};

/// Who speaks in an interview.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Cast {
    /// The interview.
    pub transcript: TranscriptId,
    /// Its present version.
    pub version: u32,
    /// In the order of their first words.
    pub speakers: Vec<CastSpeaker>,
    /// The operation that changed the roles; none when nothing was to be changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub operation: Option<i64>,
}

/// One who speaks.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CastSpeaker {
    /// As written.
    pub label: String,
    /// Asks or answers.
    pub role: Role,
    /// Turns.
    pub turns: usize,
}

/// Tells who asks and who answers.
///
/// # Errors
/// The interview is unknown, or the database cannot be read.
pub async fn list(context: &Context, id: &TranscriptId) -> Result<Cast, AppError> {
    Ok(told(&load(context, id).await?, None))
}

/// Gives the speakers of an interview other roles: its next version, to which codings and memos go
/// over, as one operation. `request` is the operation's identifier; sent twice, it is carried out once.
///
/// # Errors
/// The interview or a label is unknown, or the database cannot be written; then nothing has happened.
pub async fn change(
    context: &Context,
    id: &TranscriptId,
    casting: &Casting,
    request: Option<&str>,
) -> Result<Cast, AppError> {
    let Some(mut change) = open(context, request, "roles").await? else {
        let made = made(context, request, "roles").await?.ok_or(AppError::Stopped { what: "request" })?;
        return Ok(told(&load(context, id).await?, Some(made.number)));
    };
    let present = load(context, id).await?;
    let corrected = cast(&present, casting)?;
    if !corrected.is_changed {
        return Ok(told(&present, None));
    }
    let mut transcript = corrected.transcript;
    transcript.version.number = change.next_version(id).await?;
    // Everybody's, whatever the one who changes the roles may see.
    let stored = change.codings_of(id).await?;
    let anchors: Vec<_> = stored.iter().map(|stored| stored.coding.anchor.clone()).collect();
    let placed = follow_correction(&present.version, &transcript.version, &anchors);
    let followed = follow(stored, placed, transcript.version.number, |_| false);
    change.end_codings_of(id).await?;
    change.put_transcripts(std::slice::from_ref(&transcript)).await?;
    change.put_codings(followed.codings).await?;
    follow_memos(&mut change, id, follow_correction).await?;
    let speakers = transcript.version.speakers.iter();
    let interviewers: Vec<&str> = speakers
        .filter(|speaker| speaker.role == Role::Interviewer)
        .map(|speaker| speaker.label.as_str())
        .collect();
    let summary = json!({
        "transcript": id,
        "version": transcript.version.number,
        "interviewers": interviewers.join(", "),
    });
    let operation = change.commit(&summary).await?;
    Ok(told(&transcript, Some(operation)))
}

async fn load(context: &Context, id: &TranscriptId) -> Result<Transcript, AppError> {
    let found = context.store.transcript(id).await?;
    found.ok_or_else(|| AppError::Unknown { kind: "transcript", name: id.to_string(), nearest: None })
}

fn told(transcript: &Transcript, operation: Option<i64>) -> Cast {
    let version = &transcript.version;
    let turns = |index: usize| version.turns.iter().filter(|turn| turn.speaker == Some(index)).count();
    let speakers = version.speakers.iter().enumerate();
    Cast {
        transcript: transcript.id.clone(),
        version: version.number,
        speakers: speakers
            .map(|(index, speaker)| CastSpeaker {
                label: speaker.label.clone(),
                role: speaker.role,
                turns: turns(index),
            })
            .collect(),
        operation,
    }
}
