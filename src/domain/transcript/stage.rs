//! Times and stage directions written inside a speech: `[00:01:05]`, `[silence]`, `(rires)`.

use std::ops::Range;

use super::label::plain_name;
use super::model::MarkKind;
use super::timecode;

/// Longest direction, in bytes; a longer parenthesis is speech.
const LONGEST: usize = 160;

/// Words in brackets that stand for a word of the speech taken out, which is not a direction.
const PLACEHOLDERS: [&str; 34] = [
    "ville",
    "prenom",
    "nom",
    "adresse",
    "commune",
    "quartier",
    "lieu",
    "entreprise",
    "association",
    "ecole",
    "college",
    "lycee",
    "date",
    "numero",
    "hopital",
    "rue",
    "pays",
    "region",
    "age",
    "employeur",
    "anonymise",
    "anonymisee",
    "bip",
    "name",
    "first",
    "city",
    "town",
    "place",
    "company",
    "address",
    "street",
    "country",
    "school",
    "redacted",
];

/// First words of a direction in parentheses, without accents: other parentheses are speech.
const DIRECTIONS: [&str; 93] = [
    "rire",
    "rires",
    "rit",
    "riant",
    "sourire",
    "sourires",
    "sourit",
    "silence",
    "silences",
    "long",
    "longue",
    "court",
    "courte",
    "soupir",
    "soupirs",
    "soupire",
    "pause",
    "pleurs",
    "pleure",
    "sanglot",
    "sanglots",
    "larmes",
    "hesitation",
    "hesite",
    "toux",
    "tousse",
    "telephone",
    "sonnerie",
    "inaudible",
    "incomprehensible",
    "bruit",
    "bruits",
    "souffle",
    "ton",
    "interruption",
    "coupure",
    "brouhaha",
    "applaudissements",
    "chuchote",
    "chuchotements",
    "murmure",
    "geste",
    "ironique",
    "acquiesce",
    "il",
    "elle",
    "ils",
    "elles",
    "s'adressant",
    "montre",
    "montrant",
    "hausse",
    "baisse",
    "se",
    "reprend",
    "en",
    "laughter",
    "laugh",
    "laughs",
    "laughing",
    "chuckle",
    "chuckles",
    "chuckling",
    "smile",
    "smiles",
    "sigh",
    "sighs",
    "sighing",
    "crosstalk",
    "cross",
    "cough",
    "coughs",
    "cries",
    "crying",
    "tears",
    "applause",
    "music",
    "noise",
    "unintelligible",
    "indistinct",
    "nods",
    "nodding",
    "shrugs",
    "whispers",
    "whispering",
    "gestures",
    "beep",
    "he",
    "un",
    "une",
    "on",
    "son",
    "sa",
];

/// Finds the times and stage directions of a speech, in order, as ranges of its bytes.
pub(crate) fn find(speech: &str) -> Vec<(Range<usize>, MarkKind)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(open) = speech[from..].find(['[', '(', '{', '#']).map(|at| from + at) {
        from = open + 1;
        let opening = speech.as_bytes()[open];
        let rest = &speech[from..];
        let limit = floor_boundary(rest, LONGEST);
        let ends: &[char] = match opening {
            b'[' => &[']', '['],
            b'(' => &[')', '('],
            b'{' => &['}', '{'],
            _ => &['#'],
        };
        let Some(len) = rest[..limit].find(ends) else { continue };
        let close = from + len;
        if matches!(speech.as_bytes()[close], b'[' | b'(' | b'{') {
            continue;
        }
        let inner = speech[from..close].trim();
        let is_time = timecode::read_wrapped(if opening == b'#' { &speech[open..=close] } else { inner });
        let kind = match is_time {
            Some(seconds) => Some(MarkKind::Timecode { seconds }),
            // Only times stand between hashes and braces.
            None if matches!(opening, b'{' | b'#') => None,
            None => is_direction(inner, opening == b'[').then_some(MarkKind::StageDirection),
        };
        if let Some(kind) = kind {
            found.push((open..close + 1, kind));
            from = close + 1;
        }
    }
    found
}

fn is_direction(inner: &str, bracket: bool) -> bool {
    if inner.contains('\n') || !inner.chars().any(char::is_alphabetic) {
        return false;
    }
    let plain = plain_name(inner);
    let first = plain.split([' ', ',', '.', ';', '…', '\u{a0}']).next().unwrap_or_default();
    if bracket {
        !(PLACEHOLDERS.contains(&first) && plain.split_whitespace().count() <= 3)
    } else {
        DIRECTIONS.contains(&first) && plain.split_whitespace().count() <= 8
    }
}

fn floor_boundary(text: &str, most: usize) -> usize {
    let mut end = most.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    end
}
