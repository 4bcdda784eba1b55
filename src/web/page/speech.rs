//! Turns as a page shows them: French spaces in place of blanks, times set apart.
//!
//! One character stands for one, and one UTF-16 unit for one, so that places shown and places stored
//! are the same number; which ones were changed goes with the page, and copies give the stored text.

use crate::domain::transcript::{MarkKind, Role, TranscriptVersion, Turn};
use crate::i18n::format::spacing::spaced;
use crate::text::{Language, Span, TextIndex};

const NARROW: char = '\u{202F}';
const NO_BREAK: char = '\u{A0}';

/// A heading or a turn, in the order of the text.
pub(crate) enum Block {
    /// A part of the interview guide.
    Part {
        /// From 1.
        number: usize,
        /// The heading's text.
        title: String,
    },
    /// What somebody says.
    Turn(ShownTurn),
}

/// A turn as the page shows it.
pub(crate) struct ShownTurn {
    /// From 1.
    pub(crate) number: u32,
    /// Who speaks, empty when unknown.
    pub(crate) speaker: String,
    /// Whether it asks.
    pub(crate) asks: bool,
    /// Time in the recording, `1:04:30`.
    pub(crate) time: Option<String>,
    /// The speech; times of the recording, shown beside it, are set apart.
    pub(crate) pieces: Vec<Piece>,
    /// How many characters it has, from which its height is guessed before it is laid out.
    pub(crate) length: usize,
    /// Places of blanks shown as no-break spaces, in UTF-16 units: `12 40`.
    pub(crate) spaces: String,
}

/// A stretch of a speech.
pub(crate) struct Piece {
    /// The words.
    pub(crate) text: String,
    /// Whether it is a time of the recording.
    pub(crate) is_time: bool,
}

/// Lays out a version's headings and turns.
pub(crate) fn blocks(version: &TranscriptVersion, language: Language) -> Vec<Block> {
    let index = TextIndex::new(&version.text);
    let mut blocks = Vec::with_capacity(version.turns.len() + version.parts.len());
    let mut parts = version.parts.iter().enumerate().peekable();
    for turn in &version.turns {
        while let Some((number, part)) = parts.next_if(|(_, part)| part.span.start <= turn.speech.start) {
            blocks.push(Block::Part { number: number + 1, title: spaced(&part.title, language) });
        }
        blocks.push(Block::Turn(shown(version, &index, turn, language)));
    }
    blocks.extend(
        parts.map(|(number, part)| Block::Part { number: number + 1, title: spaced(&part.title, language) }),
    );
    blocks
}

fn shown(version: &TranscriptVersion, index: &TextIndex<'_>, turn: &Turn, language: Language) -> ShownTurn {
    let (text, spaces) = typeset(index.slice(turn.speech), language);
    let letters: Vec<char> = text.chars().collect();
    let mut pieces = Vec::new();
    let mut time = None;
    let mut from = 0;
    for mark in version.marks.iter().filter(|mark| turn.speech.covers(mark.span)) {
        let MarkKind::Timecode { seconds } = mark.kind else { continue };
        let (start, end) = (mark.span.start.0 - turn.speech.start.0, mark.span.end.0 - turn.speech.start.0);
        if start < from || end > letters.len() {
            continue;
        }
        push(&mut pieces, &letters, Span::new(from, start), false);
        push(&mut pieces, &letters, Span::new(start, end), true);
        time.get_or_insert_with(|| clock(seconds));
        from = end;
    }
    push(&mut pieces, &letters, Span::new(from, letters.len()), false);
    ShownTurn {
        number: turn.number,
        speaker: version.label(turn).to_owned(),
        asks: version.role(turn) == Role::Interviewer,
        time,
        pieces,
        length: letters.len(),
        spaces: spaces.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
    }
}

fn push(pieces: &mut Vec<Piece>, letters: &[char], span: Span, is_time: bool) {
    let text: String = letters.get(span.start.0..span.end.0).unwrap_or_default().iter().collect();
    if !text.is_empty() {
        pieces.push(Piece { text, is_time });
    }
}

/// Shows no-break spaces where French wants them, and tells where, in UTF-16 units.
fn typeset(text: &str, language: Language) -> (String, Vec<usize>) {
    let letters: Vec<char> = text.chars().collect();
    let mut written = String::with_capacity(text.len() + 16);
    let (mut changed, mut at) = (Vec::new(), 0);
    for (place, &letter) in letters.iter().enumerate() {
        let before = place.checked_sub(1).and_then(|place| letters.get(place)).copied();
        let after = letters.get(place + 1).copied();
        let shown = match (language, letter, before, after) {
            (Language::Fr, ' ', _, Some('?' | '!' | ';' | '»')) | (Language::Fr, ' ', Some('«'), _) => {
                NARROW
            }
            (Language::Fr, ' ', _, Some(':')) => NO_BREAK,
            _ => letter,
        };
        if shown != letter {
            changed.push(at);
        }
        written.push(shown);
        at += letter.len_utf16();
    }
    (written, changed)
}

/// Writes seconds as `4:30` or `1:04:30`.
fn clock(seconds: u32) -> String {
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_spaces_stand_for_blanks_one_for_one() {
        let text = "« Oui ? » 👍 : non ; 10:30 !";
        let (shown, changed) = typeset(text, Language::Fr);
        assert_eq!(shown, "«\u{202F}Oui\u{202F}?\u{202F}» 👍\u{A0}: non\u{202F}; 10:30\u{202F}!");
        assert_eq!(shown.encode_utf16().count(), text.encode_utf16().count());
        let mut units: Vec<u16> = shown.encode_utf16().collect();
        for at in changed {
            units[at] = u16::from(b' ');
        }
        assert_eq!(String::from_utf16(&units).unwrap(), text);
        assert_eq!(typeset(text, Language::En).0, text);
    }

    #[test]
    fn what_was_typed_with_no_break_spaces_stays() {
        let text = "Oui\u{A0}! Non\u{202F}?";
        assert_eq!(typeset(text, Language::Fr), (text.to_owned(), Vec::new()));
    }

    #[test]
    fn times_read_as_clocks_do() {
        assert_eq!([clock(9), clock(270), clock(3870)], ["0:09", "4:30", "1:04:30"]);
    }
}
