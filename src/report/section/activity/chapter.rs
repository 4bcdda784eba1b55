//! The chapter: what it says first, and the order of its parts.

use super::{concerned, durations, objectives, rates};
use crate::report::document::Block;
use crate::report::section::voice::Voice;

pub(in crate::report::section) fn blocks(voice: &Voice<'_>) -> Vec<Block> {
    let Some(activity) = &voice.shown.activity else { return Vec::new() };
    let mut said = vec![voice.phrase(
        "report-activity-lead",
        &[
            ("lines", activity.lines.into()),
            ("families", voice.published(activity.families)),
            ("refused", voice.published(activity.refused)),
            ("silent", voice.published(activity.silent)),
        ],
    )];
    if activity.duplicates > 0 {
        said.push(voice.phrase("report-activity-duplicates", &[("n", activity.duplicates.into())]));
    }
    let mut blocks = vec![Block::Paragraph(Voice::joined(said))];
    blocks.extend(rates::figure(voice, activity).map(Block::Figure));
    blocks.extend(durations::figure(voice, activity).map(Block::Figure));
    blocks.extend(objectives::table(voice, activity).map(Block::Table));
    blocks.extend(concerned::table(voice, activity).map(Block::Table));
    blocks
}
