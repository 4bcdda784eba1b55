//! Interviews in other people's notations, through the program: no word of speech is lost.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::study::Study;

/// A published file: its speakers with the number of their labels, counted by hand.
struct File {
    name: &'static str,
    speakers: &'static [(&'static str, usize)],
    /// Whether text stands before the first label: a turn of nobody.
    opens_unlabelled: bool,
}

const FILES: [File; 5] = [
    File {
        name: "away-from-keyboard-9",
        speakers: &[("Tim Smith", 17), ("Jeremy Fuksa", 17), ("Break", 1)],
        opens_unlabelled: false,
    },
    File {
        name: "bitcoin-core-v21-supports-tor-v3",
        speakers: &[("Aaron van Wirdum", 37), ("Sjors Provoost", 37)],
        opens_unlabelled: false,
    },
    File {
        name: "interview-adam-back-elizabeth-stark",
        speakers: &[("stark", 13), ("adam3us", 12)],
        opens_unlabelled: true,
    },
    File { name: "q-cubed", speakers: &[("Jonas Rosland", 27), ("Carolyn Lu", 26)], opens_unlabelled: true },
    File {
        name: "wintermoor",
        speakers: &[("Jonas Rosland", 45), ("Ben Walker", 51), ("Kyla Fury", 84), ("Ryan Anderson", 110)],
        opens_unlabelled: false,
    },
];

fn path(file: &File) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/corpora").join(format!("{}.md", file.name))
}

/// The interviews; two addresses of web sites are said in one, as e-mails are.
fn imported() -> (Study, Value) {
    let study = Study::empty();
    let files = FILES.iter().map(|file| path(file).into_os_string());
    let outcome = study.json(["import".into(), "--allow-identifiers".into()].into_iter().chain(files));
    (study, outcome)
}

/// The turns of an interview, all of them, in the order spoken.
fn turns(study: &Study, name: &str) -> Vec<Value> {
    let found = study.json(["search", &format!("transcript:{name}"), "--limit", "100000"]);
    let mut hits = found["hits"].as_array().unwrap().clone();
    hits.sort_by_key(|hit| hit["turn"].as_u64());
    hits
}

/// The words of a text but those made of digits: times are marks in one notation, text in another.
fn words(text: &str) -> Vec<String> {
    let letters = |letter: char| !letter.is_alphanumeric();
    let words = text.split(letters).filter(|word| word.chars().any(char::is_alphabetic));
    words.map(str::to_owned).collect()
}

/// What the file says, read without the program's reader: front matter, headings, labels and the
/// signs of Markdown and HTML taken out.
fn speech(file: &File) -> Vec<String> {
    let text = std::fs::read_to_string(path(file)).unwrap();
    let body = match text.strip_prefix("---\n") {
        Some(rest) => rest.split_once("\n---\n").unwrap().1,
        None => &text,
    };
    let mut said = Vec::new();
    for line in body.lines().filter(|line| !line.starts_with('#')) {
        let label = file.speakers.iter().find_map(|(name, _)| {
            let marks = [format!("**{name}:**"), format!("{name}:"), format!("{name}  ")];
            marks.iter().find_map(|mark| line.strip_prefix(mark.as_str()))
        });
        let mut plain = String::new();
        let mut rest = label.unwrap_or(line);
        while let Some(open) = rest.find('<') {
            plain.push_str(&rest[..open]);
            let close = open + rest[open..].find('>').unwrap();
            // The address of `<https://…>` is what one reads; that of `<a href>` is not.
            if rest[open..].starts_with("<http") {
                plain.push_str(&rest[open + 1..close]);
            }
            rest = &rest[close + 1..];
        }
        plain.push_str(rest);
        // `[text](address)`: only the text is read.
        while let Some(open) = plain.find("](") {
            let close = open + plain[open..].find(')').unwrap();
            plain.replace_range(open..=close, " ");
        }
        said.extend(words(&plain));
    }
    said
}

#[test]
fn speakers_and_turns_are_those_of_the_files() {
    let (study, outcome) = imported();
    for file in &FILES {
        let turns = turns(&study, file.name);
        let mut counted: BTreeMap<&str, usize> = BTreeMap::new();
        for turn in &turns {
            *counted.entry(turn["speaker"].as_str().unwrap_or_default()).or_default() += 1;
        }
        let mut expected: BTreeMap<&str, usize> = file.speakers.iter().copied().collect();
        if file.opens_unlabelled {
            expected.insert("", 1);
        }
        assert_eq!(counted, expected, "{}", file.name);
        let told = outcome["files"].as_array().unwrap().iter();
        let told: Vec<_> = told.filter(|one| one["path"].as_str().unwrap().contains(file.name)).collect();
        assert_eq!(told.len(), 1);
        assert_eq!(told[0]["turns"], turns.len());
        assert_eq!(told[0]["speakers"].as_array().unwrap().len(), file.speakers.len());
    }
}

#[test]
fn no_word_of_speech_is_lost_or_made() {
    let (study, _) = imported();
    for file in &FILES {
        let heard: Vec<String> =
            turns(&study, file.name).iter().flat_map(|turn| words(turn["text"].as_str().unwrap())).collect();
        let said = speech(file);
        assert!(said.len() > 1_000, "{}: {}", file.name, said.len());
        let first = said.iter().zip(&heard).position(|(said, heard)| said != heard);
        let first = first.or((said.len() != heard.len()).then(|| said.len().min(heard.len())));
        if let Some(at) = first {
            let near = |words: &[String]| {
                words[at.saturating_sub(8).min(words.len())..(at + 8).min(words.len())].join(" ")
            };
            panic!("{}, word {at}: said “{}”, heard “{}”", file.name, near(&said), near(&heard));
        }
    }
}

#[test]
fn words_are_found_and_both_languages_speak_of_them() {
    let (study, _) = imported();
    for (query, least) in
        [("onions", 1), ("\"impostor syndrome\"", 1), ("speaker:kyla game", 5), ("hashcash", 3)]
    {
        let total = study.json(["search", query])["total"].as_u64().unwrap();
        assert!(total >= least, "{query}: {total}");
    }
    for language in ["fr", "en"] {
        study.run(["check", "--lang", language]).succeeds();
        assert!(!study.run(["search", "game", "--lang", language]).succeeds().out.is_empty());
        study.run(["import", "--lang", language]).succeeds();
        // No coding, no questionnaire: what cannot be computed is said, not met with a panic.
        for words in [&["build"][..], &["typology"], &["matrix"], &["link"], &["indicators"], &["codings"]] {
            let ran = study.run(words.iter().copied().chain(["--lang", language]));
            assert!(
                matches!(ran.code, 0 | 1) && !(ran.out.is_empty() && ran.told.is_empty()),
                "{words:?}: {ran:?}"
            );
        }
    }
    assert_eq!(study.operations(), 1);
}
