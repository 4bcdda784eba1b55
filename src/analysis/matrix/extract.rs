//! Extracts: overlapping passages of one code, united whoever coded them.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::domain::coding::{Anchoring, Coding};
use crate::domain::id::{CodeId, CoderId, TranscriptId};
use crate::text::Span;

/// The union of overlapping passages given the same code by any coder.
///
/// Passages that only touch stay apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Extract {
    /// The transcript.
    pub transcript: TranscriptId,
    /// The code.
    pub code: CodeId,
    /// From the first scalar value coded to the last.
    pub span: Span,
    /// First and last turn touched.
    pub turns: (u32, u32),
    /// Highest intensity by coder; a coding without intensity counts 1.
    pub by_coder: BTreeMap<CoderId, u8>,
    /// Highest intensity any coder gave.
    pub intensity: u8,
    /// The codings it unites, by their place in the list given.
    pub codings: Vec<usize>,
}

impl Extract {
    /// Counts the coders who saw it.
    pub fn coders(&self) -> usize {
        self.by_coder.len()
    }
}

/// Returns what a coding's intensity counts: a missing one counts 1.
pub fn intensity(coding: &Coding) -> u8 {
    coding.intensity.unwrap_or(1).max(1)
}

/// Tells whether a coding has a place in its text.
pub fn placed(coding: &Coding) -> bool {
    coding.anchoring != Anchoring::Lost
}

/// Unites codings into extracts, in the order of transcript, code and place. Lost codings are left
/// out.
pub fn extracts(codings: &[Coding]) -> Vec<Extract> {
    let mut order: Vec<usize> = (0..codings.len()).filter(|&index| placed(&codings[index])).collect();
    order.sort_by(|&left, &right| {
        let (a, b) = (&codings[left], &codings[right]);
        (&a.transcript, &a.code, a.anchor.span, &a.coder, left).cmp(&(
            &b.transcript,
            &b.code,
            b.anchor.span,
            &b.coder,
            right,
        ))
    });
    let mut extracts: Vec<Extract> = Vec::new();
    for index in order {
        let coding = &codings[index];
        let span = coding.anchor.span;
        let level = intensity(coding);
        match extracts.last_mut() {
            Some(last)
                if last.transcript == coding.transcript
                    && last.code == coding.code
                    && (last.span.overlaps(span) || last.span == span) =>
            {
                last.span.end = last.span.end.max(span.end);
                last.turns = (last.turns.0.min(coding.turns.0), last.turns.1.max(coding.turns.1));
                last.intensity = last.intensity.max(level);
                last.codings.push(index);
                match last.by_coder.get_mut(&coding.coder) {
                    Some(known) => *known = (*known).max(level),
                    None => {
                        last.by_coder.insert(coding.coder.clone(), level);
                    }
                }
            }
            _ => extracts.push(Extract {
                transcript: coding.transcript.clone(),
                code: coding.code.clone(),
                span,
                turns: coding.turns,
                by_coder: BTreeMap::from([(coding.coder.clone(), level)]),
                intensity: level,
                codings: vec![index],
            }),
        }
    }
    extracts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::matrix::cases::tests::coding;

    #[test]
    fn overlapping_passages_of_two_coders_make_one_extract() {
        let codings = vec![
            coding("E01", "dettes", "c1", (0, 10), Some(2)),
            coding("E01", "dettes", "c2", (8, 20), None),
            coding("E01", "dettes", "c1", (20, 30), Some(3)),
            coding("E01", "logement", "c1", (0, 10), Some(1)),
        ];
        let found = extracts(&codings);
        assert_eq!(found.len(), 3);
        assert_eq!(found[0].span, Span::new(0, 20));
        assert_eq!(found[0].coders(), 2);
        assert_eq!(found[0].intensity, 2);
        assert_eq!(found[1].span, Span::new(20, 30), "passages that touch stay apart");
    }

    #[test]
    fn a_lost_coding_makes_no_extract() {
        let mut lost = coding("E01", "dettes", "c1", (0, 10), Some(2));
        lost.anchoring = Anchoring::Lost;
        assert!(extracts(&[lost]).is_empty());
    }
}
