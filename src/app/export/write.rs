//! Settings, interviews, codebook and codings, each in its folder.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Serialize;
use serde_json::json;

use super::certain::certain;
use crate::app::context::{Context, NOTEBOOK_FOLDER, STUDY_FILE};
use crate::app::error::AppError;
use crate::config;
use crate::domain::codebook::write_theme;
use crate::domain::coding::{Anchor, Anchoring, Coding, Origin, Passage};
use crate::domain::settings::{Folders, StudySettings};
use crate::domain::transcript::write;
use crate::domain::{CodeId, RecordId, TranscriptId};
use crate::exchange::{coding_table, folder};
use crate::store::{CodingFilter, NOTEBOOK, UnplacedRow};

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ExportOutcome {
    /// The folder.
    pub folder: PathBuf,
    /// Paths of the files in it, in the order written.
    pub files: Vec<String>,
}

/// An export under way.
pub(super) struct Export<'a> {
    pub(super) context: &'a Context,
    pub(super) target: &'a Path,
    pub(super) folders: Folders,
    pub(super) files: Vec<String>,
    /// The files themselves, when they are to go into an archive and not onto the disk.
    kept: Option<Vec<(String, Vec<u8>)>>,
    names: Names,
}

/// Writes the study into a folder, which must be empty or not exist.
///
/// # Errors
/// The folder holds something, nothing was imported yet, or the disk or the database fails.
pub async fn export(context: &Context, target: &Path) -> Result<ExportOutcome, AppError> {
    if !folder::is_empty(target)? {
        return Err(AppError::FolderNotEmpty { folder: target.to_owned() });
    }
    let export = write_files(context, target, None).await?;
    Ok(ExportOutcome { folder: target.to_owned(), files: export.files })
}

/// Gathers the files that [`export`] writes.
///
/// # Errors
/// Nothing was imported yet, or the database fails.
pub(super) async fn gather(context: &Context) -> Result<Vec<(String, Vec<u8>)>, AppError> {
    let export = write_files(context, Path::new(""), Some(Vec::new())).await?;
    Ok(export.kept.unwrap_or_default())
}

async fn write_files<'a>(
    context: &'a Context,
    target: &'a Path,
    kept: Option<Vec<(String, Vec<u8>)>>,
) -> Result<Export<'a>, AppError> {
    let store = &context.store;
    let settings: Option<StudySettings> = store.setting("study").await?;
    let settings = settings.ok_or(AppError::Empty { missing: "transcripts" })?;
    let mut export = Export {
        context,
        target,
        folders: settings.folders.clone(),
        files: Vec::new(),
        kept,
        names: Names::default(),
    };
    let text: String = store.setting("study.toml").await?.unwrap_or_default();
    // The team's file, comments and all, with what it settled since.
    let text = config::settled::write(&text, &settings);
    export.put(STUDY_FILE, text.as_bytes())?;
    export.interviews().await?;
    export.codebook().await?;
    export.questionnaire().await?;
    export.casework().await?;
    export.notebook().await?;
    Ok(export)
}

impl Export<'_> {
    /// Writes a file of the export.
    pub(super) fn put(&mut self, name: &str, bytes: &[u8]) -> Result<(), AppError> {
        match &mut self.kept {
            Some(kept) => kept.push((name.to_owned(), bytes.to_vec())),
            None => folder::write(&self.target.join(name), bytes)?,
        }
        self.files.push(name.to_owned());
        Ok(())
    }

    async fn interviews(&mut self) -> Result<(), AppError> {
        let store = &self.context.store;
        let mut waiting: BTreeMap<TranscriptId, Vec<UnplacedRow>> = BTreeMap::new();
        for row in store.unplaced().await? {
            waiting.entry(row.row.transcript.clone()).or_default().push(row);
        }
        for id in store.transcript_ids().await? {
            let Some(transcript) = store.transcript(&id).await? else { continue };
            let name = format!("{}/{}.md", self.folders.transcripts, self.names.of(id.as_str()));
            let text = write(&transcript);
            self.put(&name, text.as_bytes())?;
            let filter = CodingFilter { transcript: Some(id.clone()), ..CodingFilter::default() };
            let mut codings = store.codings(&filter).await?;
            let by_place = certain(&transcript, &text, &mut codings);
            let mut waiting = waiting.remove(&id).unwrap_or_default();
            for UnplacedRow { row, .. } in &mut waiting {
                // The interview gets another file here, and places in the one that it had lead nowhere in it.
                if let Passage::Source(span) = row.passage {
                    row.passage = Passage::OfFile { span, file: transcript.version.fingerprint.clone() };
                }
            }
            self.codings(&id, codings, waiting, by_place)?;
        }
        // Rows that name an interview the study does not have are kept too.
        for (id, rows) in waiting {
            self.codings(&id, Vec::new(), rows, String::new())?;
        }
        Ok(())
    }

    /// Writes what people wrote and decided beside codings, a record a line.
    async fn notebook(&mut self) -> Result<(), AppError> {
        for (table, name) in NOTEBOOK {
            let mut text = String::new();
            for record in self.context.store.records(table).await? {
                text.push_str(&serde_json::to_string(&record)?);
                text.push('\n');
            }
            if !text.is_empty() {
                self.put(&format!("{NOTEBOOK_FOLDER}/{name}.jsonl"), text.as_bytes())?;
            }
        }
        Ok(())
    }

    /// Writes the codings of an interview, and after them the rows that still wait for a place.
    fn codings(
        &mut self,
        id: &TranscriptId,
        mut codings: Vec<Coding>,
        waiting: Vec<UnplacedRow>,
        mut by_place: String,
    ) -> Result<(), AppError> {
        for UnplacedRow { row, .. } in waiting {
            match row.passage.clone() {
                Passage::Quote { exact, prefix, suffix } => codings.push(Coding {
                    id: RecordId(String::new()),
                    transcript: id.clone(),
                    version: 0,
                    code: CodeId(row.code),
                    coder: row.coder,
                    anchor: Anchor { exact, prefix, suffix, ..Anchor::default() },
                    turns: (0, 0),
                    intensity: row.intensity,
                    memo: row.memo,
                    anchoring: Anchoring::Lost,
                    origin: Origin::Import,
                }),
                Passage::Source(span) | Passage::OfFile { span, .. } => {
                    let mut line = json!({
                        "document": id, "start": span.start.0, "end": span.end.0, "code": row.code,
                        "coder": row.coder, "intensity": row.intensity, "memo": row.memo,
                    });
                    if let Passage::OfFile { file, .. } = &row.passage {
                        line["file"] = json!(file);
                    }
                    by_place.push_str(&line.to_string());
                    by_place.push('\n');
                }
            }
        }
        let name = format!("{}/{}", self.folders.codings, self.names.of(id.as_str()));
        if !codings.is_empty() {
            self.put(&format!("{name}.tsv"), coding_table::write(&codings, true).as_bytes())?;
        }
        if !by_place.is_empty() {
            self.put(&format!("{name}.jsonl"), by_place.as_bytes())?;
        }
        Ok(())
    }

    async fn codebook(&mut self) -> Result<(), AppError> {
        let codebook = self.context.store.codebook().await?;
        for (position, theme) in (1..).zip(&codebook.themes) {
            // Themes stand in the order of their files' names.
            let name = format!("{}/{position:02}-{}.md", self.folders.codebook, file_name(theme.id.as_str()));
            self.put(&name, write_theme(theme).as_bytes())?;
        }
        Ok(())
    }
}

/// The file names given so far, so that no interview is written over another.
#[derive(Default)]
pub(super) struct Names {
    given: BTreeMap<String, String>,
}

impl Names {
    /// Gives the file name of an interview, always the same one. Some systems take `e01` for `E01`.
    pub(super) fn of(&mut self, id: &str) -> String {
        let plain = file_name(id);
        let numbered = (2..).map(|number| format!("{plain}-{number}"));
        for name in std::iter::once(plain.clone()).chain(numbered) {
            let owner = self.given.entry(name.to_lowercase()).or_insert_with(|| id.to_owned());
            if owner == id {
                return name;
            }
        }
        plain
    }
}

/// Makes a file name of an identifier, for every system.
fn file_name(id: &str) -> String {
    let kept: String =
        id.chars()
            .map(|letter| {
                if letter.is_alphanumeric() || matches!(letter, '-' | '_' | '.' | ' ') { letter } else { '_' }
            })
            .collect();
    let kept = kept.trim_matches([' ', '.']).to_owned();
    if kept.is_empty() { "_".to_owned() } else { kept }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_interview_is_written_over_another() {
        let mut names = Names::default();
        let given = ["a/b", "a:b", "A_B", "a/b"].map(|id| names.of(id));
        assert_eq!(given, ["a_b", "a_b-2", "A_B-3", "a_b"]);
    }

    #[test]
    fn a_file_name_never_leaves_its_folder() {
        assert_eq!(file_name("../../etc/passwd"), "_.._etc_passwd");
        assert_eq!(file_name("E01"), "E01");
        assert_eq!(file_name(".."), "_");
    }
}
