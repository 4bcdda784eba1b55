//! The chapter: what it says first, and the order of its parts.

use super::{card, dendrogram, moves, plane, silhouette, trials};
use crate::i18n::Gender;
use crate::i18n::format::words::{capitalised, lowercase};
use crate::report::document::{Block, Phrase};
use crate::report::findings::{AxisFacts, Typology};
use crate::report::section::voice::Voice;

pub(in crate::report::section) fn chapter_title(voice: &Voice<'_>) -> String {
    let count = voice.findings.typology.as_ref().map_or(0, |typology| typology.profiles.len());
    let words = capitalised(&voice.format.words(count, Gender::Masculine));
    voice.string("report-chapter-profiles", &[("n", count.into()), ("words", words.into())])
}

pub(in crate::report::section) fn blocks(voice: &Voice<'_>) -> Vec<Block> {
    let Some(typology) = voice.findings.typology.as_ref().filter(|typology| !typology.profiles.is_empty())
    else {
        return Vec::new();
    };
    let mut blocks = Vec::new();
    blocks.extend(lead(voice, typology).map(Block::Paragraph));
    blocks.extend(plane::figure(voice, typology).map(Block::Figure));
    blocks.extend(
        (0..typology.profiles.len()).filter_map(|rank| card::card(voice, typology, rank)).map(Block::Card),
    );
    blocks.extend(card::rule(voice, typology).map(Block::Paragraph));
    blocks.extend(card::word_rule(voice, typology).map(Block::Paragraph));
    let mut firmness: Vec<Block> = [
        dendrogram::figure(voice, typology),
        silhouette::figure(voice, typology),
        moves::figure(voice, typology),
    ]
    .into_iter()
    .flatten()
    .map(Block::Figure)
    .collect();
    firmness.extend(trials::table(voice, typology).map(Block::Table));
    if !firmness.is_empty() {
        blocks.push(Block::Heading {
            level: 3,
            number: None,
            title: voice.plain("report-heading-firm"),
            anchor: "firm".to_owned(),
        });
        blocks.extend(firmness);
    }
    blocks
}

pub(super) fn lead(voice: &Voice<'_>, typology: &Typology) -> Option<Phrase> {
    let [first, second, ..] = typology.axes.as_slice() else { return None };
    let axis = |axis: &AxisFacts| {
        let title = lowercase(&voice.set(&axis.title));
        match axis.range {
            Some((low, high)) => voice.string(
                "report-axis-range",
                &[
                    ("title", title.into()),
                    ("low", voice.bound(low, low).into()),
                    ("high", voice.bound(high, low).into()),
                ],
            ),
            None => title,
        }
    };
    Some(voice.phrase(
        "report-profiles-lead",
        &[
            ("first", axis(first).into()),
            ("second", axis(second).into()),
            ("people", voice.placed_in_words().into()),
        ],
    ))
}
