//! What is printed, why it is not, and which program does it.

use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::exchange::folder::FileError;

/// What was printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    /// The PDF.
    pub bytes: Vec<u8>,
    /// The program that made it.
    pub program: PathBuf,
}

/// Why a document was not printed.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum PrintError {
    /// No browser was found on this machine.
    #[error("find a browser that prints")]
    NoBrowser,
    /// No office suite was found on this machine.
    #[error("find an office suite that converts")]
    NoOffice,
    /// Neither was found.
    #[error("find a browser or an office suite that prints")]
    NoProgram,
    /// The program named is not there, or does not start.
    #[error("start {}", program.display())]
    NotStarted {
        /// The program.
        program: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// It ended without a PDF.
    #[error("print with {}, which said: {said}", program.display())]
    Failed {
        /// The program.
        program: PathBuf,
        /// The last line that it wrote, may be empty.
        said: String,
    },
    /// It took too long.
    #[error("print with {} within {seconds} seconds", program.display())]
    TooLong {
        /// The program.
        program: PathBuf,
        /// The limit.
        seconds: u64,
    },
    /// A file could not be written or read.
    #[error("reach a file")]
    File(#[from] FileError),
}

/// Tries programs in turn until one prints. A command may stand for a program that is not there: after
/// one that fails comes the next, and the first failure is told if none prints.
pub(super) fn first_of(
    programs: impl Iterator<Item = PathBuf>,
    missing: PrintError,
    print: impl Fn(&Path) -> Result<Vec<u8>, PrintError>,
) -> Result<Printed, PrintError> {
    let mut failure = None;
    for program in programs {
        match print(&program) {
            Ok(bytes) => return Ok(Printed { bytes, program }),
            Err(PrintError::NotStarted { source, .. }) if source.kind() == io::ErrorKind::NotFound => {}
            Err(error @ (PrintError::NotStarted { .. } | PrintError::Failed { .. })) => {
                failure.get_or_insert(error);
            }
            Err(error) => return Err(error),
        }
    }
    Err(failure.unwrap_or(missing))
}
