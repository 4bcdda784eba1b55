//! `[[scales]]` of `questionnaire.toml`: by a published key, or as the file itself says.

use std::collections::BTreeMap;

use super::document::{Document, Section};
use super::questionnaire::{range, text_map, twice};
use crate::domain::nearest::nearest;
use crate::domain::questionnaire::{
    Band, Combination, Definition, Item, KEYS, Scale, ScaleKey, TextMap, scale_key,
};
use crate::domain::settings::Titles;
use crate::text::Language;

/// Reads the scales into the definition, their items first.
pub(super) fn scales(
    document: &mut Document<'_>,
    root: Section<'_>,
    maps: &BTreeMap<String, TextMap>,
    definition: &mut Definition,
) {
    for section in document.sections(root, "scales") {
        let key = key(document, section);
        // A key says how the scale is scored: saying it again could only contradict it.
        const OWN: [&str; 5] = ["id", "title", "items", "texts", "titles"];
        const SCORING: [&str; 6] = ["range", "reversed", "answered", "combination", "bands", "parts"];
        match key {
            Some(_) => document.expect_keys(section, &[&OWN[..], &["key"]].concat()),
            None => document.expect_keys(section, &[&OWN[..], &SCORING, &["key"]].concat()),
        }
        let Some(id) = document.required_text(section, "id") else { continue };
        if definition.scale(&id).is_some() {
            twice(document, section, "id", &id);
            continue;
        }
        if !section.has("items") {
            document.missing(section, "items");
        }
        let columns = document.texts(section, "items").unwrap_or_default();
        let range = key.map(|key| key.range).or_else(|| range(document, section));
        let (least, most) = range.unwrap_or((0.0, 1.0));
        let texts = text_map(document, section, maps, range.unwrap_or((f64::MIN, f64::MAX)));
        let titles: BTreeMap<String, Titles> =
            document.titles_by_key(section, "titles").into_iter().collect();
        let mut items = Vec::new();
        for column in &columns {
            if definition.item(column).is_some() {
                twice(document, section, "items", column);
                continue;
            }
            items.push(definition.items.len());
            definition.items.push(Item {
                title: titles.get(column).cloned().unwrap_or_else(|| Titles::both(column.as_str())),
                column: column.clone(),
                least,
                most,
                texts: texts.clone(),
            });
        }
        let scale = Scale {
            title: document.titles(section, "title").unwrap_or_else(|| match key {
                Some(key) => titles_of(key.title),
                None => Titles::both(id.as_str()),
            }),
            id,
            items,
            least,
            most,
            ..Scale::default()
        };
        match key {
            Some(key) => by_key(document, section, scale, key, definition),
            None => declared(document, section, scale, &columns, definition),
        }
    }
}

/// The published key that a scale is scored by.
fn key(document: &mut Document<'_>, section: Section<'_>) -> Option<&'static ScaleKey> {
    let name = document.text(section, "key")?;
    let found = scale_key(&name);
    if found.is_none() {
        let known = KEYS.iter().map(|key| key.name).collect::<Vec<_>>();
        let diagnostic = document
            .error(section, "key", "settings-choice")
            .with("value", &name)
            .with("allowed", known.join(", "));
        document.push(diagnostic);
    }
    found
}

fn titles_of([fr, en]: [&str; 2]) -> Titles {
    Titles { fr: fr.to_owned(), en: en.to_owned() }
}

/// Scores a scale by a published key; parts that have a score of their own are scales of their own.
fn by_key(
    document: &mut Document<'_>,
    section: Section<'_>,
    scale: Scale,
    key: &ScaleKey,
    definition: &mut Definition,
) {
    if scale.items.len() != key.items {
        let diagnostic = document
            .error(section, "items", "settings-key-items")
            .with("value", key.name)
            .with("count", scale.items.len())
            .with("expected", key.items);
        document.push(diagnostic);
        return;
    }
    let whole = Scale {
        reversed: (1..=key.items).map(|item| key.reversed.contains(&item)).collect(),
        answered: key.answered,
        combination: key.combination,
        key: Some(key.name.to_owned()),
        factor: key.factor,
        table: key.table.to_vec(),
        bands: key
            .bands
            .iter()
            .map(|(least, open, title)| Band { least: *least, open: *open, title: titles_of(*title) })
            .collect(),
        ..scale
    };
    let parts: Vec<Scale> = key
        .parts
        .iter()
        .map(|(name, title, items)| {
            let places: Vec<usize> = items.iter().map(|item| item - 1).collect();
            part(&whole, name, &titles_of(*title), &places)
        })
        .collect();
    if key.has_total {
        definition.scales.push(whole);
    }
    definition.scales.extend(parts);
}

/// A part of a scale: some of its items, scored alike, without table or bands.
fn part(whole: &Scale, name: &str, title: &Titles, places: &[usize]) -> Scale {
    let joined = |whole: &str, part: &str, colon: &str| format!("{whole}{colon} {part}");
    Scale {
        id: format!("{}-{name}", whole.id),
        title: Titles {
            fr: joined(whole.title.get(Language::Fr), title.get(Language::Fr), "\u{a0}:"),
            en: joined(whole.title.get(Language::En), title.get(Language::En), ":"),
        },
        items: places.iter().filter_map(|place| whole.items.get(*place).copied()).collect(),
        reversed: places.iter().filter_map(|place| whole.reversed.get(*place).copied()).collect(),
        table: Vec::new(),
        bands: Vec::new(),
        part_of: Some(whole.id.clone()),
        ..whole.clone()
    }
}

/// Scores a scale as the file itself says.
fn declared(
    document: &mut Document<'_>,
    section: Section<'_>,
    scale: Scale,
    columns: &[String],
    definition: &mut Definition,
) {
    let unknown = |document: &mut Document<'_>, key: &str, column: &String| {
        let diagnostic = document
            .error(section, key, "settings-unknown-name")
            .with("value", column)
            .with("nearest", nearest(column, columns.iter().map(String::as_str)).unwrap_or("empty"));
        document.push(diagnostic);
    };
    let backwards = document.texts(section, "reversed").unwrap_or_default();
    for column in backwards.iter().filter(|column| !columns.contains(column)) {
        unknown(document, "reversed", column);
    }
    let combinations = [("mean", Combination::Mean), ("sum", Combination::Sum)];
    let whole = Scale {
        reversed: columns.iter().map(|column| backwards.contains(column)).collect(),
        answered: document.number(section, "answered", 0.0, 1.0).unwrap_or(0.5),
        combination: document.choice(section, "combination", &combinations).unwrap_or_default(),
        bands: score_bands(document, section),
        ..scale
    };
    let mut parts = Vec::new();
    for (name, items) in document.lists(section, "parts") {
        let mut places = Vec::new();
        for column in &items {
            match columns.iter().position(|known| known == column) {
                Some(place) => places.push(place),
                None => unknown(document, "parts", column),
            }
        }
        parts.push(part(&whole, &name, &Titles::both(name.as_str()), &places));
    }
    definition.scales.push(whole);
    definition.scales.extend(parts);
}

/// Bands of a score, each from its lower bound, `open` when the bound belongs to the band below.
fn score_bands(document: &mut Document<'_>, section: Section<'_>) -> Vec<Band> {
    let mut bands: Vec<Band> = Vec::new();
    for one in document.sections(section, "bands") {
        document.expect_keys(one, &["least", "open", "title"]);
        if !one.has("least") {
            document.missing(one, "least");
        }
        let Some(least) = document.number(one, "least", -1e9, 1e9) else { continue };
        let open = document.boolean(one, "open").unwrap_or(false);
        let title = document.titles(one, "title").unwrap_or_default();
        if bands.last().is_some_and(|last| last.least >= least) {
            let diagnostic = document.error(one, "least", "settings-score-bands").with("value", least);
            document.push(diagnostic);
            continue;
        }
        bands.push(Band { least, open, title });
    }
    bands
}
