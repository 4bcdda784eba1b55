//! A correction of a transcript, tried or made.

use serde::Serialize;
use serde_json::json;

use super::follow::{Followed, Reanchored, Verdicts, follow};
use crate::app::coding::{follow_memos, made};
use crate::app::context::Context;
use crate::app::error::AppError;
use crate::app::request::open;
use crate::domain::TranscriptId;
use crate::domain::coding::reanchor::follow_correction;
use crate::domain::settings::StudySettings;
use crate::domain::transcript::correct::{Corrected, Correction, CorrectionError};
use crate::domain::transcript::{self, Transcript};
use crate::store::{CodingFilter, StoredCoding};
use crate::text::TextIndex;

/// What is to be corrected, in which text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CorrectionRequest {
    /// The transcript.
    pub transcript: TranscriptId,
    /// The version that was read: refused when there is a newer one.
    pub version: u32,
    /// The correction.
    pub correction: Correction,
}

/// What a correction would do.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CorrectionPreview {
    /// What would become of the transcript's codings.
    pub verdicts: Verdicts,
    /// Those whose words would change or be lost, and those that would move in the turns corrected;
    /// the worst first.
    pub touched: Vec<Reanchored>,
}

/// What a correction did.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CorrectionOutcome {
    /// Its operation; none when nothing was to be changed.
    pub operation: Option<i64>,
    /// The transcript's present version.
    pub version: u32,
    /// What became of its codings.
    pub verdicts: Verdicts,
    /// Those whose words changed or were lost, and those that moved in the turns corrected.
    pub touched: Vec<Reanchored>,
}

/// Tells what a correction would do; writes nothing.
///
/// # Errors
/// The transcript is unknown or has a newer version, the correction cannot be made, or the database
/// cannot be read.
pub async fn preview(context: &Context, request: &CorrectionRequest) -> Result<CorrectionPreview, AppError> {
    let (present, corrected) = prepare(context, request).await?;
    let filter = CodingFilter { transcript: Some(request.transcript.clone()), ..CodingFilter::default() };
    let stored = context.store.stored_codings(&filter).await?;
    let followed = carry(request, &present, &corrected, stored);
    Ok(CorrectionPreview { verdicts: followed.verdicts, touched: followed.touched })
}

/// Makes a correction: the next version, its codings and the memos of its turns, as one operation
/// called `id`.
///
/// # Errors
/// As `preview`, and the database cannot be written; then nothing has happened.
pub async fn correct(
    context: &Context,
    id: &str,
    request: &CorrectionRequest,
) -> Result<CorrectionOutcome, AppError> {
    // The writer's place is taken first: nobody codes the old text while it is corrected.
    let Some(mut change) = open(context, Some(id), "correction").await? else {
        return made_before(context, id).await;
    };
    let (present, mut corrected) = prepare(context, request).await?;
    let version = change.next_version(&request.transcript).await?;
    corrected.transcript.version.number = version;
    // Everybody's, whatever the one who corrects may see.
    let stored = change.codings_of(&request.transcript).await?;
    let followed = carry(request, &present, &corrected, stored);
    // In a blind round all codings are carried, and what one may see is told.
    let told = match context.store.veil() {
        Some(_) => {
            let filter =
                CodingFilter { transcript: Some(request.transcript.clone()), ..CodingFilter::default() };
            carry(request, &present, &corrected, context.store.stored_codings(&filter).await?)
        }
        None => followed.clone(),
    };
    if !corrected.is_changed {
        return Ok(CorrectionOutcome {
            operation: None,
            version: present.version.number,
            verdicts: told.verdicts,
            touched: Vec::new(),
        });
    }
    change.end_codings_of(&request.transcript).await?;
    change.put_transcripts(std::slice::from_ref(&corrected.transcript)).await?;
    change.put_codings(followed.codings).await?;
    follow_memos(&mut change, &request.transcript, follow_correction).await?;
    let summary = json!({
        "transcript": request.transcript,
        "version": version,
        "turn": request.correction.turn,
        "verdicts": told.verdicts,
    });
    let operation = Some(change.commit(&summary).await?);
    Ok(CorrectionOutcome { operation, version, verdicts: told.verdicts, touched: told.touched })
}

/// Answers a request sent again; what was touched is told once.
async fn made_before(context: &Context, id: &str) -> Result<CorrectionOutcome, AppError> {
    let made = made(context, Some(id), "correction").await?.ok_or(AppError::Stopped { what: "request" })?;
    Ok(CorrectionOutcome {
        operation: Some(made.number),
        version: serde_json::from_value(made.summary["version"].clone())?,
        verdicts: serde_json::from_value(made.summary["verdicts"].clone())?,
        touched: Vec::new(),
    })
}

/// Returns what is said in a turn of the version that was read.
///
/// # Errors
/// The transcript or the turn is unknown, there is a newer version, or the database cannot be read.
pub async fn words(
    context: &Context,
    id: &TranscriptId,
    version: u32,
    turn: u32,
) -> Result<String, AppError> {
    let present = load(context, id, version).await?.version;
    let found = present.turns.iter().find(|one| one.number == turn);
    let turns = present.turns.len();
    let found = found.ok_or(CorrectionError::UnknownTurn { turn, turns })?;
    Ok(TextIndex::new(&present.text).slice(found.speech).to_owned())
}

/// Loads the text that was read.
async fn load(context: &Context, id: &TranscriptId, version: u32) -> Result<Transcript, AppError> {
    let Some(present) = context.store.transcript(id).await? else {
        return Err(AppError::Unknown { kind: "transcript", name: id.to_string(), nearest: None });
    };
    if present.version.number != version {
        let present = present.version.number;
        return Err(AppError::StaleVersion { transcript: id.clone(), given: version, present });
    }
    Ok(present)
}

/// Loads the text that was read and corrects it.
async fn prepare(
    context: &Context,
    request: &CorrectionRequest,
) -> Result<(Transcript, Corrected), AppError> {
    let present = load(context, &request.transcript, request.version).await?;
    let settings: Option<StudySettings> = context.store.setting("study").await?;
    let roles = settings.map(|settings| settings.speaker_roles()).unwrap_or_default();
    let corrected = transcript::correct(&present, &request.correction, &roles)?;
    Ok((present, corrected))
}

/// Carries the transcript's codings to the corrected text.
fn carry(
    request: &CorrectionRequest,
    present: &Transcript,
    corrected: &Corrected,
    stored: Vec<StoredCoding>,
) -> Followed {
    let anchors: Vec<_> = stored.iter().map(|stored| stored.coding.anchor.clone()).collect();
    let placed = follow_correction(&present.version, &corrected.transcript.version, &anchors);
    let (turn, merge) = (request.correction.turn, request.correction.merge);
    let first = turn.saturating_sub(u32::from(merge));
    let tells = |(from, to): (u32, u32)| from <= turn && first <= to;
    follow(stored, placed, corrected.transcript.version.number, tells)
}
