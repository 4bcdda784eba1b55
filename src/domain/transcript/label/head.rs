//! The lines above an interview that describe it: `Date : 12 mars 2024`, `Lieu : Roubaix`.

use std::collections::BTreeMap;

use super::line::Line;
use super::name::plain_name;
use crate::domain::transcript::draft::Draft;

/// Lines that a description has at most.
const MOST: usize = 20;

/// First words, plain, of what describes an interview; nobody is called so.
const DESCRIBES: [&str; 52] = [
    "date",
    "lieu",
    "duree",
    "entretien",
    "code",
    "identifiant",
    "numero",
    "n°",
    "age",
    "sexe",
    "genre",
    "profession",
    "metier",
    "commune",
    "ville",
    "fichier",
    "enregistrement",
    "audio",
    "transcription",
    "transcripteur",
    "transcriptrice",
    "transcrit",
    "retranscription",
    "retranscrit",
    "statut",
    "situation",
    "contexte",
    "terrain",
    "projet",
    "heure",
    "langue",
    "pseudonyme",
    "presents",
    "file",
    "place",
    "location",
    "length",
    "duration",
    "interview",
    "recorded",
    "recording",
    "transcribed",
    "transcriber",
    "context",
    "project",
    "time",
    "language",
    "pseudonym",
    "occupation",
    "gender",
    "ort",
    "datum",
];

/// Counts the lines at the top that describe the interview: `key: value` all of them, down to the last whose
/// key is one of a description and stands nowhere else.
pub(super) fn described(draft: &Draft, lines: &[Line]) -> usize {
    let key = |line: &Line| {
        let text = draft.text.get(line.range.start + line.marker..line.range.end)?;
        let (key, value) = text.split_once([':', '：'])?;
        (key.split_whitespace().count() <= 4 && !value.trim().is_empty()).then(|| plain_name(key.trim()))
    };
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for key in lines.iter().filter_map(key) {
        *counts.entry(key).or_default() += 1;
    }
    let mut described = 0;
    for (at, line) in lines.iter().enumerate().take(MOST) {
        // A title may stand above, or between.
        if line.heading.is_some() || (at == 0 && key(line).is_none()) {
            continue;
        }
        let Some(key) = key(line) else { break };
        let first = key.split([' ', '\'', '(']).next().unwrap_or_default();
        if DESCRIBES.contains(&first) && counts.get(&key) == Some(&1) {
            described = at + 1;
        }
    }
    described
}
