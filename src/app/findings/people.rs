//! The persons interviewed, described without singling them out.

use std::collections::BTreeMap;

use crate::analysis::matrix::CaseMatrix;
use crate::app::link::answer_of;
use crate::app::material::Material;
use crate::domain::TranscriptId;
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
    match value.trim().parse::<i64>() {
        Ok(number) if !one.bands.is_empty() => Some(band(&one.id, &one.bands, number, catalog)),
        _ => Some(value.to_owned()),
    }
}

/// Names the band a number falls in: `30–39 ans`, `moins de 30 ans`, `50 ans et plus`.
fn band(id: &str, bounds: &[i64], number: i64, catalog: &Catalog) -> String {
    let place = bounds.partition_point(|bound| *bound <= number);
    let unit = if id == "age" { "age" } else { "number" };
    let text = |kind: &str, low: i64, high: i64| {
        catalog.text(&format!("findings-band-{unit}-{kind}"), &[("low", low.into()), ("high", high.into())])
    };
    match (place.checked_sub(1).map(|at| bounds[at]), bounds.get(place)) {
        (None, Some(high)) => text("under", *high, *high),
        (Some(low), Some(high)) => text("between", low, high - 1),
        (Some(low), None) => text("over", low, low),
        (None, None) => number.to_string(),
    }
}
