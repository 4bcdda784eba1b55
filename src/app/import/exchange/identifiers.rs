//! Direct identifiers of persons in a project of another program.

use std::collections::BTreeMap;

use crate::domain::{Diagnostic, Place};
use crate::exchange::identifiers::{in_field, in_text};
use crate::exchange::qdpx::guid::key;
use crate::exchange::qdpx::model::Project;

/// Finds the identifiers of persons in all that somebody wrote in a project.
pub(super) fn identifiers(path: &str, project: &Project) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let place = || Place::file(path);
    let mut memo = |name: &str, text: &str| found.extend(in_field(&place(), "identifier-memo", name, text));
    memo(&project.name, &project.description);
    for code in &project.codes {
        memo(&code.name, &code.description);
    }
    for note in &project.notes {
        memo(&note.name, note.text.as_deref().unwrap_or_default());
    }
    for case in &project.cases {
        memo(&case.name, &case.description);
    }
    for source in &project.sources {
        memo(&source.name, &source.description);
        for selection in &source.selections {
            memo(&source.name, &selection.description);
        }
    }
    for source in &project.sources {
        let text = source.text.as_deref().unwrap_or_default();
        for mut one in in_text(path, text, 1) {
            let line = one.place.line.take().unwrap_or_default();
            one.place.column = None;
            if one.key == "identifier-text" {
                one.key = "identifier-source".into();
                one = one.with("name", &source.name).with("line", line);
            }
            found.push(one);
        }
    }
    let names: BTreeMap<String, &str> =
        project.variables.iter().map(|one| (key(&one.guid), one.name.as_str())).collect();
    let values = project.cases.iter().flat_map(|case| &case.values);
    for value in values.chain(project.sources.iter().flat_map(|source| &source.values)) {
        let name = names.get(&value.variable).copied().unwrap_or_default();
        found.extend(in_field(&place(), "identifier-attribute", name, &value.value));
    }
    found
}
