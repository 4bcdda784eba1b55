//! A row of a table that nothing says the columns of: the speaker in one cell and the speech in the last.

use crate::domain::transcript::{Face, Written};

/// A paragraph before it is known where it goes.
#[derive(Clone, Debug, Default)]
pub(in crate::exchange) struct Paragraph {
    pub(in crate::exchange) runs: Vec<(String, Face)>,
    pub(in crate::exchange) heading: Option<u8>,
}

impl Paragraph {
    /// Returns its words without their faces.
    pub(super) fn words(&self) -> String {
        self.runs.iter().map(|(words, _)| words.as_str()).collect()
    }

    /// Tells whether it says nothing.
    pub(super) fn is_blank(&self) -> bool {
        self.runs.iter().all(|(words, _)| words.trim().is_empty())
    }

    /// Adds it to the written text.
    pub(in crate::exchange) fn put(&self, written: &mut Written) {
        for (words, face) in &self.runs {
            written.say(words, *face);
        }
        written.end_paragraph(self.heading);
    }
}

/// A row of a table: the paragraphs of each of its cells.
pub(in crate::exchange) type Row = Vec<Vec<Paragraph>>;

/// Longest cell that can be a speaker or a time, in scalar values.
const LABEL: usize = 60;

/// Adds a row: `time, speaker, speech` become one paragraph `time speaker : speech`; any other row
/// gives its paragraphs one after the other.
pub(super) fn put_row(cells: &Row, written: &mut Written) {
    let cells: Vec<Vec<&Paragraph>> =
        cells.iter().map(|cell| cell.iter().filter(|paragraph| !paragraph.is_blank()).collect()).collect();
    let mut filled: Vec<&Vec<&Paragraph>> = cells.iter().filter(|cell| !cell.is_empty()).collect();
    let labels: Option<Vec<String>> = filled.split_last().and_then(|(_, before)| {
        before.iter().map(|cell| label(cell)).collect::<Option<Vec<_>>>().filter(|labels| !labels.is_empty())
    });
    let named = labels.filter(|labels| labels.iter().any(|label| label.chars().any(char::is_alphabetic)));
    if let Some(labels) = named
        && let Some(speech) = filled.pop()
    {
        let label = labels.join(" ");
        written.say(
            &format!("{} : ", label.trim_end_matches([':', ' ', '\u{a0}', '\u{202f}'])),
            Face::default(),
        );
        for paragraph in speech {
            paragraph.put(written);
        }
        return;
    }
    for paragraph in cells.iter().flatten() {
        paragraph.put(written);
    }
}

fn label(cell: &[&Paragraph]) -> Option<String> {
    let [only] = cell else { return None };
    let words = only.words().trim().to_owned();
    (words.chars().count() <= LABEL && !words.contains('\n')).then_some(words)
}

/// Tells whether a cell says nothing.
pub(super) fn is_blank(cell: &[Paragraph]) -> bool {
    cell.iter().all(Paragraph::is_blank)
}

/// Returns the words of a cell on one line.
pub(super) fn words(cell: &[Paragraph]) -> String {
    let words: Vec<String> = cell.iter().map(Paragraph::words).collect();
    words.iter().flat_map(|words| words.split_whitespace()).collect::<Vec<_>>().join(" ")
}

/// Returns the words of a cell that holds one short line; none of another.
pub(super) fn line(cell: &[Paragraph]) -> Option<String> {
    let filled: Vec<&Paragraph> = cell.iter().filter(|paragraph| !paragraph.is_blank()).collect();
    label(&filled)
}
