//! Prints a page with a browser: its own profile, no network, a limit of time.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::time::Duration;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use thiserror::Error;

use super::metadata::untold;
use super::program::browsers;
use crate::exchange::folder::{self, FileError};

/// How long a page may take: a report of a thousand interviews takes less than a minute.
const LIMIT: Duration = Duration::from_secs(180);
/// How often a browser at work is looked at.
const PAUSE: Duration = Duration::from_millis(50);

/// What cannot stand in an address as it is.
const IN_PATH: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'#').add(b'%').add(b'<').add(b'>').add(b'?');

/// Why a page was not printed.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum PrintError {
    /// No browser was found on this machine.
    #[error("find a browser that prints")]
    NoBrowser,
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

/// Prints a page of HTML as a tagged PDF with an outline, its dates taken out.
///
/// `hidden` is a folder for what the browser needs meanwhile; it is left as it was. `chosen` is the
/// browser to use; none: the first found on this machine that prints.
///
/// # Errors
/// No browser is found, or it fails or takes more than three minutes, or the disk fails.
pub fn print(page: &str, hidden: &Path, chosen: Option<&Path>) -> Result<Vec<u8>, PrintError> {
    let room = Room(hidden.join(format!("print-{}", std::process::id())));
    folder::write(&room.0.join("page.html"), page.as_bytes())?;
    if let Some(program) = chosen {
        return room.print(program);
    }
    let mut failure = PrintError::NoBrowser;
    for program in browsers() {
        match room.print(&program) {
            Err(PrintError::NotStarted { source, .. }) if source.kind() == io::ErrorKind::NotFound => {}
            // A command may stand for a browser that is not there: the next one is tried.
            Err(error @ (PrintError::NotStarted { .. } | PrintError::Failed { .. })) => {
                if matches!(failure, PrintError::NoBrowser) {
                    failure = error;
                }
            }
            other => return other,
        }
    }
    Err(failure)
}

/// The folder of one printing; it goes away with it.
struct Room(PathBuf);

impl Drop for Room {
    #[expect(clippy::disallowed_methods, reason = "this adapter removes what it made")]
    fn drop(&mut self) {
        for _ in 0..20 {
            // A part of the browser may still write while it closes.
            match std::fs::remove_dir_all(&self.0) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => std::thread::sleep(PAUSE),
                _ => return,
            }
        }
    }
}

impl Room {
    /// Prints behind the browser's own walls, else without: they cannot be put up in every container.
    /// The page has no script and asks for nothing, so that the walls guard from nothing here.
    fn print(&self, program: &Path) -> Result<Vec<u8>, PrintError> {
        match self.run(program, true) {
            Err(PrintError::Failed { .. }) => self.run(program, false),
            other => other,
        }
    }

    fn run(&self, program: &Path, is_walled: bool) -> Result<Vec<u8>, PrintError> {
        let not_started = |source| PrintError::NotStarted { program: program.to_owned(), source };
        let printed = self.0.join("page.pdf");
        let said = self.0.join("said.txt");
        folder::write(&said, b"")?;
        let told = std::fs::OpenOptions::new().append(true).open(&said).map_err(not_started)?;
        let mut child = Command::new(program)
            .args(self.arguments(&printed, is_walled))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(told)
            .spawn()
            .map_err(not_started)?;
        let mut waited = Duration::ZERO;
        let ended: Option<ExitStatus> = loop {
            match child.try_wait().map_err(not_started)? {
                Some(status) => break Some(status),
                None if waited >= LIMIT => break None,
                None => {
                    std::thread::sleep(PAUSE);
                    waited += PAUSE;
                }
            }
        };
        if ended.is_none() {
            // It may end by itself meanwhile: nothing is left to do then.
            drop(child.kill());
            drop(child.wait());
            return Err(PrintError::TooLong { program: program.to_owned(), seconds: LIMIT.as_secs() });
        }
        match folder::read(&printed) {
            Ok(bytes) if bytes.starts_with(b"%PDF-") => Ok(untold(bytes)),
            _ => {
                let text = folder::read(&said).unwrap_or_default();
                let text = String::from_utf8_lossy(&text);
                let said = text.lines().rfind(|line| !line.trim().is_empty()).unwrap_or_default();
                Err(PrintError::Failed { program: program.to_owned(), said: said.trim().to_owned() })
            }
        }
    }

    fn arguments(&self, printed: &Path, is_walled: bool) -> Vec<OsString> {
        let option = |name: &str, value: &Path| {
            let mut text = OsString::from(name);
            text.push(value);
            text
        };
        let mut arguments: Vec<OsString> = [
            "--headless",
            "--disable-gpu",
            "--no-first-run",
            "--no-default-browser-check",
            "--disable-extensions",
            "--disable-sync",
            "--disable-component-update",
            "--disable-background-networking",
            "--disable-quic",
            // Nothing outside is reached, whatever a page or a browser may ask for.
            "--host-resolver-rules=MAP * ~NOTFOUND",
            // What stands as the program in the file's properties; else it names the system too.
            "--user-agent=propos",
            "--export-tagged-pdf",
            "--generate-pdf-document-outline",
            "--no-pdf-header-footer",
        ]
        .map(OsString::from)
        .into();
        if !is_walled {
            arguments.push("--no-sandbox".into());
        }
        arguments.push(option("--user-data-dir=", &self.0.join("profile")));
        arguments.push(option("--print-to-pdf=", printed));
        arguments.push(address(&self.0.join("page.html")).into());
        arguments
    }
}

/// Writes the address of a file.
fn address(path: &Path) -> String {
    let path = path.to_string_lossy().replace('\\', "/");
    let path = utf8_percent_encode(path.trim_start_matches('/'), IN_PATH);
    format!("file:///{path}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_holds_every_name() {
        assert_eq!(address(Path::new("/home/é a/50 %.html")), "file:///home/%C3%A9%20a/50%20%25.html");
        assert_eq!(address(Path::new(r"C:\a\b.html")), "file:///C:/a/b.html");
    }

    #[test]
    fn a_program_that_is_not_there_is_named_and_nothing_stays() {
        let folder = tempfile::tempdir().expect("a folder");
        let missing = folder.path().join("no-browser");
        let error = print("<p>", folder.path(), Some(&missing)).expect_err("nothing prints");
        assert!(matches!(error, PrintError::NotStarted { program, .. } if program == missing));
        assert!(folder::is_empty(folder.path()).expect("it lists"));
    }

    #[cfg(unix)]
    #[test]
    fn a_program_that_prints_nothing_is_told_with_its_last_words() {
        let folder = tempfile::tempdir().expect("a folder");
        let error = print("<p>", folder.path(), Some(Path::new("ls"))).expect_err("nothing prints");
        let PrintError::Failed { said, .. } = error else { panic!("{error:?}") };
        assert!(!said.is_empty());
    }
}
