//! Converts a Word file with an office suite: its own profile, nothing shown, a limit of time.

use std::path::Path;
use std::process::Command;

use super::place::offices;
use super::printed::{PrintError, Printed, first_of};
use super::room::{LIMIT, Room, address};

/// What the suite is asked for: tags and what else PDF/UA wants, an outline of the headings, the title in
/// the window; no comments.
const FILTER: &str = concat!(
    "pdf:writer_pdf_Export:{",
    r#""UseTaggedPDF":{"type":"boolean","value":"true"},"#,
    r#""PDFUACompliance":{"type":"boolean","value":"true"},"#,
    r#""ExportBookmarks":{"type":"boolean","value":"true"},"#,
    r#""DisplayPDFDocumentTitle":{"type":"boolean","value":"true"},"#,
    r#""ExportNotes":{"type":"boolean","value":"false"}"#,
    "}"
);

/// Converts a Word file to a tagged PDF with an outline, its dates taken out.
///
/// `hidden` is a folder for what the suite needs meanwhile; it is left as it was. `chosen` is the program
/// to use; none: the first found on this machine that converts.
///
/// # Errors
/// No suite is found, or it fails or takes more than three minutes, or the disk fails.
pub fn print(word: &[u8], hidden: &Path, chosen: Option<&Path>) -> Result<Printed, PrintError> {
    let room = Room::with(hidden, "document.docx", word)?;
    match chosen {
        Some(program) => Ok(Printed { bytes: convert(&room, program)?, program: program.to_owned() }),
        None => first_of(offices(), PrintError::NoOffice, |program| convert(&room, program)),
    }
}

fn convert(room: &Room, program: &Path) -> Result<Vec<u8>, PrintError> {
    let mut command = Command::new(program);
    command
        // A suite that is open keeps its own profile to itself, and would take the file to its window.
        .arg(format!("-env:UserInstallation={}", address(&room.path("profile"))))
        .args([
            "--headless",
            "--norestore",
            "--nologo",
            "--nofirststartwizard",
            "--nolockcheck",
            "--nodefault",
        ])
        .args(["--convert-to", FILTER, "--outdir"])
        .arg(room.path(""))
        .arg(room.path("document.docx"));
    room.run(command, "document.pdf", LIMIT)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::folder;

    #[test]
    fn a_suite_that_is_not_there_is_named_and_nothing_stays() {
        let folder = tempfile::tempdir().expect("a folder");
        let missing = folder.path().join("no-office");
        let error = print(b"PK", folder.path(), Some(&missing)).expect_err("nothing converts");
        assert!(matches!(error, PrintError::NotStarted { program, .. } if program == missing));
        assert!(folder::is_empty(folder.path()).expect("it lists"));
    }
}
