//! The lines of a draft: what may begin with a label.

use std::collections::BTreeMap;
use std::ops::Range;

use super::name::LONGEST;
use super::shape::has_colon;
use crate::domain::transcript::draft::Draft;
use crate::domain::transcript::timecode;

/// A line of the draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// Bytes of the draft's text, without blanks at its ends.
    pub(crate) range: Range<usize>,
    /// Bytes of a list marker at its start.
    pub(crate) marker: usize,
    /// Whether a blank line or another block stands before it.
    pub(crate) begins_paragraph: bool,
    pub(crate) heading: Option<u8>,
}

/// Signs before a label that are none of its name.
const BULLETS: [&str; 8] = ["• ", "- ", "– ", "— ", "> ", "* ", "· ", "▪ "];

/// Cuts the draft into lines, empty ones left out.
pub(crate) fn lines(draft: &Draft) -> Vec<Line> {
    let mut lines = Vec::new();
    for block in &draft.blocks {
        let mut begins_paragraph = true;
        let mut start = block.range.start;
        for text in draft.text[block.range.clone()].split_inclusive('\n') {
            // No-break spaces too: at the end of a line they hold nothing together.
            let trimmed = text.trim_start();
            let from = start + text.len() - trimmed.len();
            let to = from + trimmed.trim_end().len();
            if from < to {
                let marker = if start == block.range.start { block.marker.min(to - from) } else { 0 };
                let marker = if draft.is_written { bullet(&draft.text[from..to]) } else { marker };
                lines.push(Line { range: from..to, marker, begins_paragraph, heading: block.heading });
                begins_paragraph = false;
            } else {
                begins_paragraph = true;
            }
            start += text.len();
        }
    }
    if draft.is_written { with_their_times(draft, lines) } else { lines }
}

/// Bytes of a bullet, or of the sign that one program writes before every name.
fn bullet(text: &str) -> usize {
    if let Some(bullet) = BULLETS.iter().find(|bullet| text.starts_with(**bullet)) {
        return bullet.len();
    }
    usize::from(text.starts_with('#') && text[1..].starts_with(char::is_alphabetic))
}

/// Joins a time alone on its line with the line that it belongs to: the one below, or the name above.
fn with_their_times(draft: &Draft, lines: Vec<Line>) -> Vec<Line> {
    let text = |line: &Line| &draft.text[line.range.clone()];
    let is_time: Vec<bool> = lines
        .iter()
        .map(|line| line.heading.is_none() && timecode::read_label(text(line)).is_some())
        .collect();
    if !is_time.contains(&true) {
        return lines;
    }
    let touches =
        |at: usize| lines.get(at + 1).is_some_and(|next| !next.begins_paragraph && next.heading.is_none());
    let is_name = |line: &Line| {
        let text = text(line);
        line.heading.is_none()
            && text.chars().count() <= LONGEST
            && !has_colon(text)
            && !text.ends_with(['?', '!', '…', ','])
            // `Karim B.`
            && !text.strip_suffix('.').is_some_and(|rest| rest.chars().rev().take_while(|sign| sign.is_alphanumeric()).count() > 3)
            && text.split_whitespace().count() <= 5
    };
    // `Name`, its time below, then the speech: a name so written comes again.
    let mut above: BTreeMap<&str, usize> = BTreeMap::new();
    for at in 0..lines.len() {
        if !is_time[at] && is_name(&lines[at]) && touches(at) && is_time[at + 1] {
            *above.entry(text(&lines[at])).or_default() += 1;
        }
    }
    let mut joined = Vec::with_capacity(lines.len());
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let names_below = is_time[at] && touches(at) && !is_time[at + 1];
        let names_above =
            touches(at) && is_time[at + 1] && above.get(text(line)).is_some_and(|count| *count > 1);
        if names_below || names_above {
            let next = &lines[at + 1];
            joined.push(Line { range: line.range.start..next.range.end, ..line.clone() });
            at += 2;
        } else {
            joined.push(line.clone());
            at += 1;
        }
    }
    joined
}
