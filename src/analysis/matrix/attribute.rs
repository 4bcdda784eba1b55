//! Code × attribute: how often each code is given among the cases that share a characteristic.

use std::collections::BTreeMap;

use serde::Serialize;

use super::cases::{CaseMatrix, Cell};
use crate::domain::id::TranscriptId;
use crate::domain::transcript::Transcript;

/// The cases that share one value of an attribute.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AttributeRow {
    /// The value; none gathers the cases that do not give it.
    pub value: Option<String>,
    /// Its cases.
    pub cases: Vec<TranscriptId>,
    /// Respondent words of its cases.
    pub words: usize,
    /// By code: interviews where it is given.
    pub interviews: Vec<usize>,
    /// By code: extracts.
    pub extracts: Vec<usize>,
    /// By code: codings.
    pub segments: Vec<usize>,
    /// By code: respondent words coded.
    pub coded_words: Vec<usize>,
}

/// Gathers the table's cases by the values of one attribute, in the order of the values, the cases
/// without it last.
pub fn by_attribute(matrix: &CaseMatrix, transcripts: &[Transcript], name: &str) -> Vec<AttributeRow> {
    let values: BTreeMap<&TranscriptId, &str> = transcripts
        .iter()
        .filter_map(|transcript| Some((&transcript.id, transcript.attribute(name)?)))
        .filter(|(_, value)| !value.trim().is_empty())
        .collect();
    let mut groups: BTreeMap<(bool, Option<&str>), Vec<usize>> = BTreeMap::new();
    for (row, case) in matrix.cases.iter().enumerate() {
        let value = values.get(&case.case).copied();
        groups.entry((value.is_none(), value)).or_default().push(row);
    }
    groups
        .into_iter()
        .map(|((_, value), rows)| {
            let sum = |measure: fn(&Cell) -> usize| -> Vec<usize> {
                (0..matrix.codes.len())
                    .map(|column| rows.iter().map(|&row| measure(&matrix.cells[row][column])).sum())
                    .collect()
            };
            AttributeRow {
                value: value.map(str::to_owned),
                cases: rows.iter().map(|&row| matrix.cases[row].case.clone()).collect(),
                words: rows.iter().map(|&row| matrix.cases[row].words).sum(),
                interviews: sum(|cell| usize::from(cell.extracts > 0)),
                extracts: sum(|cell| cell.extracts),
                segments: sum(|cell| cell.segments),
                coded_words: sum(|cell| cell.coded_words),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::matrix::cases::tests::{codebook, coding, transcript};

    #[test]
    fn cases_without_the_attribute_stand_last() {
        let mut first = transcript("E01", &[(false, "un deux")]);
        first.attributes.push(("event".into(), "séparation".into()));
        let second = transcript("E02", &[(false, "un deux trois")]);
        let codings = vec![coding("E01", "a", "c1", (4, 6), None), coding("E02", "a", "c1", (4, 6), None)];
        let transcripts = vec![second, first];
        let matrix = CaseMatrix::build(&codebook(&[("a", "x", 1.0)]), &transcripts, &codings, None);
        let rows = by_attribute(&matrix, &transcripts, "event");
        assert_eq!(rows.len(), 2);
        assert_eq!(rows[0].value.as_deref(), Some("séparation"));
        assert_eq!((rows[1].value.as_deref(), rows[1].words), (None, 3));
        assert_eq!(rows[1].extracts, vec![1]);
    }
}
