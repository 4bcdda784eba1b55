//! A version changed stretch by stretch: what stands after a change moves, all else stays.

use super::model::CorrectionError;
use crate::domain::transcript::assemble::sort_marks;
use crate::domain::transcript::model::{Mark, MarkKind, Role, Speaker, TranscriptVersion, Turn};
use crate::domain::transcript::stage;
use crate::text::alignment::Alignment;
use crate::text::{ByteOffset, CharOffset, Span, TextIndex};

/// A version being changed.
pub(super) struct Edit {
    version: TranscriptVersion,
    /// The label written before each turn; none for words that go on under a heading.
    labels: Vec<Option<String>>,
    /// Labels of the speakers, by the numbers that turns had at first.
    voices: Vec<Option<String>>,
}

impl Edit {
    pub(super) fn new(version: TranscriptVersion) -> Self {
        let voices: Vec<Option<String>> =
            version.turns.iter().map(|turn| turn.speaker.map(|_| version.label(turn).to_owned())).collect();
        let index = TextIndex::new(&version.text);
        let is_labelled = |place: usize| !header(&version, &index, place).is_empty();
        let labels =
            voices.iter().enumerate().map(|(place, voice)| voice.clone().filter(|_| is_labelled(place)));
        Self { labels: labels.collect(), voices, version }
    }

    fn slice(&self, span: Span) -> String {
        TextIndex::new(&self.version.text).slice(span).to_owned()
    }

    /// Replaces a stretch of the text: what stands after it moves, marks that touch it are dropped.
    fn splice(&mut self, at: Span, with: &str) {
        let index = TextIndex::new(&self.version.text);
        let (from, to) = (index.byte_of(at.start).0, index.byte_of(at.end).0);
        drop(index);
        self.version.text.replace_range(from..to, with);
        let added = with.chars().count();
        let moved = |offset: CharOffset| {
            if offset >= at.end { CharOffset(offset.0 - at.len() + added) } else { offset.min(at.start) }
        };
        let shift = |span: Span| Span { start: moved(span.start), end: moved(span.end) };
        self.version.marks.retain(|mark| mark.span.end <= at.start || mark.span.start >= at.end);
        for mark in self.version.marks.iter_mut().filter(|mark| mark.span.start >= at.end) {
            mark.span = shift(mark.span);
        }
        for part in self.version.parts.iter_mut().filter(|part| part.span.start >= at.end) {
            part.span = shift(part.span);
        }
        for turn in &mut self.version.turns {
            if turn.speech.end.0 > at.start.0 || turn.speech.start >= at.end {
                turn.speech = shift(turn.speech);
            }
        }
    }

    /// Puts other words in a turn's mouth; emphasis follows the words that stay.
    pub(super) fn say(&mut self, place: usize, words: &str) -> Result<(), CorrectionError> {
        let speech = self.version.turns[place].speech;
        let before = self.slice(speech);
        if before == words {
            return Ok(());
        }
        if words.is_empty() && self.labels[place].is_none() {
            return Err(CorrectionError::NoWords);
        }
        let alignment = Alignment::new(&before, words);
        let kept = self.take_emphasis(speech);
        let (from, start) = (speech.start.0, speech.start.0);
        // The blank between colon and words goes with the words.
        let (at, with, start) = if before.is_empty() {
            (speech, format!(" {words}"), start + 1)
        } else if words.is_empty() {
            (Span::new(from.saturating_sub(1), speech.end.0), String::new(), from.saturating_sub(1))
        } else {
            (speech, words.to_owned(), start)
        };
        self.splice(at, &with);
        let speech = Span::new(start, start + words.chars().count());
        self.version.turns[place].speech = speech;
        for mark in kept {
            let inside = Span::new(mark.span.start.0 - from, mark.span.end.0 - from);
            let followed = alignment.follow(inside).span;
            self.emphasise(Span::new(followed.start.0 + start, followed.end.0 + start), &mark.kind);
        }
        self.find_directions(place);
        Ok(())
    }

    /// Takes the marks of the source off a stretch.
    fn take_emphasis(&mut self, span: Span) -> Vec<Mark> {
        let inside = |mark: &mut Mark| {
            span.covers(mark.span)
                && !matches!(mark.kind, MarkKind::Timecode { .. } | MarkKind::StageDirection)
        };
        self.version.marks.extract_if(.., inside).collect()
    }

    /// Marks a stretch paragraph by paragraph, without the blanks at its ends.
    fn emphasise(&mut self, span: Span, kind: &MarkKind) {
        let words = self.slice(span);
        let mut at = span.start.0;
        for paragraph in words.split("\n\n") {
            let from = at + paragraph.chars().take_while(|letter| letter.is_whitespace()).count();
            let len = paragraph.trim().chars().count();
            if len > 0 {
                self.version.marks.push(Mark { span: Span::new(from, from + len), kind: kind.clone() });
            }
            at += paragraph.chars().count() + 2;
        }
    }

    /// Finds the times and stage directions of a turn's words again.
    fn find_directions(&mut self, place: usize) {
        let speech = self.version.turns[place].speech;
        self.version.marks.retain(|mark| {
            !speech.covers(mark.span)
                || !matches!(mark.kind, MarkKind::Timecode { .. } | MarkKind::StageDirection)
        });
        let words = self.slice(speech);
        let index = TextIndex::new(&words);
        let at = |byte: usize| speech.start.0 + index.char_of(ByteOffset(byte)).0;
        let found = stage::find(&words).into_iter();
        let found: Vec<Mark> = found
            .map(|(range, kind)| Mark { span: Span::new(at(range.start), at(range.end)), kind })
            .collect();
        self.version.marks.extend(found);
    }

    /// Writes another label before a turn; those who go on under headings after it follow.
    pub(super) fn name(&mut self, place: usize, label: &str) -> Result<(), CorrectionError> {
        let label = tidy_label(label)?;
        if self.voices[place].as_ref() == Some(&label) {
            return Ok(());
        }
        let header = header(&self.version, &TextIndex::new(&self.version.text), place);
        match self.labels[place].clone() {
            None => self.splice(Span::new(header.end.0, header.end.0), &format!("{label} : ")),
            Some(old) => {
                let written = self.slice(header);
                let found = written.find(&old).map(|byte| written[..byte].chars().count());
                let (from, len) =
                    found.map_or((0, header.len().saturating_sub(3)), |from| (from, old.chars().count()));
                let from = header.start.0 + from;
                self.splice(Span::new(from, from + len), &label);
            }
        }
        self.labels[place] = Some(label);
        self.spread();
        Ok(())
    }

    /// Writes another label before a turn that has one of its own; the others follow theirs.
    pub(super) fn rename(&mut self, place: usize, label: &str) -> Result<(), CorrectionError> {
        if self.labels[place].is_none() { Ok(()) } else { self.name(place, label) }
    }

    /// Says again who speaks in each turn, by the labels written.
    fn spread(&mut self) {
        let mut voice = None;
        self.voices = self
            .labels
            .iter()
            .map(|label| {
                voice = label.clone().or_else(|| voice.clone());
                voice.clone()
            })
            .collect();
    }

    /// Begins a new turn inside a turn's words.
    pub(super) fn split(
        &mut self,
        place: usize,
        at: CharOffset,
        speaker: Option<&str>,
    ) -> Result<(), CorrectionError> {
        let turn = self.version.turns[place].clone();
        let words = self.slice(turn.speech);
        let byte = TextIndex::new(&words).byte_of(at).0;
        let (left, right) = (words[..byte].trim_end(), words[byte..].trim_start());
        if left.trim().is_empty() || right.is_empty() {
            return Err(CorrectionError::SplitOutside { at: at.0, len: turn.speech.len() });
        }
        let label = match speaker {
            Some(speaker) => tidy_label(speaker)?,
            None => self.voices[place].clone().ok_or(CorrectionError::NoLabel)?,
        };
        let start = turn.speech.start.0;
        let (left, right) = (left.chars().count(), right.chars().count());
        let gap = Span::new(start + left, turn.speech.end.0 - right);
        let kept = self.take_emphasis(turn.speech);
        let between = format!("\n\n{label} : ");
        self.splice(gap, &between);
        let next = start + left + between.chars().count();
        self.version.turns[place].speech = Span::new(start, start + left);
        let cut_off = Turn { speech: Span::new(next, next + right), ..turn };
        self.version.turns.insert(place + 1, cut_off);
        self.labels.insert(place + 1, Some(label));
        self.spread();
        for mark in kept {
            if let Some(before) = mark.span.intersection(Span::new(start, start + left)) {
                self.emphasise(before, &mark.kind);
            }
            if mark.span.end > gap.end {
                let from = mark.span.start.max(gap.end).0 - gap.end.0 + next;
                self.emphasise(Span::new(from, mark.span.end.0 - gap.end.0 + next), &mark.kind);
            }
        }
        self.find_directions(place);
        self.find_directions(place + 1);
        Ok(())
    }

    /// Joins a turn to the one before, a time of its label among the words.
    pub(super) fn merge(&mut self, place: usize) -> Result<(), CorrectionError> {
        let Some(before) = place.checked_sub(1) else { return Err(CorrectionError::NothingBefore) };
        let (first, second) = (self.version.turns[before].speech, self.version.turns[place].speech);
        let between = Span { start: first.end, end: second.start };
        if self.version.parts.iter().any(|part| between.covers(part.span)) {
            return Err(CorrectionError::HeadingBetween);
        }
        let times = self.version.marks.iter().filter(|mark| between.covers(mark.span));
        let mut joint = String::new();
        for time in times.map(|mark| self.slice(mark.span)) {
            let time = if time.starts_with(['[', '(']) { time } else { format!("[{time}]") };
            joint.push_str(&format!(" {time}"));
        }
        if !second.is_empty() {
            joint.push(' ');
        }
        self.splice(between, &joint);
        let joined = &mut self.version.turns;
        let end = joined[place].speech.end.0;
        // The blank after a label without words stood nowhere, and is not of the words.
        let start = first.start.0 + usize::from(first.is_empty() && !joint.is_empty());
        joined[before].speech = Span::new(start.min(end), end);
        joined.remove(place);
        self.labels.remove(place);
        self.spread();
        self.find_directions(before);
        Ok(())
    }

    /// Numbers the turns, lists the speakers in the order of first speech, orders the marks.
    pub(super) fn finish(mut self) -> TranscriptVersion {
        let mut speakers: Vec<Speaker> = Vec::new();
        for (place, turn) in self.version.turns.iter_mut().enumerate() {
            turn.number = u32::try_from(place + 1).unwrap_or(u32::MAX);
            turn.speaker = self.voices[place].take().map(|label| {
                speakers.iter().position(|known| known.label == label).unwrap_or_else(|| {
                    speakers.push(Speaker { label, role: Role::default() });
                    speakers.len() - 1
                })
            });
        }
        for speaker in &mut speakers {
            let known = self.version.speakers.iter().find(|known| known.label == speaker.label);
            speaker.role = known.map(|known| known.role).unwrap_or_default();
        }
        self.version.speakers = speakers;
        sort_marks(&mut self.version.marks);
        self.version
    }
}

/// Returns where a turn's label stands, up to its words; empty where it has none.
fn header(version: &TranscriptVersion, index: &TextIndex<'_>, place: usize) -> Span {
    let start = version.turns[place].speech.start.0;
    let before = place.checked_sub(1).map_or(0, |before| version.turns[before].speech.end.0);
    let parts = version.parts.iter().map(|part| part.span.end.0);
    let from = parts.filter(|end| *end <= start).fold(before, usize::max);
    let header = index.slice(Span::new(from, start));
    let blanks = header.chars().take_while(|letter| *letter == '\n').count();
    Span::new((from + blanks).min(start), start)
}

/// Writes a label as it stands in the text: one line, without a colon after it.
fn tidy_label(label: &str) -> Result<String, CorrectionError> {
    let label = super::apply::tidy(label).replace('\n', " ");
    let label = label.trim_end_matches([':', ' ', '\u{a0}', '\u{202f}']).to_owned();
    if label.is_empty() { Err(CorrectionError::NoLabel) } else { Ok(label) }
}
