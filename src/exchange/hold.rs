//! Holding a study for one server: a locked file, and beside it the address where the holder answers.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::Write;
use std::path::{Path, PathBuf};

use super::folder::{self, FileError};

/// A held study; it is let go when this is dropped, or the process ends in whatever way.
#[derive(Debug)]
pub struct Hold {
    /// Locked as long as it is open.
    _file: File,
    address: PathBuf,
}

impl Hold {
    /// Takes hold of a study whose hidden folder is `folder`.
    ///
    /// Errors inside: where the present holder answers, empty when it has not said.
    ///
    /// # Errors
    /// The file cannot be made.
    pub fn take(folder: &Path) -> Result<Result<Self, String>, FileError> {
        let path = folder.join("serve.lock");
        let failed = |source| FileError { action: "write", path: path.clone(), source };
        let file = OpenOptions::new().create(true).truncate(false).write(true).open(&path).map_err(failed)?;
        let address = folder.join("serve.address");
        match file.try_lock() {
            Ok(()) => Ok(Ok(Self { _file: file, address })),
            Err(TryLockError::WouldBlock) => {
                let told = folder::read(&address).unwrap_or_default();
                Ok(Err(String::from_utf8_lossy(&told).trim().to_owned()))
            }
            Err(TryLockError::Error(source)) => Err(failed(source)),
        }
    }

    /// Writes where the holder answers, for its user alone: the address opens the study.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn tell(&self, address: &str) -> Result<(), FileError> {
        let failed = |source| FileError { action: "write", path: self.address.clone(), source };
        write_private(&self.address, address).map_err(failed)
    }

    /// Returns the secrets of the study's pages, made by `make` the first time: a server that comes back
    /// knows the pages that were open when it went. Removing the file `serve.secret` makes new ones.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn secrets(&self, make: impl Fn() -> String) -> Result<(String, String), FileError> {
        let path = self.address.with_extension("secret");
        let kept = folder::read(&path).unwrap_or_default();
        let kept = String::from_utf8_lossy(&kept).into_owned();
        let well_made = |text: &&str| text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        let mut lines = kept.lines().filter(well_made);
        if let (Some(first), Some(second)) = (lines.next(), lines.next()) {
            return Ok((first.to_owned(), second.to_owned()));
        }
        let (first, second) = (make(), make());
        let failed = |source| FileError { action: "write", path: path.clone(), source };
        write_private(&path, &format!("{first}\n{second}\n")).map_err(failed)?;
        Ok((first, second))
    }
}

/// Writes a file for its user alone.
fn write_private(path: &Path, text: &str) -> std::io::Result<()> {
    let mut options = OpenOptions::new();
    options.create(true).truncate(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)?.write_all(text.as_bytes())
}

#[cfg(test)]
#[allow(clippy::disallowed_methods, reason = "a test damages a file")]
mod tests {
    use super::*;

    #[test]
    fn a_second_holder_is_told_where_the_first_answers() {
        let folder = tempfile::tempdir().unwrap();
        let first = Hold::take(folder.path()).unwrap().unwrap();
        first.tell("http://127.0.0.1:1/").unwrap();
        assert_eq!(Hold::take(folder.path()).unwrap().unwrap_err(), "http://127.0.0.1:1/");
        drop(first);
        assert!(Hold::take(folder.path()).unwrap().is_ok());
    }

    #[test]
    fn a_server_that_comes_back_knows_its_pages() {
        let folder = tempfile::tempdir().unwrap();
        let count = std::cell::Cell::new(0);
        let make = || {
            count.set(count.get() + 1);
            format!("{:032x}", count.get())
        };
        let first = Hold::take(folder.path()).unwrap().unwrap().secrets(make).unwrap();
        let second = Hold::take(folder.path()).unwrap().unwrap().secrets(make).unwrap();
        assert_eq!(first, second);
        std::fs::write(folder.path().join("serve.secret"), "cut").unwrap();
        assert_ne!(Hold::take(folder.path()).unwrap().unwrap().secrets(make).unwrap(), first);
    }
}
