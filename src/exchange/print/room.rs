//! The folder of one printing, and the program that runs in it: what it wrote, what it said, how long it may take.

use std::io;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::Duration;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use super::PrintError;
use super::metadata::untold;
use crate::exchange::folder;

/// How long a document may take: a report of a thousand interviews takes less than a minute.
pub(super) const LIMIT: Duration = Duration::from_secs(180);
/// How often a program at work is looked at.
const PAUSE: Duration = Duration::from_millis(50);

/// What cannot stand in an address as it is.
const IN_PATH: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'#').add(b'%').add(b'<').add(b'>').add(b'?');

/// The folder of one printing; it goes away with it.
pub(super) struct Room(PathBuf);

impl Drop for Room {
    #[expect(clippy::disallowed_methods, reason = "this adapter removes what it made")]
    fn drop(&mut self) {
        for _ in 0..20 {
            // A part of the program may still write while it closes.
            match std::fs::remove_dir_all(&self.0) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => std::thread::sleep(PAUSE),
                _ => return,
            }
        }
    }
}

impl Room {
    /// Makes a room in a folder, with the document to print.
    pub(super) fn with(hidden: &Path, document: &str, bytes: &[u8]) -> Result<Self, PrintError> {
        // An address needs the whole path.
        let hidden = std::path::absolute(hidden).unwrap_or_else(|_| hidden.to_owned());
        let room = Self(hidden.join(format!("print-{}", std::process::id())));
        folder::write(&room.path(document), bytes)?;
        Ok(room)
    }

    /// Returns the path of a file of the room.
    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// Runs a program that writes `printed`, and returns that PDF without its dates.
    pub(super) fn run(
        &self,
        mut command: Command,
        printed: &str,
        limit: Duration,
    ) -> Result<Vec<u8>, PrintError> {
        let program = PathBuf::from(command.get_program());
        let not_started = |source| PrintError::NotStarted { program: program.clone(), source };
        let (printed, said) = (self.path(printed), self.path("said.txt"));
        folder::write(&said, b"")?;
        let told = std::fs::OpenOptions::new().append(true).open(&said).map_err(not_started)?;
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(told);
        in_family(&mut command);
        let mut child = command.spawn().map_err(not_started)?;
        let mut waited = Duration::ZERO;
        let ended: Option<ExitStatus> = loop {
            match child.try_wait().map_err(not_started)? {
                Some(status) => break Some(status),
                None if waited >= limit => break None,
                None => {
                    std::thread::sleep(PAUSE);
                    waited += PAUSE;
                }
            }
        };
        if ended.is_none() {
            end(&mut child);
            return Err(PrintError::TooLong { program, seconds: limit.as_secs() });
        }
        match folder::read(&printed) {
            Ok(bytes) if bytes.starts_with(b"%PDF-") => Ok(untold(bytes)),
            _ => {
                let text = folder::read(&said).unwrap_or_default();
                let text = String::from_utf8_lossy(&text);
                let said = text.lines().rfind(|line| !line.trim().is_empty()).unwrap_or_default();
                Err(PrintError::Failed { program, said: said.trim().to_owned() })
            }
        }
    }
}

/// Makes a program the head of a family of processes, so that those that it starts can be ended with it:
/// an office suite is a script that starts a program that starts the suite.
fn in_family(command: &mut Command) {
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(command, 0);
    #[cfg(not(unix))]
    let _: &mut Command = command;
}

/// Ends a program and all that it started. It may end by itself meanwhile: nothing is left to do then.
fn end(child: &mut Child) {
    let number = child.id();
    let mut all = if cfg!(windows) {
        let mut command = Command::new("taskkill");
        command.args(["/T", "/F", "/PID"]).arg(number.to_string());
        command
    } else {
        // The shell has this word by itself; a program of that name is not on every machine.
        let mut command = Command::new("/bin/sh");
        command.args(["-c", &format!("kill -KILL -{number}")]);
        command
    };
    drop(all.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status());
    drop(child.kill());
    drop(child.wait());
}

/// Writes the address of a file.
pub(super) fn address(path: &Path) -> String {
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

    #[cfg(unix)]
    #[test]
    fn what_takes_too_long_is_ended_with_all_that_it_started() {
        let folder = tempfile::tempdir().expect("a folder");
        let room = Room::with(folder.path(), "page.html", b"<p>").expect("a room");
        let beside = tempfile::tempdir().expect("a folder");
        let number = beside.path().join("number");
        let mut shell = Command::new("/bin/sh");
        shell.args(["-c", "sleep 300 & echo $! > \"$0\"; wait"]).arg(&number);
        let error = room.run(shell, "page.pdf", Duration::from_secs(1)).expect_err("nothing prints");
        assert!(matches!(error, PrintError::TooLong { seconds: 1, .. }), "{error:?}");
        let number = String::from_utf8(folder::read(&number).expect("its number")).expect("a number");
        // One that was ended may stand in the list until whoever adopted it has looked.
        let stands = |letter: &str| {
            let line = folder::read(Path::new(&format!("/proc/{}/stat", number.trim()))).unwrap_or_default();
            String::from_utf8_lossy(&line).contains(letter)
        };
        // Its end takes the system a moment.
        let runs = || stands(") S ") || stands(") R ");
        for _ in 0..100 {
            if runs() {
                std::thread::sleep(PAUSE);
            }
        }
        assert!(!runs(), "{number} still runs");
        drop(room);
        assert!(folder::is_empty(folder.path()).expect("it lists"));
    }
}
