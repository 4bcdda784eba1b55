//! How a label can look on its line.

use std::ops::Range;

use super::line::Line;
use super::name::{LONGEST, can_be_a_name};
use crate::domain::transcript::draft::Draft;
use crate::domain::transcript::timecode;

/// How a file writes its labels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Style {
    /// `**Mme A. :** speech`, the colon inside or outside.
    Bold,
    /// `stark: speech`, `[SPEAKER_00]: speech`, or `Name: 00:00:07` above the speech.
    Plain,
    /// `Jonas Rosland  0:21` or `[00:00:21] - Speaker 1` above the speech.
    Timed,
    /// `[Chercheur]` or `[Chercheur] (0:01 - 0:11)` above the speech.
    Bracketed,
    /// The name alone in bold above the speech.
    Alone,
    /// `Enquêtrice – speech`.
    Dashed,
    /// The name, a tab, the speech.
    Tabbed,
    /// `[Enquêtrice] speech`.
    Boxed,
    /// The name in bold, then the speech, without a colon.
    Spaced,
    /// `Q. speech`.
    Dotted,
    /// The name alone on the first line of a paragraph.
    Above,
    /// The name as a heading.
    Headed,
}

impl Style {
    /// Tells whether such a label has a line of its own.
    pub(super) fn stands_above(self) -> bool {
        matches!(self, Self::Timed | Self::Bracketed | Self::Alone | Self::Above | Self::Headed)
    }
}

/// A label at the start of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Label {
    pub(crate) style: Style,
    /// The name alone, in bytes of the draft.
    pub(crate) name: Range<usize>,
    /// A time of the label line, before or after the name.
    pub(crate) time: Option<(Range<usize>, u32)>,
    /// Where the speech begins on the line.
    pub(crate) speech: usize,
}

/// Blanks that Markdown drops at the ends of a line.
pub(super) const BLANKS: [char; 6] = [' ', '\t', '\u{b}', '\u{c}', '\n', '\r'];

/// `**Name :** …` or `**Name** : …`, perhaps after a time.
pub(super) fn bold(draft: &Draft, line: &Line, strong: &[&Range<usize>]) -> Option<Label> {
    let start = line.range.start + line.marker;
    let text = draft.text.get(start..line.range.end)?;
    let (time, skipped) = leading_time(text, start);
    let at = start + skipped;
    let range = strong_at(strong, at)?;
    if range.end > line.range.end {
        return None;
    }
    let inside = &draft.text[at..range.end];
    let trimmed = inside.trim_end();
    let (name_end, colon, after) = if let Some(name) = trimmed.strip_suffix([':', '：']) {
        (at + name.len(), at + name.len(), at + trimmed.len())
    } else {
        let rest = &draft.text[range.end..line.range.end];
        let blank = rest.len() - rest.trim_start().len();
        let colon = rest[blank..].chars().next().filter(|c| matches!(c, ':' | '：'))?;
        (range.end, range.end + blank, range.end + blank + colon.len_utf8())
    };
    if draft.is_escaped(colon) {
        return None;
    }
    finish(draft, line, Style::Bold, at..name_end, time, after)
}

/// The stretch in bold that begins at a byte.
pub(super) fn strong_at<'a>(strong: &[&'a Range<usize>], at: usize) -> Option<&'a Range<usize>> {
    let index = strong.partition_point(|range| range.start < at);
    strong[index..].iter().take_while(|range| range.start == at).last().copied()
}

/// `Name: speech`, `Name: 00:00:07` or `[00:00:07] Name : speech`.
pub(super) fn plain(draft: &Draft, line: &Line) -> Option<Label> {
    let start = line.range.start + line.marker;
    let text = draft.text.get(start..line.range.end)?;
    let (time, skipped) = leading_time(text, start);
    let at = start + skipped;
    let text = &draft.text[at..line.range.end];
    let (colon, sign) = colon_of(text)?;
    let after = colon + sign.len_utf8();
    if draft.is_escaped(at + colon) || text[after..].starts_with("//") {
        return None;
    }
    let name = match boxed_name(&text[..colon]).filter(|_| draft.is_written) {
        Some(inside) => at + inside.start..at + inside.end,
        None => at..at + colon,
    };
    let label = finish(draft, line, Style::Plain, name, time, at + after)?;
    if label.time.is_some() {
        return Some(label);
    }
    // `Name: 00:00:07` alone on its line is a time of the label, not speech.
    let rest = &draft.text[label.speech..line.range.end];
    match timecode::read_label(rest) {
        Some(seconds) if line_is_bare(rest) => {
            let time = Some((label.speech..line.range.end, seconds));
            Some(Label { time, speech: line.range.end, ..label })
        }
        _ => Some(label),
    }
}

/// The colon that can end a label: one of the first signs, and none of a time.
fn colon_of(text: &str) -> Option<(usize, char)> {
    text.char_indices()
        .take(LONGEST + 24)
        .find(|(index, c)| matches!(c, ':' | '：') && !is_inside_time(text, *index))
}

/// Tells whether a line holds a colon where a label would.
pub(super) fn has_colon(text: &str) -> bool {
    colon_of(text).is_some()
}

/// Where the name stands in `[SPEAKER_00]`.
fn boxed_name(text: &str) -> Option<Range<usize>> {
    let inside = text.trim_end().strip_prefix('[')?.strip_suffix(']')?;
    (!inside.contains(['[', ']'])).then(|| 1..1 + inside.len())
}

fn line_is_bare(rest: &str) -> bool {
    !rest.starts_with(['[', '('])
}

/// `Name  0:21` or `[0:21] - Name`, alone on its line.
pub(super) fn timed(draft: &Draft, line: &Line) -> Option<Label> {
    let start = line.range.start + line.marker;
    let text = draft.text.get(start..line.range.end)?;
    if text.len() > 4 * (LONGEST + 24) || draft.has_escape(start..line.range.end) {
        return None;
    }
    if trailing_time(text.trim_end()).is_some() {
        return finish(draft, line, Style::Timed, start..line.range.end, None, line.range.end);
    }
    let (time, skipped) = leading_time(text, start);
    if time.is_none() || !draft.is_written || has_colon(&text[skipped..]) {
        return None;
    }
    finish(draft, line, Style::Timed, start + skipped..line.range.end, time, line.range.end)
}

/// `[Name]`, perhaps with a time after it, alone on its line.
pub(super) fn bracketed(draft: &Draft, line: &Line) -> Option<Label> {
    let start = line.range.start + line.marker;
    let text = draft.text.get(start..line.range.end)?;
    let inside = text.strip_prefix('[')?;
    let close = inside.find(']')?;
    let rest = &inside[close + 1..];
    let after = rest.trim();
    let time = if after.is_empty() {
        None
    } else {
        let from = line.range.end - rest.trim_start().len();
        Some((from..from + after.len(), timecode::read_label(after)?))
    };
    finish(draft, line, Style::Bracketed, start + 1..start + 1 + close, time, line.range.end)
}

/// A name in bold, alone on its line.
pub(super) fn alone(draft: &Draft, line: &Line, strong: &[&Range<usize>]) -> Option<Label> {
    let start = line.range.start + line.marker;
    let text = draft.text.get(start..line.range.end)?;
    let index = strong.partition_point(|range| range.end < line.range.end);
    let covered = strong.get(index).is_some_and(|range| range.start <= start);
    if !covered || text.len() > 4 * LONGEST || text.ends_with(['.', ',', ';', '…']) {
        return None;
    }
    finish(draft, line, Style::Alone, start..line.range.end, None, line.range.end)
}

/// Reads a time before a label, and how many bytes to skip to the name.
pub(super) fn leading_time(text: &str, start: usize) -> (Option<(Range<usize>, u32)>, usize) {
    let Some((len, seconds)) = timecode::read_at_start(text).filter(|(len, _)| *len < text.len()) else {
        return (None, 0);
    };
    let rest = &text[len..];
    let mut name = rest.trim_start();
    if name.len() == rest.len() {
        return (None, 0);
    }
    // `[00:00:01] - Speaker 1`
    if let Some(after) = name.strip_prefix(['-', '–', '—']).filter(|after| after.starts_with(BLANKS)) {
        name = after.trim_start();
    }
    (Some((start..start + len, seconds)), text.len() - name.len())
}

/// Reads a time at the end of a text, and where it begins; none when all is it.
fn trailing_time(text: &str) -> Option<(usize, u32)> {
    let mut words =
        text.char_indices().rev().filter(|(_, c)| c.is_whitespace()).map(|(at, c)| at + c.len_utf8());
    let last = words.next();
    let before = words.nth(1);
    let opening = match text.chars().next_back()? {
        ')' => text.rfind('('),
        ']' => text.rfind('['),
        '}' => text.rfind('{'),
        _ => None,
    };
    let places = [opening.filter(|at| *at > 0), before, last];
    places.into_iter().flatten().find_map(|at| timecode::read_label(&text[at..]).map(|seconds| (at, seconds)))
}

/// A colon between digits belongs to a time: `Name 00:07: speech`.
fn is_inside_time(text: &str, colon: usize) -> bool {
    let before = text[..colon].chars().next_back().is_some_and(|c| c.is_ascii_digit());
    let after = text[colon..].chars().skip(1).take(2).filter(char::is_ascii_digit).count() == 2;
    before && after
}

/// Trims the name, takes a time off its end, and checks that it can be a name.
pub(super) fn finish(
    draft: &Draft,
    line: &Line,
    style: Style,
    name: Range<usize>,
    mut time: Option<(Range<usize>, u32)>,
    speech: usize,
) -> Option<Label> {
    let mut text = draft.text[name.clone()].trim_end();
    if let Some((cut, seconds)) = trailing_time(text).filter(|_| time.is_none()) {
        time = Some((name.start + cut..name.start + text.len(), seconds));
        text = text[..cut].trim_end();
    }
    let blank = text.len() - text.trim_start().len();
    let name = name.start + blank..name.start + text.len();
    let text = &draft.text[name.clone()];
    if !can_be_a_name(text, style) {
        return None;
    }
    let rest = &draft.text[speech.min(line.range.end)..line.range.end];
    let speech = line.range.end - rest.trim_start_matches(BLANKS).len();
    // A no-break space after the colon belongs to the label's typography.
    let rest = &draft.text[speech..line.range.end];
    let speech = line.range.end - rest.trim_start().len();
    Some(Label { style, name, time, speech })
}
