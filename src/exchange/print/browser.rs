//! Prints a page with a browser: its own profile, no network, a limit of time.

use std::ffi::OsString;
use std::path::Path;
use std::process::Command;

use super::place::browsers;
use super::printed::{PrintError, Printed, first_of};
use super::room::{LIMIT, Room, address};

/// Prints a page of HTML as a tagged PDF with an outline, its dates taken out.
///
/// `hidden` is a folder for what the browser needs meanwhile; it is left as it was. `chosen` is the
/// browser to use; none: the first found on this machine that prints.
///
/// # Errors
/// No browser is found, or it fails or takes more than three minutes, or the disk fails.
pub fn print(page: &str, hidden: &Path, chosen: Option<&Path>) -> Result<Printed, PrintError> {
    let room = Room::with(hidden, "page.html", page.as_bytes())?;
    match chosen {
        Some(program) => Ok(Printed { bytes: walled(&room, program)?, program: program.to_owned() }),
        None => first_of(browsers(), PrintError::NoBrowser, |program| walled(&room, program)),
    }
}

/// Prints behind the browser's own walls, else without: they cannot be put up in every container.
/// The page has no script and asks for nothing, so that the walls guard from nothing here.
fn walled(room: &Room, program: &Path) -> Result<Vec<u8>, PrintError> {
    let run = |is_walled| {
        let mut command = Command::new(program);
        command.args(arguments(room, is_walled));
        room.run(command, "page.pdf", LIMIT)
    };
    match run(true) {
        Err(PrintError::Failed { .. }) => run(false),
        other => other,
    }
}

fn arguments(room: &Room, is_walled: bool) -> Vec<OsString> {
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
    arguments.push(option("--user-data-dir=", &room.path("profile")));
    arguments.push(option("--print-to-pdf=", &room.path("page.pdf")));
    arguments.push(address(&room.path("page.html")).into());
    arguments
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::folder;

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
