//! What a reader of files found wrong or doubtful, with its place.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

/// How much a diagnostic matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Something worth knowing; nothing to do.
    Note,
    /// Doubtful: read it again.
    Warning,
    /// Wrong: `check` fails and the file is not imported.
    Error,
}

/// Where a diagnostic stands. Lines, columns and rows count from 1; a row is a record of a table,
/// the header being row 1.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// Path relative to the study folder, with `/`.
    pub path: String,
    /// Sheet of a workbook; lines are then its rows, columns its columns.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub sheet: Option<String>,
    /// Line in the file.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub line: Option<usize>,
    /// Column in the line, in scalar values; for a table, the column's number.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub column: Option<usize>,
}

impl Place {
    /// A place that is a whole file.
    pub fn file(path: impl Into<String>) -> Self {
        Self { path: path.into(), ..Self::default() }
    }

    /// A place at a line and column.
    pub fn at(path: impl Into<String>, line: usize, column: usize) -> Self {
        Self { path: path.into(), sheet: None, line: Some(line), column: Some(column) }
    }
}

impl fmt::Display for Place {
    /// Writes `path`, `path:line` or `path:line:column`, as compilers do; in a workbook `path:sheet!B12`, as
    /// spreadsheets do.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.path)?;
        if let (Some(sheet), Some(line)) = (&self.sheet, self.line) {
            return write!(formatter, ":{sheet}!{}{line}", letters(self.column.unwrap_or(1)));
        }
        if let Some(line) = self.line {
            write!(formatter, ":{line}")?;
            if let Some(column) = self.column {
                write!(formatter, ":{column}")?;
            }
        }
        Ok(())
    }
}

/// Names a column as spreadsheets do; it counts from 1.
fn letters(column: usize) -> String {
    let (mut letters, mut left) = (Vec::new(), column);
    while left > 0 {
        let letter = u8::try_from((left - 1) % 26).unwrap_or_default();
        letters.push(char::from(b'A' + letter));
        left = (left - 1) / 26;
    }
    letters.into_iter().rev().collect()
}

/// One finding: a severity, a place, and the key and arguments of its message.
///
/// The message itself is `diagnostic-<key>` in the Fluent catalogues (`i18n/`), so that it reads in
/// the user's language; a test checks that every key has its message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// How much it matters.
    pub severity: Severity,
    /// Where it is.
    #[serde(flatten)]
    pub place: Place,
    /// Which message, without the `diagnostic-` prefix.
    pub key: Cow<'static, str>,
    /// Arguments of the message, by name.
    pub arguments: Vec<(Cow<'static, str>, String)>,
}

impl Diagnostic {
    /// Makes a diagnostic without arguments.
    pub fn new(severity: Severity, place: Place, key: &'static str) -> Self {
        Self { severity, place, key: Cow::Borrowed(key), arguments: Vec::new() }
    }

    /// An error at a place.
    pub fn error(place: Place, key: &'static str) -> Self {
        Self::new(Severity::Error, place, key)
    }

    /// A warning at a place.
    pub fn warning(place: Place, key: &'static str) -> Self {
        Self::new(Severity::Warning, place, key)
    }

    /// A note at a place.
    pub fn note(place: Place, key: &'static str) -> Self {
        Self::new(Severity::Note, place, key)
    }

    /// Adds an argument of the message.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "callers give texts and numbers as they have them")]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.arguments.push((Cow::Borrowed(name), value.to_string()));
        self
    }

    /// Returns the argument called `name`.
    pub fn argument(&self, name: &str) -> Option<&str> {
        self.arguments.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

impl fmt::Display for Diagnostic {
    /// Writes place, severity, key and arguments, for logs and tests; people get the translation.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = match self.severity {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        };
        write!(formatter, "{}: {severity}: {}", self.place, self.key)?;
        for (name, value) in &self.arguments {
            write!(formatter, " {name}={value:?}")?;
        }
        Ok(())
    }
}

/// Tells whether any of them is an error.
pub fn has_error(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
}
