//! What stands beside the text of a document, and is told rather than mixed with the speech.

use crate::domain::diagnostic::{Diagnostic, Place};

/// Longest part of a comment that a message repeats, in scalar values.
const SHOWN: usize = 80;
/// Comments told one by one; of more, only the number is told.
const MOST: usize = 20;

/// What a reader passed over or decided.
#[derive(Clone, Debug, Default)]
pub(in crate::exchange) struct Aside {
    /// Stretches that were inserted while changes were tracked: taken.
    pub(super) inserted: usize,
    /// Stretches that were deleted while changes were tracked: left out.
    pub(super) deleted: usize,
    /// Author and words of each comment.
    pub(in crate::exchange) comments: Vec<(String, String)>,
    /// Words of each footnote and endnote.
    pub(in crate::exchange) notes: Vec<String>,
    /// Stretches of hidden words: left out.
    pub(super) hidden: usize,
    /// Pictures and other objects without words.
    pub(super) objects: usize,
}

impl Aside {
    /// Tells it in messages about the file.
    pub(in crate::exchange) fn tell(self, path: &str) -> Vec<Diagnostic> {
        let place = || Place::file(path);
        let mut told = Vec::new();
        if self.inserted + self.deleted > 0 {
            told.push(
                Diagnostic::note(place(), "document-tracked-changes")
                    .with("inserted", self.inserted)
                    .with("deleted", self.deleted),
            );
        }
        let comments = self.comments.iter().take(MOST);
        told.extend(comments.map(|(author, words)| {
            Diagnostic::warning(place(), "document-comment")
                .with("author", if author.is_empty() { "none" } else { author })
                .with("words", shortened(words))
        }));
        if self.comments.len() > MOST {
            told.push(
                Diagnostic::warning(place(), "document-more-comments")
                    .with("count", self.comments.len() - MOST),
            );
        }
        told.extend(
            self.notes.iter().take(MOST).map(|words| {
                Diagnostic::warning(place(), "document-footnote").with("words", shortened(words))
            }),
        );
        if self.hidden > 0 {
            told.push(Diagnostic::note(place(), "document-hidden").with("count", self.hidden));
        }
        if self.objects > 0 {
            told.push(Diagnostic::note(place(), "document-objects").with("count", self.objects));
        }
        told
    }
}

fn shortened(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().count() <= SHOWN {
        return words;
    }
    words.chars().take(SHOWN - 1).chain(['…']).collect()
}
