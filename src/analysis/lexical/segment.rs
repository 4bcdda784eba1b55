//! Segments: stretches of speech of about as many words, cut where the speaker pauses.

use std::ops::Range;

use super::corpus::{Corpus, Pause, Word};
use super::table::SegmentTable;

/// How far from the words wanted a segment may end, as a share of them.
const TOLERANCE: f64 = 0.4;

/// Occurrences in the corpus that a full word needs to be a term of the table.
pub const LEAST_OCCURRENCES: u64 = 3;

/// A stretch of one interviewee's words. It may go over several turns, not over several interviews.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// Position of the interview in the corpus.
    pub interview: usize,
    /// Positions of its words in the interview.
    pub words: Range<usize>,
}

/// Cuts every interview into segments of about `wanted` words, in order.
///
/// A segment ends, within 40 % of the words wanted, at the strongest pause, of several at the one nearest
/// to the words wanted, then at the first; without a pause, at the words wanted. What is left at the end of
/// an interview is a segment, or joins the last one where it is too short for one and both are not too long.
pub fn cut(corpus: &Corpus, wanted: usize) -> Vec<Segment> {
    let wanted = wanted.max(1);
    let mut segments: Vec<Segment> = Vec::new();
    for (interview, said) in corpus.interviews.iter().enumerate() {
        let mut from = 0;
        let first = segments.len();
        while from < said.words.len() {
            let length = next_length(&said.words[from..], wanted);
            segments.push(Segment { interview, words: from..from + length });
            from += length;
        }
        if let [.., before, last] = &segments[first..] {
            let joint = before.words.start..last.words.end;
            if last.words.len() < least(wanted) && joint.len() <= most(wanted) {
                segments.pop();
                if let Some(segment) = segments.last_mut() {
                    segment.words = joint;
                }
            }
        }
    }
    segments
}

fn least(wanted: usize) -> usize {
    let slack = wanted as f64 * TOLERANCE;
    (1..=wanted).find(|words| (wanted - words) as f64 <= slack).unwrap_or(wanted)
}

fn most(wanted: usize) -> usize {
    2 * wanted - least(wanted)
}

fn next_length(words: &[Word], wanted: usize) -> usize {
    let most = most(wanted);
    if words.len() <= most {
        return words.len();
    }
    let ends = least(wanted)..=most;
    let best = ends.filter(|length| words[length - 1].pause > Pause::None).max_by_key(|length| {
        let distance = length.abs_diff(wanted);
        (words[length - 1].pause, usize::MAX - distance, usize::MAX - length)
    });
    best.unwrap_or(wanted)
}

/// The table of segments × terms: full words said at least `least` times. Returns it with the entry of
/// each of its terms; a segment without any has an empty row.
pub fn tabulate(corpus: &Corpus, segments: &[Segment], least: u64) -> (SegmentTable, Vec<u32>) {
    let mut place = vec![u32::MAX; corpus.entries.len()];
    let mut terms = Vec::new();
    for (entry, counted) in (0_u32..).zip(&corpus.entries) {
        if counted.full && counted.occurrences >= least {
            place[entry as usize] = u32::try_from(terms.len()).unwrap_or(u32::MAX);
            terms.push(entry);
        }
    }
    let rows = segments.iter().map(|segment| {
        let words = &corpus.interviews[segment.interview].words[segment.words.clone()];
        words.iter().map(|word| place[word.entry as usize]).filter(|term| *term != u32::MAX).collect()
    });
    (SegmentTable::new(terms.len(), rows), terms)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::lexical::corpus::tests::corpus;
    use proptest::prelude::*;

    fn lengths(text: &str, wanted: usize) -> Vec<usize> {
        cut(&corpus(&[("E01", text)]), wanted).iter().map(|segment| segment.words.len()).collect()
    }

    #[test]
    fn segments_end_where_the_speaker_pauses() {
        // Wanted 5: from 3 to 7 words.
        assert_eq!(lengths("un deux trois. quatre cinq, six sept huit neuf dix onze", 5), [3, 5, 3]);
        assert_eq!(lengths("un deux trois, quatre ; cinq six sept huit neuf dix onze", 5), [4, 7]);
        assert_eq!(lengths("un deux trois quatre cinq six sept huit neuf", 5), [5, 4]);
        assert_eq!(lengths("un deux trois quatre. cinq six. sept huit neuf", 5), [4, 5]);
        assert_eq!(lengths("", 5), [0; 0]);
    }

    #[test]
    fn terms_are_full_words_said_often_enough() {
        let corpus =
            corpus(&[("E01", "Le dossier. Les dossiers. Un dossier, la honte."), ("E02", "3 3 3 le le")]);
        let (table, terms) = tabulate(&corpus, &cut(&corpus, 3), LEAST_OCCURRENCES);
        let labels: Vec<&str> =
            terms.iter().map(|term| corpus.entries[*term as usize].label.as_str()).collect();
        assert_eq!(labels, ["dossier"]);
        assert_eq!((table.presences(), table.len()), (3, 5), "tool words and numbers alone: empty rows");
    }

    proptest! {
        #[test]
        fn segments_hold_every_word_once(text in "([a-z]{2,5}[.,; ] ){0,60}", wanted in 1_usize..12) {
            let corpus = corpus(&[("E01", &text), ("E02", &text)]);
            let segments = cut(&corpus, wanted);
            for (interview, said) in corpus.interviews.iter().enumerate() {
                let mut next = 0;
                for segment in segments.iter().filter(|segment| segment.interview == interview) {
                    prop_assert_eq!(segment.words.start, next);
                    prop_assert!(!segment.words.is_empty() && segment.words.len() <= most(wanted));
                    next = segment.words.end;
                }
                prop_assert_eq!(next, said.words.len());
            }
        }
    }
}
