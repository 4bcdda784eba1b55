//! What waits for a person: disagreements, passages that an edit moved or lost, rows without a place,
//! findings of the import, interviews without their questionnaire.

use serde_json::json;

use super::context::Context;
use super::disagreement;
use super::error::AppError;
use super::request::{Begun, begin};
use crate::domain::coding::{Anchoring, Coding};
use crate::domain::diagnostic::{Diagnostic, Severity};
use crate::domain::settings::StudySettings;
use crate::domain::{CoderId, RecordId, RespondentId, TranscriptId};
use crate::store::{CodingFilter, Decision, StoredCoding, UnplacedRow};

/// Disagreements left on an interview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenQuestions {
    /// The interview.
    pub transcript: TranscriptId,
    /// Not settled yet.
    pub left: usize,
    /// All of them.
    pub total: usize,
}

/// An interview that no questionnaire belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unlinked {
    /// The interview.
    pub transcript: TranscriptId,
    /// The respondent that it names, empty when it names none.
    pub respondent: String,
    /// Another interview that names the same.
    pub also: Option<TranscriptId>,
}

/// Everything that waits.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pending {
    /// The two coders compared, when two have coded.
    pub coders: Option<(CoderId, CoderId)>,
    /// By interview; settled ones left out.
    pub questions: Vec<OpenQuestions>,
    /// Codings whose words an edit changed, and those whose place it took.
    pub adjusted: Vec<Coding>,
    /// Rows of tables without a place.
    pub unplaced: Vec<UnplacedRow>,
    /// Doubtful and wrong things that the import found.
    pub diagnostics: Vec<Diagnostic>,
    /// Interviews without their questionnaire, when the study has one.
    pub unlinked: Vec<Unlinked>,
}

/// Gathers what waits.
///
/// # Errors
/// The database cannot be read.
pub async fn pending(context: &Context) -> Result<Pending, AppError> {
    let store = &context.store;
    let codings = store.codings(&CodingFilter::default()).await?;
    let coders = pair(&codings, &context.coder);
    let mut questions = Vec::new();
    if let Some((first, second)) = &coders {
        let progress = disagreement::progress(context, &codings, (first, second)).await?;
        questions = progress
            .into_iter()
            .filter(|(_, (settled, total))| settled < total)
            .map(|(transcript, (settled, total))| OpenQuestions { transcript, left: total - settled, total })
            .collect();
    }
    let is_touched =
        |coding: &Coding| matches!(coding.anchoring, Anchoring::Approximate { .. } | Anchoring::Lost);
    let mut adjusted: Vec<Coding> = codings.into_iter().filter(is_touched).collect();
    // What is lost comes first.
    adjusted.sort_by_key(|coding| coding.anchoring != Anchoring::Lost);
    let sources = store.sources().await?.into_iter().flat_map(|source| source.diagnostics);
    let mut diagnostics: Vec<Diagnostic> = sources.filter(|one| one.severity > Severity::Note).collect();
    diagnostics.sort_by(|a, b| b.severity.cmp(&a.severity).then_with(|| a.place.cmp(&b.place)));
    Ok(Pending {
        coders,
        questions,
        adjusted,
        unplaced: store.unplaced().await?,
        diagnostics,
        unlinked: unlinked(context).await?,
    })
}

/// Chooses whom to compare: oneself and whoever coded most beside, else the two who coded most.
pub fn pair(codings: &[Coding], me: &CoderId) -> Option<(CoderId, CoderId)> {
    let mut counts: Vec<(CoderId, usize)> = Vec::new();
    for coding in codings.iter().filter(|coding| !coding.coder.is_consensus()) {
        match counts.iter_mut().find(|(coder, _)| *coder == coding.coder) {
            Some((_, count)) => *count += 1,
            None => counts.push((coding.coder.clone(), 1)),
        }
    }
    counts.sort_by(|a, b| (a.0 != *me).cmp(&(b.0 != *me)).then(b.1.cmp(&a.1)).then_with(|| a.0.cmp(&b.0)));
    let mut coders = counts.into_iter().map(|(coder, _)| coder);
    let (first, second) = (coders.next()?, coders.next()?);
    // Left and right stay the same whoever looks.
    Some(if first <= second { (first, second) } else { (second, first) })
}

async fn unlinked(context: &Context) -> Result<Vec<Unlinked>, AppError> {
    let store = &context.store;
    let Some(answers) = store.questionnaire().await? else { return Ok(Vec::new()) };
    let Some(settings) = store.setting::<StudySettings>("study").await? else { return Ok(Vec::new()) };
    let key = &settings.participants.questionnaire;
    let named: Vec<(TranscriptId, String)> = store
        .attributes()
        .await?
        .into_iter()
        .map(|(id, has)| {
            let value = has.into_iter().find(|(name, _)| name == key).map(|(_, value)| value);
            (id, value.unwrap_or_default().trim().to_owned())
        })
        .collect();
    let found = named.iter().filter_map(|(transcript, respondent)| {
        let twice = named.iter().find(|(other, same)| other != transcript && same == respondent);
        let also = twice.filter(|_| !respondent.is_empty()).map(|(other, _)| other.clone());
        let known = answers.respondent(&RespondentId(respondent.clone())).is_some();
        let fine = known && also.is_none();
        (!fine).then(|| Unlinked { transcript: transcript.clone(), respondent: respondent.clone(), also })
    });
    Ok(found.collect())
}

/// What becomes of a coding that an edit touched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repair {
    /// It stands well where it is now.
    Accept,
    /// It goes.
    Remove,
}

/// Accepts or removes a coding that an edit moved or lost; the decision is kept.
///
/// # Errors
/// There is no such coding, a lost one is accepted, or the database cannot be written.
pub async fn repair(
    context: &Context,
    operation: &str,
    id: &RecordId,
    repair: Repair,
) -> Result<i64, AppError> {
    let store = &context.store;
    let unknown = || AppError::Unknown { kind: "coding", name: id.0.clone(), nearest: None };
    let kind = if repair == Repair::Accept { "accept" } else { "remove" };
    let mut change = match begin(context, operation, kind).await? {
        Begun::Change(change) => change,
        Begun::Made(number) => return Ok(number),
    };
    let stored = store.stored_coding(id).await?.ok_or_else(unknown)?;
    if stored.coding.anchoring == Anchoring::Lost && repair == Repair::Accept {
        return Err(unknown());
    }
    change.end_coding(id).await?;
    let coding = &stored.coding;
    let summary = json!({
        "transcript": coding.transcript, "turn": coding.turns.0, "code": coding.code, "codings": 1,
    });
    if repair == Repair::Accept {
        let mut accepted: StoredCoding = stored.clone();
        accepted.coding.anchoring = Anchoring::Exact;
        change.put_codings(vec![accepted]).await?;
        let decision = Decision {
            id: context.clock.identifier(),
            kind: "re-anchored".to_owned(),
            subject: id.0.clone(),
            body: json!({ "exact": coding.anchor.exact, "version": coding.version }),
            coder: context.coder.0.clone(),
            at: context.clock.now(),
        };
        change.put_decision(decision).await?;
    }
    Ok(change.commit(&summary).await?)
}

/// Removes a row that found no place.
///
/// # Errors
/// There is no such row, or the database cannot be written.
pub async fn drop_row(context: &Context, operation: &str, id: &str) -> Result<i64, AppError> {
    let mut change = match begin(context, operation, "drop-row").await? {
        Begun::Change(change) => change,
        Begun::Made(number) => return Ok(number),
    };
    let rows = context.store.unplaced().await?;
    let Some(row) = rows.iter().find(|row| row.id == id) else {
        return Err(AppError::Unknown { kind: "row", name: id.to_owned(), nearest: None });
    };
    change.end_unplaced(id).await?;
    Ok(change.commit(&json!({ "transcript": row.row.transcript, "code": row.row.code })).await?)
}
