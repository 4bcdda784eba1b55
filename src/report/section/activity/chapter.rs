//! The chapter: what it says first, and the order of its parts.

use super::{concerned, durations, objectives, rates};
use crate::report::document::Block;
use crate::report::section::voice::Voice;

pub(in crate::report::section) fn blocks(voice: &Voice<'_>) -> Vec<Block> {
    let Some(casework) = &voice.findings.casework else { return Vec::new() };
    let mut said = vec![voice.phrase(
        "report-activity-lead",
        &[
            ("lines", casework.lines.into()),
            ("families", casework.families.into()),
            ("refused", casework.refused.into()),
            ("silent", casework.silent.into()),
        ],
    )];
    if casework.duplicates > 0 {
        said.push(voice.phrase("report-activity-duplicates", &[("n", casework.duplicates.into())]));
    }
    let mut blocks = vec![Block::Paragraph(Voice::joined(said))];
    blocks.extend(rates::figure(voice, casework).map(Block::Figure));
    blocks.extend(durations::figure(voice, casework).map(Block::Figure));
    blocks.extend(objectives::table(voice, casework).map(Block::Table));
    blocks.extend(concerned::table(voice, casework).map(Block::Table));
    blocks
}
