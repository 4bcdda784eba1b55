//! Who was not asked a question: neither an answer nor a missing one.

use crate::analysis::disclosure::Published;
use crate::report::document::{Note, NoteKind};
use crate::report::section::voice::Voice;

/// Names the questions that were not asked of everybody, with how many were not asked; nothing when all were.
pub(super) fn note(voice: &Voice<'_>, questions: impl Iterator<Item = (String, Published)>) -> Option<Note> {
    let told: Vec<String> = questions
        .filter(|(_, count)| count.count() != Some(0))
        .map(|(title, count)| format!("{title} {}", voice.published_text(count)))
        .collect();
    let list = told.join(", ");
    (!told.is_empty()).then(|| voice.note(NoteKind::Scope, "report-not-asked", &[("list", list.into())]))
}
