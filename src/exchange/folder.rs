//! The study folder and single files: listed, read, and written whole or not at all.

use std::io::{self, Read};
use std::path::{Path, PathBuf};

use thiserror::Error;

/// A failure to list, read or write a file.
#[derive(Debug, Error)]
#[error("{action} {}", path.display())]
pub struct FileError {
    /// What was tried: `read`, `write`, `list`, `remove`.
    pub action: &'static str,
    /// On which file.
    pub path: PathBuf,
    /// Why it failed.
    #[source]
    pub source: io::Error,
}

impl FileError {
    /// Names the reason for a message: `gone`, `denied`, `is-folder`, `is-file`, `large`, else the
    /// system's own words.
    pub fn reason(&self) -> String {
        let known = match self.source.kind() {
            io::ErrorKind::NotFound => "gone",
            io::ErrorKind::PermissionDenied => "denied",
            io::ErrorKind::IsADirectory => "is-folder",
            io::ErrorKind::NotADirectory => "is-file",
            io::ErrorKind::FileTooLarge => "large",
            _ => return self.source.to_string(),
        };
        known.to_owned()
    }

    /// Tells whether the user's files are the cause, not the machine.
    pub fn is_users(&self) -> bool {
        matches!(self.reason().as_str(), "gone" | "denied" | "is-folder" | "is-file" | "large")
    }
}

fn failed(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> FileError {
    let path = path.to_owned();
    move |source| FileError { action, path, source }
}

/// Larger files are refused before they are read: no interview or table of a study comes near.
pub const MAX_BYTES: u64 = 2 << 30;

/// Reads a whole file.
///
/// # Errors
/// The file cannot be read, or is larger than `MAX_BYTES`.
#[expect(clippy::disallowed_methods, reason = "this adapter is where files are read")]
pub fn read(path: &Path) -> Result<Vec<u8>, FileError> {
    let size = std::fs::metadata(path).map_err(failed("read", path))?.len();
    if size > MAX_BYTES {
        return Err(failed("read", path)(io::Error::new(
            io::ErrorKind::FileTooLarge,
            format!("{size} bytes"),
        )));
    }
    std::fs::read(path).map_err(failed("read", path))
}

/// Reads the first bytes of a file, `most` of them.
///
/// # Errors
/// The file cannot be read.
pub fn head(path: &Path, most: u64) -> Result<Vec<u8>, FileError> {
    let mut bytes = Vec::new();
    open(path)?.take(most).read_to_end(&mut bytes).map_err(failed("read", path))?;
    Ok(bytes)
}

/// Tells whether a database has changes beside its file that are not in it yet: a program has it open.
pub fn has_log(path: &Path) -> bool {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    head(Path::new(&log), 1).is_ok_and(|first| !first.is_empty())
}

/// Opens a file for reading piece by piece.
///
/// # Errors
/// The file cannot be opened.
#[expect(clippy::disallowed_methods, reason = "this adapter is where files are read")]
pub fn open(path: &Path) -> Result<std::fs::File, FileError> {
    std::fs::File::open(path).map_err(failed("read", path))
}

/// Lists the files under `folder` whose name ends with one of `extensions` (without dot), sorted.
///
/// Hidden files and folders are passed over, and so are the marks that word processors leave beside a
/// document that is open; a missing folder holds nothing. A folder named like a file is listed as one:
/// reading it says what is wrong, where passing over it would say nothing.
///
/// # Errors
/// A folder cannot be listed.
#[expect(clippy::disallowed_methods, reason = "this adapter is where folders are listed")]
pub fn list(folder: &Path, extensions: &[&str]) -> Result<Vec<PathBuf>, FileError> {
    let mut found = Vec::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(folder) = waiting.pop() {
        let entries = match std::fs::read_dir(&folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            entries => entries.map_err(failed("list", &folder))?,
        };
        for entry in entries {
            let path = entry.map_err(failed("list", &folder))?.path();
            if path.file_name().is_some_and(|name| is_passed_over(&name.to_string_lossy())) {
                continue;
            }
            if path.is_dir() && !has_extension(&path, extensions) {
                waiting.push(path);
            } else if has_extension(&path, extensions) {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

/// Tells whether a name is that of a hidden file, or of the mark of an open document: Word's begins with
/// `~$` and has the document's own ending, LibreOffice's with `.~lock.`.
fn is_passed_over(name: &str) -> bool {
    name.starts_with('.') || name.starts_with("~$")
}

/// Tells whether a file's name ends with one of `extensions`, in any case.
pub fn has_extension(path: &Path, extensions: &[&str]) -> bool {
    path.extension()
        .is_some_and(|extension| extensions.iter().any(|known| extension.eq_ignore_ascii_case(known)))
}

/// Writes a file whole or not at all: beside its place first, then moved into it.
///
/// # Errors
/// The file or its folder cannot be written; an older file of that name is then still whole.
#[expect(clippy::disallowed_methods, reason = "this adapter is where files are written")]
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    if let Some(parent) = path.parent().filter(|parent| !parent.as_os_str().is_empty()) {
        std::fs::create_dir_all(parent).map_err(failed("write", parent))?;
    }
    let mut beside = path.as_os_str().to_owned();
    beside.push(".new");
    let beside = PathBuf::from(beside);
    std::fs::write(&beside, bytes).map_err(failed("write", &beside))?;
    std::fs::rename(&beside, path).map_err(failed("write", path))
}

/// Removes a file.
///
/// # Errors
/// The file cannot be removed.
#[expect(clippy::disallowed_methods, reason = "this adapter is where files are removed")]
pub fn remove(path: &Path) -> Result<(), FileError> {
    std::fs::remove_file(path).map_err(failed("remove", path))
}

/// Makes a folder with those above it.
///
/// # Errors
/// The folder cannot be made.
#[expect(clippy::disallowed_methods, reason = "this adapter is where folders are made")]
pub fn make(path: &Path) -> Result<(), FileError> {
    std::fs::create_dir_all(path).map_err(failed("write", path))
}

/// Tells whether a folder holds nothing, or does not exist.
///
/// # Errors
/// The folder cannot be listed.
#[expect(clippy::disallowed_methods, reason = "this adapter is where folders are listed")]
pub fn is_empty(path: &Path) -> Result<bool, FileError> {
    match std::fs::read_dir(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        entries => Ok(entries.map_err(failed("list", path))?.next().is_none()),
    }
}

/// Writes a path as a study names it: relative to the study folder where it is inside, with `/`.
pub fn name_in(study: &Path, path: &Path) -> String {
    let relative = path.strip_prefix(study).unwrap_or(path);
    relative.to_string_lossy().replace('\\', "/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_open_documents_are_no_files_of_the_study() {
        let study = tempfile::tempdir().expect("a folder");
        for name in ["~$tretien 3.docx", ".~lock.entretien 3.docx#", ".cache.docx", "entretien 3.docx"] {
            write(&study.path().join("sous-dossier").join(name), b"x").expect("written");
        }
        let found = list(study.path(), &["docx", "docx#"]).expect("listed");
        assert_eq!(found, [study.path().join("sous-dossier/entretien 3.docx")]);
    }
}
