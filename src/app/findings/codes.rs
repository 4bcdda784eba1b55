//! The codes: cells, registers, co-occurrence, agreement, accumulation.

use std::collections::BTreeMap;

use crate::analysis::matrix::CaseMatrix;
use crate::analysis::matrix::extract::{Extract, extracts};
use crate::app::material::Material;
use crate::app::saturation;
use crate::domain::codebook::Code;
use crate::domain::{AxisId, CoderId, TranscriptId};
use crate::report::findings::{AccumulationStep, CodeCell, CodeFacts, ExtractFacts, Polarity, ThemeFacts};
use crate::text::TextIndex;

/// Lists the themes in the order of the codebook.
pub(super) fn themes(material: &Material) -> Vec<ThemeFacts> {
    material.codebook.themes.iter().map(|theme| ThemeFacts { title: theme.title.clone() }).collect()
}

/// Counts codes met as interviews are added, in the order of their dates.
pub(super) fn accumulation(material: &Material) -> Vec<AccumulationStep> {
    let Ok(found) = saturation::follow(material) else { return Vec::new() };
    let step = |step: saturation::SaturationStep| AccumulationStep {
        undated: step.day.is_none(),
        case: step.case,
        new: step.new,
        met: step.met,
        mean: step.mean,
        deviation: step.sd,
    };
    found.steps.into_iter().map(step).collect()
}

/// Lists the codes by theme, then by interviews and extracts, most first; with their extracts.
pub(super) fn codes(
    material: &Material,
    matrix: &CaseMatrix,
    order: &[TranscriptId],
    axes: &[AxisId],
) -> Vec<CodeFacts> {
    let rows: Vec<Option<usize>> = order.iter().map(|case| matrix.row(case)).collect();
    let coders: BTreeMap<&CoderId, usize> = matrix.coders.iter().zip(1..).collect();
    let mut registers: BTreeMap<&str, Vec<ExtractFacts>> = BTreeMap::new();
    let texts = texts(material);
    let found = extracts(&material.codings);
    for extract in &found {
        registers.entry(extract.code.as_str()).or_default().push(entry(extract, &texts, &coders));
    }
    let mut codes = Vec::new();
    for (theme, group) in material.codebook.themes.iter().enumerate() {
        let mut of_theme: Vec<CodeFacts> = group
            .codes
            .iter()
            .filter_map(|code| {
                let column = matrix.column(&code.id)?;
                Some(CodeFacts {
                    id: code.id.0.clone(),
                    title: code.title.clone(),
                    theme,
                    definition: code.definition.clone(),
                    include: code.include.clone(),
                    exclude: code.exclude.clone(),
                    polarity: polarity(code, axes),
                    interviews: matrix.interviews(column),
                    extracts: matrix.extracts(column),
                    turns: 0,
                    cells: rows
                        .iter()
                        .map(|row| {
                            row.map(|row| &matrix.cells[row][column]).map_or_else(CodeCell::default, |cell| {
                                CodeCell { extracts: cell.extracts, intensity: cell.intensity }
                            })
                        })
                        .collect(),
                    agreement: None,
                    register: registers.remove(code.id.as_str()).unwrap_or_default(),
                })
            })
            .collect();
        of_theme.sort_by_key(|code| std::cmp::Reverse((code.interviews, code.extracts)));
        codes.extend(of_theme);
    }
    codes
}

fn polarity(code: &Code, axes: &[AxisId]) -> Option<Polarity> {
    axes.iter().enumerate().find_map(|(axis, id)| {
        let (_, weight) = code.weights.iter().find(|(known, _)| known == id)?;
        Some(Polarity { axis, is_positive: *weight > 0.0 })
    })
}

/// The indexed texts, by transcript.
pub(super) type Texts<'a> = BTreeMap<&'a TranscriptId, TextIndex<'a>>;

/// Indexes every text once.
pub(super) fn texts(material: &Material) -> Texts<'_> {
    material.transcripts.iter().map(|one| (&one.id, TextIndex::new(&one.version.text))).collect()
}

fn entry(extract: &Extract, texts: &Texts<'_>, coders: &BTreeMap<&CoderId, usize>) -> ExtractFacts {
    let text = texts.get(&extract.transcript).map_or("", |index| index.slice(extract.span));
    ExtractFacts {
        case: extract.transcript.0.clone(),
        turn: extract.turns.0 as usize,
        text: text.to_owned(),
        coders: extract.by_coder.keys().filter_map(|coder| coders.get(coder).copied()).collect(),
        intensity: extract.intensity,
    }
}
