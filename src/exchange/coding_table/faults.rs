//! The faults of a table's rows, listed up to a limit: a file of another kind has one a line.

use crate::domain::diagnostic::{Diagnostic, Place};

/// Faulty rows listed one by one; the rest are counted.
const LISTED: usize = 50;

/// Gathers faults.
#[derive(Debug, Default)]
pub(super) struct Faults {
    listed: Vec<Diagnostic>,
    unlisted: usize,
}

impl Faults {
    pub(super) fn add(&mut self, fault: Diagnostic) {
        if self.listed.len() < LISTED {
            self.listed.push(fault);
        } else {
            self.unlisted += 1;
        }
    }

    /// Ends the list with the number of those left out, if any.
    pub(super) fn into_list(mut self, path: &str) -> Vec<Diagnostic> {
        if self.unlisted > 0 {
            let more =
                Diagnostic::error(Place::file(path), "coding-more-faults").with("count", self.unlisted);
            self.listed.push(more);
        }
        self.listed
    }
}
