//! What the format cannot hold.

use std::path::Path;

use crate::domain::{Diagnostic, Place};

/// What the format cannot hold, as it is found.
pub(super) struct Losses {
    file: String,
    pub(super) list: Vec<Diagnostic>,
}

impl Losses {
    pub(super) fn new(file: &Path) -> Self {
        Self { file: file.display().to_string(), list: Vec::new() }
    }

    /// Adds a number of things; none is no loss.
    pub(super) fn add(&mut self, what: &'static str, count: usize) {
        self.name(what, "", count);
    }

    pub(super) fn name(&mut self, what: &'static str, name: &str, count: usize) {
        if count > 0 {
            self.list.push(
                Diagnostic::note(Place::file(&self.file), "exchange-loss")
                    .with("what", what)
                    .with("name", name)
                    .with("count", count),
            );
        }
    }
}
