//! Writes back into `study.toml` what the team settled in the workbench; comments and everything else
//! stay as they were written.

use toml_edit::{ArrayOfTables, DocumentMut, InlineTable, Item, Table, Value, value};

use super::study::parse;
use crate::domain::settings::{Level, Quadrant, StudySettings, Titles, TypologySettings, Verdict};

/// Writes the settings' decisions into the text of their file: measures of axes, profiles, assignments,
/// conclusions. A text that says them already is returned as it is.
pub fn write(text: &str, settings: &StudySettings) -> String {
    let (Some(read), Ok(mut document)) = (parse("study.toml", text).0, text.parse::<DocumentMut>()) else {
        return text.to_owned();
    };
    if read.axes != settings.axes {
        measures(&mut document, settings);
    }
    let typology = &settings.typology;
    if read.profiles != settings.profiles {
        let entries = settings.profiles.iter().map(|one| Entry {
            key: place(one.quadrant),
            is_as_read: read.profiles.contains(one),
            fields: vec![
                ("name", one.name.as_ref().map(titles)),
                ("reason", some_text(&one.reason)),
                ("portrait", one.portrait.as_ref().map(titles)),
            ],
            quadrant: one.quadrant,
        });
        list(&mut document, "profiles", typology, entries.collect());
    }
    if read.assignments != settings.assignments {
        let entries = settings.assignments.iter().map(|one| Entry {
            key: one.case.0.clone(),
            is_as_read: read.assignments.contains(one),
            fields: vec![
                ("case", some_text(one.case.as_str())),
                ("reason", some_text(&one.reason)),
                ("coder", one.coder.as_ref().and_then(|coder| some_text(coder.as_str()))),
            ],
            quadrant: one.quadrant,
        });
        list(&mut document, "assignments", typology, entries.collect());
    }
    if read.readings != settings.readings {
        let entries = settings.readings.iter().map(|one| Entry {
            key: place(one.quadrant),
            is_as_read: read.readings.contains(one),
            fields: vec![
                ("verdict", some_text(verdict(one.verdict))),
                ("text", (one.text != Titles::default()).then(|| titles(&one.text))),
            ],
            quadrant: one.quadrant,
        });
        list(&mut document, "readings", typology, entries.collect());
    }
    document.to_string()
}

/// One table of a list, as it must read.
struct Entry {
    /// What tells it from the others of the list.
    key: String,
    /// Its table says it already.
    is_as_read: bool,
    fields: Vec<(&'static str, Option<Value>)>,
    quadrant: Quadrant,
}

fn measures(document: &mut DocumentMut, settings: &StudySettings) {
    let Some(axes) = document.get_mut("axes").and_then(Item::as_array_of_tables_mut) else { return };
    for table in axes.iter_mut() {
        let id = table.get("id").and_then(Item::as_str).map(str::trim);
        if let Some(axis) = settings.axes.iter().find(|axis| Some(axis.id.as_str()) == id) {
            set(table, "measure", Some(axis.measure.name().into()));
        }
    }
}

/// Makes a list of tables say the entries: each in its own table, the new ones after the others.
fn list(document: &mut DocumentMut, name: &str, typology: &TypologySettings, entries: Vec<Entry>) {
    // A list may be written on one line, `profiles = [{…}]`: it becomes tables, which hold sentences.
    if let Some(item) = document.get_mut(name)
        && !item.is_array_of_tables()
    {
        match std::mem::take(item).into_array_of_tables() {
            Ok(tables) => *item = Item::ArrayOfTables(tables),
            Err(kept) => *item = kept,
        }
    }
    let item = document.entry(name).or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
    let Some(tables) = item.as_array_of_tables_mut() else { return };
    let key = |table: &Table| {
        let text = |key: &str| table.get(key).and_then(Item::as_str).unwrap_or_default().trim().to_owned();
        if name == "assignments" {
            text("case")
        } else {
            format!("{} {}", text(typology.horizontal.as_str()), text(typology.vertical.as_str()))
        }
    };
    // The comment over the list stands over whichever table is first.
    let comment = tables.get(0).and_then(|table| table.decor().prefix().cloned());
    tables.retain(|table| entries.iter().any(|entry| entry.key == key(table)));
    if let (Some(comment), Some(first)) = (comment, tables.get_mut(0)) {
        first.decor_mut().set_prefix(comment);
    }
    for entry in entries {
        let known = (0..tables.len()).find(|at| tables.get(*at).is_some_and(|table| key(table) == entry.key));
        if known.is_some() && entry.is_as_read {
            continue;
        }
        let at = known.unwrap_or_else(|| {
            let mut table = Table::new();
            table.decor_mut().set_prefix("\n");
            tables.push(table);
            tables.len() - 1
        });
        let Some(table) = tables.get_mut(at) else { continue };
        let Entry { fields, quadrant, .. } = entry;
        for (axis, level) in [
            (typology.horizontal.as_str(), quadrant.horizontal),
            (typology.vertical.as_str(), quadrant.vertical),
        ] {
            set(table, axis, Some(word(level).into()));
        }
        for (key, given) in fields {
            set(table, key, given);
        }
    }
}

/// Sets a key, its comments kept; without a value it is taken away.
fn set(table: &mut Table, key: &str, given: Option<Value>) {
    match (table.get_mut(key).and_then(Item::as_value_mut), given) {
        (Some(known), Some(mut given)) => {
            *given.decor_mut() = known.decor().clone();
            *known = given;
        }
        (None, Some(given)) => drop(table.insert(key, value(given))),
        (_, None) => drop(table.remove(key)),
    }
}

fn titles(titles: &Titles) -> Value {
    if titles.fr == titles.en {
        return titles.fr.as_str().into();
    }
    let mut table = InlineTable::new();
    for (key, text) in [("fr", &titles.fr), ("en", &titles.en)] {
        if !text.is_empty() {
            table.insert(key, text.as_str().into());
        }
    }
    Value::InlineTable(table)
}

fn some_text(text: &str) -> Option<Value> {
    (!text.is_empty()).then(|| text.into())
}

fn place(quadrant: Quadrant) -> String {
    format!("{} {}", word(quadrant.horizontal), word(quadrant.vertical))
}

fn word(level: Level) -> &'static str {
    match level {
        Level::Low => "low",
        Level::High => "high",
    }
}

fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Confirms => "confirms",
        Verdict::Extends => "extends",
        Verdict::Contradicts => "contradicts",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::TranscriptId;
    use crate::domain::settings::{Assignment, Measure, Reading};
    use proptest::prelude::*;

    const BUNDLED: &str = include_str!("../../study.toml");

    fn bundled() -> StudySettings {
        parse("study.toml", BUNDLED).0.expect("the bundled study reads")
    }

    const HIGH: Quadrant = Quadrant { horizontal: Level::High, vertical: Level::High };

    #[test]
    fn a_file_that_says_it_all_is_left_as_it_is() {
        assert_eq!(write(BUNDLED, &bundled()), BUNDLED);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn what_is_written_reads_back_the_same(texts in prop::collection::vec("\\PC{0,40}|(?s).{0,20}", 5)) {
            let texts: Vec<String> = texts.iter().map(|text| {
                let text = text.replace(['\0', '\r'], "");
                let text = text.trim();
                if text.is_empty() { "«\u{202F}a\u{202F}» \"b\" \\".to_owned() } else { text.to_owned() }
            }).collect();
            let mut settings = bundled();
            let profile = settings.profiles.iter_mut().find(|one| one.quadrant == HIGH).expect("declared");
            profile.name = Some(Titles::both(texts[0].as_str()));
            profile.reason = texts[1].clone();
            profile.portrait = Some(Titles { fr: texts[2].clone(), en: texts[3].clone() });
            settings.profiles.remove(0);
            settings.assignments.push(Assignment {
                case: TranscriptId::from("E10"),
                quadrant: HIGH,
                reason: texts[4].clone(),
                coder: None,
            });
            let reading = Reading { quadrant: HIGH, verdict: Verdict::Extends, text: Titles::both(texts[0].as_str()) };
            settings.readings.push(reading);
            settings.axes[0].measure = Measure::Coverage;
            let written = write(BUNDLED, &settings);
            let (read, diagnostics) = parse("study.toml", &written);
            prop_assert_eq!(&diagnostics, &[]);
            prop_assert_eq!(read.as_ref(), Some(&settings));
            prop_assert_eq!(write(&written, &settings), written.clone());
            // The comments stay, that of a list over its first table.
            prop_assert!(written.contains("# Fichier de l’étude.") && written.contains("# On peut lui donner"));
        }
    }

    #[test]
    fn a_list_on_one_line_takes_decisions_too() {
        let tail = BUNDLED.find("[[profiles]]").expect("there");
        let end = BUNDLED.find("# Un·e chercheur·se").expect("there");
        let text = format!(
            "profiles = [{{ complexity = \"low\", effect = \"low\", portrait = \"x\" }}]\n{}{}",
            &BUNDLED[..tail],
            &BUNDLED[end..]
        );
        let mut settings = parse("study.toml", &text).0.expect("reads");
        settings.profiles[0].portrait = Some(Titles::both("y"));
        assert_eq!(parse("study.toml", &write(&text, &settings)).0, Some(settings));
    }
}
