//! A page's words as a browser shows them, paragraph by paragraph.

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

use super::anchor::{self, Anchor};
use super::reference::{self, Reference};
use crate::domain::transcript::Face;
use crate::exchange::office::row::Paragraph;

/// Elements inside each other at most: no transcript comes near.
const DEEPEST: usize = 2_000;
/// How far back the beginning of an element is looked for.
const BACK: usize = 64;

/// Elements whose words are not shown, or are the page's own.
const UNSEEN: [&str; 12] = [
    "script", "style", "template", "noscript", "title", "svg", "math", "select", "button", "audio", "video",
    "iframe",
];
/// Elements that hold nothing.
const VOID: [&str; 14] = [
    "br", "hr", "img", "input", "meta", "link", "area", "base", "col", "embed", "source", "track", "wbr",
    "param",
];
/// Elements that stand on lines of their own.
const BLOCKS: [&str; 31] = [
    "p",
    "div",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "ul",
    "ol",
    "dl",
    "dt",
    "dd",
    "blockquote",
    "pre",
    "section",
    "article",
    "header",
    "footer",
    "main",
    "aside",
    "nav",
    "figure",
    "figcaption",
    "address",
    "body",
    "html",
    "table",
    "hr",
    "form",
];

/// What stands below each other on a page.
#[derive(Clone, Debug)]
pub(super) enum Shown {
    /// A paragraph, with the first anchor in it.
    Paragraph(Paragraph, Option<Anchor>),
    /// What somebody noted beside the text: a comment, else a note at the foot.
    Aside { words: String, is_comment: bool },
    /// A row of a table.
    Row(Vec<Vec<Paragraph>>),
}

/// A page with more elements inside each other than [`DEEPEST`].
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Deep;

/// Reads a page.
pub(super) fn read(html: &str) -> Result<Vec<Shown>, Deep> {
    let mut emitter = DefaultEmitter::default();
    // Scripts and styles are told from words by where they stand.
    emitter.naively_switch_states(true);
    let mut page = Page::default();
    for token in Tokenizer::new_with_emitter(html, emitter) {
        match token {
            Ok(Token::StartTag(tag)) => page.begin(&tag)?,
            Ok(Token::EndTag(tag)) => page.end(&String::from_utf8_lossy(&tag.name)),
            Ok(Token::String(words)) => page.say(&String::from_utf8_lossy(&words)),
            Ok(_) => {}
        }
    }
    page.close();
    page.end_row();
    Ok(page.shown)
}

/// An element that is open.
struct Element {
    name: String,
    face: Face,
    is_unseen: bool,
    /// What the page showed before it began.
    before: usize,
}

/// A comment or a note that is being read.
#[derive(Clone, Copy)]
struct Beside {
    is_comment: bool,
    /// Elements around the box that it has for itself; none: it is one paragraph.
    around: Option<usize>,
}

#[derive(Default)]
struct Page {
    shown: Vec<Shown>,
    open: Vec<Element>,
    paragraph: Paragraph,
    anchor: Option<Anchor>,
    /// The row that is read, when a table's is.
    row: Option<Vec<Vec<Paragraph>>>,
    beside: Option<Beside>,
    /// Whether a blank waits for a word.
    blank: bool,
}

impl Page {
    fn begin(&mut self, tag: &StartTag<()>) -> Result<(), Deep> {
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        let mut is_reference = false;
        match name.as_str() {
            "br" => {
                return {
                    self.line_break();
                    Ok(())
                };
            }
            "tr" => {
                self.close();
                self.end_row();
                self.row = Some(Vec::new());
            }
            "td" | "th" => {
                self.close();
                if let Some(row) = &mut self.row {
                    row.push(Vec::new());
                }
            }
            block if BLOCKS.contains(&block) => {
                self.close();
                self.paragraph.heading = heading(block);
            }
            "a" => {
                let named = attribute(tag, "name").as_deref().and_then(anchor::read);
                if self.anchor.is_none() {
                    self.anchor = named;
                }
                let refers = attribute(tag, "href").as_deref().and_then(reference::read);
                is_reference = refers.is_some();
                if let Some(Reference::Back { is_comment }) = refers {
                    self.begin_beside(is_comment);
                }
            }
            _ => {}
        }
        if VOID.contains(&name.as_str()) || tag.self_closing {
            return Ok(());
        }
        if self.open.len() >= DEEPEST {
            return Err(Deep);
        }
        let around = self.open.last();
        let style = attribute(tag, "style").unwrap_or_default().to_lowercase().replace(' ', "");
        let hidden = attribute(tag, "hidden").is_some() || style.contains("display:none");
        let face = around.map(|element| element.face).unwrap_or_default();
        let face = Face {
            strong: match weight(&style) {
                Some(strong) => strong,
                None => face.strong || matches!(name.as_str(), "b" | "strong"),
            },
            emphasis: face.emphasis
                || matches!(name.as_str(), "i" | "em" | "cite")
                || style.contains("font-style:italic"),
        };
        let is_unseen = hidden
            || is_reference
            || UNSEEN.contains(&name.as_str())
            || around.is_some_and(|element| element.is_unseen);
        self.open.push(Element { name, face, is_unseen, before: self.shown.len() });
        Ok(())
    }

    /// Begins a comment or a note: the paragraph is one, or all of the box that it opens.
    fn begin_beside(&mut self, is_comment: bool) {
        let around = self.open.iter().rposition(|element| element.name == "div");
        let around = around.filter(|at| self.open[*at].before == self.shown.len());
        self.beside = Some(Beside { is_comment, around });
    }

    fn end(&mut self, name: &str) {
        let opened = self.open.iter().rev().take(BACK).position(|element| element.name == name);
        match name {
            "tr" | "table" => {
                self.close();
                self.end_row();
            }
            "td" | "th" => self.close(),
            block if BLOCKS.contains(&block) => self.close(),
            _ => {}
        }
        if let Some(back) = opened {
            self.open.truncate(self.open.len() - back - 1);
        }
        let left = self.open.len();
        self.beside = self.beside.filter(|beside| beside.around.is_none_or(|around| left > around));
    }

    /// Takes words: blanks and line ends of the file are one blank, as a browser shows them.
    fn say(&mut self, words: &str) {
        let element = self.open.last();
        if element.is_some_and(|element| element.is_unseen) {
            return;
        }
        let face = element.map(|element| element.face).unwrap_or_default();
        let mut text = String::with_capacity(words.len());
        for c in words.chars() {
            if c.is_ascii_whitespace() {
                self.blank = true;
            } else if !matches!(c, '\0' | '\u{feff}') {
                if std::mem::take(&mut self.blank) && !(text.is_empty() && self.is_at_start()) {
                    text.push(' ');
                }
                text.push(c);
            }
        }
        if !text.is_empty() {
            // All of a heading is bold: that says nothing.
            let strong = face.strong && self.paragraph.heading.is_none();
            self.paragraph.runs.push((text, Face { strong, ..face }));
        }
    }

    /// Tells whether nothing was said on this line yet.
    fn is_at_start(&self) -> bool {
        self.paragraph.runs.last().is_none_or(|(run, _)| run.ends_with('\n'))
    }

    /// Breaks the line; two breaks after each other end the paragraph.
    fn line_break(&mut self) {
        if self.open.last().is_some_and(|element| element.is_unseen) {
            return;
        }
        self.blank = false;
        if self.is_at_start() {
            self.close();
        } else {
            self.paragraph.runs.push(("\n".into(), Face::default()));
        }
    }

    /// Ends the paragraph.
    fn close(&mut self) {
        self.blank = false;
        while self.paragraph.runs.last().is_some_and(|(run, _)| run == "\n") {
            self.paragraph.runs.pop();
        }
        let paragraph = std::mem::take(&mut self.paragraph);
        let anchor = self.anchor.take();
        if paragraph.runs.is_empty() {
            return;
        }
        if let Some(Beside { is_comment, around }) = self.beside {
            let words: String = paragraph.runs.into_iter().map(|(run, _)| run).collect();
            self.shown.push(Shown::Aside { words, is_comment });
            self.beside = self.beside.filter(|_| around.is_some());
            return;
        }
        match self.row.as_mut().and_then(|row| row.last_mut()) {
            Some(cell) => cell.push(paragraph),
            None => self.shown.push(Shown::Paragraph(paragraph, anchor)),
        }
    }

    fn end_row(&mut self) {
        self.shown.extend(self.row.take().filter(|row| !row.is_empty()).map(Shown::Row));
    }
}

fn heading(name: &str) -> Option<u8> {
    let level = name.strip_prefix('h')?.parse().ok()?;
    (1..=6).contains(&level).then_some(level)
}

/// Tells by its style whether an element is bold; none when the style does not say.
fn weight(style: &str) -> Option<bool> {
    let value = style.split("font-weight:").nth(1)?.split([';', '!']).next()?;
    match value {
        "bold" | "bolder" => Some(true),
        "normal" | "lighter" => Some(false),
        number => number.parse::<u32>().ok().map(|weight| weight >= 600),
    }
}

fn attribute(tag: &StartTag<()>, name: &str) -> Option<String> {
    let (_, value) = tag.attributes.iter().find(|(known, _)| known.as_slice() == name.as_bytes())?;
    Some(String::from_utf8_lossy(value).into_owned())
}
