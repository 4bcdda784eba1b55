//! What can be told of a study before it is opened.

use std::path::Path;

use super::context::STUDY_FILE;
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
