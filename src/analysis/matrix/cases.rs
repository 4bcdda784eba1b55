//! The case × code table.

use std::collections::BTreeMap;

use serde::Serialize;

use super::extract::{intensity, placed};
use super::speech::Speech;
use crate::domain::codebook::Codebook;
use crate::domain::coding::Coding;
use crate::domain::id::{CodeId, CoderId, TranscriptId};
use crate::domain::transcript::Transcript;
use crate::text::Span;

/// One case, and the size of what its respondent says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CaseRow {
    /// The case.
    pub case: TranscriptId,
    /// Respondent words (see [`Speech`]).
    pub words: usize,
    /// Respondent scalar values.
    pub scalars: usize,
    /// Extracts of all codes.
    pub extracts: usize,
    /// Codings of all codes.
    pub segments: usize,
}

/// One code in one case.
///
/// Units: counts, except where said. Missing values: a code never given is all zeros, which says
/// "not coded", not "not asked".
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Cell {
    /// Codings.
    pub segments: usize,
    /// Extracts.
    pub extracts: usize,
    /// Highest intensity any coder gave, 0 when absent.
    pub intensity: u8,
    /// Highest intensity by coder, in the table's order of coders, 0 when absent.
    pub by_coder: Vec<u8>,
    /// Sum of the intensities of its codings.
    pub intensities: usize,
    /// Scalar values of respondent speech coded, overlaps united.
    pub coded_scalars: usize,
    /// Words of respondent speech coded, overlaps united.
    pub coded_words: usize,
}

/// Every case against every code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CaseMatrix {
    /// In the order of their ids.
    pub cases: Vec<CaseRow>,
    /// In the order of the codebook; codes it does not know stand after, by id.
    pub codes: Vec<CodeId>,
    /// In the order of their ids.
    pub coders: Vec<CoderId>,
    /// By case, then code.
    pub cells: Vec<Vec<Cell>>,
}

impl CaseMatrix {
    /// Counts codings by case and code; `coder` keeps one coder's codings only. Lost codings, and
    /// codings of transcripts not given, are left out.
    pub fn build(
        codebook: &Codebook,
        transcripts: &[Transcript],
        codings: &[Coding],
        coder: Option<&CoderId>,
    ) -> Self {
        let mut transcripts: Vec<&Transcript> = transcripts.iter().collect();
        transcripts.sort_by(|left, right| left.id.cmp(&right.id));
        let speeches: Vec<Speech> =
            transcripts.iter().map(|transcript| Speech::read(&transcript.version)).collect();
        let case_index: BTreeMap<&TranscriptId, usize> =
            transcripts.iter().enumerate().map(|(index, transcript)| (&transcript.id, index)).collect();

        let kept: Vec<&Coding> =
            codings.iter().filter(|coding| coder.is_none_or(|wanted| &coding.coder == wanted)).collect();
        let mut codes: Vec<CodeId> = codebook.codes().map(|code| code.id.clone()).collect();
        let mut code_index: BTreeMap<&CodeId, usize> = BTreeMap::new();
        for (index, code) in codebook.codes().enumerate() {
            code_index.entry(&code.id).or_insert(index);
        }
        let mut strangers: Vec<&CodeId> =
            kept.iter().map(|coding| &coding.code).filter(|code| !code_index.contains_key(code)).collect();
        strangers.sort_unstable();
        strangers.dedup();
        for code in strangers {
            code_index.insert(code, codes.len());
            codes.push(code.clone());
        }
        let mut coders: Vec<CoderId> = kept.iter().map(|coding| &coding.coder).cloned().collect();
        coders.sort_unstable();
        coders.dedup();
        let coder_index: BTreeMap<&CoderId, usize> =
            coders.iter().enumerate().map(|(index, coder)| (coder, index)).collect();

        let empty = Cell { by_coder: vec![0; coders.len()], ..Cell::default() };
        let mut cells = vec![vec![empty; codes.len()]; transcripts.len()];
        // Sorted once by cell and place, each cell is then one pass over its own codings.
        let mut placed_codings: Vec<(usize, usize, Span, usize, u8)> = kept
            .into_iter()
            .filter(|coding| placed(coding))
            .filter_map(|coding| {
                Some((
                    *case_index.get(&coding.transcript)?,
                    *code_index.get(&coding.code)?,
                    coding.anchor.span,
                    *coder_index.get(&coding.coder)?,
                    intensity(coding),
                ))
            })
            .collect();
        placed_codings.sort_unstable();
        for group in placed_codings.chunk_by(|left, right| (left.0, left.1) == (right.0, right.1)) {
            let (case, code) = (group[0].0, group[0].1);
            fill(&mut cells[case][code], group, &speeches[case]);
        }

        let cases = transcripts
            .iter()
            .zip(&speeches)
            .zip(&cells)
            .map(|((transcript, speech), row)| CaseRow {
                case: transcript.id.clone(),
                words: speech.words.len(),
                scalars: speech.scalars,
                extracts: row.iter().map(|cell| cell.extracts).sum(),
                segments: row.iter().map(|cell| cell.segments).sum(),
            })
            .collect();
        Self { cases, codes, coders, cells }
    }

    /// Finds a code's column.
    pub fn column(&self, code: &CodeId) -> Option<usize> {
        self.codes.iter().position(|known| known == code)
    }

    /// Finds a case's row.
    pub fn row(&self, case: &TranscriptId) -> Option<usize> {
        self.cases.binary_search_by(|known| known.case.cmp(case)).ok()
    }

    /// Counts the cases where a code is given.
    pub fn interviews(&self, column: usize) -> usize {
        self.cells.iter().filter(|row| row[column].extracts > 0).count()
    }

    /// Counts a code's extracts over all cases.
    pub fn extracts(&self, column: usize) -> usize {
        self.cells.iter().map(|row| row[column].extracts).sum()
    }

    /// Counts a code's codings over all cases.
    pub fn segments(&self, column: usize) -> usize {
        self.cells.iter().map(|row| row[column].segments).sum()
    }

    /// Returns extracts per 1,000 respondent words; none when the respondent says nothing.
    pub fn rate(&self, row: usize, column: usize) -> Option<f64> {
        let words = self.cases[row].words;
        (words > 0).then(|| self.cells[row][column].extracts as f64 * 1000.0 / words as f64)
    }

    /// Returns the share of respondent scalar values under a code, 0 to 1; none when the respondent
    /// says nothing.
    pub fn coverage(&self, row: usize, column: usize) -> Option<f64> {
        let scalars = self.cases[row].scalars;
        (scalars > 0).then(|| self.cells[row][column].coded_scalars as f64 / scalars as f64)
    }
}

/// Fills a cell from its codings, sorted by place.
fn fill(cell: &mut Cell, group: &[(usize, usize, Span, usize, u8)], speech: &Speech) {
    let mut united: Vec<Span> = Vec::new();
    for &(_, _, span, coder, level) in group {
        cell.segments += 1;
        cell.intensity = cell.intensity.max(level);
        cell.intensities += usize::from(level);
        cell.by_coder[coder] = cell.by_coder[coder].max(level);
        match united.last_mut() {
            Some(last) if last.overlaps(span) || *last == span => last.end = last.end.max(span.end),
            _ => united.push(span),
        }
    }
    cell.extracts = united.len();
    let spoken = speech.within(&united);
    cell.coded_scalars = spoken.iter().map(|span| span.len()).sum();
    cell.coded_words = spoken.iter().map(|span| speech.words_in(*span)).sum();
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::domain::codebook::{Code, Theme};
    use crate::domain::coding::{Anchor, Anchoring, Origin};
    use crate::domain::transcript::{Role, Speaker, TranscriptVersion, Turn};
    use crate::text::Fingerprint;

    /// Makes a version of turns: (is interviewer, speech).
    pub(crate) fn version(turns: &[(bool, &str)]) -> TranscriptVersion {
        let mut text = String::new();
        let mut made = Vec::new();
        for (index, (interviewer, speech)) in turns.iter().enumerate() {
            text.push_str(if *interviewer { "Q : " } else { "R : " });
            let start = text.chars().count();
            text.push_str(speech);
            made.push(Turn {
                number: u32::try_from(index).unwrap() + 1,
                speaker: Some(usize::from(!interviewer)),
                speech: Span::new(start, text.chars().count()),
                part: None,
                line: index + 1,
            });
            text.push_str("\n\n");
        }
        TranscriptVersion {
            number: 1,
            fingerprint: Fingerprint::of(text.as_bytes()),
            text,
            speakers: vec![
                Speaker { label: "Q".into(), role: Role::Interviewer },
                Speaker { label: "R".into(), role: Role::Respondent },
            ],
            turns: made,
            parts: Vec::new(),
            marks: Vec::new(),
        }
    }

    /// Makes a transcript of turns.
    pub(crate) fn transcript(id: &str, turns: &[(bool, &str)]) -> Transcript {
        Transcript {
            id: id.into(),
            title: id.into(),
            path: format!("transcripts/{id}.md"),
            language: None,
            attributes: Vec::new(),
            version: version(turns),
        }
    }

    /// Makes a coding in turn 1.
    pub(crate) fn coding(
        case: &str,
        code: &str,
        coder: &str,
        span: (usize, usize),
        intensity: Option<u8>,
    ) -> Coding {
        Coding {
            id: format!("{case}-{code}-{coder}-{}", span.0).into(),
            transcript: case.into(),
            version: 1,
            code: code.into(),
            coder: coder.into(),
            anchor: Anchor { span: Span::new(span.0, span.1), ..Anchor::default() },
            turns: (1, 1),
            intensity,
            memo: String::new(),
            anchoring: Anchoring::Exact,
            origin: Origin::Hand,
        }
    }

    /// Makes a codebook of one theme: (code, axis, weight).
    pub(crate) fn codebook(codes: &[(&str, &str, f64)]) -> Codebook {
        let codes = codes
            .iter()
            .map(|(id, axis, weight)| Code {
                id: (*id).into(),
                weights: vec![((*axis).into(), *weight)],
                ..Code::default()
            })
            .collect();
        Codebook { themes: vec![Theme { codes, ..Theme::default() }] }
    }

    #[test]
    fn a_cell_counts_extracts_segments_words_and_the_highest_intensity() {
        let transcripts = vec![transcript("E01", &[(true, "Et là ?"), (false, "un deux trois quatre cinq")])];
        let start = transcripts[0].version.turns[1].speech.start.0;
        let codings = vec![
            coding("E01", "dettes", "c2", (start, start + 7), Some(3)),
            coding("E01", "dettes", "c1", (start + 3, start + 13), None),
            coding("E01", "autre", "c1", (start + 14, start + 20), Some(2)),
        ];
        let matrix =
            CaseMatrix::build(&codebook(&[("dettes", "complexity", 1.0)]), &transcripts, &codings, None);
        assert_eq!(matrix.codes, vec![CodeId::from("dettes"), "autre".into()]);
        let cell = &matrix.cells[0][0];
        assert_eq!((cell.segments, cell.extracts, cell.intensity, cell.intensities), (2, 1, 3, 4));
        assert_eq!(cell.by_coder, vec![1, 3]);
        assert_eq!((cell.coded_scalars, cell.coded_words), (13, 3));
        assert_eq!(matrix.rate(0, 0), Some(200.0));
        assert_eq!(matrix.coverage(0, 0), Some(13.0 / 25.0));
        let alone = CaseMatrix::build(
            &codebook(&[("dettes", "complexity", 1.0)]),
            &transcripts,
            &codings,
            Some(&"c1".into()),
        );
        assert_eq!(alone.cells[0][0].intensity, 1);
    }

    #[test]
    fn a_silent_respondent_has_no_rate() {
        let transcripts = vec![transcript("E01", &[(true, "Et là ?")])];
        let matrix = CaseMatrix::build(&codebook(&[("dettes", "x", 1.0)]), &transcripts, &[], None);
        assert_eq!(matrix.rate(0, 0), None);
        assert_eq!(matrix.coverage(0, 0), None);
    }
}
