//! Projects that other programs keep in a database: `taguette` and `qualcoder` make of its tables the same
//! model as of a project of the exchange format; `visible` makes text of HTML, `row` reads values.

mod qualcoder;
mod row;
mod taguette;
mod visible;

use std::collections::BTreeMap;

use super::qdpx::model::Project;
use crate::domain::diagnostic::{Diagnostic, Place};

pub use row::{Row, Tables};

/// Endings of files that hold such a database.
pub const EXTENSIONS: &[&str] = &["sqlite3", "sqlite", "qda"];

/// How every such file begins.
pub const MAGIC: &[u8] = b"SQLite format 3\0";

/// Tables that are read, of either program.
pub const TABLES: &[&str] = &[
    // Taguette.
    "projects",
    "documents",
    "highlights",
    "tags",
    "highlight_tags",
    "commands",
    // QualCoder.
    "project",
    "source",
    "code_cat",
    "code_name",
    "code_text",
    "annotation",
    "cases",
    "case_text",
    "attribute_type",
    "attribute",
    "journal",
    "code_image",
    "code_av",
    "graph",
];

/// Makes a project of the tables of a program that is known by them; none when the diagnostics hold an
/// error.
pub fn read(path: &str, tables: &Tables) -> (Option<Project>, Vec<Diagnostic>) {
    let has = |names: &[&str]| names.iter().all(|name| tables.contains_key(*name));
    let mut diagnostics = Vec::new();
    if has(&["documents", "highlights", "tags", "highlight_tags"]) {
        let project = taguette::read(path, tables, &mut diagnostics);
        return (Some(project), diagnostics);
    }
    if has(&["source", "code_name", "code_text"]) {
        let project = qualcoder::read(path, tables, &mut diagnostics);
        return (Some(project), diagnostics);
    }
    let known: Vec<&str> = tables.keys().map(String::as_str).collect();
    let known = if known.is_empty() { "empty".to_owned() } else { known.join(", ") };
    let fault = Diagnostic::error(Place::file(path), "database-unknown").with("tables", known);
    (None, vec![fault])
}

/// Tells what of a project has no place in a study, by kind; nothing where there is none of it.
fn lost(path: &str, losses: &BTreeMap<&'static str, usize>, diagnostics: &mut Vec<Diagnostic>) {
    for (kind, count) in losses.iter().filter(|(_, count)| **count > 0) {
        let told = Diagnostic::warning(Place::file(path), "database-lost");
        diagnostics.push(told.with("kind", kind).with("count", count));
    }
}
