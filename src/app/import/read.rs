//! The import from its first file to its commit.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde_json::json;

use super::files::{self, Files};
use super::outcome::{FileStatus, ImportOutcome, ImportedFile};
use crate::app::context::Context;
use crate::app::error::AppError;
use crate::domain::settings::StudySettings;
use crate::domain::transcript::Casting;
use crate::domain::{Diagnostic, Place, diagnostic};
use crate::exchange::folder::{self, FileError};
use crate::exchange::identifiers::{hide, is_one};
use crate::exchange::table::{LocateError, Located, locate};
use crate::store::{Change, Source, SourceKind, Store};
use crate::text::Fingerprint;

/// How an import goes otherwise than usual.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportOptions {
    /// Takes in files that hold direct identifiers of persons (NIR, telephone, address…), and notes it.
    pub allow_identifiers: bool,
    /// The files, by path in the study, that are taken in although they hold some; noted too.
    pub permitted: BTreeSet<String>,
    /// The sheet to read in workbooks given by their paths; none: the first that holds a table.
    pub sheet: Option<String>,
    /// What is set for the speakers of interviews, by the file's path in the study.
    pub castings: BTreeMap<String, Casting>,
}

/// An import under way.
pub(super) struct Import<'a> {
    /// The study.
    pub(super) context: &'a Context,
    /// What the user asks for.
    pub(super) options: &'a ImportOptions,
    /// What is known of the files.
    known: BTreeMap<String, Source>,
    /// The operation, opened at the first thing to write.
    change: Option<Change>,
    /// Files read, noted at the end.
    read: Vec<(SourceKind, Source)>,
    /// What was done so far.
    pub(super) outcome: ImportOutcome,
}

/// A file's bytes with what is known of them.
pub(super) struct FileBytes {
    /// Path as the study names it.
    pub(super) name: String,
    /// Whole content.
    pub(super) bytes: Vec<u8>,
    /// Of the bytes.
    pub(super) fingerprint: Fingerprint,
    /// Compared with what is known.
    pub(super) status: FileStatus,
}

/// Imports the study's folder, or the given files into it.
///
/// # Errors
/// `Refused` when any file has an error; then nothing is written.
pub async fn import(context: &Context, paths: &[PathBuf]) -> Result<ImportOutcome, AppError> {
    import_with(context, paths, &ImportOptions::default()).await
}

/// Imports the study's folder, or the given files into it, as the options say.
///
/// # Errors
/// As for [`import`].
pub async fn import_with(
    context: &Context,
    paths: &[PathBuf],
    options: &ImportOptions,
) -> Result<ImportOutcome, AppError> {
    let sources = context.store.sources().await?;
    let known = sources.into_iter().map(|source| (source.path.clone(), source)).collect();
    let mut import =
        Import { context, options, known, change: None, read: Vec::new(), outcome: ImportOutcome::default() };
    let settings = import.settings().await?;
    let files = if paths.is_empty() {
        files::of_study(&context.folder, &settings.folders)?
    } else {
        files::of_paths(&context.folder, &settings.folders, paths)?
    };
    import.all(&settings, &files).await?;
    import.finish().await
}

/// Reads every file as `import` would, into a study that is thrown away; returns what it found.
///
/// # Errors
/// A file cannot be reached. Findings are no error here.
pub async fn check(folder: &Path) -> Result<Vec<Diagnostic>, AppError> {
    let context = Context {
        folder: folder.to_owned(),
        store: Store::in_memory().await?,
        coder: "check".into(),
        clock: crate::app::clock::Clock::System,
        progress: Box::new(crate::progress::Silent),
    };
    match import(&context, &[]).await {
        Ok(outcome) => Ok(outcome.diagnostics),
        Err(AppError::Refused(diagnostics)) => Ok(diagnostics),
        Err(error) => Err(error),
    }
}

impl Import<'_> {
    async fn all(&mut self, settings: &StudySettings, files: &Files) -> Result<(), AppError> {
        let unread = files.unread.iter().map(|path| files::tell_unread(&self.context.folder, path));
        self.outcome.diagnostics.extend(unread);
        let codebook = self.codebook(settings, &files.codebook).await?;
        self.interviews(settings, codebook, &files.transcripts, &files.codings).await?;
        self.exchange(settings, &files.exchange).await?;
        self.surveys(&files.surveys);
        if files.questionnaire {
            self.questionnaire(settings).await?;
        }
        if files.administrative {
            self.casework(settings).await?;
        }
        self.notebook(&files.notebook).await
    }

    /// Ends the import: refuses it if anything is wrong, else makes it durable.
    async fn finish(mut self) -> Result<ImportOutcome, AppError> {
        hide(&mut self.outcome.diagnostics);
        self.outcome.diagnostics.sort_by(|a, b| a.place.cmp(&b.place));
        if diagnostic::has_error(&self.outcome.diagnostics) {
            return Err(AppError::Refused(self.outcome.diagnostics));
        }
        let read = std::mem::take(&mut self.read);
        if !read.is_empty() {
            self.change().await?.put_sources(&read).await?;
        }
        if let Some(change) = self.change {
            let outcome = &self.outcome;
            let summary = json!({
                "new": outcome.count(FileStatus::New),
                "changed": outcome.count(FileStatus::Changed),
                "codings_added": outcome.codings_added,
                "codings_removed": outcome.codings_removed,
                "unplaced": outcome.unplaced,
                "identifiers": outcome.identifiers,
                "verdicts": outcome.verdicts,
            });
            self.outcome.operation = Some(change.commit(&summary).await?);
        }
        Ok(self.outcome)
    }

    /// Lends the open operation, opening it if this is the first thing to write.
    pub(super) async fn change(&mut self) -> Result<&mut Change, AppError> {
        if self.change.is_none() {
            let Context { clock, coder, store, .. } = self.context;
            let change = store.begin(&clock.identifier(), &clock.now(), coder.as_str(), "import").await?;
            self.change = Some(change);
        }
        self.change.as_mut().ok_or(AppError::Empty { missing: "operation" })
    }

    /// Reads a file and compares it with what is known; `settings` is whatever else decides what is
    /// read from it. None when it cannot be read, which is then among the findings.
    pub(super) fn open(&mut self, path: &Path, kind: SourceKind, settings: &str) -> Option<FileBytes> {
        let bytes = match folder::read(path) {
            Ok(bytes) => bytes,
            Err(error) => {
                self.unreachable(&error);
                return None;
            }
        };
        let name = folder::name_in(&self.context.folder, path);
        let fingerprint = Fingerprint::of(&bytes);
        let status = self.compare(&name, kind, &fingerprint, settings);
        Some(FileBytes { name, bytes, fingerprint, status })
    }

    /// Opens a table, of text or in a workbook; `declared` is the sheet that the study's settings name.
    /// None when it cannot be read, which is then among the findings.
    pub(super) fn table(&mut self, path: &Path, declared: Option<&str>) -> Option<Located> {
        let name = folder::name_in(&self.context.folder, path);
        match locate(path, &name, declared.or(self.options.sheet.as_deref())) {
            Ok(located) => return Some(located),
            Err(LocateError::File(error)) => self.unreachable(&error),
            Err(LocateError::Workbook(fault)) => self.outcome.diagnostics.push(fault),
        }
        None
    }

    /// Says that a file cannot be reached, as a finding among the others: the rest is still read.
    pub(super) fn unreachable(&mut self, error: &FileError) {
        let name = folder::name_in(&self.context.folder, &error.path);
        let found = Diagnostic::error(Place::file(name), "file-unreachable").with("reason", error.reason());
        self.outcome.diagnostics.push(found);
    }

    /// Compares a file with what is known of it, and notes it among the files looked at.
    pub(super) fn compare(
        &mut self,
        name: &str,
        kind: SourceKind,
        fingerprint: &Fingerprint,
        settings: &str,
    ) -> FileStatus {
        let status = match self.known.get(name) {
            None => FileStatus::New,
            Some(known) if known.fingerprint == *fingerprint && known.context == settings => {
                FileStatus::Unchanged
            }
            Some(_) => FileStatus::Changed,
        };
        self.outcome.files.push(ImportedFile {
            path: name.to_owned(),
            kind: kind.name(),
            status,
            speakers: Vec::new(),
            turns: None,
        });
        status
    }

    /// Notes that a file was read and what its reading found.
    pub(super) fn note(
        &mut self,
        kind: SourceKind,
        name: &str,
        fingerprint: &Fingerprint,
        settings: &str,
        mut diagnostics: Vec<Diagnostic>,
    ) {
        hide(&mut diagnostics);
        self.outcome.diagnostics.extend(diagnostics.iter().cloned());
        let source = Source {
            path: name.to_owned(),
            kind: kind.name().to_owned(),
            fingerprint: fingerprint.clone(),
            context: settings.to_owned(),
            diagnostics,
        };
        self.read.push((kind, source));
    }

    /// Tells whether a text was read from a file.
    pub(super) fn is_of_a_file(&self, fingerprint: &Fingerprint) -> bool {
        self.known.values().any(|known| known.fingerprint == *fingerprint)
    }

    /// Tells whether a file had these bytes when it was last read.
    pub(super) fn has_said(&self, name: &str, fingerprint: &Fingerprint) -> bool {
        self.known.get(name).is_some_and(|known| known.fingerprint == *fingerprint)
    }

    /// Tells whether these bytes were read before although they hold identifiers of persons.
    pub(super) fn was_permitted(&self, name: &str, fingerprint: &Fingerprint) -> bool {
        self.has_said(name, fingerprint)
            && self.known.get(name).is_some_and(|known| known.diagnostics.iter().any(is_one))
    }

    /// Repeats what the last reading of an unchanged file found.
    pub(super) fn recall(&mut self, name: &str) {
        if let Some(known) = self.known.get(name) {
            self.outcome.diagnostics.extend(known.diagnostics.iter().cloned());
        }
    }
}
