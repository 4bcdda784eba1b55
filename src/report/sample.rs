//! A sample of findings for tests: an invented study, some of it rough stand-ins.

use crate::i18n::Catalog;
use crate::report::{Document, Findings, compose};
use crate::text::Language;

/// Reads the sample.
pub(crate) fn findings() -> Findings {
    serde_json::from_str(include_str!("../../tests/fixtures/report/findings.json"))
        .expect("the sample follows the findings")
}

/// Composes a report in a language.
pub(crate) fn document(findings: &Findings, language: Language) -> Document {
    compose(findings, &Catalog::new(language), &[])
}

/// Writes a report as a page.
pub(crate) fn page(findings: &Findings, language: Language) -> String {
    super::render::html(&document(findings, language), &Catalog::new(language))
}
