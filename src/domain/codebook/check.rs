//! What is wrong between the themes of a codebook, or between it and the study's axes.

use std::collections::BTreeMap;

use super::model::Codebook;
use crate::domain::diagnostic::{Diagnostic, Place};
use crate::domain::id::AxisId;

/// Lists ids given twice, within a file or across files, and weights on axes that the study does
/// not declare.
pub fn check(codebook: &Codebook, axes: &[AxisId]) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let mut themes: BTreeMap<&str, &str> = BTreeMap::new();
    let mut codes: BTreeMap<&str, Place> = BTreeMap::new();
    let declared: Vec<&str> = axes.iter().map(AxisId::as_str).collect();
    for theme in &codebook.themes {
        if let Some(first) = themes.get(theme.id.as_str()) {
            diagnostics.push(
                Diagnostic::error(Place::file(&theme.path), "theme-id-duplicate")
                    .with("id", &theme.id)
                    .with("first", first),
            );
        } else {
            themes.insert(theme.id.as_str(), &theme.path);
        }
        for code in &theme.codes {
            let place = Place::at(&theme.path, code.line, 1);
            if let Some(first) = codes.get(code.id.as_str()) {
                diagnostics.push(
                    Diagnostic::error(place.clone(), "code-id-duplicate")
                        .with("id", &code.id)
                        .with("first", first),
                );
            } else {
                codes.insert(code.id.as_str(), place.clone());
            }
            for (axis, _) in code.weights.iter().filter(|(axis, _)| !axes.contains(axis)) {
                diagnostics.push(
                    Diagnostic::error(place.clone(), "code-axis-unknown")
                        .with("code", &code.id)
                        .with("axis", axis)
                        .with("axes", declared.join(", ")),
                );
            }
        }
    }
    for theme in &codebook.themes {
        for code in &theme.codes {
            let into = code.retired.as_ref().and_then(|retired| retired.into.as_ref());
            if let Some(into) = into.filter(|into| !codes.contains_key(into.as_str())) {
                diagnostics.push(
                    Diagnostic::warning(Place::at(&theme.path, code.line, 1), "code-into-unknown")
                        .with("code", &code.id)
                        .with("into", into),
                );
            }
        }
    }
    diagnostics
}
