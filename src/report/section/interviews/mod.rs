//! Ce que disent les entretiens: which themes, where, how firmly coded.

mod accumulation;
mod agreement;
mod codebook;
mod cooccurrence;
mod heatmap;

use crate::i18n::Gender;
use crate::report::document::Block;
use crate::report::section::voice::Voice;

pub use accumulation::accumulation_figure;
pub(super) use codebook::full as full_codebook;

/// Interviews from which the report draws how codes accumulate.
const LEAST_ACCUMULATED: usize = 3;

pub(super) fn blocks(voice: &Voice<'_>) -> Vec<Block> {
    let findings = voice.findings;
    if findings.codes.is_empty() || findings.people.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::Paragraph(voice.phrase(
        "report-interviews-lead",
        &[
            ("codes", findings.codes.len().into()),
            ("themes", voice.format.words(findings.themes.len(), Gender::Masculine).into()),
            ("themescount", findings.themes.len().into()),
            ("n", findings.people.len().into()),
            ("people", voice.format.words(findings.people.len(), Gender::Masculine).into()),
        ],
    ))];
    blocks.push(Block::Table(codebook::extract(voice)));
    blocks.push(Block::Figure(heatmap::figure(voice)));
    blocks.extend(cooccurrence::figure(voice).map(Block::Figure));
    let mut firmness = Vec::new();
    match agreement::figure(voice) {
        Some(figure) => firmness.push(Block::Figure(figure)),
        None if findings.study.codings.is_empty() => {}
        None => {
            let coders = [("coders", findings.study.codings.len().into())];
            firmness.push(Block::Paragraph(voice.phrase("report-agreement-none", &coders)));
        }
    }
    // Two points are no curve: nothing can be read of how codes come in.
    if findings.accumulation.len() >= LEAST_ACCUMULATED {
        firmness.extend(accumulation::figure(voice).map(Block::Figure));
    }
    if !firmness.is_empty() {
        blocks.push(Block::Heading {
            level: 3,
            number: None,
            title: voice.plain("report-heading-coding"),
            anchor: "coding".to_owned(),
        });
        blocks.extend(firmness);
    }
    blocks
}
