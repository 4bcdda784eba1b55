//! The persons interviewed, described without singling them out.

use std::collections::BTreeMap;

use crate::analysis::matrix::CaseMatrix;
use crate::app::link::answer_of;
use crate::app::material::Material;
use crate::domain::TranscriptId;
use crate::domain::questionnaire::answer::number;
use crate::domain::questionnaire::definition::place;
use crate::domain::questionnaire::{Questionnaire, Respondent};
use crate::domain::settings::{Characteristic, CharacteristicSource};
use crate::domain::transcript::Transcript;
use crate::i18n::Catalog;
use crate::report::findings::Person;

/// Describes the persons in a given order.
pub(super) fn people(
    material: &Material,
    matrix: &CaseMatrix,
    questionnaire: Option<&Questionnaire>,
    order: &[TranscriptId],
    profiles: &BTreeMap<TranscriptId, usize>,
    catalog: &Catalog,
) -> Vec<Person> {
    order
        .iter()
        .filter_map(|id| {
            let transcript = material.transcripts.iter().find(|one| &one.id == id)?;
            let row = matrix.row(id)?;
            let respondent = respondent(material, transcript, questionnaire);
            let fact = |wanted: &str| {
                let found =
                    material.settings.participants.characteristics.iter().find(|one| one.id == wanted)?;
                describe(found, transcript, questionnaire, respondent, catalog)
            };
            let own = ["event", "offer"];
            let described: Vec<String> = material
                .settings
                .participants
                .characteristics
                .iter()
                .filter(|one| !own.contains(&one.id.as_str()))
                .filter_map(|one| describe(one, transcript, questionnaire, respondent, catalog))
                .collect();
            Some(Person {
                id: id.0.clone(),
                description: described.join(", "),
                event: fact("event").unwrap_or_default(),
                offer: fact("offer").unwrap_or_default(),
                profile: profiles.get(id).copied(),
                words: matrix.cases[row].words,
                extracts: matrix.cases[row].extracts,
                similar_families: None,
            })
        })
        .collect()
}

/// Finds the answers of the person interviewed.
pub(super) fn respondent<'a>(
    material: &Material,
    transcript: &Transcript,
    questionnaire: Option<&'a Questionnaire>,
) -> Option<&'a Respondent> {
    answer_of(material, transcript, questionnaire?)
}

/// Reads a characteristic of a person, as the material writes it; in the questionnaire, by its role.
pub(super) fn raw<'a>(
    one: &Characteristic,
    transcript: &'a Transcript,
    questionnaire: Option<&'a Questionnaire>,
    respondent: Option<&'a Respondent>,
) -> Option<&'a str> {
    match one.from {
        CharacteristicSource::Transcript => transcript.attribute(&one.key),
        CharacteristicSource::Questionnaire => {
            let (_, declared) = questionnaire?.definition.characteristic(&one.key)?;
            respondent?.raw.get(&declared.column).map(String::as_str)
        }
    }
}

/// Writes a characteristic as it is printed: in a band, under its title, or as it is.
pub(super) fn describe(
    one: &Characteristic,
    transcript: &Transcript,
    questionnaire: Option<&Questionnaire>,
    respondent: Option<&Respondent>,
    catalog: &Catalog,
) -> Option<String> {
    let value = raw(one, transcript, questionnaire, respondent).filter(|value| !value.trim().is_empty())?;
    if let Some(title) = one.values.get(value) {
        return Some(title.get(catalog.language()).to_owned());
    }
    banded(one, value, catalog)
}

/// Writes a value in its band; none if it would tell a number that no band hides.
fn banded(one: &Characteristic, value: &str, catalog: &Catalog) -> Option<String> {
    if one.bands.is_empty() {
        return Some(value.to_owned());
    }
    match number(value) {
        Some(number) => Some(band(&one.id, &one.bands, number, catalog)),
        // « 41 ans » is no number, and would be printed as exact as it is written.
        None => (!value.chars().any(char::is_numeric)).then(|| value.to_owned()),
    }
}

/// Names the band a number falls in: `30–39 ans`, `moins de 30 ans`, `50 ans et plus`.
fn band(id: &str, bounds: &[i64], number: f64, catalog: &Catalog) -> String {
    let place = place(bounds, number);
    let unit = if id == "age" { "age" } else { "number" };
    let text = |kind: &str, low: i64, high: i64| {
        catalog.text(&format!("findings-band-{unit}-{kind}"), &[("low", low.into()), ("high", high.into())])
    };
    match (place.checked_sub(1).map(|at| bounds[at]), bounds.get(place)) {
        (None, Some(high)) => text("under", *high, *high),
        (Some(low), Some(high)) => text("between", low, high - 1),
        (Some(low), None) => text("over", low, low),
        (None, None) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::settings::Titles;
    use crate::text::Language;

    #[test]
    fn an_age_is_printed_in_its_band_however_it_is_written() {
        let age = Characteristic {
            id: "age".to_owned(),
            from: CharacteristicSource::Transcript,
            key: "age".to_owned(),
            title: Titles::default(),
            bands: vec![30, 40],
            values: BTreeMap::new(),
        };
        let catalog = Catalog::new(Language::Fr);
        let said = |value: &str| banded(&age, value, &catalog);
        for value in ["34", " 34 ", "34.0", "34,5", "39,9"] {
            assert_eq!(said(value).as_deref(), Some("30–39 ans"), "{value}");
        }
        assert_eq!(said("40").as_deref(), Some("40 ans et plus"));
        assert_eq!(said("41 ans"), None);
        assert_eq!(said("inf").as_deref(), Some("inf"));
        assert_eq!(said("inconnu").as_deref(), Some("inconnu"));
    }
}
