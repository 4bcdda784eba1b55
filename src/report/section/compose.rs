//! Puts the chapters in their order.

use crate::i18n::Catalog;
use crate::report::document::number::number;
use crate::report::document::{Block, Document};
use crate::report::findings::Findings;
use crate::report::section::voice::Voice;
use crate::report::section::{
    activity, annexes, essentials, head, interviews, limits, material, methods, profiles, questionnaire,
};

/// A chapter that stands alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chapter {
    /// Who was interviewed, beside the population.
    Material,
    /// The grouping and its doubts.
    Profiles,
    /// Scores, their link with profiles, items, practices.
    Questionnaire,
    /// The administrative records.
    Activity,
}

/// Writes one chapter as the report has it, nothing numbered yet.
pub fn chapter(findings: &Findings, words: &Catalog, chapter: Chapter) -> Vec<Block> {
    let voice = Voice::new(findings, words);
    match chapter {
        Chapter::Material => material::blocks(&voice),
        Chapter::Profiles => profiles::blocks(&voice),
        Chapter::Questionnaire => questionnaire::blocks(&voice),
        Chapter::Activity => activity::blocks(&voice),
    }
}

/// Numbers the figures and tables of some blocks in their order, and what refers to them.
pub fn numbered(blocks: Vec<Block>, words: &Catalog) -> Vec<Block> {
    let mut document = Document { blocks, ..Document::default() };
    number(&mut document, &words.plain("report-figure-reference"), &words.plain("report-table-reference"));
    document.blocks
}

/// Writes the whole report in the language of the catalogue.
pub fn compose(findings: &Findings, words: &Catalog) -> Document {
    let voice = Voice::new(findings, words);
    let mut document = head::document(&voice);
    let chapters: [(&str, Vec<Block>); 8] = [
        ("essentials", essentials::blocks(&voice)),
        ("material", material::blocks(&voice)),
        ("interviews", interviews::blocks(&voice)),
        ("profiles", profiles::blocks(&voice)),
        ("questionnaire", questionnaire::blocks(&voice)),
        ("activity", activity::blocks(&voice)),
        ("limits", limits::blocks(&voice)),
        ("annexes", annexes::blocks(&voice)),
    ];
    let filled = chapters.into_iter().filter(|(_, blocks)| !blocks.is_empty());
    for (place, (name, blocks)) in filled.enumerate() {
        let title = if name == "profiles" {
            profiles::chapter_title(&voice)
        } else {
            voice.plain(&format!("report-chapter-{name}"))
        };
        document.blocks.push(Block::Heading {
            level: 2,
            number: Some(place + 1),
            title,
            anchor: name.to_owned(),
        });
        document.blocks.extend(blocks);
    }
    number(&mut document, &words.plain("report-figure-reference"), &words.plain("report-table-reference"));
    methods::lead_to_methods(&mut document.blocks, words, &|method, _| method.anchor());
    document
}
