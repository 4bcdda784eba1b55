//! Who asks and who answers: told by the front matter or the study, else guessed.

use super::label::{differ_by_one, plain_name};
use super::model::{Role, Speaker};
use crate::domain::diagnostic::{Diagnostic, Place};
use crate::domain::front_matter::FrontMatter;

/// The names that the study's settings give to those who ask and those who answer, for files whose
/// front matter says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roles {
    /// Labels of interviewers: `Enquêtrice`.
    pub interviewers: Vec<String>,
    /// Labels of respondents.
    pub respondents: Vec<String>,
}

/// Front matter keys under which roles are written.
pub(crate) const INTERVIEWER: &str = "interviewer";
pub(crate) const RESPONDENT: &str = "respondent";

/// Tells whether a front matter key names interviewers or respondents.
pub(crate) fn is_role_key(key: &str) -> bool {
    let key = plain_name(key);
    INTERVIEWER_KEYS.contains(&key.as_str()) || RESPONDENT_KEYS.contains(&key.as_str())
}

/// Front matter keys, plain, that name interviewers and respondents.
const INTERVIEWER_KEYS: [&str; 12] = [
    "interviewer",
    "interviewers",
    "enqueteur",
    "enquetrice",
    "enqueteurs",
    "enquetrices",
    "enqueteur.rice",
    "enqueteur·rice",
    "intervieweur",
    "intervieweuse",
    "intervieweurs",
    "chercheur",
];
const RESPONDENT_KEYS: [&str; 16] = [
    "respondent",
    "respondents",
    "interviewee",
    "interviewees",
    "enquete",
    "enquetee",
    "enquetes",
    "enquetees",
    "enquete.e",
    "enquete·e",
    "enquete.es",
    "enquete·es",
    "interviewe",
    "interviewee.s",
    "participant",
    "participants",
];

/// Labels, plain, that interviewers usually bear.
const USUAL: [&str; 25] = [
    "enqueteur",
    "enquetrice",
    "enqueteurs",
    "enquetrices",
    "enq",
    "enq.",
    "interviewer",
    "interviewers",
    "interviewers 1",
    "intervieweur",
    "intervieweuse",
    "int",
    "int.",
    "chercheur",
    "chercheuse",
    "sociologue",
    "q",
    "q.",
    "question",
    "researcher",
    "moderator",
    "moderateur",
    "moderatrice",
    "host",
    "animateur",
];

/// Words, plain, that tell in prose who led the interview.
const PROSE: [&str; 9] = [
    "interviewer",
    "interviewed by",
    "interview by",
    "enqueteur",
    "enquetrice",
    "intervieweur",
    "interviewe par",
    "entretien mene par",
    "hosted by",
];

/// The names given for one file: its front matter, else the study's settings.
pub(crate) struct Named {
    pub(crate) interviewers: Vec<String>,
    pub(crate) respondents: Vec<String>,
    /// Names of the front matter alone, with their line: each should be a label.
    pub(crate) written: Vec<(String, usize)>,
    /// Other names that the front matter gives as speakers.
    pub(crate) speakers: Vec<String>,
}

impl Named {
    /// Reads the front matter; the study's settings fill what it leaves out.
    pub(crate) fn read(front: &FrontMatter, roles: &Roles) -> Self {
        let mut named = Self {
            interviewers: Vec::new(),
            respondents: Vec::new(),
            written: Vec::new(),
            speakers: Vec::new(),
        };
        for entry in &front.entries {
            let key = plain_name(&entry.key);
            // A list that was exported stands on one line, and no label holds a semicolon.
            let values = || {
                let names = entry.values.iter().flat_map(|value| value.split(';'));
                names.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty())
            };
            // `enquete: 2023` is the name of a survey more often than that of a person, but a value
            // that is no label changes nothing.
            if INTERVIEWER_KEYS.contains(&key.as_str()) {
                named.interviewers.extend(values());
                named.written.extend(values().map(|value| (value, entry.line)));
            } else if RESPONDENT_KEYS.contains(&key.as_str()) {
                named.respondents.extend(values());
                if !key.starts_with("enquete") && !key.starts_with("participant") {
                    named.written.extend(values().map(|value| (value, entry.line)));
                }
            } else if matches!(key.as_str(), "speakers" | "speaker" | "locuteurs" | "locutrices") {
                named.speakers.extend(values());
            }
        }
        if named.interviewers.is_empty() {
            named.interviewers.clone_from(&roles.interviewers);
        }
        if named.respondents.is_empty() {
            named.respondents.clone_from(&roles.respondents);
        }
        named
    }

    /// Lists every name given.
    pub(crate) fn all(&self) -> Vec<String> {
        [&self.interviewers, &self.respondents, &self.speakers].into_iter().flatten().cloned().collect()
    }
}

/// Gives each speaker a role; a guess, and a name that is no label, are told.
pub(crate) fn assign(
    path: &str,
    speakers: &mut [Speaker],
    named: &Named,
    prose: &str,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let listed =
        |names: &[String], label: &str| names.iter().any(|name| plain_name(name) == plain_name(label));
    for (name, line) in &named.written {
        if !speakers.is_empty()
            && !speakers.iter().any(|speaker| plain_name(&speaker.label) == plain_name(name))
        {
            let labels: Vec<&str> = speakers.iter().map(|speaker| speaker.label.as_str()).collect();
            diagnostics.push(
                Diagnostic::warning(Place::at(path, *line, 1), "speaker-named-not-heard")
                    .with("name", name)
                    .with("labels", labels.join(", ")),
            );
        }
    }
    let mut found = false;
    for speaker in speakers.iter_mut() {
        if listed(&named.interviewers, &speaker.label) {
            (speaker.role, found) = (Role::Interviewer, true);
        }
    }
    if found || speakers.is_empty() {
        return;
    }
    let guessed = guess(speakers, named, prose);
    let names: Vec<&str> = guessed.iter().map(|index| speakers[*index].label.as_str()).collect();
    if names.is_empty() {
        let labels: Vec<&str> = speakers.iter().map(|speaker| speaker.label.as_str()).collect();
        diagnostics.push(
            Diagnostic::note(Place::file(path), "interviewer-unknown").with("labels", labels.join(", ")),
        );
    } else {
        diagnostics.push(
            Diagnostic::note(Place::file(path), "interviewer-guessed").with("labels", names.join(", ")),
        );
    }
    for index in guessed {
        speakers[index].role = Role::Interviewer;
    }
}

fn guess(speakers: &[Speaker], named: &Named, prose: &str) -> Vec<usize> {
    let is_respondent =
        |label: &str| named.respondents.iter().any(|name| plain_name(name) == plain_name(label));
    let free: Vec<usize> =
        (0..speakers.len()).filter(|index| !is_respondent(&speakers[*index].label)).collect();
    let usual = |index: &&usize| {
        let label = plain_name(&speakers[**index].label);
        let word = label.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
        USUAL.contains(&label.as_str()) || USUAL.contains(&word)
    };
    let by_label: Vec<usize> = free.iter().filter(usual).copied().collect();
    if !by_label.is_empty() {
        return by_label;
    }
    let prose = plain_name(prose);
    for sentence in prose.split(['\n', '.', ';']) {
        if PROSE.iter().any(|word| sentence.contains(word)) {
            let named: Vec<usize> = free
                .iter()
                .filter(|index| sentence.contains(&plain_name(&speakers[**index].label)))
                .copied()
                .collect();
            if let [one] = named[..] {
                return vec![one];
            }
        }
    }
    // Where all others are declared to answer, the one left asks.
    match free[..] {
        [one] if free.len() < speakers.len() => vec![one],
        _ => Vec::new(),
    }
}

/// Tells whether two labels are probably the same person's, one of them mistyped.
pub(crate) fn nearly_same(one: &str, other: &str) -> bool {
    let (plain, known) = (plain_name(one), plain_name(other));
    if plain == known {
        return one != other;
    }
    // `Mme A.` and `Mme B.`, `Q1` and `Q2` are two persons: one letter or digit is all their name.
    let last = |text: &str| -> usize {
        text.split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(|word| word.chars().count())
            .next_back()
            .unwrap_or(0)
    };
    let numbered = plain.chars().any(|c| c.is_ascii_digit()) || known.chars().any(|c| c.is_ascii_digit());
    differ_by_one(&plain, &known) && !numbered && last(&plain) > 1 && last(&known) > 1
}
