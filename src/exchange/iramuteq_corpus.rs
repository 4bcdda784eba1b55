//! Corpora of `IRaMuTeQ` read: each text an interview, its starred variables characteristics.
//!
//! A text begins with a line of variables, `**** *ent_e01 *event_separation`, or, in the older form, with
//! its number instead of the four stars. A line that begins with `-*` is a subject: a heading here.

use std::collections::BTreeSet;

use super::qdpx::guid::{key, made};
use super::qdpx::model::{Case, Project, TextSource, Value, Variable};
use super::qdpx::own::Own;
use super::qdpx::package::Package;
use crate::domain::diagnostic::{Diagnostic, Place};
use crate::domain::transcript::{Face, Roles, Written, parse_written, write};

/// Variables that name a text rather than describe it.
const NAMING: &[&str] =
    &["ent", "entretien", "id", "texte", "doc", "document", "ind", "suj", "sujet", "interview"];

/// Tells whether a text is a corpus: its first line that is not empty begins one.
pub fn is_corpus(text: &str) -> bool {
    let first = text.trim_start_matches('\u{feff}').lines().find(|line| !line.trim().is_empty());
    // A line of stars alone is an ornament.
    first.is_some_and(|line| begins(line).is_some_and(|variables| !variables.is_empty()))
}

/// Reads the line that begins a text: its variables.
fn begins(line: &str) -> Option<&str> {
    let line = line.trim();
    let stars = line.strip_prefix("****");
    let number = || {
        let rest = line.trim_start_matches(|sign: char| sign.is_ascii_digit());
        (rest.len() + 4 == line.len()).then_some(rest)
    };
    let rest = stars.or_else(number)?.trim_start();
    let is_starred = rest.strip_prefix('*').is_some_and(|name| name.starts_with(char::is_alphanumeric));
    (is_starred || (rest.is_empty() && stars.is_some())).then_some(rest)
}

struct Text {
    line: usize,
    variables: Vec<(String, String)>,
    written: Written,
    words: usize,
}

/// Reads a corpus; none when the diagnostics hold an error.
pub fn read(path: &str, text: &str) -> (Option<Package>, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let mut texts: Vec<Text> = Vec::new();
    for (number, line) in (1..).zip(text.trim_start_matches('\u{feff}').lines()) {
        if let Some(rest) = begins(line) {
            let (variables, faults) = variables(path, number, rest);
            diagnostics.extend(faults);
            texts.push(Text { line: number, variables, written: Written::default(), words: 0 });
        } else if let Some(text) = texts.last_mut() {
            let line = line.trim();
            let (words, level) = match line.strip_prefix("-*") {
                Some(subject) => (subject.trim().replace('_', " "), Some(2)),
                None => (line.to_owned(), None),
            };
            if !words.is_empty() {
                text.words += usize::from(level.is_none());
                text.written.say(&words, Face::default());
                text.written.end_paragraph(level);
            }
        } else if !line.trim().is_empty() {
            diagnostics.push(Diagnostic::error(Place::at(path, number, 1), "iramuteq-no-text"));
            return (None, diagnostics);
        }
    }
    (Some(package(path, texts, &mut diagnostics)), diagnostics)
}

/// Reads variables: `*name_value`, the value after the first underscore.
fn variables(path: &str, line: usize, text: &str) -> (Vec<(String, String)>, Vec<Diagnostic>) {
    let (mut read, mut faults) = (Vec::new(), Vec::new());
    for word in text.split_whitespace() {
        match word.strip_prefix('*').map(|word| word.split_once('_').unwrap_or((word, "1"))) {
            Some((name, value)) if !name.is_empty() && !value.is_empty() => {
                read.push((name.to_owned(), value.to_owned()));
            }
            _ => faults
                .push(Diagnostic::warning(Place::at(path, line, 1), "iramuteq-variable").with("word", word)),
        }
    }
    (read, faults)
}

fn package(path: &str, texts: Vec<Text>, diagnostics: &mut Vec<Diagnostic>) -> Package {
    // The variable that names the texts: one of the usual names, with another value in each.
    let naming = NAMING.iter().find(|name| {
        let values: BTreeSet<&String> = texts.iter().filter_map(|text| value(text, name)).collect();
        !texts.is_empty() && values.len() == texts.len()
    });
    let stem = path.rsplit('/').next().unwrap_or(path).rsplit_once('.').map_or(path, |(stem, _)| stem);
    let mut package = Package::default();
    let mut project = Project { origin: "IRaMuTeQ".to_owned(), ..Project::default() };
    for (number, text) in (1..).zip(&texts) {
        let place = Place::at(path, text.line, 1);
        let name = match naming.and_then(|name| value(text, name)) {
            Some(value) => value.clone(),
            None => format!("{stem}-{number:03}"),
        };
        if text.words == 0 {
            diagnostics.push(Diagnostic::warning(place, "iramuteq-empty").with("name", &name));
            continue;
        }
        let guid = made("iramuteq text", &format!("{stem} {name}"));
        let parsed = parse_written(path, &text.written, &Roles::default());
        let Some(transcript) = parsed.transcript else { continue };
        let described = text.variables.iter().filter(|(known, _)| Some(&known.as_str()) != naming);
        let value = |(name, value): &(String, String)| Value {
            variable: key(&made("iramuteq variable", name)),
            value: value.clone(),
        };
        // The headings travel as what this program writes for itself: plain text has none.
        package.own.insert(Own::transcript(&key(&guid)), write(&transcript).into_bytes());
        project.cases.push(Case {
            guid: made("iramuteq case", &format!("{stem} {name}")),
            values: described.clone().map(value).collect(),
            sources: vec![key(&guid)],
            place: place.clone(),
            ..Case::default()
        });
        for (name, _) in described {
            let guid = made("iramuteq variable", name);
            if !project.variables.iter().any(|known| known.guid == guid) {
                let kind = "Text".to_owned();
                project.variables.push(Variable { guid, name: name.clone(), kind, ..Variable::default() });
            }
        }
        project.sources.push(TextSource {
            guid,
            name,
            text: Some(transcript.version.text),
            place,
            ..TextSource::default()
        });
    }
    package.project = project;
    package
}

fn value<'t>(text: &'t Text, name: &str) -> Option<&'t String> {
    text.variables.iter().find(|(known, _)| known == name).map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_variables_and_subjects_are_read() {
        let corpus = "\n**** *ent_e01 *event_separation_longue *age_34\n-*logement_social\nJ’étais hébergée.\nPuis non.\n\n**** *ent_e02 seul\n-*travail\nRien.\n**** *ent_e03\n";
        assert!(is_corpus(corpus) && !is_corpus("Bonjour\n**** *a_b\n") && is_corpus("0001 *a_b\nOui\n"));
        let (package, diagnostics) = read("corpus.txt", corpus);
        let package = package.expect("a corpus");
        let told: Vec<String> = diagnostics.iter().map(ToString::to_string).collect();
        assert_eq!(
            told,
            [
                "corpus.txt:7:1: warning: iramuteq-variable word=\"seul\"",
                "corpus.txt:10:1: warning: iramuteq-empty name=\"e03\""
            ]
        );
        let names: Vec<&str> = package.project.sources.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(names, ["e01", "e02"]);
        let values: Vec<&str> =
            package.project.cases[0].values.iter().map(|one| one.value.as_str()).collect();
        assert_eq!(values, ["separation_longue", "34"]);
        let text = package.project.sources[0].text.as_deref().expect("words");
        assert!(text.contains("logement social\n") && text.contains("Puis non."), "{text}");
    }
}
