//! The only place that prints: results to standard output, everything else to standard error.

use std::io::{self, BufWriter, Write};

use serde::Serialize;

use super::environment::Environment;
use super::error::CommandError;
use crate::domain::Diagnostic;
use crate::i18n::{Catalog, Value};
use crate::text::Language;

/// Where output goes and how it looks.
pub(super) struct Ui {
    /// Messages in the user's language.
    pub(super) catalog: Catalog,
    colour: bool,
    out: BufWriter<io::Stdout>,
}

/// How a stretch of text stands out; plain where there is no colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// A title or a name.
    Strong,
    /// Something beside the point.
    Quiet,
    /// What was searched.
    Mark,
    /// An error.
    Alarm,
}

impl Ui {
    /// Makes the interface in a language.
    pub(super) fn new(environment: &Environment, language: Language) -> Self {
        Self {
            catalog: Catalog::new(language),
            colour: environment.colour,
            out: BufWriter::new(io::stdout()),
        }
    }

    /// Writes a message of the catalogue on a line of its own.
    pub(super) fn say(&mut self, key: &str, arguments: &[(&str, Value<'_>)]) -> Result<(), CommandError> {
        let text = self.catalog.text(key, arguments);
        self.line(&text)
    }

    /// Writes a line.
    pub(super) fn line(&mut self, text: &str) -> Result<(), CommandError> {
        writeln!(self.out, "{text}").map_err(CommandError::output)
    }

    /// Writes a value as JSON.
    pub(super) fn json(&mut self, value: &impl Serialize) -> Result<(), CommandError> {
        serde_json::to_writer_pretty(&mut self.out, value)
            .map_err(|error| CommandError::output(error.into()))?;
        writeln!(self.out).map_err(CommandError::output)
    }

    /// Writes a number found: alone, or as `{"total": n}`.
    pub(super) fn count(&mut self, json: bool, total: u64) -> Result<(), CommandError> {
        if json { self.json(&serde_json::json!({ "total": total })) } else { self.line(&total.to_string()) }
    }

    /// Writes bytes as they are.
    pub(super) fn raw(&mut self, bytes: &[u8]) -> Result<(), CommandError> {
        self.out.write_all(bytes).map_err(CommandError::output)
    }

    /// Dresses a text in a style.
    pub(super) fn style(&self, style: Style, text: &str) -> String {
        let code = match style {
            _ if !self.colour || text.is_empty() => return text.to_owned(),
            Style::Strong => "1",
            Style::Quiet => "2",
            Style::Mark => "1;33",
            Style::Alarm => "1;31",
        };
        format!("\u{1b}[{code}m{text}\u{1b}[0m")
    }

    /// Writes a note to standard error, on a line of its own.
    #[expect(clippy::print_stderr, reason = "the one place that writes to standard error")]
    pub(super) fn note(&mut self, text: &str) {
        // Results first, so that both streams read in order on a terminal.
        drop(self.out.flush());
        eprintln!("{text}");
    }

    /// Writes diagnostics to standard error, at most `most` of them, and how many more there are.
    pub(super) fn diagnostics(&mut self, diagnostics: &[Diagnostic], most: usize) {
        for diagnostic in diagnostics.iter().take(most) {
            let text = self.catalog.diagnostic(diagnostic);
            self.note(&text);
        }
        if diagnostics.len() > most {
            let more =
                self.catalog.text("cli-more-findings", &[("count", (diagnostics.len() - most).into())]);
            self.note(&more);
        }
    }

    /// Writes out what is buffered.
    pub(super) fn flush(&mut self) -> Result<(), CommandError> {
        self.out.flush().map_err(CommandError::output)
    }
}
