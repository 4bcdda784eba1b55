//! From a draft and its labels to a version: plain text, turns, speakers, parts and marks.

use std::collections::BTreeMap;
use std::ops::Range;

use super::draft::Draft;
use super::label::{Label, Line};
use super::model::{Mark, MarkKind, Part, Role, Speaker, TranscriptVersion, Turn};
use super::source_map::SourceMap;
use super::stage;
use crate::text::{ByteOffset, Fingerprint, OffsetMap, Span, TextIndex, normalize};

/// A version with its way back, and where each turn's label stands in the source (in bytes).
pub(crate) struct Assembled {
    pub(crate) version: TranscriptVersion,
    pub(crate) map: SourceMap,
    /// Byte of the source where each turn begins, in the order of the turns.
    pub(crate) starts: Vec<usize>,
    /// The label of each turn as written, in the order of the turns.
    pub(crate) labels: Vec<Option<String>>,
}

/// Builds the version of `draft`, whose positions lead to `source`.
pub(crate) fn assemble(draft: &Draft, lines: &[Line], labels: Vec<Option<Label>>, source: &str) -> Assembled {
    let mut builder = Builder::new(draft);
    for (line, label) in lines.iter().zip(labels) {
        builder.line(line, label);
    }
    builder.finish(source)
}

struct RawTurn {
    speaker: Option<usize>,
    label: Option<String>,
    speech: Range<usize>,
    part: Option<usize>,
    /// Byte of the draft.
    start: usize,
}

struct Builder<'a> {
    draft: &'a Draft,
    text: String,
    /// Stretches of the draft as they stand in the text: (text, draft, length), in bytes.
    copies: Vec<(usize, usize, usize)>,
    turns: Vec<RawTurn>,
    parts: Vec<(u8, String, Range<usize>)>,
    speakers: Vec<String>,
    /// Place of each speaker in `speakers`.
    places: BTreeMap<String, usize>,
    /// Times of label lines, in bytes of the text.
    times: Vec<(Range<usize>, u32)>,
    /// Whether the last turn goes on.
    going: bool,
    /// Whether the turn that goes on has words.
    spoken: bool,
}

impl<'a> Builder<'a> {
    fn new(draft: &'a Draft) -> Self {
        Self {
            draft,
            text: String::with_capacity(draft.text.len() + draft.text.len() / 16),
            copies: Vec::new(),
            turns: Vec::new(),
            parts: Vec::new(),
            speakers: Vec::new(),
            places: BTreeMap::new(),
            times: Vec::new(),
            going: false,
            spoken: false,
        }
    }

    fn line(&mut self, line: &Line, label: Option<Label>) {
        if let Some(label) = label {
            self.label(line, &label);
        } else if let Some(level) = line.heading {
            self.heading(level, line);
        } else {
            self.speech(line.range.clone(), line.begins_paragraph);
        }
    }

    fn copy(&mut self, range: Range<usize>) -> Range<usize> {
        let start = self.text.len();
        self.copies.push((start, range.start, range.len()));
        self.text.push_str(&self.draft.text[range]);
        start..self.text.len()
    }

    fn separate(&mut self) {
        let kept = self.text.trim_end_matches(' ').len();
        self.text.truncate(kept);
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
    }

    fn heading(&mut self, level: u8, line: &Line) {
        self.going = false;
        self.separate();
        let range = self.copy(line.range.clone());
        self.parts.push((level, self.text[range.clone()].to_owned(), range));
    }

    fn label(&mut self, line: &Line, label: &Label) {
        self.separate();
        let name = normalize(&self.draft.text[label.name.clone()]).text;
        let speaker = *self.places.entry(name.clone()).or_insert_with(|| {
            self.speakers.push(name.clone());
            self.speakers.len() - 1
        });
        let before = label.time.as_ref().filter(|(range, _)| range.start < label.name.start);
        let after = label.time.as_ref().filter(|(range, _)| range.start >= label.name.end);
        if let Some((range, seconds)) = before {
            let range = self.copy(range.clone());
            self.times.push((range, *seconds));
            self.text.push(' ');
        }
        self.copy(label.name.clone());
        if let Some((range, seconds)) = after {
            self.text.push(' ');
            let range = self.copy(range.clone());
            self.times.push((range, *seconds));
        }
        self.text.push_str(" : ");
        let start = self.text.len();
        self.turns.push(RawTurn {
            speaker: Some(speaker),
            label: Some(name),
            speech: start..start,
            part: self.parts.len().checked_sub(1),
            start: line.range.start,
        });
        self.going = true;
        self.spoken = false;
        if label.speech < line.range.end {
            self.speech(label.speech..line.range.end, false);
        }
    }

    fn speech(&mut self, range: Range<usize>, begins_paragraph: bool) {
        if !self.going {
            // Words under a heading go on with the one who spoke before it.
            self.separate();
            let start = self.text.len();
            self.turns.push(RawTurn {
                speaker: self.turns.last().and_then(|turn| turn.speaker),
                label: None,
                speech: start..start,
                part: self.parts.len().checked_sub(1),
                start: range.start,
            });
            self.going = true;
        } else if self.spoken {
            self.text.push_str(if begins_paragraph { "\n\n" } else { "\n" });
        }
        self.spoken = true;
        let written = self.copy(range);
        if let Some(turn) = self.turns.last_mut() {
            turn.speech.end = written.end;
        }
    }

    fn finish(mut self, source: &str) -> Assembled {
        let kept = self.text.trim_end_matches(' ').len();
        self.text.truncate(kept);
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        for turn in &mut self.turns {
            // An empty speech stands where its label's blank was cut.
            turn.speech.start = turn.speech.start.min(self.text.len());
            turn.speech.end = turn.speech.end.min(self.text.len());
            if turn.speech.is_empty() && turn.label.is_some() && turn.speech.start > 0 {
                turn.speech.start -= usize::from(!self.text[..turn.speech.start].ends_with(':'));
                turn.speech.end = turn.speech.start;
            }
        }
        let index = TextIndex::new(&self.text);
        let source_index = TextIndex::new(source);
        let span = |range: &Range<usize>| Span {
            start: index.char_of(ByteOffset(range.start)),
            end: index.char_of(ByteOffset(range.end)),
        };
        let mut marks = self.marks();
        marks.extend(
            self.times
                .iter()
                .map(|(range, seconds)| (range.clone(), MarkKind::Timecode { seconds: *seconds })),
        );
        for turn in &self.turns {
            let found = stage::find(&self.text[turn.speech.clone()]);
            let at = turn.speech.start;
            marks.extend(found.into_iter().map(|(range, kind)| (range.start + at..range.end + at, kind)));
        }
        let mut marks: Vec<Mark> =
            marks.into_iter().map(|(range, kind)| Mark { span: span(&range), kind }).collect();
        sort_marks(&mut marks);
        let map = self.map(&index, &source_index);
        let turns = self.turns.iter().zip(1..).map(|(turn, number)| Turn {
            number,
            speaker: turn.speaker,
            speech: span(&turn.speech),
            part: turn.part,
            line: source_index.line_column(ByteOffset(self.draft.source_of(turn.start))).0,
        });
        let version = TranscriptVersion {
            number: 1,
            fingerprint: Fingerprint::of(source.as_bytes()),
            speakers: self
                .speakers
                .iter()
                .map(|label| Speaker { label: label.clone(), role: Role::Respondent })
                .collect(),
            turns: turns.collect(),
            parts: self
                .parts
                .iter()
                .map(|(level, title, range)| Part {
                    level: *level,
                    title: normalize(title).text,
                    span: span(range),
                })
                .collect(),
            marks,
            text: String::new(),
        };
        let starts = self.turns.iter().map(|turn| self.draft.source_of(turn.start));
        // The place of a label is that of its emphasis.
        let starts =
            starts.map(|byte| source[..byte].trim_end_matches(['*', '_', '\\', '[']).len()).collect();
        let labels = self.turns.iter().map(|turn| turn.label.clone()).collect();
        drop(index);
        let (version, map) = compose(TranscriptVersion { text: self.text, ..version }, map);
        Assembled { version, map, starts, labels }
    }

    /// Carries the draft's marks to the text: only on speech and headings, cut where a turn ends.
    fn marks(&self) -> Vec<(Range<usize>, MarkKind)> {
        let mut places: Vec<Range<usize>> = self.turns.iter().map(|turn| turn.speech.clone()).collect();
        places.extend(self.parts.iter().map(|(_, _, range)| range.clone()));
        places.sort_by_key(|range| range.start);
        let mut marks = Vec::new();
        for (range, kind) in &self.draft.marks {
            let Some(range) = self.text_range(range) else { continue };
            let first = places.partition_point(|place| place.end <= range.start);
            for place in &places[first..] {
                if place.start >= range.end {
                    break;
                }
                let part = range.start.max(place.start)..range.end.min(place.end);
                // An entity can spell a line break, and so put a mark across two paragraphs.
                let mut at = part.start;
                for words in self.text[part].split("\n\n") {
                    let from = at + words.len() - words.trim_start().len();
                    let to = at + words.trim_end().len();
                    if from < to {
                        marks.push((from..to, kind.clone()));
                    }
                    at += words.len() + 2;
                }
            }
        }
        marks
    }

    /// Returns where the kept bytes of a draft range stand in the text.
    fn text_range(&self, range: &Range<usize>) -> Option<Range<usize>> {
        let first = self.copies.partition_point(|(_, draft, len)| draft + len <= range.start);
        let after = self.copies.partition_point(|(_, draft, _)| *draft < range.end);
        let (head, tail) = (self.copies.get(first)?, self.copies.get(after.checked_sub(1)?)?);
        let from = head.0 + range.start.saturating_sub(head.1);
        let to = tail.0 + (range.end - tail.1).min(tail.2);
        (first < after && from < to).then_some(from..to)
    }

    /// Chains text to draft to source, in scalar values.
    fn map(&self, index: &TextIndex<'_>, source: &TextIndex<'_>) -> SourceMap {
        let mut map = OffsetMap::default();
        let mut next = 0;
        for (text, draft, len) in &self.copies {
            while self.draft.pieces.get(next).is_some_and(|piece| piece.draft + piece.len <= *draft) {
                next += 1;
            }
            for piece in &self.draft.pieces[next..] {
                let from = piece.draft.max(*draft);
                let to = (piece.draft + piece.len).min(draft + len);
                if from >= to {
                    break;
                }
                let (plain, end) = (text + from - draft, text + to - draft);
                let start = index.char_of(ByteOffset(plain)).0;
                map.push(
                    start,
                    source.char_of(ByteOffset(piece.source + from - piece.draft)).0,
                    index.char_of(ByteOffset(end)).0 - start,
                );
            }
        }
        map
    }
}

/// Orders marks by start, longer ones first, without repetition.
pub(crate) fn sort_marks(marks: &mut Vec<Mark>) {
    marks.sort_by(|one, other| {
        let key = |mark: &Mark| (mark.span.start, std::cmp::Reverse(mark.span.end), rank(&mark.kind));
        key(one).cmp(&key(other)).then_with(|| address(&one.kind).cmp(address(&other.kind)))
    });
    marks.dedup();
}

fn rank(kind: &MarkKind) -> u8 {
    match kind {
        MarkKind::Link { .. } => 0,
        MarkKind::Strong => 1,
        MarkKind::Emphasis => 2,
        MarkKind::Timecode { .. } => 3,
        MarkKind::StageDirection => 4,
    }
}

fn address(kind: &MarkKind) -> &str {
    match kind {
        MarkKind::Link { address } => address,
        _ => "",
    }
}

/// Composes a text that entities or removed markup left decomposed; nearly never anything to do.
fn compose(mut version: TranscriptVersion, map: SourceMap) -> (TranscriptVersion, SourceMap) {
    if unicode_normalization::is_nfc(&version.text) {
        return (version, map);
    }
    let composed = normalize(&version.text);
    let moved =
        |span: Span| Span { start: composed.map.plain_of(span.start), end: composed.map.plain_of(span.end) };
    version.turns.iter_mut().for_each(|turn| turn.speech = moved(turn.speech));
    version.parts.iter_mut().for_each(|part| part.span = moved(part.span));
    version.marks.iter_mut().for_each(|mark| mark.span = moved(mark.span));
    // A mark can have lost all it held to the character before it.
    version.marks.retain(|mark| !mark.span.is_empty());
    sort_marks(&mut version.marks);
    let map = composed.map.through(&map);
    version.text = composed.text;
    (version, map)
}
