//! Which program's database it is, and what of it is lost.

use std::collections::BTreeMap;

use super::row::Tables;
use super::{qualcoder, taguette};
use crate::domain::diagnostic::{Diagnostic, Place};
use crate::exchange::qdpx::model::Project;

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
pub(super) fn lost(path: &str, losses: &BTreeMap<&'static str, usize>, diagnostics: &mut Vec<Diagnostic>) {
    for (kind, count) in losses.iter().filter(|(_, count)| **count > 0) {
        let told = Diagnostic::warning(Place::file(path), "database-lost");
        diagnostics.push(told.with("kind", kind).with("count", count));
    }
}
