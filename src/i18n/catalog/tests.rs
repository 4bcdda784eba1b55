#![allow(clippy::disallowed_methods, reason = "a test lists the folder of catalogues")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::*;
use crate::domain::Place;

/// Key (with `.attribute`) to the text of its pattern, read as Fluent lays it out: a key at the
/// margin, continuation lines indented.
fn patterns(source: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    let mut message = String::new();
    for line in source.lines() {
        let trimmed = line.trim_start();
        let is_key = |text: &str| text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-');
        if trimmed.starts_with('#') && !line.starts_with(' ') {
            continue;
        }
        if !line.starts_with([' ', '}', '*']) && is_key(line) && line.contains('=') {
            let (key, pattern) = line.split_once('=').expect("an equals sign was seen");
            message = key.trim().to_owned();
            found.push((message.clone(), pattern.to_owned()));
        } else if let Some((name, pattern)) =
            trimmed.strip_prefix('.').and_then(|rest| rest.split_once('=')).filter(|(name, _)| {
                name.trim().chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
            })
        {
            found.push((format!("{message}.{}", name.trim()), pattern.to_owned()));
        } else if let Some((_, pattern)) = found.last_mut() {
            pattern.push('\n');
            pattern.push_str(trimmed);
        }
    }
    found
}

fn variables(pattern: &str) -> BTreeSet<String> {
    pattern
        .split('$')
        .skip(1)
        .map(|rest| {
            rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-' || *c == '_').collect()
        })
        .collect()
}

/// What a reader sees of a pattern: placeables become `x`, what stands in backticks is code and is left out.
fn prose(pattern: &str) -> String {
    let mut text = String::new();
    let mut depth = 0_usize;
    let mut code = false;
    for letter in pattern.chars() {
        match letter {
            '{' => depth += 1,
            '}' => {
                depth = depth.saturating_sub(1);
                if depth == 0 && !code {
                    text.push('x');
                }
            }
            '`' if depth == 0 => {
                code = !code;
                text.push('x');
            }
            _ if depth == 0 && !code => text.push(letter),
            _ => {}
        }
    }
    text
}

/// The prose of the variants of a selector counts too: `{ $n -> [one] … *[other] … }`.
fn variants(pattern: &str) -> Vec<String> {
    let mut texts = vec![prose(pattern)];
    for line in pattern.lines() {
        let line = line.trim_start().trim_start_matches('*');
        if let Some((_, text)) = line.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
            texts.push(prose(text));
        }
    }
    texts
}

fn all(language: Language) -> Vec<(&'static str, String, String)> {
    ROOMS
        .iter()
        .flat_map(|room| {
            patterns(room.source(language)).into_iter().map(|(key, pattern)| (room.name, key, pattern))
        })
        .collect()
}

#[test]
fn every_catalogue_parses_and_no_key_is_defined_twice() {
    for language in [Language::Fr, Language::En] {
        let mut seen = BTreeMap::new();
        for room in ROOMS {
            if let Err((_, faults)) = FluentResource::try_new(room.source(language).to_owned()) {
                panic!("{}/{}.ftl: {faults:?}", language.code(), room.name);
            }
            for (key, _) in patterns(room.source(language)) {
                if let Some(other) = seen.insert(key.clone(), room.name) {
                    panic!("{}: {key} is in {} and in {other}", language.code(), room.name);
                }
            }
        }
    }
}

#[test]
fn every_file_of_the_folder_is_in_the_list() {
    let listed: BTreeSet<String> = ROOMS.iter().map(|room| format!("{}.ftl", room.name)).collect();
    for language in [Language::Fr, Language::En] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("i18n").join(language.code());
        let present: BTreeSet<String> = std::fs::read_dir(folder)
            .expect("the folder of catalogues")
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
            .collect();
        assert_eq!(present, listed, "src/i18n/rooms.rs lists the catalogues of {}", language.code());
    }
}

#[test]
fn both_languages_have_the_same_keys_and_variables() {
    let shape = |language| -> BTreeMap<String, (&str, BTreeSet<String>)> {
        all(language).into_iter().map(|(room, key, pattern)| (key, (room, variables(&pattern)))).collect()
    };
    let (french, english) = (shape(Language::Fr), shape(Language::En));
    let mut faults = Vec::new();
    for (key, (room, names)) in &french {
        match english.get(key) {
            None => faults.push(format!("{room}: {key} is not in English")),
            Some((other, found)) if (other, found) != (room, names) => {
                faults.push(format!("{room}: {key} has {names:?} in French, {found:?} in English ({other})"));
            }
            Some(_) => {}
        }
    }
    for (key, (room, _)) in &english {
        if !french.contains_key(key) {
            faults.push(format!("{room}: {key} is not in French"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Messages that cite works in English.
const CITED: [&str; 2] = ["checklist-coreq-source", "checklist-srqr-source"];

/// Messages that show commands as they are typed.
const TYPED: [&str; 4] = ["checklist-where", "diagnostic-survey-found", "help-search.more", "welcome-next"];

#[test]
fn french_messages_follow_french_typography() {
    let no_break = |c: Option<char>| c.is_some_and(|c| c == number::THIN || c == number::NO_BREAK);
    let mut faults = Vec::new();
    for (room, key, pattern) in all(Language::Fr) {
        for text in variants(&pattern) {
            let letters: Vec<char> = text.chars().collect();
            for (place, letter) in letters.iter().enumerate() {
                let before = place.checked_sub(1).and_then(|place| letters.get(place)).copied();
                let after = letters.get(place + 1).copied();
                let at_end = after.is_none_or(char::is_whitespace);
                let wrong = match letter {
                    '\'' => "a straight apostrophe",
                    // What is typed into a shell is shown as it is typed.
                    '"' if !TYPED.contains(&key.as_str()) => "a straight quotation mark",
                    ';' | '!' | '?' if at_end && !no_break(before) && before != Some('?') => {
                        "no no-break space before the mark"
                    }
                    // `path: message` of compilers and `12:30` are not prose.
                    // A work is cited by its own title, in its own language.
                    ':' if at_end
                        && !no_break(before)
                        && key != "diagnostic-line"
                        && !CITED.contains(&key.as_str()) =>
                    {
                        "no no-break space before the colon"
                    }
                    '«' if !no_break(after) => "no no-break space after «",
                    '»' if !no_break(before) => "no no-break space before »",
                    '%' if !no_break(before) => "no no-break space before %",
                    _ => continue,
                };
                faults.push(format!("{room}: {key}: {wrong} in: {}", text.trim()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_diagnostic_is_one_line_with_its_place() {
    let diagnostic =
        Diagnostic::error(Place::at("transcripts/E01.md", 12, 3), "no-such-key").with("value", "abc");
    assert_eq!(
        Catalog::new(Language::Fr).diagnostic(&diagnostic),
        "transcripts/E01.md:12:3: erreur\u{A0}: diagnostic-no-such-key value=abc"
    );
    assert_eq!(
        Catalog::new(Language::En).diagnostic(&Diagnostic::note(Place::file("a.csv"), "x")),
        "a.csv: note: diagnostic-x"
    );
}

#[test]
fn a_missing_key_stands_for_itself() {
    let catalog = Catalog::new(Language::Fr);
    assert_eq!(catalog.text("no-such-key", &[("n", 3.into())]), "no-such-key");
    assert_eq!(catalog.plain("no-such-key.title"), "no-such-key.title");
    assert_eq!(catalog.plain(""), "");
    assert!(!catalog.has("no-such-key"));
}

#[test]
fn numbers_are_written_as_the_language_wants() {
    let mut bundle = Catalog::new(Language::Fr);
    let source = "families = { $n ->\n    [one] { $n } famille\n   *[other] { $n } familles\n}\nshare = { $p }\nline = { $l }\n";
    drop(bundle.bundle.add_resource(FluentResource::try_new(source.to_owned()).expect("a good source")));
    assert_eq!(bundle.text("families", &[("n", 4012_usize.into())]), "4\u{202F}012 familles");
    assert_eq!(bundle.text("families", &[("n", 1_usize.into())]), "1 famille");
    assert_eq!(bundle.text("share", &[("p", Value::Decimal(33.15, 1))]), "33,2");
    assert_eq!(bundle.text("line", &[("l", Value::of_text("4012"))]), "4012");
    assert_eq!(bundle.text("line", &[("l", Value::of_text("007"))]), "007");
    let source = "alone = { $n ->\n    [1] un seul\n   *[other] { $n } ensemble\n}\n";
    drop(bundle.bundle.add_resource(FluentResource::try_new(source.to_owned()).expect("a good source")));
    assert_eq!(bundle.text("alone", &[("n", 1_usize.into())]), "un seul");
    assert_eq!(bundle.text("alone", &[("n", Value::of_text("1"))]), "un seul");
    assert_eq!(bundle.text("alone", &[("n", Value::of_text("2000"))]), "2000 ensemble");
}
