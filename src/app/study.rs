//! What can be told of a study: before it is opened, and at a glance.

use std::path::Path;

use super::coders;
use super::context::{Context, STUDY_FILE};
use super::error::AppError;
use crate::domain::settings::StudySettings;
use crate::domain::{CoderId, TranscriptId};
use crate::exchange::folder;
use crate::text::Language;

/// Reads the language that a study declares, whatever else is wrong with its settings file.
pub fn language(folder: &Path) -> Option<Language> {
    let bytes = folder::read(&folder.join(STUDY_FILE)).ok()?;
    let text = String::from_utf8_lossy(&bytes);
    let value = text.lines().take_while(|line| !line.trim_start().starts_with('[')).find_map(|line| {
        let (key, value) = line.split_once('=')?;
        (key.trim() == "language").then(|| value.trim().trim_matches(['"', '\'']).to_owned())
    })?;
    Language::parse(&value)
}

/// An open study at a glance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Glance {
    /// As the report's cover reads.
    pub title: String,
    /// Of the study.
    pub language: Language,
    /// The interviews, sorted.
    pub transcripts: Vec<TranscriptId>,
    /// Who has coded, sorted.
    pub coders: Vec<CoderId>,
    /// Number of the newest operation.
    pub operation: i64,
}

/// Says what a study holds, without loading its texts.
///
/// # Errors
/// Nothing was imported yet, or the database cannot be read.
pub async fn glance(context: &Context) -> Result<Glance, AppError> {
    let store = &context.store;
    let settings: Option<StudySettings> = store.setting("study").await?;
    let settings = settings.ok_or(AppError::Empty { missing: "transcripts" })?;
    Ok(Glance {
        title: settings.title,
        language: settings.language,
        transcripts: store.transcript_ids().await?,
        coders: coders::list(context).await?.into_iter().map(|coder| coder.id).collect(),
        operation: store.newest_operation().await?,
    })
}
