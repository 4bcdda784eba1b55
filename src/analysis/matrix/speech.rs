//! The respondent's speech in one transcript: where it stands and how many words it holds.

use unicode_segmentation::UnicodeSegmentation;

use crate::domain::transcript::{MarkKind, Role, TranscriptVersion};
use crate::text::Span;
use crate::text::span::unite;

/// What respondents say in one transcript.
///
/// A word is a word of Unicode annex 29 (`l’eau` and `aujourd’hui` are one word each, numbers
/// count) that begins outside timecodes, stage directions and square brackets: what the transcriber
/// puts there (`[ville]`) is not the respondent's wording. Headings, speaker labels and
/// interviewers' turns are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Speech {
    /// Where respondents speak, sorted and disjoint.
    pub spans: Vec<Span>,
    /// Length of those spans, in scalar values, marks included.
    pub scalars: usize,
    /// Where each word begins, rising.
    pub words: Vec<usize>,
}

impl Speech {
    /// Reads the respondents' speech of a version.
    pub fn read(version: &TranscriptVersion) -> Self {
        let spans = unite(
            version
                .turns
                .iter()
                .filter(|turn| version.role(turn) == Role::Respondent && !turn.speech.is_empty())
                .map(|turn| turn.speech)
                .collect(),
        );
        let silent = silent(version);
        let mut words = Vec::new();
        let mut scalar = 0;
        let mut byte = 0;
        for (start, _) in version.text.unicode_word_indices() {
            scalar += version.text[byte..start].chars().count();
            byte = start;
            if stands_in(scalar, &spans) && !stands_in(scalar, &silent) {
                words.push(scalar);
            }
        }
        let scalars = spans.iter().map(|span| span.len()).sum();
        Self { spans, scalars, words }
    }

    /// Counts the words that begin in a span.
    pub fn words_in(&self, span: Span) -> usize {
        let from = self.words.partition_point(|word| *word < span.start.0);
        let to = self.words.partition_point(|word| *word < span.end.0);
        to - from
    }

    /// Cuts disjoint sorted spans to what respondents say.
    pub fn within(&self, spans: &[Span]) -> Vec<Span> {
        let mut kept = Vec::with_capacity(spans.len());
        for span in spans {
            let from = self.spans.partition_point(|speech| speech.end <= span.start);
            kept.extend(
                self.spans[from..]
                    .iter()
                    .take_while(|speech| speech.start < span.end)
                    .filter_map(|speech| speech.intersection(*span)),
            );
        }
        kept
    }
}

/// Lists what a version holds that nobody said: timecodes, stage directions, square brackets; sorted and
/// disjoint.
pub fn silent(version: &TranscriptVersion) -> Vec<Span> {
    let marks = version
        .marks
        .iter()
        .filter(|mark| matches!(mark.kind, MarkKind::Timecode { .. } | MarkKind::StageDirection))
        .map(|mark| mark.span);
    unite(marks.chain(brackets(&version.text)).collect())
}

/// Lists square brackets closed on their own line, without another inside.
fn brackets(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut open = None;
    for (place, sign) in text.chars().enumerate() {
        match sign {
            '[' => open = Some(place),
            ']' => found.extend(open.take().map(|start| Span::new(start, place + 1))),
            '\n' => open = None,
            _ => {}
        }
    }
    found
}

/// Tells whether a place stands in one of sorted disjoint spans.
fn stands_in(place: usize, spans: &[Span]) -> bool {
    let index = spans.partition_point(|span| span.end.0 <= place);
    spans.get(index).is_some_and(|span| span.start.0 <= place)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::matrix::cases::tests::version;
    use crate::domain::transcript::Mark;

    #[test]
    fn interviewers_and_stage_directions_are_not_counted() {
        let mut version =
            version(&[(true, "Vous allez bien ?"), (false, "Oui, l’été (rires) ça va. À [ville] [sic.")]);
        let start = version.text[..version.text.find('(').unwrap()].chars().count();
        version.marks.push(Mark { span: Span::new(start, start + 7), kind: MarkKind::StageDirection });
        let speech = Speech::read(&version);
        assert_eq!(speech.words.len(), 6, "Oui, l’été, ça, va, À, sic");
        assert_eq!(speech.scalars, "Oui, l’été (rires) ça va. À [ville] [sic.".chars().count());
        assert_eq!(speech.words_in(speech.spans[0]), 6);
    }

    #[test]
    fn a_passage_is_cut_to_the_respondents_turns() {
        let version = version(&[(false, "abc"), (true, "def"), (false, "ghi")]);
        let speech = Speech::read(&version);
        let all = Span::new(0, version.text.chars().count());
        assert_eq!(speech.within(&[all]), speech.spans);
        assert_eq!(speech.spans.len(), 2);
    }
}
