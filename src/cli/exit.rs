//! Exit codes: part of the interface, documented in docs/API.md.

/// How the program ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Done; also when a search or a list found nothing.
    Done = 0,
    /// The study or what was asked is at fault: a file has errors, a name is unknown.
    User = 1,
    /// The command line does not read.
    Usage = 2,
    /// A fault of propos or of the machine: database, disk.
    Internal = 70,
    /// The output could not be written.
    Output = 74,
}

impl From<Exit> for std::process::ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}
