//! The head of the report: titles, counts and dates of the material.

use std::collections::BTreeMap;

use crate::analysis::matrix::extract::Extract;
use crate::app::material::Material;
use crate::domain::coding::Anchoring;
use crate::domain::settings::Titles;
use crate::domain::transcript::Transcript;
use crate::i18n::Catalog;
use crate::report::findings::{Edition, StudyFacts};

/// Gathers the head of the report; what the questionnaire and the casework add is filled by them.
pub(super) fn study(
    material: &Material,
    found: &[Extract],
    edition: Edition,
    catalog: &Catalog,
) -> StudyFacts {
    let language = catalog.language();
    let settings = &material.settings;
    let mut coders: Vec<_> = material.codings.iter().map(|coding| &coding.coder).collect();
    coders.sort_unstable();
    coders.dedup();
    let placed = || material.codings.iter().filter(|coding| coding.anchoring != Anchoring::Lost);
    let days = || material.transcripts.iter().filter_map(Transcript::day);
    let told = |texts: &BTreeMap<String, Titles>| -> BTreeMap<String, String> {
        texts.iter().map(|(material, text)| (material.clone(), text.get(language).to_owned())).collect()
    };
    StudyFacts {
        title: settings.title.clone(),
        subtitle: settings.subtitle.clone(),
        invented: settings.invented.as_ref().map(|text| text.get(language).to_owned()),
        spoken: settings.language,
        edition,
        titles: told(&settings.report.findings),
        essentials: Vec::new(),
        threshold: settings.report.threshold,
        rounding: settings.report.rounding,
        turns: material.respondent_turns(),
        codings: coders
            .iter()
            .map(|coder| placed().filter(|coding| &&coding.coder == coder).count())
            .collect(),
        extracts: found.len(),
        shared_extracts: found.iter().filter(|extract| extract.coders() == coders.len()).count(),
        interview_dates: days()
            .min()
            .zip(days().max())
            .map(|(first, last)| (first.to_string(), last.to_string())),
        questionnaire_dates: None,
        intervention_year: None,
        extraction_date: None,
        sources: told(&settings.report.sources),
        populations: told(&settings.report.populations),
    }
}
