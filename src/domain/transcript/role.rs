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

/// Labels, plain, that interviewers usually bear, alone or with a number.
const USUAL: [&str; 12] =
    ["enq", "enq.", "int", "int.", "interv", "q", "q.", "question", "host", "moi", "iv", "ivr"];

/// First words, plain, of such labels, whatever name or ending stands behind: `Enquêtrice CL`,
/// `Enquêteur·rice`, `Interviewer (JH)`.
const TITLES: [&str; 44] = [
    "enqueteur",
    "enqueteurs",
    "enquetrice",
    "enquetrices",
    "interviewer",
    "interviewers",
    "interviewerin",
    "intervieweur",
    "intervieweurs",
    "intervieweuse",
    "chercheur",
    "chercheurs",
    "chercheuse",
    "chercheure",
    "sociologue",
    "anthropologue",
    "ethnographe",
    "researcher",
    "moderator",
    "moderatorin",
    "moderateur",
    "moderatrice",
    "animateur",
    "animatrice",
    "facilitator",
    "facilitateur",
    "facilitatrice",
    "forscher",
    "forscherin",
    "entrevistador",
    "entrevistadora",
    "investigador",
    "investigadora",
    "moderador",
    "moderadora",
    "pesquisador",
    "pesquisadora",
    "intervistatore",
    "intervistatrice",
    "moderatore",
    "المحاور",
    "المحاورة",
    "الباحث",
    "الباحثة",
];

/// One-letter labels of those who ask, with those of who answers them: `I` and `B`, `Q` and `R`, `D` and `R`.
const PAIRS: [(&str, &[&str]); 3] =
    [("i", &["b", "r", "p", "e", "ip", "ie", "tn"]), ("d", &["r"]), ("e", &["r"])];

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
    /// Names that the study's settings give, whatever the file.
    pub(crate) usual: Vec<String>,
    /// Those of interviewers and respondents that the file gives itself.
    given: Vec<String>,
}

impl Named {
    /// Reads the front matter; the study's settings fill what it leaves out.
    pub(crate) fn read(front: &FrontMatter, roles: &Roles) -> Self {
        let mut named = Self {
            interviewers: Vec::new(),
            respondents: Vec::new(),
            written: Vec::new(),
            speakers: Vec::new(),
            usual: Vec::new(),
            given: Vec::new(),
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
        named.given = [&named.interviewers, &named.respondents].into_iter().flatten().cloned().collect();
        if named.interviewers.is_empty() {
            named.interviewers.clone_from(&roles.interviewers);
            named.usual.extend(roles.interviewers.iter().cloned());
        }
        if named.respondents.is_empty() {
            named.respondents.clone_from(&roles.respondents);
            named.usual.extend(roles.respondents.iter().cloned());
        }
        named
    }

    /// Lists every name that the file gives.
    pub(crate) fn given(&self) -> Vec<String> {
        self.given.iter().chain(&self.speakers).cloned().collect()
    }
}

/// Gives each speaker a role; a guess, and a name that is no label, are told.
///
/// `asked` counts the turns of each speaker and those that end in a question, where that may tell.
pub(crate) fn assign(
    path: &str,
    speakers: &mut [Speaker],
    named: &Named,
    prose: &str,
    asked: &[(usize, usize)],
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
    let mut guessed = guess(speakers, named, prose);
    if guessed.is_empty() {
        guessed.extend(by_questions(asked));
    }
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
    let by_label: Vec<usize> =
        free.iter().copied().filter(|index| asks_by_label(&speakers[*index].label)).collect();
    if !by_label.is_empty() {
        return by_label;
    }
    if let Some(asking) = by_pair(speakers) {
        return asking;
    }
    let prose = plain_name(prose);
    for sentence in prose.split(['\n', '.', ';', ',']) {
        if PROSE.iter().any(|word| sentence.contains(word)) {
            let named: Vec<usize> = free
                .iter()
                .filter(|index| tells_of(sentence, &plain_name(&speakers[**index].label)))
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

/// Tells whether a label is one that those who ask bear.
fn asks_by_label(label: &str) -> bool {
    let label = plain_name(label);
    let alone = label.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    if USUAL.contains(&label.as_str()) || USUAL.contains(&alone) {
        return true;
    }
    let label = label.strip_prefix("co-").or(label.strip_prefix("l'")).unwrap_or(&label);
    let first = label.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    // `Animatrice jeunesse à la mairie` is a trade.
    TITLES.contains(&first) && label.split_whitespace().count() <= 3
}

/// Finds who asks where everybody has a letter or two for a name.
fn by_pair(speakers: &[Speaker]) -> Option<Vec<usize>> {
    let bases: Vec<String> = speakers
        .iter()
        .map(|speaker| {
            let plain = plain_name(&speaker.label);
            plain.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.').to_owned()
        })
        .collect();
    let asking = PAIRS.iter().find(|(asks, answer)| {
        let others = bases.iter().filter(|base| base != asks);
        bases.iter().any(|base| base == asks)
            && others.clone().count() > 0
            && others.clone().all(|base| answer.contains(&base.as_str()))
    })?;
    Some((0..bases.len()).filter(|at| bases[*at] == asking.0).collect())
}

/// Finds the one person most of whose turns are questions, while hardly any of the others' are.
fn by_questions(asked: &[(usize, usize)]) -> Option<usize> {
    /// Fewer turns say little of who asks.
    const LEAST: usize = 3;
    let is_asking = |(turns, questions): (usize, usize)| turns >= LEAST && questions * 2 > turns;
    let hardly = |(turns, questions): (usize, usize)| questions * 4 <= turns;
    let mut asking = (0..asked.len()).filter(|at| is_asking(asked[*at]));
    let one = asking.next().filter(|_| asking.next().is_none())?;
    (asked.len() > 1 && (0..asked.len()).all(|at| at == one || hardly(asked[at]))).then_some(one)
}

/// Tells whether a sentence that says who asks means a label: by its words, by its initials, or as a legend
/// does, `E = enquêtrice`.
fn tells_of(sentence: &str, label: &str) -> bool {
    let words: Vec<&str> =
        sentence.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let parts: Vec<&str> =
        label.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    if parts.is_empty() {
        return false;
    }
    let as_words = words.windows(parts.len()).any(|window| window == parts);
    let letters: Vec<char> = parts.concat().chars().collect();
    let as_initials = (2..=3).contains(&letters.len())
        && words
            .windows(letters.len())
            .any(|window| window.iter().zip(&letters).all(|(word, letter)| word.starts_with(*letter)));
    as_words || as_initials
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
    // Of short names one letter is much: `IV` and `IP`, `Ana` and `Eva`.
    let is_short = plain.chars().count().max(known.chars().count()) <= 3;
    differ_by_one(&plain, &known) && !numbered && !is_short && last(&plain) > 1 && last(&known) > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asks(labels: &[&str], prose: &str) -> Vec<String> {
        let named = Named::read(&FrontMatter::default(), &Roles::default());
        let mut speakers: Vec<Speaker> = labels
            .iter()
            .map(|label| Speaker { label: (*label).to_owned(), role: Role::Respondent })
            .collect();
        assign("e.txt", &mut speakers, &named, prose, &[], &mut Vec::new());
        let asking = speakers.into_iter().filter(|speaker| speaker.role == Role::Interviewer);
        asking.map(|speaker| speaker.label).collect()
    }

    #[test]
    fn labels_of_many_languages_tell_who_asks() {
        for label in [
            "Enquêtrice",
            "Enquêteur·rice",
            "Enquêteur.rice",
            "Enquêteur(trice)",
            "Enquêteur-trice",
            "Enquêtrice CL",
            "Enquêtrice (Camille)",
            "Animatrice",
            "Co-animatrice",
            "Chercheur·e",
            "INTERVIEWEUSE",
            "Interviewer A",
            "Researcher (JH)",
            "Facilitator",
            "Moderatorin",
            "Entrevistadora",
            "Pesquisador",
            "Intervistatrice",
            "Int1",
            "IV",
            "Moi",
            "الباحثة",
        ] {
            assert_eq!(asks(&[label, "Nadia"], ""), [label], "{label}");
        }
        for pair in [["I", "B1"], ["I", "R"], ["D", "R"]] {
            assert_eq!(asks(&pair, ""), [pair[0]], "{pair:?}");
        }
        for pair in [["E", "N"], ["Camille", "Nadia"], ["Interviewé", "Nadia"], ["P", "R"]] {
            assert!(asks(&pair, "").is_empty(), "{pair:?}");
        }
    }

    #[test]
    fn what_stands_above_tells_who_asks() {
        assert_eq!(asks(&["E", "R"], "E = enquêtrice, R = répondante"), ["E"]);
        assert_eq!(asks(&["CL", "NB"], "Enquêtrice : Camille Lefebvre\nEnquêtée : Nadia B."), ["CL"]);
        assert_eq!(asks(&["Camille", "Nadia"], "Entretien mené par Camille"), ["Camille"]);
    }

    #[test]
    fn questions_tell_who_asks_where_one_alone_asks() {
        assert_eq!(by_questions(&[(5, 4), (5, 1)]), Some(0));
        assert_eq!(by_questions(&[(5, 0), (6, 5), (4, 1)]), Some(1));
        // Both ask, hardly anybody does, too few turns, nobody to ask.
        for asked in [&[(5, 4), (5, 3)][..], &[(5, 2), (5, 0)], &[(2, 2), (2, 0)], &[(9, 9)], &[]] {
            assert_eq!(by_questions(asked), None, "{asked:?}");
        }
    }
}
