//! Turns blocks into paragraphs.

use crate::i18n::Catalog;
use crate::report::document::{Block, Card, Document, Figure, Phrase, QuoteBlock};
use crate::report::render::layout::anchor::Anchors;
use crate::report::render::layout::caption::Counted;
use crate::report::render::layout::drawing::{DrawError, Pen, Picture};
use crate::report::render::layout::look::{Look, colour};
use crate::report::render::layout::opening::{Hold, hold, is_heading};
use crate::report::render::layout::outside::{VALUES, elsewhere, figures_with_values, stays_outside};
use crate::report::render::layout::page::Page;
use crate::report::render::layout::xml::element;
use crate::report::render::open_document::automatic::Attributes;
use crate::report::render::open_document::contents::contents;
use crate::report::render::open_document::list::POINTS;
use crate::report::render::open_document::script::{KEPT, Script, WHOLE};
use crate::report::render::open_document::table::line;

/// Where paragraphs stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Text,
    Box,
}

/// A document being written.
pub(super) struct Body<'a> {
    pub(super) document: &'a Document,
    pub(super) words: &'a Catalog,
    pub(super) script: Script,
    pub(super) pen: Pen,
    /// The pictures drawn so far.
    pub(super) pictures: Vec<Picture>,
    /// Boxes, and tables without a number, so far.
    pub(super) frames: usize,
    /// The last number of each kind of caption.
    pub(super) counted: Counted,
    /// The figures whose values stand at the end.
    pub(super) later: Vec<&'a Figure>,
}

impl<'a> Body<'a> {
    pub(super) fn new(document: &'a Document, words: &'a Catalog) -> Self {
        let mut anchors = Anchors::of(&document.blocks);
        anchors.add(VALUES);
        Self {
            document,
            words,
            script: Script::new(anchors),
            pen: Pen::new(),
            pictures: Vec::new(),
            frames: 0,
            counted: Counted::default(),
            later: figures_with_values(&document.blocks),
        }
    }

    /// Writes everything.
    pub(super) fn write(&mut self) -> Result<String, DrawError> {
        let document = self.document;
        let mut out = String::new();
        let head =
            [("Kicker", &document.kicker), ("Title", &document.title), ("Subtitle", &document.subtitle)];
        for (style, text) in head {
            if !text.is_empty() {
                let words = self.say(text);
                out.push_str(&self.script.paragraph(style, &words));
            }
        }
        out.push_str(&self.blocks(&document.blocks, Place::Text, false)?);
        if !self.later.is_empty() {
            self.script.turn(Page::Sideways);
            out.push_str(&self.values());
        }
        Ok(out)
    }

    /// Writes blocks; `opens`: a heading stands above them.
    pub(super) fn blocks(
        &mut self,
        blocks: &[Block],
        place: Place,
        opens: bool,
    ) -> Result<String, DrawError> {
        let mut out = String::new();
        let mut opens = opens;
        for block in blocks {
            out.push_str(&self.block(block, place, opens)?);
            opens = is_heading(block);
        }
        Ok(out)
    }

    fn block(&mut self, block: &Block, place: Place, opens: bool) -> Result<String, DrawError> {
        Ok(match block {
            Block::Heading { level, number, title, anchor } => {
                let words = self.say(title);
                let words = self.script.marked(anchor, &words);
                let level = level.clamp(&2, &3) - 1;
                let counted = level > 1 || number.is_some();
                // What has no number does not keep its room.
                let own: &Attributes<'_> =
                    if counted { &[] } else { &[("fo:margin-left", "0pt"), ("fo:text-indent", "0pt")] };
                self.script.heading(level, own, counted, &words)
            }
            Block::Paragraph(text) => {
                let style = if place == Place::Box { "BoxText" } else { "Text_20_body" };
                let words = self.runs(text);
                let own: &Attributes<'_> = match hold(text, opens) {
                    Hold::Free => &[],
                    Hold::Whole => &[WHOLE],
                    Hold::WithNext => &[KEPT, WHOLE],
                };
                self.script.own_paragraph(style, own, &[], &words)
            }
            Block::List(points) => {
                let style = if place == Place::Box { "BoxList" } else { POINTS };
                self.points(points, style)
            }
            Block::Counts(counts) => self.counts(counts),
            Block::Contents => {
                let title = self.words.plain("word-values");
                let last = (!self.later.is_empty()).then_some((title.as_str(), VALUES));
                let heading = self.words.plain("report-contents");
                contents(self.document, &heading, last, &mut self.script)
            }
            Block::Table(table) => self.table(table, &format!("tab-{}", table.name)),
            Block::Figure(figure) => self.figure(figure)?,
            Block::Quote(one) => self.quote(one),
            Block::Box { kind, title, blocks } => self.boxed(*kind, title, blocks)?,
            Block::Card(one) => self.card(one),
            Block::Turn { anchor, label, text, language } => {
                let label = self.script.run(Look { bold: true, ..Look::default() }, &format!("{label}  "));
                let label = self.script.marked(anchor, &label);
                let text = self.script.runs(text, Look { language: *language, ..Look::default() });
                self.script.paragraph("Turn", &format!("{label}{text}"))
            }
            Block::Fold { anchor, summary, blocks, .. } if stays_outside(block) => {
                let words = self.say(&elsewhere(summary, blocks, self.words));
                let words = self.script.marked(anchor, &words);
                self.point(POINTS, &words)
            }
            Block::Fold { anchor, summary, blocks, .. } => {
                let words = self.say(summary);
                let words = self.script.marked(anchor, &words);
                let heading = self.script.heading(3, &[], true, &words);
                format!("{heading}{}", self.blocks(blocks, place, true)?)
            }
            Block::Colophon(lines) => lines
                .iter()
                .map(|line| {
                    let words = self.runs(line);
                    self.script.paragraph("Colophon", &words)
                })
                .collect(),
        })
    }

    pub(super) fn runs(&mut self, phrase: &Phrase) -> String {
        self.script.runs(phrase, Look::default())
    }

    fn points(&mut self, points: &[Phrase], style: &str) -> String {
        let mut out = String::new();
        for point in points {
            let words = self.runs(point);
            let words = self.script.paragraph(style, &words);
            out.push_str(&element("text:list-item", &[], &words));
        }
        if out.is_empty() { out } else { element("text:list", &[("text:style-name", POINTS)], &out) }
    }

    fn point(&mut self, style: &str, words: &str) -> String {
        let words = self.script.paragraph(style, words);
        let item = element("text:list-item", &[], &words);
        element("text:list", &[("text:style-name", POINTS)], &item)
    }

    fn quote(&mut self, quote: &QuoteBlock) -> String {
        let mut out = String::new();
        if let Some(heading) = &quote.counterexample {
            let words = self.say(heading);
            out.push_str(&self.script.paragraph("QuoteHeading", &words));
        }
        let said = self.script.run(Look { language: quote.language, ..Look::default() }, &quote.text);
        out.push_str(&self.script.paragraph("Quotations", &said));
        let source = self.runs(&quote.attribution);
        out.push_str(&self.script.paragraph("QuoteSource", &source));
        out
    }

    fn card(&mut self, card: &Card) -> String {
        let edge = line("3pt", &colour(card.rank));
        let edge = [("fo:border-top", edge.as_str()), ("fo:padding-top", "6pt")];
        let title = self.script.profile(card.rank, &format!(" {}", card.title), Look::default());
        let title = self.script.marked(&card.anchor, &title);
        let mut out = self.script.heading(2, &edge, true, &title);
        let members = self.runs(&card.members);
        out.push_str(&self.script.paragraph("Members", &members));
        if !card.portrait.is_empty() {
            let portrait = self.runs(&card.portrait);
            out.push_str(&self.script.paragraph("Text_20_body", &portrait));
        }
        for (name, fact) in &card.facts {
            let name = self.script.run(Look { colour: Some("mute"), ..Look::default() }, name);
            let fact = format!("{name}<text:tab/>{}", self.runs(fact));
            out.push_str(&self.script.paragraph("Fact", &fact));
        }
        for quote in &card.quotes {
            out.push_str(&self.quote(quote));
        }
        out
    }
}
