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
        let mut options = OpenOptions::new();
        options.create(true).truncate(true).write(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(&self.address).map_err(failed)?;
        file.write_all(address.as_bytes()).map_err(failed)
    }
}

#[cfg(test)]
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
}
