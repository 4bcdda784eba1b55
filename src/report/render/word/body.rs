//! Turns blocks into paragraphs.

use crate::i18n::Catalog;
use crate::report::document::{Block, Boxed, Card, CountStrip, Document, Figure, Phrase, QuoteBlock};
use crate::report::render::layout::anchor::Anchors;
use crate::report::render::layout::caption::Counted;
use crate::report::render::layout::drawing::{DrawError, Pen, Picture};
use crate::report::render::layout::look::{Look, colour, hex};
use crate::report::render::layout::opening::{Hold, hold, is_heading};
use crate::report::render::layout::outside::{VALUES, elsewhere, figures_with_values, stays_outside};
use crate::report::render::layout::page::Page;
use crate::report::render::layout::xml::element;
use crate::report::render::word::contents::contents;
use crate::report::render::word::numbered::mark;
use crate::report::render::word::phrase::{self, runs, shade};
use crate::report::render::word::table::cell;
use crate::report::render::word::xml::{on, paragraph, run, value};

/// Where paragraphs stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Text,
    Box,
}

/// A document being written.
pub(super) struct Body<'a> {
    pub(super) document: &'a Document,
    pub(super) words: &'a Catalog,
    pub(super) anchors: Anchors,
    pub(super) pen: Pen,
    /// The pictures drawn so far.
    pub(super) pictures: Vec<Picture>,
    /// Places marked so far.
    pub(super) marks: usize,
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
            anchors,
            pen: Pen::new(),
            pictures: Vec::new(),
            marks: 0,
            counted: Counted::default(),
            later: figures_with_values(&document.blocks),
        }
    }

    /// Writes everything, the last section included.
    pub(super) fn write(&mut self) -> Result<String, DrawError> {
        let document = self.document;
        let mut out = String::new();
        if !document.kicker.is_empty() {
            out.push_str(&paragraph("Kicker", "", &run("", &document.kicker)));
        }
        out.push_str(&paragraph("Title", "", &run("", &document.title)));
        if !document.subtitle.is_empty() {
            out.push_str(&paragraph("Subtitle", "", &run("", &document.subtitle)));
        }
        out.push_str(&self.blocks(&document.blocks, Place::Text, false)?);
        if self.later.is_empty() {
            out.push_str(&self.section(Page::Upright));
        } else {
            out.push_str(&self.turn(Page::Upright));
            out.push_str(&self.values());
            out.push_str(&self.section(Page::Sideways));
        }
        Ok(out)
    }

    fn section(&self, page: Page) -> String {
        page.section(self.document.banner.is_some())
    }

    /// Ends a section of such pages.
    pub(super) fn turn(&self, page: Page) -> String {
        paragraph("TableEnd", &self.section(page), "")
    }

    /// Writes blocks; `opens`: a heading stands above them.
    fn blocks(&mut self, blocks: &[Block], place: Place, opens: bool) -> Result<String, DrawError> {
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
                let style = if *level <= 2 { "Heading1" } else { "Heading2" };
                let unnumbered = if *level <= 2 && number.is_none() {
                    element("w:numPr", &[], &value("w:numId", "0"))
                } else {
                    String::new()
                };
                let words = run("", title);
                paragraph(style, &unnumbered, &self.marked(anchor, &words))
            }
            Block::Paragraph(text) => {
                let style = if place == Place::Box { "BoxText" } else { "BodyText" };
                let keep = match hold(text, opens) {
                    Hold::Free => String::new(),
                    Hold::Whole => on("w:keepLines"),
                    Hold::WithNext => on("w:keepNext") + &on("w:keepLines"),
                };
                paragraph(style, &keep, &self.runs(text))
            }
            Block::List(points) => {
                let style = if place == Place::Box { "BoxList" } else { "ListBullet" };
                points.iter().map(|point| paragraph(style, "", &self.runs(point))).collect()
            }
            Block::Counts(counts) => self.counts(counts),
            Block::Contents => {
                let title = self.words.plain("word-values");
                let last = (!self.later.is_empty()).then_some((title.as_str(), VALUES));
                contents(self.document, &self.words.plain("report-contents"), last, &self.anchors)
            }
            Block::Table(table) => self.table(table, &format!("tab-{}", table.name)),
            Block::Figure(figure) => self.figure(figure)?,
            Block::Quote(one) => self.quote(one),
            Block::Box { kind, title, blocks } => self.boxed(*kind, title, blocks)?,
            Block::Card(one) => self.card(one),
            Block::Turn { anchor, label, text, language } => {
                let label = run(&Look { bold: true, ..Look::default() }.xml(), &format!("{label}  "));
                let label = self.marked(anchor, &label);
                let look = Look { language: *language, ..Look::default() };
                paragraph("Turn", "", &format!("{label}{}", runs(text, look, &self.anchors)))
            }
            Block::Fold { anchor, summary, blocks, .. } if stays_outside(block) => {
                self.elsewhere(anchor, summary, blocks)
            }
            Block::Fold { anchor, summary, blocks, .. } => {
                let words = run("", summary);
                let heading = paragraph("Heading3", "", &self.marked(anchor, &words));
                format!("{heading}{}", self.blocks(blocks, place, true)?)
            }
            Block::Colophon(lines) => {
                lines.iter().map(|line| paragraph("Colophon", "", &self.runs(line))).collect()
            }
        })
    }

    pub(super) fn runs(&self, phrase: &Phrase) -> String {
        runs(phrase, Look::default(), &self.anchors)
    }

    /// Marks the place of an anchor around runs.
    pub(super) fn marked(&mut self, anchor: &str, runs: &str) -> String {
        mark(&self.anchors, &mut self.marks, anchor, runs)
    }

    /// Says in which sheet of the workbook a table is.
    fn elsewhere(&mut self, anchor: &str, summary: &str, blocks: &[Block]) -> String {
        let line = elsewhere(summary, blocks, self.words);
        let words = run("", &line);
        paragraph("ListBullet", "", &self.marked(anchor, &words))
    }

    fn counts(&self, counts: &[CountStrip]) -> String {
        let Some(width) = u32::try_from(counts.len()).ok().and_then(|n| Page::Upright.room().checked_div(n))
        else {
            return String::new();
        };
        let grid = element("w:gridCol", &[("w:w", &width.to_string())], "").repeat(counts.len());
        let cells: String = counts
            .iter()
            .map(|one| {
                let number = paragraph("CountNumber", "", &run("", &one.count));
                cell(width, "", &format!("{number}{}", paragraph("CountText", "", &run("", &one.text))))
            })
            .collect();
        framed("ReportCounts", Page::Upright.room(), &grid, &cells, &self.words.plain("word-counts"))
    }

    fn boxed(&mut self, kind: Boxed, title: &str, blocks: &[Block]) -> Result<String, DrawError> {
        let heading = paragraph("BoxTitle", "", &run("", title));
        let inside = format!("{heading}{}", self.blocks(blocks, Place::Box, true)?);
        let edge = match kind {
            Boxed::Method => String::new(),
            Boxed::Limits => {
                let thick = [("w:val", "single"), ("w:sz", "36"), ("w:space", "0"), ("w:color", hex("ink"))];
                element("w:tcBorders", &[], &element("w:left", &thick, ""))
            }
        };
        let width = Page::Upright.room();
        let grid = element("w:gridCol", &[("w:w", &width.to_string())], "");
        let cell = cell(width, &format!("{edge}{}", shade("soft")), &inside);
        Ok(framed("ReportBox", width, &grid, &cell, title))
    }

    fn quote(&self, quote: &QuoteBlock) -> String {
        let heading = quote
            .counterexample
            .as_ref()
            .map_or_else(String::new, |words| paragraph("QuoteHeading", "", &run("", words)));
        let look = Look { language: quote.language, ..Look::default() };
        let said = paragraph("Quote", "", &run(&look.xml(), &quote.text));
        format!("{heading}{said}{}", paragraph("QuoteSource", "", &self.runs(&quote.attribution)))
    }

    fn card(&mut self, card: &Card) -> String {
        let colour = colour(card.rank);
        let edge = [("w:val", "single"), ("w:sz", "24"), ("w:space", "6"), ("w:color", hex(&colour))];
        let edge = element("w:pBdr", &[], &element("w:top", &edge, ""));
        let title = phrase::profile(card.rank, &card.title, Look::default());
        let title = title.replace('\u{a0}', " ");
        let mut out = paragraph("Heading2", &edge, &self.marked(&card.anchor, &title));
        out.push_str(&paragraph("Members", "", &self.runs(&card.members)));
        if !card.portrait.is_empty() {
            out.push_str(&paragraph("BodyText", "", &self.runs(&card.portrait)));
        }
        for (name, fact) in &card.facts {
            let name = run(&Look { colour: Some("mute"), ..Look::default() }.xml(), name);
            let fact = format!("{name}<w:r><w:tab/></w:r>{}", self.runs(fact));
            out.push_str(&paragraph("Fact", "", &fact));
        }
        out.extend(card.quotes.iter().map(|one| self.quote(one)));
        out
    }
}

/// Writes a table that frames or aligns text, with a paragraph after it.
fn framed(style: &str, width: u32, grid: &str, cells: &str, title: &str) -> String {
    let properties = format!(
        "{}{}{}<w:tblLook w:val=\"0600\" w:firstRow=\"0\" w:lastRow=\"0\" w:firstColumn=\"0\" \
         w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>{}",
        value("w:tblStyle", style),
        element("w:tblW", &[("w:w", &width.to_string()), ("w:type", "dxa")], ""),
        element("w:tblLayout", &[("w:type", "fixed")], ""),
        value("w:tblCaption", title)
    );
    let row = element("w:tr", &[], &format!("{}{cells}", element("w:trPr", &[], &on("w:cantSplit"))));
    let table = format!("{}{}{row}", element("w:tblPr", &[], &properties), element("w:tblGrid", &[], grid));
    format!("{}{}", element("w:tbl", &[], &table), paragraph("TableEnd", "", ""))
}
