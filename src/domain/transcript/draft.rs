//! Markdown read into a draft: the words without their markup, block by block, with the way back.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::model::MarkKind;

/// A heading, or anything else that holds words: a paragraph, a list item, a quote, code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Block {
    /// Bytes of the draft's text.
    pub(crate) range: Range<usize>,
    /// Level of a heading.
    pub(crate) heading: Option<u8>,
    /// Bytes of a list marker at its start (`1. `), which is no word when a label follows.
    pub(crate) marker: usize,
}

/// A stretch that draft and source share byte for byte (or, from an entity, one character).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) draft: usize,
    pub(crate) source: usize,
    pub(crate) len: usize,
}

/// What a Markdown text says, its markup set apart.
#[derive(Clone, Debug, Default)]
pub(crate) struct Draft {
    /// The words; `\n` stands for every line break.
    pub(crate) text: String,
    pub(crate) blocks: Vec<Block>,
    pub(crate) pieces: Vec<Piece>,
    /// Bytes of the text, in the order in which marks end.
    pub(crate) marks: Vec<(Range<usize>, MarkKind)>,
    /// Bytes of the text that were escaped by a backslash in the source.
    pub(crate) escaped: Vec<usize>,
    /// Whether it comes without Markdown, written for people alone.
    pub(crate) is_written: bool,
}

impl Draft {
    /// Returns the byte of the source that a byte of the draft came from, or the next that has one.
    pub(crate) fn source_of(&self, draft: usize) -> usize {
        let index = self.pieces.partition_point(|piece| piece.draft + piece.len <= draft);
        match self.pieces.get(index) {
            Some(piece) => piece.source + draft.saturating_sub(piece.draft),
            None => self.pieces.last().map_or(0, |piece| piece.source + piece.len),
        }
    }

    /// Tells whether the character at a byte was escaped in the source.
    pub(crate) fn is_escaped(&self, draft: usize) -> bool {
        self.escaped.binary_search(&draft).is_ok()
    }
}

impl Draft {
    /// Tells whether any character of a stretch was escaped in the source.
    pub(crate) fn has_escape(&self, range: Range<usize>) -> bool {
        let first = self.escaped.partition_point(|byte| *byte < range.start);
        self.escaped.get(first).is_some_and(|byte| *byte < range.end)
    }
}

/// Reads Markdown; `body` is the byte where it starts in `source`, after the front matter.
///
/// Tables are left as written: `CommonMark` has none, so their text is kept with its bars.
pub(crate) fn read(source: &str, body: usize) -> Draft {
    let mut reader = Reader { source, base: body, ..Reader::default() };
    reader.covered = body;
    let events: Vec<_> = Parser::new_ext(&source[body..], Options::empty()).into_offset_iter().collect();
    let pairs = pair_tags(&events);
    for ((event, range), pair) in events.into_iter().zip(pairs) {
        reader.take(event, range.start + body..range.end + body, pair);
    }
    reader.close();
    reader.keep_gap(source.len());
    reader.draft
}

#[derive(Default)]
struct Reader<'a> {
    source: &'a str,
    base: usize,
    draft: Draft,
    /// The block being written.
    open: Option<Block>,
    /// End of what was read of the source; what is jumped over afterwards is looked at again.
    covered: usize,
    /// A list marker that waits for the first words of its item.
    marker: Option<Range<usize>>,
    heading: Option<u8>,
    /// Marks begun and not ended: where in the draft, and what.
    begun: Vec<(usize, MarkKind)>,
}

impl<'a> Reader<'a> {
    fn take(&mut self, event: Event<'a>, range: Range<usize>, pair: bool) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, &range),
            Event::Text(text) => self.words(&text, range),
            Event::Code(text) => self.code(&text, range),
            Event::Html(text) => self.words(&text, range),
            Event::InlineHtml(text) => self.inline_html(&text, range, pair),
            Event::SoftBreak | Event::HardBreak => {
                let end = self.source[range.clone()].find('\n').map_or(range.end, |at| range.start + at);
                self.words("\n", end..range.end);
            }
            Event::Rule => {
                self.close();
                self.keep_gap(range.start);
                self.covered = range.end;
            }
            // Options that are not turned on.
            Event::InlineMath(text) | Event::DisplayMath(text) | Event::FootnoteReference(text) => {
                self.words(&text, range)
            }
            Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'a>, range: Range<usize>) {
        let mark = match &tag {
            Tag::Emphasis => Some(MarkKind::Emphasis),
            Tag::Strong => Some(MarkKind::Strong),
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => {
                Some(MarkKind::Link { address: dest_url.to_string() })
            }
            _ => None,
        };
        if let Some(kind) = mark {
            self.block(range.start);
            self.begun.push((self.draft.text.len(), kind));
            return;
        }
        self.close();
        match tag {
            Tag::Heading { level, .. } => {
                self.keep_gap(range.start);
                self.heading = self.heading_level(level as u8, &range);
            }
            Tag::Item => {
                self.keep_gap(range.start);
                self.lone_marker();
                let width = marker_width(&self.source[range.clone()]);
                self.marker = Some(range.start..range.start + width);
                self.covered = range.start + width;
            }
            Tag::CodeBlock(pulldown_cmark::CodeBlockKind::Fenced(info)) => {
                self.keep_gap(range.start);
                // What follows the opening fence is kept as a line of its own.
                if let Some(at) = self.source[range.clone()].find(&*info).filter(|_| !info.is_empty()) {
                    let at = range.start + at;
                    self.words(&info, at..at + info.len());
                    self.words("\n", at + info.len()..at + info.len());
                }
            }
            Tag::Paragraph | Tag::HtmlBlock | Tag::CodeBlock(_) => self.keep_gap(range.start),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: &Range<usize>) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link | TagEnd::Image => {
                if let Some((from, kind)) = self.begun.pop() {
                    self.mark(from, kind);
                }
                self.covered = self.covered.max(range.end);
            }
            TagEnd::Heading(_) => {
                self.close();
                self.heading = None;
                self.covered = self.covered.max(range.end);
            }
            TagEnd::Item => {
                self.close();
                self.lone_marker();
            }
            TagEnd::Paragraph | TagEnd::HtmlBlock | TagEnd::CodeBlock => {
                self.close();
                self.covered = self.covered.max(range.end);
            }
            _ => self.close(),
        }
    }

    /// A paragraph underlined by `---` is a heading to Markdown; when it holds several lines, or a
    /// bold beginning, somebody drew a line under a speech.
    fn heading_level(&self, level: u8, range: &Range<usize>) -> Option<u8> {
        let written = self.source[range.clone()].trim_matches('\n');
        let underlined = !written.trim_start().starts_with('#');
        let speech = written.lines().count() > 2 || written.starts_with("**") || written.starts_with("__");
        (!(underlined && speech)).then_some(level)
    }

    /// Opens a block unless one is open.
    fn block(&mut self, source: usize) {
        if self.open.is_some() {
            return;
        }
        if self.heading.is_none() && self.marker.is_none() {
            self.keep_gap(source);
        }
        let start = self.draft.text.len();
        let mut block = Block { range: start..start, heading: self.heading, marker: 0 };
        if let Some(marker) = self.marker.take() {
            self.push(&self.source[marker.clone()], marker);
            self.draft.text.push(' ');
            block.marker = self.draft.text.len() - start;
        }
        self.open = Some(block);
    }

    fn words(&mut self, text: &str, range: Range<usize>) {
        self.block(range.start);
        self.covered = self.covered.max(range.end);
        if range.start > self.base && self.source.as_bytes()[range.start - 1] == b'\\' && !text.is_empty() {
            self.draft.escaped.push(self.draft.text.len());
        }
        self.push(text, range);
    }

    /// Takes a code span word by word: its backticks are left, its line breaks are blanks.
    fn code(&mut self, text: &str, range: Range<usize>) {
        self.block(range.start);
        let mut at = range.start;
        for word in text.split_inclusive(' ') {
            let letters = word.trim_end_matches(' ');
            if let Some(found) = self.source[at..range.end].find(letters).filter(|_| !letters.is_empty()) {
                at += found;
                self.push(letters, at..at + letters.len());
                at += letters.len();
            } else {
                self.draft.text.push_str(letters);
            }
            self.draft.text.push_str(&word[letters.len()..]);
        }
        self.covered = self.covered.max(range.end);
    }

    fn push(&mut self, text: &str, range: Range<usize>) {
        let draft = self.draft.text.len();
        let same = self.source.get(range.clone()) == Some(text);
        let len = if same { text.len() } else { text.chars().next().map_or(0, char::len_utf8) };
        match self.draft.pieces.last_mut() {
            Some(last) if same && last.draft + last.len == draft && last.source + last.len == range.start => {
                last.len += len;
            }
            _ => self.draft.pieces.push(Piece { draft, source: range.start, len }),
        }
        // An entity can spell a carriage return; it is as much a line break as another.
        self.draft.text.extend(text.chars().map(|c| if c == '\r' { '\n' } else { c }));
    }

    fn mark(&mut self, from: usize, kind: MarkKind) {
        let to = self.draft.text.len();
        if from < to {
            self.draft.marks.push((from..to, kind));
        }
    }

    /// Takes an HTML tag: as a mark when it is one of a `pair`, else as words, rather than lose it.
    fn inline_html(&mut self, html: &str, range: Range<usize>, pair: bool) {
        self.block(range.start);
        let line_break = matches!(html, "<br>" | "<br/>" | "<br />");
        match opening_tag(html) {
            _ if line_break => self.words("\n", range.end..range.end),
            Some((_, kind)) if pair => self.begun.push((self.draft.text.len(), kind)),
            None if pair => {
                if let Some((from, kind)) = self.begun.pop() {
                    self.mark(from, kind);
                }
            }
            _ => self.words(html, range.clone()),
        }
        self.covered = self.covered.max(range.end);
    }

    /// Ends the open block.
    fn close(&mut self) {
        while let Some((from, kind)) = self.begun.pop() {
            self.mark(from, kind);
        }
        if let Some(mut block) = self.open.take() {
            block.range.end = self.draft.text.len();
            self.draft.blocks.push(block);
        }
    }

    /// Keeps a list marker without words (`2022.` alone on its line) as a paragraph.
    fn lone_marker(&mut self) {
        if let Some(marker) = self.marker.take() {
            self.literal(marker);
        }
    }

    /// Keeps what Markdown takes for a definition (`[rires]: oui`), which it shows nowhere.
    fn keep_gap(&mut self, to: usize) {
        let from = self.covered;
        if to <= from || self.open.is_some() {
            return;
        }
        self.covered = to;
        let gap = &self.source[from..to];
        if gap.contains("]:") {
            let blank = |c: char| matches!(c, '>' | ' ' | '\t' | '\n');
            let start = from + (gap.len() - gap.trim_start_matches(blank).len());
            let end = from + gap.trim_end().len();
            if start < end {
                self.literal(start..end);
            }
        }
    }

    fn literal(&mut self, range: Range<usize>) {
        let start = self.draft.text.len();
        self.push(&self.source[range.clone()], range);
        let end = self.draft.text.len();
        self.draft.blocks.push(Block { range: start..end, heading: None, marker: 0 });
    }
}

/// Tells which HTML tags are the two ends of a mark; the others are words to keep.
fn pair_tags(events: &[(Event<'_>, Range<usize>)]) -> Vec<bool> {
    /// How far back an opening tag is looked for, so that a thousand unclosed ones cost nothing.
    const DEPTH: usize = 16;
    let mut pairs = vec![false; events.len()];
    // Open tags by name; none stands for a Markdown mark, which a pair may not straddle.
    let mut open: Vec<(usize, Option<String>)> = Vec::new();
    for (index, (event, _)) in events.iter().enumerate() {
        match event {
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Link { .. } | Tag::Image { .. }) => {
                open.push((index, None));
            }
            Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link | TagEnd::Image) => {
                while open.pop().is_some_and(|(_, name)| name.is_some()) {}
            }
            Event::Start(_) | Event::End(_) => open.clear(),
            Event::InlineHtml(html) => {
                if let Some((name, _)) = opening_tag(html) {
                    open.push((index, Some(name)));
                } else if let Some(closed) = closing_tag(html) {
                    let inside =
                        open.iter().enumerate().rev().take(DEPTH).take_while(|(_, (_, name))| name.is_some());
                    let opened = inside
                        .filter(|(_, (_, name))| name.as_ref() == Some(&closed))
                        .map(|(at, _)| at)
                        .next();
                    if let Some(at) = opened {
                        pairs[open[at].0] = true;
                        pairs[index] = true;
                        open.truncate(at);
                    }
                }
            }
            _ => {}
        }
    }
    pairs
}

/// Returns the bytes of a list marker: `-`, `*`, `+`, `1.` or `1)`.
fn marker_width(item: &str) -> usize {
    let digits = item.bytes().take_while(u8::is_ascii_digit).count();
    (digits + 1).min(item.len())
}

/// Reads a tag whose meaning is kept as a mark.
fn opening_tag(html: &str) -> Option<(String, MarkKind)> {
    let inner = html.strip_prefix('<')?.strip_suffix('>')?;
    let name: String =
        inner.chars().take_while(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    let rest = inner[name.len()..].trim();
    if rest.ends_with('/') && name != "a" {
        return None;
    }
    let kind = match name.as_str() {
        "em" | "i" => MarkKind::Emphasis,
        "strong" | "b" => MarkKind::Strong,
        "a" => MarkKind::Link { address: href(rest)? },
        _ => return None,
    };
    Some((name, kind))
}

fn closing_tag(html: &str) -> Option<String> {
    Some(html.strip_prefix("</")?.strip_suffix('>')?.trim().to_ascii_lowercase())
}

fn href(attributes: &str) -> Option<String> {
    let at = attributes.to_ascii_lowercase().find("href")?;
    let value = attributes[at + 4..].trim_start().strip_prefix('=')?.trim_start();
    let address = match value.chars().next()? {
        quote @ ('"' | '\'') => value[1..].split(quote).next()?,
        _ => value.split_whitespace().next()?,
    };
    Some(address.replace("&quot;", "\"").replace("&amp;", "&"))
}
