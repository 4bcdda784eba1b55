//! Conditions and sources in words.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::app::coders::Coder;
use crate::app::passages::{Condition, PassageQuery, Source};
use crate::domain::codebook::Theme;
use crate::i18n::{Catalog, Value};

/// Writes where a passage comes from: « femme, 40 ans, entretien E09, tour 14 ».
pub(crate) fn source(catalog: &Catalog, source: &Source) -> String {
    let mut parts = Vec::new();
    if let Some(sex) = &source.sex {
        parts.push(sex.to_lowercase());
    }
    if let Some(age) = &source.age {
        let is_number = age.chars().all(|c| c.is_ascii_digit());
        parts.push(if is_number {
            catalog.text("passages-age", &[("age", Value::of_text(age))])
        } else {
            age.clone()
        });
    }
    parts.push(catalog.text("passages-interview", &[("interview", source.transcript.as_str().into())]));
    let turn = |number: u32| Value::Ordinal(number.into());
    parts.push(if source.turn == source.last_turn {
        catalog.text("passages-turn", &[("turn", turn(source.turn))])
    } else {
        catalog.text("passages-turns", &[("first", turn(source.turn)), ("last", turn(source.last_turn))])
    });
    parts.join(", ")
}

/// Writes a condition: « code Isolement », « chevauche Dettes ».
pub(super) fn condition(
    catalog: &Catalog,
    themes: &[Theme],
    coders: &[Coder],
    condition: &Condition,
) -> String {
    let code = |id: &crate::domain::CodeId| {
        let found = themes.iter().flat_map(|theme| &theme.codes).find(|code| code.id == *id);
        found.map_or_else(|| id.0.clone(), |code| code.title.clone())
    };
    let (key, name) = match condition {
        Condition::Code(id) => ("passages-is-code", code(id)),
        Condition::Only(id) => ("passages-is-only", code(id)),
        Condition::Theme(id) => {
            let found = themes.iter().find(|theme| theme.id == *id);
            ("passages-is-theme", found.map_or_else(|| id.0.clone(), |theme| theme.title.clone()))
        }
        Condition::Coder(id) => {
            let found = coders.iter().find(|coder| coder.id == *id);
            ("passages-is-coder", found.map_or_else(|| id.0.clone(), |coder| coder.name.clone()))
        }
        Condition::Transcript(id) => ("passages-is-transcript", id.0.clone()),
        Condition::Attribute(name, value) => {
            let arguments = [("name", name.as_str().into()), ("value", value.as_str().into())];
            return catalog.text("passages-is-attribute", &arguments);
        }
        Condition::Overlaps(id) => ("passages-is-overlaps", code(id)),
        Condition::SameTurn(id) => ("passages-is-turn", code(id)),
        Condition::Intensity(None) => ("passages-is-no-intensity", String::new()),
        Condition::Intensity(Some(value)) => ("passages-is-intensity", value.to_string()),
        Condition::Stale => ("passages-is-stale", String::new()),
    };
    catalog.text(key, &[("name", name.into())])
}

/// Writes the address of a query's page, or of its table.
pub(super) fn address(path: &str, query: &PassageQuery) -> String {
    let pairs: Vec<String> = query
        .pairs()
        .iter()
        .map(|(name, value)| format!("{name}={}", utf8_percent_encode(value, NON_ALPHANUMERIC)))
        .collect();
    if pairs.is_empty() { path.to_owned() } else { format!("{path}?{}", pairs.join("&")) }
}
