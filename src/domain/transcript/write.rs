//! A transcript written in Markdown, so that it reads back the same.

use super::draft;
use super::label;
use super::markdown::parse;
use super::model::{Mark, MarkKind, Transcript, TranscriptVersion, Turn};
use super::role::Roles;
use crate::domain::escape;
use crate::domain::front_matter;
use crate::text::{CharOffset, Span, TextIndex};

/// How much is done so that nothing reads otherwise than it is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Care {
    /// Only what needs it is escaped; emphasis is `*`.
    Plain,
    /// Colons are escaped too, so that no words are taken for a label.
    Colons,
    /// Every sign is escaped; marks are HTML tags.
    Full,
}

/// Writes a transcript in the notation that `parse` reads.
///
/// Labels are in bold, a time of the label line stays beside its label. Roles that came from the
/// study's settings, not from the transcript, are not written.
pub fn write(transcript: &Transcript) -> String {
    let written = write_with(transcript, Care::Plain);
    let again = parse(&transcript.path, &written, &Roles::default());
    if again.transcript.is_some_and(|again| same(&again.version, &transcript.version)) {
        return written;
    }
    write_with(transcript, Care::Colons)
}

/// Tells whether two versions say the same, wherever their lines stand and whatever their roles.
pub(super) fn same(one: &TranscriptVersion, other: &TranscriptVersion) -> bool {
    let turn = |turn: &Turn| (turn.speaker, turn.speech);
    one.text == other.text
        && one.marks == other.marks
        && one.turns.iter().map(turn).eq(other.turns.iter().map(turn))
        && one.parts == other.parts
}

fn write_with(transcript: &Transcript, care: Care) -> String {
    let mut keys = vec![("id", transcript.id.as_str())];
    if transcript.title != transcript.id.as_str() {
        keys.push(("title", &transcript.title));
    }
    keys.extend(transcript.attributes.iter().map(|(key, value)| (key.as_str(), value.as_str())));
    let mut writer = Writer {
        version: &transcript.version,
        index: TextIndex::new(&transcript.version.text),
        care,
        text: front_matter::write(keys),
        next_mark: 0,
        end: 0,
    };
    writer.blocks();
    writer.text
}

struct Writer<'a> {
    version: &'a TranscriptVersion,
    index: TextIndex<'a>,
    care: Care,
    text: String,
    /// The first mark that has not been passed.
    next_mark: usize,
    /// Where the last block ends in the plain text.
    end: usize,
}

impl Writer<'_> {
    fn blocks(&mut self) {
        let mut parts = self.version.parts.iter().peekable();
        for turn in &self.version.turns {
            while let Some(part) = parts.next_if(|part| part.span.start < turn.speech.start) {
                self.heading(part.level, part.span);
            }
            self.turn(turn);
        }
        for part in parts {
            self.heading(part.level, part.span);
        }
    }

    fn heading(&mut self, level: u8, span: Span) {
        let marks = self.marks_of(span);
        let sharp = "#".repeat(usize::from(level.clamp(1, 6)));
        let title = self.paragraph(span, &marks, true, false);
        self.text.push_str(&format!("\n{sharp} {title}\n"));
        self.end = span.end.0;
    }

    fn turn(&mut self, turn: &Turn) {
        let header = Span::new(self.end, turn.speech.start.0);
        let header = self.index.slice(header).trim().trim_end_matches(':').trim_end();
        self.end = turn.speech.end.0;
        self.text.push('\n');
        let labelled = !header.is_empty();
        if labelled {
            self.label(turn, header);
        }
        let mut from = turn.speech.start.0;
        for (number, paragraph) in self.index.slice(turn.speech).split("\n\n").enumerate() {
            let len = paragraph.chars().count();
            let span = Span::new(from, from + len);
            from += len + 2;
            if len == 0 {
                continue;
            }
            let marks = self.marks_of(span);
            let beside = labelled && number == 0;
            let words = self.paragraph(span, &marks, false, beside);
            if beside {
                self.text.push(' ');
            } else if number > 0 {
                self.text.push('\n');
            }
            self.text.push_str(&words);
            self.text.push('\n');
        }
        if turn.speech.is_empty() {
            self.text.push('\n');
        }
    }

    /// Writes `**Name :**`, a time before or inside it where the header has one.
    fn label(&mut self, turn: &Turn, header: &str) {
        let name = self.version.label(turn);
        let escaped = escape::inline(name, true).replace(':', "\\:");
        match header.find(name).filter(|_| !name.is_empty()) {
            Some(at) => {
                let time = header[..at].trim();
                if !time.is_empty() {
                    self.text.push_str(&format!("{} ", escape::inline(time, false)));
                }
                let after = header[at + name.len()..].trim();
                let blank = if after.is_empty() { "" } else { " " };
                self.text.push_str(&format!("**{escaped}{blank}{after} :**"));
            }
            None => self.text.push_str(&format!("**{escaped} :**")),
        }
    }

    /// Lists the marks of the source inside a span; the others are read from the words again.
    fn marks_of(&mut self, span: Span) -> Vec<Mark> {
        let marks = &self.version.marks;
        while marks.get(self.next_mark).is_some_and(|mark| mark.span.start < span.start) {
            self.next_mark += 1;
        }
        let inside = marks[self.next_mark..].iter().take_while(|mark| mark.span.start < span.end);
        let written = |mark: &&Mark| {
            matches!(mark.kind, MarkKind::Emphasis | MarkKind::Strong | MarkKind::Link { .. })
                && span.covers(mark.span)
        };
        inside.filter(written).cloned().collect()
    }

    /// Writes one paragraph with the least care that reads back the same.
    fn paragraph(&self, span: Span, marks: &[Mark], heading: bool, beside: bool) -> String {
        let plain = self.index.slice(span);
        for care in [Care::Plain, Care::Colons].into_iter().filter(|care| *care >= self.care) {
            let written = self.form(span, marks, care, heading);
            if reads_back(&written, plain, span, marks, heading, beside) {
                return written;
            }
        }
        self.form(span, marks, Care::Full, heading)
    }

    fn form(&self, span: Span, marks: &[Mark], care: Care, heading: bool) -> String {
        let plain = self.index.slice(span);
        let brackets =
            plain.contains("](") || plain.contains("][") || plain.contains("]:") || !marks.is_empty();
        let mut form = String::with_capacity(plain.len() + 16);
        let mut open: Vec<&Mark> = Vec::new();
        let mut at = span.start.0;
        let mut waiting = marks.iter().peekable();
        loop {
            // The next place where a mark begins or ends; what ends goes first.
            let ends = open.last().map(|mark| mark.span.end.0);
            let begins = waiting.peek().map(|mark| mark.span.start.0);
            let stop = [ends, begins].into_iter().flatten().min().unwrap_or(span.end.0).max(at);
            let words = self.index.slice(Span { start: CharOffset(at), end: CharOffset(stop) });
            form.push_str(&escape_words(words, care, brackets, heading));
            at = stop;
            if ends == Some(at) {
                if let Some(mark) = open.pop() {
                    form.push_str(&closing(&mark.kind, care));
                }
            } else if let Some(mark) = waiting.next_if(|mark| mark.span.start.0 <= at) {
                // A mark that would straddle the one around it cannot be written.
                if open.last().is_none_or(|around| mark.span.end <= around.span.end) {
                    form.push_str(&opening(&mark.kind, care));
                    open.push(mark);
                }
            } else {
                break;
            }
        }
        let lines = form.split('\n').map(|line| match care {
            Care::Full => line.to_owned(),
            _ => escape::at_line_start(line),
        });
        lines.collect::<Vec<_>>().join("\n")
    }
}

fn escape_words(words: &str, care: Care, brackets: bool, heading: bool) -> String {
    if care == Care::Full {
        // Digits cannot be escaped: the sign after them is, as all signs are.
        return escape::every_sign(words);
    }
    let mut escaped = escape::inline(words, brackets);
    if care == Care::Colons {
        escaped = escaped.replace(':', "\\:");
    }
    if heading {
        escaped = escaped.replace('#', "\\#");
    }
    escaped
}

fn opening(kind: &MarkKind, care: Care) -> String {
    match (kind, care) {
        (MarkKind::Link { address }, _) if care == Care::Full || !is_simple(address) => {
            format!("<a href=\"{}\">", address.replace('&', "&amp;").replace('"', "&quot;"))
        }
        (MarkKind::Link { .. }, _) => "[".to_owned(),
        (MarkKind::Emphasis, Care::Full) => "<em>".to_owned(),
        (MarkKind::Strong, Care::Full) => "<strong>".to_owned(),
        (MarkKind::Emphasis, _) => "*".to_owned(),
        (MarkKind::Strong, _) => "**".to_owned(),
        _ => String::new(),
    }
}

fn closing(kind: &MarkKind, care: Care) -> String {
    match (kind, care) {
        (MarkKind::Link { address }, _) if care == Care::Full || !is_simple(address) => "</a>".to_owned(),
        (MarkKind::Link { address }, _) => format!("]({address})"),
        (MarkKind::Emphasis, Care::Full) => "</em>".to_owned(),
        (MarkKind::Strong, Care::Full) => "</strong>".to_owned(),
        (MarkKind::Emphasis, _) => "*".to_owned(),
        (MarkKind::Strong, _) => "**".to_owned(),
        _ => String::new(),
    }
}

/// Tells whether an address can stand between parentheses as it is.
fn is_simple(address: &str) -> bool {
    !address.is_empty()
        && address.chars().all(|c| c.is_ascii_alphanumeric() || "-._~:/?#@!$+,;=%".contains(c))
}

/// Tells whether a written paragraph gives its words and marks again, and no label.
fn reads_back(written: &str, plain: &str, span: Span, marks: &[Mark], heading: bool, beside: bool) -> bool {
    let source = if heading { format!("# {written}\n") } else { format!("{written}\n") };
    let draft = draft::read(&source, 0);
    let lines = label::lines(&draft);
    let [block] = &draft.blocks[..] else { return false };
    if block.heading.is_some() != heading || block.marker > 0 || draft.text.trim_end() != plain {
        return false;
    }
    let index = TextIndex::new(&draft.text);
    let place = |byte: usize| index.char_of(crate::text::ByteOffset(byte)).0 + span.start.0;
    let mut found: Vec<Mark> = draft
        .marks
        .iter()
        .map(|(range, kind)| Mark {
            span: Span::new(place(range.start), place(range.end)),
            kind: kind.clone(),
        })
        .collect();
    super::assemble::sort_marks(&mut found);
    let labels = lines.iter().skip(usize::from(beside)).any(|line| label::is_bold(&draft, line));
    found == marks && !labels
}
