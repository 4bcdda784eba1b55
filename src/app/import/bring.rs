//! Interviews chosen on a page: looked at, then put in the study's folder and imported, with the roles
//! that were set for their speakers.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::preview::{Preview, of_bytes, settings};
use super::read::{ImportOptions, import_with};
use crate::app::context::Context;
use crate::app::error::AppError;
use crate::domain::transcript::Casting;
use crate::domain::{Diagnostic, Place, TranscriptId};
use crate::exchange::{folder, transcript};
use crate::text::Fingerprint;

/// Longest name of a file, in scalar values: what most disks take, with room to spare.
const LONGEST_NAME: usize = 120;

/// A file of the study's folder that is not imported as it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Waiting {
    /// As it would be understood.
    pub preview: Preview,
    /// Whether an earlier state of it is imported.
    pub is_changed: bool,
}

/// A file to bring into the study.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Brought {
    /// Its name; for a file that lies in the study's folder already, its path there.
    pub name: String,
    /// What it holds; none: it lies in the folder already.
    pub bytes: Option<Vec<u8>>,
    /// What was set for its speakers.
    pub casting: Casting,
    /// Whether it is taken in although it holds direct identifiers of persons.
    pub is_permitted: bool,
}

/// What was brought in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Arrived {
    /// The operation of the import; none when everything was there.
    pub operation: Option<i64>,
    /// The interviews that are new, or have a new version.
    pub transcripts: Vec<TranscriptId>,
}

/// Lists the interviews in the study's folder that are not imported, or changed since.
///
/// # Errors
/// The settings, a folder or the database cannot be read.
pub async fn waiting(context: &Context) -> Result<Vec<Waiting>, AppError> {
    let settings = settings(&context.folder)?;
    let roles = settings.speaker_roles();
    let known: BTreeMap<String, Fingerprint> =
        context.store.sources().await?.into_iter().map(|source| (source.path, source.fingerprint)).collect();
    let mut waiting = Vec::new();
    let transcripts = context.folder.join(&settings.folders.transcripts);
    for path in folder::list(&transcripts, transcript::EXTENSIONS)? {
        let name = folder::name_in(&context.folder, &path);
        let bytes = folder::read(&path)?;
        let before = known.get(&name);
        if before.is_none_or(|before| *before != Fingerprint::of(&bytes)) {
            waiting.push(Waiting { preview: of_bytes(name, &bytes, &roles), is_changed: before.is_some() });
        }
    }
    Ok(waiting)
}

/// Tells what would be understood of a file that is not in the study; writes nothing.
///
/// # Errors
/// The settings cannot be read.
pub fn look_at(study: &Path, name: &str, bytes: &[u8]) -> Result<Preview, AppError> {
    let settings = settings(study)?;
    let mut preview = of_bytes(name.to_owned(), bytes, &settings.speaker_roles());
    if let Err(fault) = place(study, &settings.folders.transcripts, name, bytes) {
        preview.diagnostics.push(fault);
    }
    Ok(preview)
}

/// Puts files in the study's folder of interviews and imports them, all or none, as one operation.
///
/// # Errors
/// `Refused` when a name cannot be one, is another file's, or a file has an error: then the files that
/// were put are taken away again. The casting of a speaker that is not there, the disk, the database.
pub async fn bring(context: &Context, brought: Vec<Brought>) -> Result<Arrived, AppError> {
    let settings = settings(&context.folder)?;
    let (mut castings, mut permitted) = (BTreeMap::new(), BTreeSet::new());
    let mut paths = Vec::new();
    let mut to_write = Vec::new();
    let mut faults = Vec::new();
    for Brought { name, bytes, casting, is_permitted } in brought {
        let path = match &bytes {
            Some(bytes) => match place(&context.folder, &settings.folders.transcripts, &name, bytes) {
                Ok(path) => path,
                Err(fault) => {
                    faults.push(fault);
                    continue;
                }
            },
            None => lying(&context.folder, &settings.folders.transcripts, &name)?,
        };
        let named = folder::name_in(&context.folder, &path);
        if is_permitted {
            permitted.insert(named.clone());
        }
        castings.insert(named, casting);
        if let Some(bytes) = bytes.filter(|_| !path.exists()) {
            to_write.push((path.clone(), bytes));
        }
        paths.push(path);
    }
    if !faults.is_empty() {
        return Err(AppError::Refused(faults));
    }
    let mut written = Vec::new();
    for (path, bytes) in to_write {
        if let Err(error) = folder::write(&path, &bytes) {
            take_away(&written);
            return Err(error.into());
        }
        written.push(path);
    }
    let options = ImportOptions { castings, permitted, ..ImportOptions::default() };
    let outcome = import_with(context, &paths, &options).await;
    if outcome.is_err() {
        take_away(&written);
    }
    let operation = outcome?.operation;
    let transcripts = match operation {
        Some(operation) => context.store.transcripts_touched(operation).await?,
        None => Vec::new(),
    };
    Ok(Arrived { operation, transcripts })
}

/// Takes files away again; one that cannot be is left, and told by the next visit of the page.
fn take_away(written: &[PathBuf]) {
    for path in written {
        folder::remove(path).unwrap_or_default();
    }
}

/// Tells where a file goes.
fn place(study: &Path, transcripts: &str, name: &str, bytes: &[u8]) -> Result<PathBuf, Diagnostic> {
    let fault = |key| Diagnostic::error(Place::file(name), key);
    let is_hidden = name.starts_with('.') || name.trim() != name;
    let leads_away = name.chars().any(|c| c.is_control() || "/\\:*?\"<>|".contains(c)) || name.ends_with('.');
    if name.is_empty() || is_hidden || leads_away || name.chars().count() > LONGEST_NAME {
        return Err(fault("upload-name"));
    }
    if !folder::has_extension(Path::new(name), transcript::EXTENSIONS) {
        return Err(fault("upload-kind").with("kinds", transcript::EXTENSIONS.join(", ")));
    }
    let path = study.join(transcripts).join(name);
    if path.exists() && !folder::read(&path).is_ok_and(|known| known == bytes) {
        return Err(fault("upload-exists").with("folder", transcripts));
    }
    Ok(path)
}

/// Finds a file of the folder by its path in the study; nothing else can be named.
fn lying(study: &Path, transcripts: &str, name: &str) -> Result<PathBuf, AppError> {
    let known = folder::list(&study.join(transcripts), transcript::EXTENSIONS)?;
    let found = known.into_iter().find(|path| folder::name_in(study, path) == name);
    found.ok_or_else(|| AppError::Unknown { kind: "transcript", name: name.to_owned(), nearest: None })
}
