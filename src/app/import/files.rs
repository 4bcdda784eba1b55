//! Which files an import looks at, and what each holds.

use std::path::{Path, PathBuf};

use crate::app::context::NOTEBOOK_FOLDER;
use crate::app::error::AppError;
use crate::domain::settings::Folders;
use crate::domain::{Diagnostic, Place};
use crate::exchange::survey::SurveyKind;
use crate::exchange::{folder, iramuteq_corpus, transcript};
use crate::store::SourceKind;

/// Names of themes.
const THEMES: &[&str] = &["md", "markdown"];
/// Names of coding tables.
const TABLES: &[&str] = &["tsv", "csv", "jsonl", "xlsx", "xlsm", "xls", "ods"];
/// Names of other programs' projects and codebooks.
pub(super) const EXCHANGE: &[&str] =
    &["qdpx", "qde", "qdc", "sqlite3", "sqlite", "qda", "sav", "zsav", "por", "dta", "sas7bdat"];

/// The files to look at, each list sorted by path.
#[derive(Clone, Debug, Default)]
pub(super) struct Files {
    /// Interviews.
    pub(super) transcripts: Vec<PathBuf>,
    /// Documents among them that cannot be read.
    pub(super) unread: Vec<PathBuf>,
    /// Themes.
    pub(super) codebook: Vec<PathBuf>,
    /// Coding tables.
    pub(super) codings: Vec<PathBuf>,
    /// The notebook: memos, decisions, rounds, saved queries.
    pub(super) notebook: Vec<PathBuf>,
    /// Projects and codebooks of other programs.
    pub(super) exchange: Vec<PathBuf>,
    /// Exports of survey programs.
    pub(super) surveys: Vec<(PathBuf, SurveyKind)>,
    /// Whether the questionnaire is looked at.
    pub(super) questionnaire: bool,
    /// Whether the administrative records are looked at.
    pub(super) administrative: bool,
}

/// Lists everything in the study's folders.
pub(super) fn of_study(study: &Path, folders: &Folders) -> Result<Files, AppError> {
    let mut codings = folder::list(&study.join(&folders.codings), TABLES)?;
    // The generator of test corpora writes its codings beside the transcripts' folder.
    let beside = study.join("codings.jsonl");
    if beside.is_file() {
        codings.push(beside);
    }
    let texts = folder::list(&study.join(&folders.transcripts), transcript::EXTENSIONS)?;
    let (corpora, transcripts) = texts.into_iter().partition(|path| is_corpus(path));
    Ok(Files {
        unread: unread(folder::list(&study.join(&folders.transcripts), transcript::UNREAD)?),
        transcripts,
        codebook: folder::list(&study.join(&folders.codebook), THEMES)?,
        codings,
        notebook: folder::list(&study.join(NOTEBOOK_FOLDER), &["jsonl"])?,
        // What another program wrote is read when it is named, not because it lies there; a corpus among the
        // interviews is no interview.
        exchange: corpora,
        surveys: Vec::new(),
        questionnaire: true,
        administrative: true,
    })
}

/// Lists what the given paths hold, wherever they lie; a folder gives all its files.
pub(super) fn of_paths(study: &Path, folders: &Folders, paths: &[PathBuf]) -> Result<Files, AppError> {
    let mut files = Files::default();
    for path in paths {
        let path = study.join(path);
        if path.is_dir() {
            files.unread.extend(unread(folder::list(&path, transcript::UNREAD)?));
        }
        let members = if let Some(inner) = database_in(&path) {
            vec![inner]
        } else if path.is_dir() {
            folder::list(&path, &[transcript::EXTENSIONS, TABLES, EXCHANGE].concat())?
        } else {
            vec![path]
        };
        for member in members {
            let member = database_in(&member).unwrap_or(member);
            match kind(study, folders, &member)? {
                SourceKind::Transcript => files.transcripts.push(member),
                SourceKind::Codebook => files.codebook.push(member),
                SourceKind::Codings => match survey_of(study, folders, &member) {
                    Some(kind) => files.surveys.push((member, kind)),
                    None => files.codings.push(member),
                },
                SourceKind::Questionnaire => files.questionnaire = true,
                SourceKind::Administrative => files.administrative = true,
                SourceKind::Notebook => files.notebook.push(member),
                SourceKind::Exchange => files.exchange.push(member),
                SourceKind::Settings => {}
            }
        }
    }
    for list in [
        &mut files.transcripts,
        &mut files.unread,
        &mut files.codebook,
        &mut files.codings,
        &mut files.notebook,
        &mut files.exchange,
    ] {
        list.sort();
        list.dedup();
    }
    Ok(files)
}

/// Keeps the documents of which no copy lies beside them that is read, under the same name.
fn unread(documents: Vec<PathBuf>) -> Vec<PathBuf> {
    let has_copy =
        |path: &PathBuf| transcript::EXTENSIONS.iter().any(|ending| path.with_extension(ending).is_file());
    documents.into_iter().filter(|path| !has_copy(path)).collect()
}

/// Says that a document is not read, and what to do.
pub(super) fn tell_unread(study: &Path, path: &Path) -> Diagnostic {
    let ending = transcript::unread(path).unwrap_or_default();
    Diagnostic::warning(Place::file(folder::name_in(study, path)), "document-unread").with("ending", ending)
}

/// Tells what a file holds: by its folder in the study, else by its name and first lines.
fn kind(study: &Path, folders: &Folders, path: &Path) -> Result<SourceKind, AppError> {
    let inside = |name: &str| path.starts_with(study.join(name));
    if folder::has_extension(path, EXCHANGE) {
        return Ok(SourceKind::Exchange);
    }
    if path == study.join("study.toml") {
        return Ok(SourceKind::Settings);
    }
    if inside(&folders.questionnaire) {
        return Ok(SourceKind::Questionnaire);
    }
    if inside(&folders.administrative) {
        return Ok(SourceKind::Administrative);
    }
    if inside(NOTEBOOK_FOLDER) {
        return Ok(SourceKind::Notebook);
    }
    if folder::has_extension(path, TABLES) || inside(&folders.codings) {
        return Ok(SourceKind::Codings);
    }
    if is_corpus(path) {
        return Ok(SourceKind::Exchange);
    }
    let is_theme = inside(&folders.codebook)
        || (!inside(&folders.transcripts) && folder::read(path).is_ok_and(|bytes| begins_as_theme(&bytes)));
    Ok(if is_theme { SourceKind::Codebook } else { SourceKind::Transcript })
}

/// Tells whose export a table is that lies outside the folder of codings and has none of their columns.
fn survey_of(study: &Path, folders: &Folders, path: &Path) -> Option<SurveyKind> {
    let is_lines = folder::has_extension(path, &["jsonl"]);
    if is_lines || path.starts_with(study.join(&folders.codings)) {
        return None;
    }
    super::survey::recognise(path, None)
}

/// Returns the database in the folder of a QualCoder project.
fn database_in(path: &Path) -> Option<PathBuf> {
    let inner = path.join("data.qda");
    (path.is_dir() && inner.is_file()).then_some(inner)
}

/// Tells whether a text file holds many interviews, each after a line of starred variables.
fn is_corpus(path: &Path) -> bool {
    folder::has_extension(path, &["txt"])
        && folder::head(path, 2_000)
            .is_ok_and(|head| iramuteq_corpus::is_corpus(&String::from_utf8_lossy(&head)))
}

/// Tells whether front matter with a `theme:` opens the file: no interview has that key.
fn begins_as_theme(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(2_000)]);
    let mut lines = head.trim_start_matches('\u{feff}').lines();
    lines.next().is_some_and(|first| first.trim_end() == "---")
        && lines.take_while(|line| line.trim_end() != "---").any(|line| line.starts_with("theme:"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_that_is_not_read_is_told_unless_a_copy_of_it_is() {
        let study = tempfile::tempdir().expect("a folder");
        for name in ["E01.doc", "E02.DOC", "E02.docx", "E03.Pages", "E04.docm", "E05.text", "E01.mp3"] {
            folder::write(&study.path().join("transcripts").join(name), b"x").expect("written");
        }
        let listed = |files: Files| {
            let told = files.unread.iter().map(|path| tell_unread(study.path(), path).to_string());
            (files.transcripts.len(), told.collect::<Vec<_>>())
        };
        let told = ["doc", "pages"].map(|ending| format!(" warning: document-unread ending=\"{ending}\""));
        let told =
            vec![format!("transcripts/E01.doc:{}", told[0]), format!("transcripts/E03.Pages:{}", told[1])];
        let folders = Folders::default();
        let expected = (3, told);
        assert_eq!(listed(of_study(study.path(), &folders).expect("listed")), expected);
        let named = of_paths(study.path(), &folders, &["transcripts".into()]).expect("listed");
        assert_eq!(listed(named), expected);
    }

    #[test]
    fn a_theme_is_told_from_an_interview_by_its_front_matter() {
        assert!(begins_as_theme(b"---\ntheme: a\n---\n"));
        assert!(begins_as_theme("\u{feff}---\r\ntitle: x\r\ntheme: a\r\n---\r\n".as_bytes()));
        assert!(!begins_as_theme(b"---\nid: E01\n---\ntheme: a\n"));
    }
}
