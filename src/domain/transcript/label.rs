//! Who speaks: the labels of a transcript, in the style that its file mostly uses.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::draft::Draft;
use super::model::MarkKind;
use super::timecode;

/// How a file writes its labels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Style {
    /// `**Mme A. :** speech`, the colon inside or outside.
    Bold,
    /// `stark: speech`, or `Name: 00:00:07` above the speech.
    Plain,
    /// `Jonas Rosland  0:21` above the speech.
    Timed,
    /// `[Chercheur]` or `[Chercheur] (0:01 - 0:11)` above the speech.
    Bracketed,
    /// The name alone in bold above the speech.
    Alone,
}

impl Style {
    /// Tells whether such a label has a line of its own.
    fn stands_above(self) -> bool {
        matches!(self, Self::Timed | Self::Bracketed | Self::Alone)
    }
}

/// A line of the draft: what may begin with a label.
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

/// Longest label, in scalar values and in words.
const LONGEST: usize = 60;
const MOST_WORDS: usize = 6;
/// Words of a label in brackets at most: `[Interruption de plusieurs personnes]` is an event.
const MOST_BRACKETED: usize = 3;

/// Blanks that Markdown drops at the ends of a line.
pub(crate) const BLANKS: [char; 6] = [' ', '\t', '\u{b}', '\u{c}', '\n', '\r'];

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
                lines.push(Line { range: from..to, marker, begins_paragraph, heading: block.heading });
                begins_paragraph = false;
            } else {
                begins_paragraph = true;
            }
            start += text.len();
        }
    }
    lines
}

/// Finds the label of each line in the style that the file mostly uses; `known` are names that the
/// front matter or the study gives.
pub(crate) fn find(draft: &Draft, lines: &[Line], known: &[String]) -> Vec<Option<Label>> {
    let known: BTreeSet<String> = known.iter().map(|name| plain_name(name)).collect();
    let strong = strong_marks(draft);
    let candidates: Vec<[Option<Label>; 5]> = lines
        .iter()
        .map(|line| {
            if line.heading.is_some() {
                return [None, None, None, None, None];
            }
            [
                bold(draft, line, &strong),
                plain(draft, line),
                timed(draft, line),
                bracketed(draft, line),
                alone(draft, line, &strong),
            ]
        })
        .collect();
    let mut best: (usize, Vec<Option<Label>>) = (0, vec![None; lines.len()]);
    for style in 0..5 {
        let of_style = candidates.iter().map(|of_line| of_line[style].clone()).collect();
        let labels = accept(draft, lines, of_style, &known);
        let count = labels.iter().flatten().count();
        if count > best.0 {
            best = (count, labels);
        }
    }
    best.1
}

/// Lists what stands before a colon at the start of a paragraph, looks like a name and was not taken
/// for a label, in a file that has labels.
pub(crate) fn refused(draft: &Draft, lines: &[Line], labels: &[Option<Label>]) -> Vec<Range<usize>> {
    let Some(style) = labels.iter().flatten().map(|label| label.style).next() else { return Vec::new() };
    if style != Style::Plain {
        return Vec::new();
    }
    let doubtful = lines.iter().zip(labels).filter(|(line, label)| label.is_none() && line.begins_paragraph);
    doubtful
        .filter(|(line, _)| line.heading.is_none())
        .filter_map(|(line, _)| plain(draft, line))
        .map(|label| label.name)
        .filter(|name| draft.text[name.clone()].split_whitespace().count() <= 3)
        .collect()
}

/// Tells whether a line begins with a label in bold.
pub(crate) fn is_bold(draft: &Draft, line: &Line) -> bool {
    bold(draft, line, &strong_marks(draft)).is_some()
}

fn strong_marks(draft: &Draft) -> Vec<&Range<usize>> {
    let strong = draft.marks.iter().filter(|(_, kind)| *kind == MarkKind::Strong);
    let mut strong: Vec<&Range<usize>> = strong.map(|(range, _)| range).collect();
    strong.sort_by_key(|range| range.start);
    strong
}

/// Keeps the candidates that are labels: bold ones are; the others must recur, be known, or differ
/// by one letter from one that recurs.
fn accept(
    draft: &Draft,
    lines: &[Line],
    candidates: Vec<Option<Label>>,
    known: &BTreeSet<String>,
) -> Vec<Option<Label>> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for label in candidates.iter().flatten() {
        *counts.entry(plain_name(&draft.text[label.name.clone()])).or_default() += 1;
    }
    let is_label = |name: &str| counts.get(name).is_some_and(|count| *count > 1) || known.contains(name);
    let recurring: Vec<&String> = counts.keys().filter(|name| is_label(name)).collect();
    let accepted: BTreeSet<&String> = counts
        .keys()
        .filter(|name| is_label(name) || recurring.iter().take(32).any(|other| differ_by_one(name, other)))
        .collect();
    candidates
        .into_iter()
        .zip(lines)
        .map(|(label, line)| {
            label.filter(|label| {
                label.style == Style::Bold
                    || (accepted.contains(&plain_name(&draft.text[label.name.clone()]))
                        && (line.begins_paragraph || label.style.stands_above() || !lonely(&recurring)))
            })
        })
        .collect()
}

/// A single recurring word before a colon inside paragraphs is more likely a turn of phrase.
fn lonely(recurring: &[&String]) -> bool {
    recurring.len() < 2
}

/// `**Name :** …` or `**Name** : …`, perhaps after a time.
fn bold(draft: &Draft, line: &Line, strong: &[&Range<usize>]) -> Option<Label> {
    let start = line.range.start + line.marker;
    let text = draft.text.get(start..line.range.end)?;
    let (time, skipped) = leading_time(text, start);
    let at = start + skipped;
    let index = strong.partition_point(|range| range.start < at);
    let range = strong[index..].iter().take_while(|range| range.start == at).last()?;
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

/// `Name: speech`, `Name: 00:00:07` or `[00:00:07] Name : speech`.
fn plain(draft: &Draft, line: &Line) -> Option<Label> {
    let start = line.range.start + line.marker;
    let text = draft.text.get(start..line.range.end)?;
    let (time, skipped) = leading_time(text, start);
    let at = start + skipped;
    let text = &draft.text[at..line.range.end];
    // A label is short: no need to look for its colon any further.
    let colon = text
        .char_indices()
        .take(LONGEST + 24)
        .find(|(index, c)| matches!(c, ':' | '：') && !is_inside_time(text, *index));
    let (colon, sign) = colon?;
    let after = colon + sign.len_utf8();
    if draft.is_escaped(at + colon) || text[after..].starts_with("//") {
        return None;
    }
    let label = finish(draft, line, Style::Plain, at..at + colon, time, at + after)?;
    if label.time.is_some() {
        return Some(label);
    }
    // `Name: 00:00:07` alone on its line is a time of the label, not speech.
    let rest = &draft.text[label.speech..line.range.end];
    match timecode::read_wrapped(rest) {
        Some(seconds) if line_is_bare(rest) => {
            let time = Some((label.speech..line.range.end, seconds));
            Some(Label { time, speech: line.range.end, ..label })
        }
        _ => Some(label),
    }
}

fn line_is_bare(rest: &str) -> bool {
    !rest.starts_with(['[', '('])
}

/// `Name  0:21`, alone on its line.
fn timed(draft: &Draft, line: &Line) -> Option<Label> {
    let start = line.range.start + line.marker;
    let text = draft.text.get(start..line.range.end)?;
    if text.len() > 4 * (LONGEST + 24) || draft.has_escape(start..line.range.end) {
        return None;
    }
    timecode::read_wrapped(&text[last_word(text.trim_end())?..])?;
    finish(draft, line, Style::Timed, start..line.range.end, None, line.range.end)
}

/// `[Name]`, perhaps with a time after it, alone on its line.
fn bracketed(draft: &Draft, line: &Line) -> Option<Label> {
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
        Some((from..from + after.len(), timecode::read_wrapped(after)?))
    };
    finish(draft, line, Style::Bracketed, start + 1..start + 1 + close, time, line.range.end)
}

/// A name in bold, alone on its line.
fn alone(draft: &Draft, line: &Line, strong: &[&Range<usize>]) -> Option<Label> {
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
fn leading_time(text: &str, start: usize) -> (Option<(Range<usize>, u32)>, usize) {
    let word = text.split(BLANKS).next().unwrap_or_default();
    match timecode::read_wrapped(word) {
        Some(seconds) if word.len() < text.len() => {
            let rest = &text[word.len()..];
            let blank = rest.len() - rest.trim_start().len();
            (Some((start..start + word.len(), seconds)), word.len() + blank)
        }
        _ => (None, 0),
    }
}

/// A colon between digits belongs to a time: `Name 00:07: speech`.
fn is_inside_time(text: &str, colon: usize) -> bool {
    let before = text[..colon].chars().next_back().is_some_and(|c| c.is_ascii_digit());
    let after = text[colon..].chars().skip(1).take(2).filter(char::is_ascii_digit).count() == 2;
    before && after
}

/// Trims the name, takes a time off its end, and checks that it can be a name.
fn finish(
    draft: &Draft,
    line: &Line,
    style: Style,
    name: Range<usize>,
    mut time: Option<(Range<usize>, u32)>,
    speech: usize,
) -> Option<Label> {
    let mut text = draft.text[name.clone()].trim_end();
    if let Some(cut) = last_word(text).filter(|_| time.is_none())
        && let Some(seconds) = timecode::read_wrapped(&text[cut..])
    {
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

/// Returns where the last word begins, or what stands in brackets at the end; none when all is it.
fn last_word(text: &str) -> Option<usize> {
    let opening = match text.chars().next_back()? {
        ')' => text.rfind('('),
        ']' => text.rfind('['),
        _ => None,
    };
    let word = text.char_indices().rev().find(|(_, c)| c.is_whitespace());
    opening.filter(|at| *at > 0).or_else(|| word.map(|(at, c)| at + c.len_utf8()))
}

fn can_be_a_name(text: &str, style: Style) -> bool {
    let words = text.split_whitespace().count();
    if text.is_empty() || text.chars().count() > LONGEST || text.contains('\n') {
        return false;
    }
    if !text.chars().any(char::is_alphanumeric) {
        return false;
    }
    if style == Style::Bold {
        return words <= 2 * MOST_WORDS;
    }
    if text.starts_with(['[', '(']) || (style == Style::Bracketed && words > MOST_BRACKETED) {
        return false;
    }
    let punctuated = text.contains(['?', '!', ';', '…', '«', '»', '"', '<', '>', '`', ':', '/', '='])
        // A full stop inside a name closes an abbreviation: `M. B.`, `St. John`.
        || text.split_whitespace().any(|word| word.ends_with(',') || (word.ends_with('.') && word.chars().count() > 4));
    words <= MOST_WORDS && !punctuated && text.chars().any(char::is_alphabetic)
}

/// Puts a name in lower case without accents, for comparison.
pub(crate) fn plain_name(text: &str) -> String {
    let lower = text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
    lower.map(|c| if c == '’' { '\'' } else { c }).collect()
}

/// Tells whether two texts differ by exactly one letter: changed, added or left out.
pub(crate) fn differ_by_one(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    if long.len() - short.len() > 1 {
        return false;
    }
    let same = short.iter().zip(&long).take_while(|(a, b)| a == b).count();
    let skip = usize::from(short.len() == long.len());
    same < long.len() && short.get(same + skip..).unwrap_or_default() == &long[same + 1..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_letter_apart_is_one_edit() {
        assert!(differ_by_one("enqueteur", "enqueteurs"));
        assert!(differ_by_one("mme a.", "mme b."));
        assert!(differ_by_one("", "a"));
        assert!(!differ_by_one("mme a.", "mme a."));
        assert!(!differ_by_one("m. a.", "mme a."));
        assert!(!differ_by_one("ab", "ba"));
    }

    #[test]
    fn plain_names_forget_case_and_accents() {
        assert_eq!(plain_name("Enquêtrice"), "enquetrice");
        assert_eq!(plain_name("L’Évènement"), "l'evenement");
    }
}
