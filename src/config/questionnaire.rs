//! `questionnaire.toml`: how the answers are read, into a [`Definition`].

use std::collections::{BTreeMap, BTreeSet};

use super::document::{Document, Section};
use super::scale::scales;
use super::study::bands;
use crate::domain::day::DayFormat;
use crate::domain::diagnostic::{Diagnostic, has_error};
use crate::domain::id::CodeId;
use crate::domain::nearest::nearest;
use crate::domain::questionnaire::{
    CategoryPair, Characteristic, Checklist, Definition, Difficulty, Filter, Item, Pair, TextMap,
};
use crate::domain::settings::Titles;

/// Reads `questionnaire.toml`; the definition is `None` exactly when a diagnostic is an error.
pub fn parse(path: &str, text: &str) -> (Option<Definition>, Vec<Diagnostic>) {
    let mut document = Document::new(path, text);
    let definition =
        document.parse().map(|table| read(&mut document, Section::root(&table, "questionnaire.toml")));
    let diagnostics = document.finish();
    (definition.filter(|_| !has_error(&diagnostics)), diagnostics)
}

fn read(document: &mut Document<'_>, root: Section<'_>) -> Definition {
    document.expect_keys(
        root,
        &[
            "file",
            "sheet",
            "missing",
            "not_asked",
            "filters",
            "dates",
            "columns",
            "characteristics",
            "texts",
            "scales",
            "items",
            "checklist",
            "pairs",
            "changes",
        ],
    );
    let mut definition = Definition {
        file: document.required_text(root, "file").unwrap_or_default(),
        sheet: document.text(root, "sheet"),
        missing: document.texts(root, "missing").unwrap_or_default(),
        not_asked: document.texts(root, "not_asked").unwrap_or_default(),
        dates: document.choice(root, "dates", &DayFormat::NAMES).unwrap_or_default(),
        ..Definition::default()
    };
    match document.section(root, "columns") {
        Some(section) => {
            document.expect_keys(section, &["id", "date"]);
            definition.id = document.required_text(section, "id").unwrap_or_default();
            definition.date = document.text(section, "date");
        }
        None if !root.has("columns") => document.missing(root, "columns"),
        None => {}
    }
    definition.characteristics = characteristics(document, root, "characteristics");
    let texts = texts(document, root);
    scales(document, root, &texts, &mut definition);
    items(document, root, &texts, &mut definition);
    definition.checklist = checklist(document, root);
    definition.pairs = pairs(document, root);
    definition.changes = changes(document, root);
    definition.filters = filters(document, root, &definition);
    both_missing_and_not_asked(document, root, &definition);
    definition
}

/// Facts about people: the same form in `questionnaire.toml` and in `administrative.toml`.
pub(super) fn characteristics<'t>(
    document: &mut Document<'_>,
    root: Section<'t>,
    key: &'t str,
) -> Vec<Characteristic> {
    let mut known = BTreeSet::new();
    let mut characteristics = Vec::new();
    for section in document.sections(root, key) {
        document.expect_keys(section, &["id", "column", "title", "bands", "groups", "titles"]);
        let Some(id) = document.required_text(section, "id") else { continue };
        if !known.insert(id.clone()) {
            twice(document, section, "id", &id);
            continue;
        }
        characteristics.push(Characteristic {
            column: document.text(section, "column").unwrap_or_else(|| id.clone()),
            title: document.titles(section, "title").unwrap_or_else(|| Titles::both(id.as_str())),
            bands: bands(document, section, "bands"),
            groups: document.lists(section, "groups"),
            titles: document.titles_by_key(section, "titles").into_iter().collect(),
            id,
        });
    }
    characteristics
}

pub(super) fn twice(document: &mut Document<'_>, section: Section<'_>, key: &str, value: &str) {
    let diagnostic = document.error(section, key, "settings-duplicate").with("value", value);
    document.push(diagnostic);
}

fn texts(document: &mut Document<'_>, root: Section<'_>) -> BTreeMap<String, TextMap> {
    let mut maps = BTreeMap::new();
    let Some(section) = document.section(root, "texts") else { return maps };
    for name in section.keys() {
        let mut map = TextMap::default();
        for (text, written) in document.pairs(section, name) {
            match written.parse::<f64>() {
                Ok(number) if number.is_finite() => map.0.push((text, number)),
                _ => {
                    let diagnostic = document
                        .error(section, name, "settings-text-number")
                        .with("text", text)
                        .with("value", written);
                    document.push(diagnostic);
                }
            }
        }
        maps.insert(name.to_owned(), map);
    }
    maps
}

/// The range of an item, `[least, most]`.
pub(super) fn range(document: &mut Document<'_>, section: Section<'_>) -> Option<(f64, f64)> {
    if !section.has("range") {
        document.missing(section, "range");
    }
    let bounds = document.numbers(section, "range")?;
    match bounds.as_slice() {
        [least, most] if least < most => Some((*least, *most)),
        _ => {
            let diagnostic = document.error(section, "range", "settings-item-range");
            document.push(diagnostic);
            None
        }
    }
}

/// The named map of texts that a scale or an item uses, each number of it within the range.
pub(super) fn text_map(
    document: &mut Document<'_>,
    section: Section<'_>,
    maps: &BTreeMap<String, TextMap>,
    (least, most): (f64, f64),
) -> TextMap {
    let Some(name) = document.text(section, "texts") else { return TextMap::default() };
    let Some(map) = maps.get(&name) else {
        let diagnostic = document
            .error(section, "texts", "settings-unknown-name")
            .with("value", &name)
            .with("nearest", nearest(&name, maps.keys().map(String::as_str)).unwrap_or("empty"));
        document.push(diagnostic);
        return TextMap::default();
    };
    for (text, number) in &map.0 {
        if !(least..=most).contains(number) {
            let diagnostic = document
                .error(section, "texts", "settings-text-range")
                .with("text", text)
                .with("value", number)
                .with("least", least)
                .with("most", most);
            document.push(diagnostic);
        }
    }
    map.clone()
}

fn items(
    document: &mut Document<'_>,
    root: Section<'_>,
    maps: &BTreeMap<String, TextMap>,
    definition: &mut Definition,
) {
    for section in document.sections(root, "items") {
        document.expect_keys(section, &["column", "title", "range", "texts"]);
        let Some(column) = document.required_text(section, "column") else { continue };
        let Some((least, most)) = range(document, section) else { continue };
        let texts = text_map(document, section, maps, (least, most));
        if definition.item(&column).is_some() {
            twice(document, section, "column", &column);
            continue;
        }
        let title = document.titles(section, "title").unwrap_or_else(|| Titles::both(column.as_str()));
        definition.items.push(Item { column, title, least, most, texts });
    }
}

fn checklist(document: &mut Document<'_>, root: Section<'_>) -> Option<Checklist> {
    let section = document.section(root, "checklist")?;
    document.expect_keys(section, &["title", "ticked", "unticked", "boxes"]);
    let boxes = document.pairs(section, "boxes");
    if boxes.is_empty() {
        document.missing(section, "boxes");
    }
    let one_text = |text: &str| vec![text.to_owned()];
    Some(Checklist {
        title: document.titles(section, "title").unwrap_or_default(),
        ticked: document.texts(section, "ticked").unwrap_or_else(|| one_text("1")),
        unticked: document.texts(section, "unticked").unwrap_or_else(|| one_text("0")),
        boxes: boxes.into_iter().map(|(column, code)| Difficulty { column, code: CodeId(code) }).collect(),
    })
}

fn pairs(document: &mut Document<'_>, root: Section<'_>) -> Vec<Pair> {
    let mut pairs: Vec<Pair> = Vec::new();
    for section in document.sections(root, "pairs") {
        document.expect_keys(section, &["id", "title", "before", "after", "yes", "no"]);
        let id = document.required_text(section, "id");
        let before = document.required_text(section, "before");
        let after = document.required_text(section, "after");
        let (Some(id), Some(before), Some(after)) = (id, before, after) else { continue };
        if pairs.iter().any(|known| known.id == id) {
            twice(document, section, "id", &id);
            continue;
        }
        let yes = document.texts(section, "yes").unwrap_or_else(|| vec!["oui".to_owned()]);
        let no = document.texts(section, "no").unwrap_or_else(|| vec!["non".to_owned()]);
        if let Some(both) = yes.iter().find(|one| no.contains(one)) {
            twice(document, section, "yes", both);
        }
        let title = document.titles(section, "title").unwrap_or_else(|| Titles::both(id.as_str()));
        pairs.push(Pair { id, title, before, after, yes, no });
    }
    pairs
}

/// What has several answers, asked before and after: one list of groups for both moments.
fn changes(document: &mut Document<'_>, root: Section<'_>) -> Vec<CategoryPair> {
    let mut changes: Vec<CategoryPair> = Vec::new();
    for section in document.sections(root, "changes") {
        document.expect_keys(section, &["id", "title", "before", "after", "groups", "titles"]);
        let id = document.required_text(section, "id");
        let before = document.required_text(section, "before");
        let after = document.required_text(section, "after");
        let (Some(id), Some(before), Some(after)) = (id, before, after) else { continue };
        if changes.iter().any(|known| known.id == id) {
            twice(document, section, "id", &id);
            continue;
        }
        let title = document.titles(section, "title").unwrap_or_else(|| Titles::both(id.as_str()));
        let before = Characteristic {
            id: id.clone(),
            column: before,
            title: title.clone(),
            bands: Vec::new(),
            groups: document.lists(section, "groups"),
            titles: document.titles_by_key(section, "titles").into_iter().collect(),
        };
        let after = Characteristic { column: after, ..before.clone() };
        changes.push(CategoryPair { id, title, before, after });
    }
    changes
}

/// Questions asked of some respondents only.
fn filters(document: &mut Document<'_>, root: Section<'_>, definition: &Definition) -> Vec<Filter> {
    let columns = definition.columns();
    let mut filters = Vec::new();
    for section in document.sections(root, "filters") {
        document.expect_keys(section, &["column", "asked", "questions"]);
        let column = document.required_text(section, "column");
        for key in ["asked", "questions"] {
            if !section.has(key) {
                document.missing(section, key);
            }
        }
        let asked = document.texts(section, "asked").unwrap_or_default();
        let questions = document.texts(section, "questions").unwrap_or_default();
        for question in questions.iter().filter(|question| !definition.asks(question)) {
            let near = nearest(question, columns.iter().copied()).unwrap_or("empty");
            let diagnostic = document.error(section, "questions", "settings-unknown-name");
            document.push(diagnostic.with("value", question).with("nearest", near));
        }
        filters.extend(column.map(|column| Filter { column, asked, questions }));
    }
    filters
}

/// An answer is missing or was not asked for, never both.
fn both_missing_and_not_asked(document: &mut Document<'_>, root: Section<'_>, definition: &Definition) {
    if let Some(both) = definition.not_asked.iter().find(|one| definition.is_missing(one)) {
        let diagnostic = document.error(root, "not_asked", "settings-missing-and-not-asked");
        document.push(diagnostic.with("value", both));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_published_key_scores_a_scale_and_its_parts() {
        let columns =
            |from: usize, to: usize| -> String { (from..=to).map(|item| format!("\"q{item}\", ")).collect() };
        let text = format!(
            "file = \"a.csv\"\n[columns]\nid = \"id\"\n\
             [[scales]]\nid = \"alliance\"\nkey = \"wai-sr\"\nitems = [{}]\n\
             [[scales]]\nid = \"affects\"\nkey = \"panas\"\nitems = [{}]\n\
             [[scales]]\nid = \"who\"\nkey = \"oms-5\"\nitems = [{}]\n",
            columns(1, 12),
            columns(13, 32),
            columns(33, 37)
        );
        let (definition, diagnostics) = parse("q.toml", &text);
        assert_eq!(diagnostics, []);
        let definition = definition.expect("no error");
        let ids: Vec<&str> = definition.scales.iter().map(|scale| scale.id.as_str()).collect();
        // Positive and negative affects are never added.
        assert_eq!(
            ids,
            [
                "alliance",
                "alliance-taches",
                "alliance-lien",
                "alliance-buts",
                "affects-positifs",
                "affects-negatifs",
                "who",
            ]
        );
        assert_eq!(definition.items.len(), 37);
        assert_eq!(definition.scales[1].items, [0, 1, 9, 11]);
        assert_eq!(definition.scales[3].part_of.as_deref(), Some("alliance"));
        assert_eq!(definition.scales[6].bands.len(), 3);
        let told = |text: &str| -> Vec<String> {
            parse("q.toml", text).1.iter().map(|one| one.key.to_string()).collect()
        };
        assert_eq!(told(&text.replace("wai-sr", "wai")), ["settings-missing-key", "settings-choice"]);
        assert_eq!(told(&text.replace("\"q37\", ", "")), ["settings-key-items"]);
        let doubled = text.replace("key = \"oms-5\"", "key = \"oms-5\"\nrange = [1, 6]");
        assert_eq!(told(&doubled), ["settings-unknown-key"]);
    }

    #[test]
    fn bands_parts_and_changes_are_read() {
        let text = "file = \"a.csv\"\n[columns]\nid = \"id\"\n\
             [[scales]]\nid = \"s\"\nrange = [1, 5]\nitems = [\"a\", \"b\", \"c\"]\n\
             parts = {first = [\"a\", \"c\"]}\n\
             [[scales.bands]]\nleast = 1\ntitle = \"low\"\n\
             [[scales.bands]]\nleast = 3\nopen = true\ntitle = \"high\"\n\
             [[changes]]\nid = \"work\"\nbefore = \"w1\"\nafter = \"w2\"\n\
             [changes.groups]\nyes = [\"CDI\", \"CDD\"]\nno = [\"CHO\"]\n";
        let (definition, diagnostics) = parse("q.toml", text);
        assert_eq!(diagnostics, []);
        let definition = definition.expect("no error");
        assert_eq!((definition.scales[0].band(3.0), definition.scales[0].band(3.1)), (Some(0), Some(1)));
        assert_eq!(
            (definition.scales[1].id.as_str(), &definition.scales[1].items[..]),
            ("s-first", &[0, 2][..])
        );
        assert_eq!(definition.columns(), ["id", "a", "b", "c", "w1", "w2"]);
        let (answers, faults) = definition.read(|column| match column {
            "w1" => "CDD",
            "w2" => "RSA",
            _ => "",
        });
        assert_eq!(answers.changes, [(Some("yes".to_owned()), None)]);
        assert_eq!(faults.len(), 1);
        let (_, diagnostics) = parse("q.toml", &text.replace("least = 3", "least = 1"));
        assert_eq!(diagnostics[0].key, "settings-score-bands");
    }

    #[test]
    fn questions_not_asked_are_declared_by_code_and_by_filter() {
        let text = "file = \"a.csv\"\nmissing = [\"99\"]\nnot_asked = [\"SO\"]\n[columns]\nid = \"id\"\n\
             [[items]]\ncolumn = \"leisure\"\nrange = [1, 5]\n\
             [[filters]]\ncolumn = \"children\"\nasked = [\"1\", \"2\"]\nquestions = [\"leisure\"]\n";
        let (definition, diagnostics) = parse("q.toml", text);
        assert_eq!(diagnostics, []);
        let definition = definition.expect("no error");
        assert_eq!(definition.columns(), ["id", "leisure", "children"]);
        assert_eq!(definition.filters[0].asked, ["1", "2"]);
        let told = |text: &str| -> Vec<String> {
            parse("q.toml", text).1.iter().map(|one| one.key.to_string()).collect()
        };
        assert_eq!(told(&text.replace("[\"leisure\"]", "[\"leisur\"]")), ["settings-unknown-name"]);
        assert_eq!(
            told(&text.replace("not_asked = [\"SO\"]", "not_asked = [\"99\"]")),
            ["settings-missing-and-not-asked"]
        );
        assert_eq!(told(&text.replace("asked = [\"1\", \"2\"]\n", "")), ["settings-missing-key"]);
        assert_eq!(
            told(&text.replace("questions =", "question =")),
            ["settings-missing-key", "settings-unknown-key"]
        );
    }

    const BUNDLED: &str = include_str!("../../questionnaire/questionnaire.toml");

    #[test]
    fn the_bundled_questionnaire_reads_without_a_word() {
        let (definition, diagnostics) = parse("questionnaire/questionnaire.toml", BUNDLED);
        assert_eq!(diagnostics, []);
        let definition = definition.expect("no error");
        let scales: Vec<(&str, usize)> =
            definition.scales.iter().map(|scale| (scale.id.as_str(), scale.items.len())).collect();
        assert_eq!(
            scales,
            [("bien-etre", 5), ("confiance", 6), ("projet", 4), ("demarches", 5), ("relation", 6)]
        );
        assert_eq!(definition.scales[1].reversed, [false, true, false, false, true, false]);
        assert_eq!(definition.checklist.map(|list| list.boxes.len()), Some(9));
        assert_eq!(definition.pairs.len(), 5);
        assert_eq!(definition.items.len(), 28);
    }

    #[test]
    fn each_slip_is_told_with_its_place() {
        let text = BUNDLED
            .replace("reversed = [\"de4\"]", "reversed = [\"de44\"]")
            .replace("texts = \"accord\"", "texts = \"acord\"")
            .replace("range = [0, 10]", "range = [10, 0]")
            .replace("answered = 0.5\nitems = [\"re1\"", "answered = 2\nitems = [\"re1\"");
        let (definition, diagnostics) = parse("q.toml", &text);
        assert!(definition.is_none());
        let told: Vec<&str> = diagnostics.iter().map(|one| one.key.as_ref()).collect();
        assert_eq!(
            told,
            ["settings-unknown-name", "settings-unknown-name", "settings-range", "settings-item-range"]
        );
        assert_eq!(diagnostics[0].argument("nearest"), Some("accord"));
        assert_eq!(diagnostics[1].argument("nearest"), Some("de4"));
    }

    #[test]
    fn every_cut_of_the_bundled_file_is_read_without_panic() {
        for end in (0..BUNDLED.len()).filter(|end| BUNDLED.is_char_boundary(*end)).step_by(11) {
            let (definition, diagnostics) = parse("q.toml", &BUNDLED[..end]);
            assert_eq!(definition.is_none(), has_error(&diagnostics));
        }
    }
}
