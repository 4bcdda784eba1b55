//! The bytes of an interview to a transcript.

use std::path::Path;

use crate::domain::diagnostic::{Diagnostic, Place};
use crate::domain::transcript::{ParsedTranscript, Roles, Written, parse, parse_written};
use crate::exchange::{folder, html, identifiers, office, pdf, subtitle, text};

/// Endings of files that may be interviews.
pub const EXTENSIONS: &[&str] = &[
    "md", "markdown", "txt", "text", "docx", "docm", "odt", "rtf", "pdf", "html", "htm", "otr", "srt", "vtt",
];

/// Endings of documents that are not read: passing over them in silence would lose an interview.
/// Recordings lie beside their transcripts in most studies, and nobody takes them for text.
pub const UNREAD: &[&str] =
    &["doc", "dot", "dotx", "dotm", "pages", "wps", "wpd", "gdoc", "sxw", "ott", "fodt"];

/// Returns the ending of a document that is not read, as [`UNREAD`] writes it.
pub fn unread(path: &Path) -> Option<&'static str> {
    UNREAD.iter().copied().find(|ending| folder::has_extension(path, &[ending]))
}

/// How a file of an interview was understood.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// What it is: `markdown`, `text`, `subtitle`, `docx`, `odt`, `rtf`, `pdf`, `html`, `otr`.
    pub format: &'static str,
    /// The encoding of its text; none where the format itself says so.
    pub encoding: Option<&'static str>,
    /// The transcript with what was doubtful.
    pub parsed: ParsedTranscript,
    /// Direct identifiers of persons, as errors with their places.
    pub identifiers: Vec<Diagnostic>,
}

/// Reads an interview from its file's bytes.
///
/// A wrong ending does not mislead: a Word file called `.txt` is read as a Word file. What cannot be
/// read is told in the diagnostics, and there is no transcript then.
pub fn read(path: &str, bytes: &[u8], roles: &Roles) -> Reading {
    let office = |format, read: Result<(Written, Vec<Diagnostic>), Diagnostic>| match read {
        Ok((written, told)) => {
            let parsed = from_written(path, &written, told, roles);
            let identifiers = seek(path, written.text(), &parsed);
            Reading { format, encoding: None, parsed, identifiers }
        }
        Err(fault) => Reading { format, parsed: refused(fault), ..Reading::default() },
    };
    match kind(bytes) {
        Kind::Zip if holds(bytes, b"content.xml") && !holds(bytes, b"word/document.xml") => {
            office("odt", office::read_odt(path, bytes))
        }
        Kind::Zip => office("docx", office::read_docx(path, bytes)),
        Kind::Rtf => office("rtf", office::read_rtf(path, bytes)),
        Kind::OldOffice => office("doc", Err(Diagnostic::error(Place::file(path), "document-old-or-locked"))),
        Kind::Pdf => office("pdf", pdf::read(path, bytes)),
        Kind::Text => text_file(path, bytes, roles),
    }
}

fn text_file(path: &str, bytes: &[u8], roles: &Roles) -> Reading {
    let decoded = match text::decode(path, bytes) {
        Ok(decoded) => decoded,
        Err(fault) => return Reading { format: "text", parsed: refused(fault), ..Reading::default() },
    };
    let file = Path::new(path);
    let (format, mut parsed) = if subtitle::is_subtitle(&decoded.text) {
        let parsed = match subtitle::read(path, &decoded.text) {
            Ok((written, told)) => from_written(path, &written, told, roles),
            Err(fault) => refused(fault),
        };
        ("subtitle", parsed)
    } else if let Some((format, read)) = html::read(path, &decoded.text) {
        let parsed = match read {
            Ok((written, told)) => from_written(path, &written, told, roles),
            Err(fault) => refused(fault),
        };
        (format, parsed)
    } else if folder::has_extension(file, &["md", "markdown"]) || decoded.text.starts_with("---\n") {
        ("markdown", parse(path, &decoded.text, roles))
    } else {
        ("text", parse_written(path, &Written::plain(&decoded.text), roles))
    };
    parsed.diagnostics.extend(decoded.note);
    let identifiers = seek(path, &decoded.text, &parsed);
    Reading { format, encoding: Some(decoded.encoding), parsed, identifiers }
}

/// Looks for identifiers in the text of a file, front matter included; each is told with its turn.
fn seek(path: &str, text: &str, parsed: &ParsedTranscript) -> Vec<Diagnostic> {
    let turns = parsed.transcript.as_ref().map_or(&[][..], |one| &one.version.turns);
    let told = |found: Diagnostic| {
        let line = found.place.line.unwrap_or_default();
        let turn = turns.iter().rev().find(|turn| turn.line <= line).map_or(0, |turn| turn.number);
        if identifiers::is_one(&found) { found.with("turn", turn) } else { found }
    };
    identifiers::in_text(path, text, 1).into_iter().map(told).collect()
}

fn from_written(path: &str, written: &Written, told: Vec<Diagnostic>, roles: &Roles) -> ParsedTranscript {
    let mut parsed = parse_written(path, written, roles);
    // What the format says of its times is told at its own place.
    if told.iter().any(|found| found.key == "subtitle-time-restarts") {
        parsed.diagnostics.retain(|found| found.key != "time-restarts");
    }
    parsed.diagnostics.extend(told);
    parsed
}

fn refused(fault: Diagnostic) -> ParsedTranscript {
    ParsedTranscript { diagnostics: vec![fault], ..ParsedTranscript::default() }
}

enum Kind {
    Zip,
    Rtf,
    /// The container of Word before 2007, and of today's files with a password.
    OldOffice,
    Pdf,
    Text,
}

fn kind(bytes: &[u8]) -> Kind {
    match bytes {
        [b'P', b'K', 3 | 5, 4 | 6, ..] => Kind::Zip,
        [b'{', b'\\', b'r', b't', b'f', ..] => Kind::Rtf,
        [0xD0, 0xCF, 0x11, 0xE0, ..] => Kind::OldOffice,
        [b'%', b'P', b'D', b'F', ..] => Kind::Pdf,
        _ => Kind::Text,
    }
}

/// Tells whether a name stands in an archive's bytes: names are never packed.
fn holds(bytes: &[u8], name: &[u8]) -> bool {
    memchr::memmem::find(bytes, name).is_some()
}
