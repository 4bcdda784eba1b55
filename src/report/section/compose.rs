//! Puts the chapters in their order.

use crate::domain::reporting::ReportSection;
use crate::i18n::Catalog;
use crate::report::document::number::number;
use crate::report::document::prune::{unlink, unrefer};
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

/// Writes the report in the language of the catalogue: the sections chosen, in the order of the report,
/// or all of them where none is chosen.
///
/// Chapters, figures and tables are numbered as they stand; nothing refers to what was left out, and the
/// line above the title says that this is a part of the report.
pub fn compose(findings: &Findings, words: &Catalog, chosen: &[ReportSection]) -> Document {
    let voice = Voice::new(findings, words);
    let mut document = head::document(&voice);
    let mut left_out = 0;
    let mut shown = 0;
    for section in ReportSection::ALL {
        let blocks = section_blocks(&voice, section, &mut document.blocks);
        if blocks.is_empty() {
            continue;
        }
        if !chosen.is_empty() && !chosen.contains(&section) {
            left_out += 1;
            continue;
        }
        shown += 1;
        document.blocks.push(Block::Heading {
            level: 2,
            number: Some(shown),
            title: title(&voice, section),
            anchor: section.name().to_owned(),
        });
        document.blocks.extend(blocks);
    }
    if left_out > 0 {
        unrefer(&mut document.blocks);
    }
    number(&mut document, &words.plain("report-figure-reference"), &words.plain("report-table-reference"));
    methods::lead_to_methods(&mut document.blocks, words, &|method, _| method.anchor());
    if left_out > 0 {
        unlink(&mut document.blocks);
        let arguments = [
            ("kicker", document.kicker.as_str().into()),
            ("shown", shown.into()),
            ("total", (shown + left_out).into()),
        ];
        document.kicker = voice.string("report-kicker-part", &arguments);
    }
    document
}

/// Writes a section; the annexes are those of what was `printed` before them.
fn section_blocks(voice: &Voice<'_>, section: ReportSection, printed: &mut [Block]) -> Vec<Block> {
    match section {
        ReportSection::Essentials => essentials::blocks(voice),
        ReportSection::Material => material::blocks(voice),
        ReportSection::Interviews => interviews::blocks(voice),
        ReportSection::Profiles => profiles::blocks(voice),
        ReportSection::Questionnaire => questionnaire::blocks(voice),
        ReportSection::Activity => activity::blocks(voice),
        ReportSection::Limits => limits::blocks(voice),
        ReportSection::Annexes => annexes::blocks(voice, printed),
    }
}

fn title(voice: &Voice<'_>, section: ReportSection) -> String {
    match section {
        ReportSection::Profiles => profiles::chapter_title(voice),
        other => voice.plain(&format!("report-chapter-{}", other.name())),
    }
}
