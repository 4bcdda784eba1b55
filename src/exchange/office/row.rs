//! Interviews typed in a table: a row is a turn, with the speaker in one cell and the speech in the last.

use crate::domain::transcript::{Face, Written};

/// A paragraph before it is known where it goes.
#[derive(Clone, Debug, Default)]
pub(in crate::exchange) struct Paragraph {
    pub(in crate::exchange) runs: Vec<(String, Face)>,
    pub(in crate::exchange) heading: Option<u8>,
}

impl Paragraph {
    fn words(&self) -> String {
        self.runs.iter().map(|(words, _)| words.as_str()).collect()
    }

    fn is_blank(&self) -> bool {
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

/// Longest cell that can be a speaker or a time, in scalar values.
const LABEL: usize = 60;

/// Adds a row: `time, speaker, speech` become one paragraph `time speaker : speech`; any other row
/// gives its paragraphs one after the other.
pub(in crate::exchange) fn put_row(cells: &[Vec<Paragraph>], written: &mut Written) {
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
