//! `[checklists.coreq]` and `[checklists.srqr]` of `study.toml`: what the team answers, by item.

use std::collections::BTreeMap;

use super::document::{Document, Section};
use crate::domain::reporting::{Checklist, ChecklistAnswers};

/// Reads the answers; an item that its checklist does not have is an error at its place.
pub(super) fn checklists(
    document: &mut Document<'_>,
    root: Section<'_>,
) -> BTreeMap<Checklist, ChecklistAnswers> {
    let mut checklists = BTreeMap::new();
    let Some(section) = document.section(root, "checklists") else { return checklists };
    document.expect_keys(section, &Checklist::ALL.map(Checklist::name));
    for checklist in Checklist::ALL {
        let Some(inner) = document.section(section, checklist.name()) else { continue };
        let mut answers = ChecklistAnswers::new();
        for (key, answer) in document.titles_by_key(section, checklist.name()) {
            match key.parse() {
                // « 07 » would be an item beside « 7 ».
                Ok(item) if (1..=checklist.items()).contains(&item) && key == item.to_string() => {
                    answers.insert(item, answer);
                }
                _ => {
                    let diagnostic = document
                        .error(inner, &key, "settings-checklist-item")
                        .with("value", &key)
                        .with("checklist", checklist.name())
                        .with("most", checklist.items());
                    document.push(diagnostic);
                }
            }
        }
        checklists.insert(checklist, answers);
    }
    checklists
}
