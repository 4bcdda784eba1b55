//! Names and orders the lines under a table or a figure.

use crate::report::document::{Note, NoteKind};

/// Returns the notes in their order: Note, Lecture, Champ, Source.
pub(in crate::report::render) fn sorted(notes: &[Note]) -> Vec<&Note> {
    let mut sorted: Vec<&Note> = notes.iter().collect();
    sorted.sort_by_key(|note| note.kind);
    sorted
}

/// Returns the key of the word before a note.
pub(in crate::report::render) fn label(kind: NoteKind) -> &'static str {
    match kind {
        NoteKind::Note => "report-note",
        NoteKind::Reading => "report-reading",
        NoteKind::Scope => "report-scope",
        NoteKind::Source => "report-source",
        NoteKind::Method => "report-method",
    }
}
