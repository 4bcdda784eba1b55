//! Making a new, empty study.

use std::path::{Path, PathBuf};

use super::context::STUDY_FILE;
use super::error::AppError;
use crate::exchange::folder;
use crate::text::Language;

/// Makes a study in `folder`: its settings file with comments, and its empty folders; returns what
/// was made.
///
/// # Errors
/// The folder holds a study already, or cannot be written.
pub fn init(folder: &Path, title: &str, language: Language) -> Result<Vec<PathBuf>, AppError> {
    let settings = folder.join(STUDY_FILE);
    if settings.exists() {
        return Err(AppError::StudyExists { folder: folder.to_owned() });
    }
    let template = match language {
        Language::Fr => include_str!("init/study.fr.toml"),
        Language::En => include_str!("init/study.en.toml"),
    };
    // A TOML string takes the escapes of JSON.
    let title = serde_json::to_string(title)?;
    let mut made = Vec::new();
    for name in ["transcripts", "codebook", "codings", "questionnaire", "administrative"] {
        folder::make(&folder.join(name))?;
        made.push(folder.join(name));
    }
    folder::write(&settings, template.replace("\"@title@\"", &title).as_bytes())?;
    made.push(settings);
    Ok(made)
}
