//! The codings as annotations of the web, with the texts that they stand on.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::write::Names;
use crate::app::context::Context;
use crate::app::error::AppError;
use crate::domain::coding::Anchoring;
use crate::domain::settings::StudySettings;
use crate::domain::{RecordId, TranscriptId};
use crate::exchange::folder;
use crate::exchange::web_annotation::{self, Annotation, address};
use crate::store::CodingFilter;

/// Name of the file of annotations.
const FILE: &str = "annotations.jsonld";

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AnnotationOutcome {
    /// The folder.
    pub folder: PathBuf,
    /// Paths of the files in it.
    pub files: Vec<String>,
    /// Annotations written.
    pub annotations: usize,
    /// Codings left out, since their passage is lost.
    pub lost: usize,
}

/// Writes `annotations.jsonld` and `texts/` into a folder, which must be empty or not exist.
///
/// # Errors
/// The folder holds something, nothing was imported yet, or the disk or the database fails.
pub async fn export_annotations(context: &Context, target: &Path) -> Result<AnnotationOutcome, AppError> {
    if !folder::is_empty(target)? {
        return Err(AppError::FolderNotEmpty { folder: target.to_owned() });
    }
    let store = &context.store;
    let settings: Option<StudySettings> = store.setting("study").await?;
    let settings = settings.ok_or(AppError::Empty { missing: "transcripts" })?;
    let codebook = store.codebook().await?;
    let codings = store.codings(&CodingFilter::default()).await?;
    let made: BTreeMap<RecordId, String> = store.coding_times().await?.into_iter().collect();
    let mut files = Vec::new();
    let mut names = Names::default();
    let mut texts: BTreeMap<TranscriptId, String> = BTreeMap::new();
    for transcript in store.transcripts().await? {
        let name = names.of(transcript.id.as_str());
        let file = format!("texts/{name}.txt");
        folder::write(&target.join(&file), transcript.version.text.as_bytes())?;
        texts.insert(transcript.id, format!("texts/{}.txt", address(&name)));
        files.push(file);
    }
    let mut annotations = Vec::new();
    for coding in &codings {
        let Some(file) = texts.get(&coding.transcript).filter(|_| coding.anchoring != Anchoring::Lost) else {
            continue;
        };
        let title = codebook.find(&coding.code).map_or(coding.code.as_str(), |code| code.title.as_str());
        let created = made.get(&coding.id).map_or("", String::as_str);
        annotations.push(Annotation { coding, title, file, created });
    }
    let text = web_annotation::write(&settings.title, settings.language, &annotations);
    folder::write(&target.join(FILE), text.as_bytes())?;
    files.insert(0, FILE.to_owned());
    Ok(AnnotationOutcome {
        folder: target.to_owned(),
        files,
        annotations: annotations.len(),
        lost: codings.len() - annotations.len(),
    })
}
