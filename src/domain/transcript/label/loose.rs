//! Shapes of labels that anything could have: only a file that is full of them writes its labels so.

use std::collections::BTreeMap;
use std::ops::Range;

use super::line::Line;
use super::name::{is_short_name, plain_name};
use super::shape::{self, Label, Style, finish, leading_time, strong_at};
use crate::domain::transcript::draft::Draft;
use crate::domain::transcript::timecode;

/// What can part a name from the speech.
const DASHES: [&str; 6] = [" – ", " — ", " - ", " ; ", " = ", "/ "];

/// Longest label that ends in a full stop, in scalar values: `Q. `, `Enq. `.
const LONGEST_DOTTED: usize = 4;

/// Finds the labels of the loose style that a file is full of; none when it is of none.
pub(super) fn find(draft: &Draft, lines: &[Line], strong: &[&Range<usize>]) -> Option<Vec<Option<Label>>> {
    type Shape = fn(&Draft, &[Line], usize, &[&Range<usize>]) -> Option<Label>;
    let shapes: [Shape; 7] = [dashed, tabbed, boxed, spaced, dotted, above, headed];
    let of_shape = |shape: Shape| {
        let labels: Vec<Option<Label>> = (0..lines.len())
            .map(|at| {
                let label = shape(draft, lines, at, strong)?;
                is_short_name(&draft.text[label.name.clone()]).then_some(label)
            })
            .collect();
        recurring(draft, lines, labels)
    };
    shapes.into_iter().filter_map(of_shape).max_by_key(|labels| labels.iter().flatten().count())
}

/// Keeps labels whose names come again, where two do and they begin most of what could begin a turn.
fn recurring(draft: &Draft, lines: &[Line], labels: Vec<Option<Label>>) -> Option<Vec<Option<Label>>> {
    let name = |label: &Label| plain_name(&draft.text[label.name.clone()]);
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for label in labels.iter().flatten() {
        *counts.entry(name(label)).or_default() += 1;
    }
    if counts.values().filter(|count| **count > 1).count() < 2 {
        return None;
    }
    let all = labels.iter().flatten().count();
    let kept: Vec<Option<Label>> =
        labels.into_iter().map(|label| label.filter(|label| counts[&name(label)] > 1)).collect();
    let count = kept.iter().flatten().count();
    let style = kept.iter().flatten().next()?.style;
    let of = |is: fn(&&Line) -> bool| lines.iter().filter(is).count();
    let beginning =
        lines.iter().zip(&kept).filter(|(line, label)| label.is_some() && line.begins_paragraph).count();
    let could = match style {
        Style::Headed => of(|line| line.heading.is_some()),
        _ if beginning * 2 > count => of(|line| line.heading.is_none() && line.begins_paragraph),
        _ => of(|line| line.heading.is_none()),
    };
    // A name above a paragraph is hardest to tell from a short answer.
    let needed = if style.stands_above() { could * 4 / 5 } else { could / 2 + 1 };
    (count >= needed.max(4) && count * 3 >= all * 2).then_some(kept)
}

/// `Enquêtrice – speech`.
fn dashed(draft: &Draft, lines: &[Line], at: usize, _: &[&Range<usize>]) -> Option<Label> {
    let line = speech_line(lines, at)?;
    let (time, from) = begin(draft, line);
    let text = &draft.text[from..line.range.end];
    let (end, dash) = DASHES.iter().filter_map(|dash| Some((text.find(dash)?, dash))).min()?;
    finish(draft, line, Style::Dashed, from..from + end, time, from + end + dash.len())
}

/// The name, a tab, the speech.
fn tabbed(draft: &Draft, lines: &[Line], at: usize, _: &[&Range<usize>]) -> Option<Label> {
    let line = speech_line(lines, at)?;
    let (time, from) = begin(draft, line);
    let end = draft.text[from..line.range.end].find('\t')?;
    let (mut time, mut speech) = (time, from + end + 1);
    // Programs that export tables write times and their lengths between the name and the speech.
    while let Some(field) = draft.text[speech..line.range.end].find('\t').map(|to| speech..speech + to) {
        let words = draft.text[field.clone()].trim();
        let seconds = timecode::read(words);
        if !words.is_empty() && seconds.is_none() && words.parse::<f64>().is_err() {
            break;
        }
        time = time.or(seconds.map(|seconds| (field.clone(), seconds)));
        speech = field.end + 1;
    }
    finish(draft, line, Style::Tabbed, from..from + end, time, speech)
}

/// `[Enquêtrice] speech`, `(Enquêtrice) speech`.
fn boxed(draft: &Draft, lines: &[Line], at: usize, _: &[&Range<usize>]) -> Option<Label> {
    let line = speech_line(lines, at)?;
    let (time, from) = begin(draft, line);
    let text = &draft.text[from..line.range.end];
    let brackets = [('[', ']'), ('(', ')')].into_iter().find(|(open, _)| text.starts_with(*open))?;
    let inside = &text[1..];
    let end = inside.find(brackets.1)?;
    let has_speech = !inside[end + 1..].trim().is_empty();
    let label = finish(draft, line, Style::Boxed, from + 1..from + 1 + end, time, from + end + 2)?;
    has_speech.then_some(label)
}

/// The name in bold, then the speech.
fn spaced(draft: &Draft, lines: &[Line], at: usize, strong: &[&Range<usize>]) -> Option<Label> {
    let line = speech_line(lines, at)?;
    let (time, from) = begin(draft, line);
    let range = strong_at(strong, from)?;
    let rest = draft.text.get(range.end..line.range.end)?;
    let is_parted =
        draft.text[range.clone()].ends_with(char::is_whitespace) || rest.starts_with(char::is_whitespace);
    let label = finish(draft, line, Style::Spaced, from..range.end, time, range.end)?;
    (is_parted && !rest.trim().is_empty()).then_some(label)
}

/// `Q. speech`.
fn dotted(draft: &Draft, lines: &[Line], at: usize, _: &[&Range<usize>]) -> Option<Label> {
    let line = speech_line(lines, at)?;
    let (time, from) = begin(draft, line);
    let text = &draft.text[from..line.range.end];
    let end = text.find(['.', ')']).filter(|end| text[..*end].chars().count() <= LONGEST_DOTTED)?;
    let is_parted = text[end + 1..].starts_with(char::is_whitespace);
    let label = finish(draft, line, Style::Dotted, from..from + end, time, from + end + 1)?;
    is_parted.then_some(label)
}

/// The name alone on the first line of a paragraph.
fn above(draft: &Draft, lines: &[Line], at: usize, _: &[&Range<usize>]) -> Option<Label> {
    let line = speech_line(lines, at)?;
    let text = &draft.text[line.range.start + line.marker..line.range.end];
    let goes_on = lines.get(at + 1).is_some_and(|next| !next.begins_paragraph && next.heading.is_none());
    let is_whole = text.ends_with(['.', '?', '!']) || shape::has_colon(text);
    if !line.begins_paragraph || !goes_on || is_whole {
        return None;
    }
    finish(draft, line, Style::Above, line.range.start + line.marker..line.range.end, None, line.range.end)
}

/// The name as a heading.
fn headed(draft: &Draft, lines: &[Line], at: usize, _: &[&Range<usize>]) -> Option<Label> {
    let line = lines.get(at).filter(|line| line.heading.is_some())?;
    finish(draft, line, Style::Headed, line.range.clone(), None, line.range.end)
}

fn speech_line(lines: &[Line], at: usize) -> Option<&Line> {
    lines.get(at).filter(|line| line.heading.is_none())
}

/// A time before a label, and where the label itself begins.
fn begin(draft: &Draft, line: &Line) -> (Option<(Range<usize>, u32)>, usize) {
    let start = line.range.start + line.marker;
    let (time, skipped) = leading_time(&draft.text[start..line.range.end], start);
    (time, start + skipped)
}
