//! What the columns of a table hold: as its head says, or as its cells show.

use super::row::{Paragraph, Row, is_blank, line};
use crate::domain::transcript::plain_name;

/// Rows at the top of a table among which its head is looked for: a title may stand above it.
const TOP: usize = 3;

/// What a column holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// The number of the row.
    Number,
    Time,
    Speaker,
    Speech,
    /// The speech of one who is named by the head: `Question`, `Answer`.
    SpeechOf(String),
    /// What the researcher noted beside the speech: remarks, codes, themes.
    Remark,
}

const NUMBERS: &[&str] =
    &["n", "n°", "nº", "no", "nr", "num", "numero", "number", "#", "ligne", "line", "tour", "turn", "id"];
const TIMES: &[&str] = &[
    "temps",
    "time",
    "horodatage",
    "horodateur",
    "timecode",
    "time code",
    "code temporel",
    "code temps",
    "minutage",
    "minute",
    "min",
    "timestamp",
    "time stamp",
    "heure",
    "debut",
    "fin",
    "start",
    "end",
    "duree",
    "duration",
    "tc",
    "zeit",
    "tiempo",
    "tempo",
];
const SPEAKERS: &[&str] = &[
    "locuteur",
    "locutrice",
    "locuteur-rice",
    "loc",
    "intervenant",
    "intervenante",
    "interlocuteur",
    "interlocutrice",
    "speaker",
    "participant",
    "participante",
    "personne",
    "person",
    "nom",
    "name",
    "prenom",
    "qui",
    "qui parle",
    "who",
    "sprecher",
    "sprecherin",
    "hablante",
    "parlante",
    "acteur",
];
const SPEECHES: &[&str] = &[
    "propos",
    "verbatim",
    "texte",
    "text",
    "transcription",
    "retranscription",
    "transcript",
    "parole",
    "discours",
    "contenu",
    "content",
    "enonce",
    "utterance",
    "dialogue",
    "speech",
    "prise de parole",
    "tour de parole",
    "inhalt",
    "texto",
];
const REMARKS: &[&str] = &[
    "remarque",
    "remark",
    "note",
    "commentaire",
    "comment",
    "code",
    "codage",
    "coding",
    "observation",
    "theme",
    "thematique",
    "analyse",
    "analysis",
    "memo",
    "categorie",
    "category",
    "mot-cle",
    "mot cle",
    "keyword",
    "non-verbal",
    "non verbal",
    "anmerkung",
];
const VOICES: &[&str] = &["question", "reponse", "answer", "q", "r", "a"];

/// Finds the row that says what the columns hold, and what it says.
pub(super) fn head(rows: &[Row]) -> Option<(usize, Vec<Column>)> {
    // What no row follows is no head.
    let top = rows.len().saturating_sub(1).min(TOP);
    rows[..top].iter().enumerate().find_map(|(at, row)| Some((at, said(row, &rows[at + 1..])?)))
}

/// Reads a head; `below` are the rows that follow it.
fn said(head: &Row, below: &[Row]) -> Option<Vec<Column>> {
    let words = head.iter().map(|cell| if is_blank(cell) { Some(String::new()) } else { line(cell) });
    let words: Vec<String> = words.collect::<Option<_>>()?;
    let mut columns: Vec<Option<Column>> = words.iter().map(|words| named(words)).collect();
    if columns.iter().flatten().count() < 2 {
        return None;
    }
    let voices = columns.iter().filter(|column| matches!(column, Some(Column::SpeechOf(_)))).count();
    let speech = match columns.iter().position(|column| *column == Some(Column::Speech)) {
        Some(speech) => speech,
        None if voices == 2 => columns.len(),
        None => return None,
    };
    // Beside speech, a question is a theme of the guide.
    for column in columns.iter_mut().filter(|_| speech < words.len()) {
        if matches!(column, Some(Column::SpeechOf(_))) {
            *column = Some(Column::Remark);
        }
    }
    let below: Vec<&Row> = below.iter().filter(|row| row.len() == head.len()).collect();
    let mut has_speaker = columns.contains(&Some(Column::Speaker)) || speech == words.len();
    let known = |(at, column): (usize, Option<Column>)| match column {
        Some(column) => column,
        None if counts_up(&below, at) => Column::Number,
        // What stands before the speech and is called something else is most likely who speaks.
        None if at < speech && !has_speaker => {
            has_speaker = true;
            Column::Speaker
        }
        None => Column::Remark,
    };
    Some(columns.into_iter().enumerate().map(known).collect())
}

fn named(words: &str) -> Option<Column> {
    let plain = plain_name(words.split(['(', '/', '·']).next().unwrap_or_default());
    let plain = plain.trim_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '.' | ','));
    let holds = |names: &[&str]| {
        names.contains(&plain) || plain.strip_suffix('s').is_some_and(|one| names.contains(&one))
    };
    let kinds: [(&[&str], Column); 5] = [
        (NUMBERS, Column::Number),
        (TIMES, Column::Time),
        (SPEAKERS, Column::Speaker),
        (SPEECHES, Column::Speech),
        (REMARKS, Column::Remark),
    ];
    let found = kinds.into_iter().find(|(names, _)| holds(names)).map(|(_, column)| column);
    found.or_else(|| {
        holds(VOICES)
            .then(|| Column::SpeechOf(words.trim().trim_end_matches([':', ' ', '\u{a0}']).to_owned()))
    })
}

/// Tells of each column of a table without a head whether it numbers the rows.
pub(super) fn numbers(rows: &[&Row], width: usize) -> Vec<bool> {
    let mut numbers: Vec<bool> = (0..width).map(|column| counts_up(rows, column)).collect();
    // A table of numbers alone has no turns to number.
    let has_words = |column: usize| {
        rows.iter()
            .any(|row| row[column].iter().any(|paragraph| paragraph.words().chars().any(char::is_alphabetic)))
    };
    if !(0..width).any(has_words) {
        numbers.fill(false);
    }
    numbers
}

fn counts_up(rows: &[&Row], column: usize) -> bool {
    let mut last: Option<u32> = None;
    let mut filled = 0;
    for cell in rows.iter().map(|row| &row[column]) {
        if is_blank(cell) {
            continue;
        }
        let number = line(cell).and_then(|words| words.trim_end_matches(['.', ')', '°']).parse::<u32>().ok());
        let Some(number) = number.filter(|number| last.is_none_or(|last| *number == last + 1)) else {
            return false;
        };
        last = Some(number);
        filled += 1;
    }
    filled > 1 && filled * 2 > rows.len()
}

/// Tells of each column of a table without a head whether it holds remarks: it stands after the speech,
/// is mostly empty and says little; where it says something, the speech does too.
pub(super) fn remarks(rows: &[&Row], width: usize) -> Vec<bool> {
    let letters = |cell: &[Paragraph]| -> usize {
        cell.iter().map(|paragraph| paragraph.words().trim().chars().count()).sum()
    };
    let total = |column: usize| rows.iter().map(|row| letters(&row[column])).sum::<usize>();
    let speech = (0..width).max_by_key(|column| total(*column)).unwrap_or(0);
    let is_remark = |column: usize| {
        let filled = || rows.iter().filter(|row| letters(&row[column]) > 0);
        column > speech
            && rows.len() > 2
            && filled().count() * 2 < rows.len()
            && total(column) * 4 < total(speech)
            && filled().all(|row| letters(&row[speech]) > 0)
    };
    (0..width).map(is_remark).collect()
}
