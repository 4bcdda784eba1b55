//! The chapter: what it says first, and the order of its parts.

use super::{concerned, durations, objectives, rates};
use crate::report::document::Block;
use crate::report::section::voice::Voice;

pub(in crate::report::section) fn blocks(voice: &Voice<'_>) -> Vec<Block> {
    let Some(activity) = &voice.shown.activity else { return Vec::new() };
    if activity.families.count() == Some(0) {
        return vec![Block::Paragraph(voice.phrase("report-activity-nobody", &[]))];
    }
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
    match durations::figure(voice, activity) {
        Some(figure) => blocks.push(Block::Figure(figure)),
        None => blocks.push(Block::Paragraph(voice.phrase("report-durations-none", &[]))),
    }
    blocks.extend(objectives::table(voice, activity).map(Block::Table));
    blocks.extend(concerned::table(voice, activity).map(Block::Table));
    blocks
}
