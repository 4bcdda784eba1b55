//! Turns blocks into the typesetter's text.

use std::collections::BTreeSet;

use crate::i18n::Catalog;
use crate::plot::style::light;
use crate::report::document::{Block, Boxed, Card, CountStrip, Document, Inline, Phrase, QuoteBlock};
use crate::report::render::typeset::literal::{array, string};
use crate::report::render::typeset::phrase::{colour, phrase, profile};

/// The looks, written before every document.
const LOOKS: &str = include_str!("../../../../assets/typeset/report.typ");

/// The colours that the looks name.
const COLOURS: [&str; 12] = ["ink", "mute", "line", "soft", "link", "h1", "e1", "e2", "e3", "e4", "e5", "e6"];

/// Characters of a box over which a page may cut it.
const WORDY: usize = 1_500;

/// A document being written.
pub(super) struct Body<'a> {
    pub(super) words: &'a Catalog,
    /// Where links can lead.
    pub(super) anchors: BTreeSet<String>,
    /// The places marked so far: a second of one name would be an error.
    marked: BTreeSet<String>,
    /// The drawings so far, in their order.
    pub(super) drawings: Vec<String>,
    /// Level of the last heading.
    level: u8,
}

impl<'a> Body<'a> {
    pub(super) fn new(words: &'a Catalog, anchors: BTreeSet<String>) -> Self {
        Self { words, anchors, marked: BTreeSet::new(), drawings: Vec::new(), level: 0 }
    }

    /// Writes everything.
    pub(super) fn write(&mut self, document: &Document) -> String {
        let colours: String =
            COLOURS.iter().map(|name| format!("{name}: rgb(\"{}\"), ", light(name))).collect();
        let mut out = format!("#let colours = ({colours})\n{LOOKS}\n#show: document-of.with(");
        let banner = document.banner.as_deref().unwrap_or_default();
        for (name, text) in [
            ("title", document.title.as_str()),
            ("language", document.language.code()),
            ("kicker", document.kicker.as_str()),
            ("subtitle", document.subtitle.as_str()),
            ("banner", banner),
            ("foot", document.foot.as_str()),
        ] {
            out.push_str(&format!("{name}: {}, ", string(text)));
        }
        out.push_str(")\n");
        out.push_str(&self.blocks(&document.blocks));
        out
    }

    fn blocks(&mut self, blocks: &[Block]) -> String {
        let mut out = String::new();
        for block in blocks {
            out.push_str(&self.block(block));
            out.push('\n');
        }
        out
    }

    fn block(&mut self, block: &Block) -> String {
        match block {
            Block::Heading { level, number, title, anchor } => {
                self.level = (*level).clamp(2, 3) - 1;
                let number = number.map_or_else(String::new, |number| number.to_string());
                let (number, title, place) = (string(&number), string(title), self.mark(anchor));
                format!("#chapter({}, {place}, {number}, {title})", self.level)
            }
            Block::Paragraph(text) => {
                // A line of bold words alone opens what follows it.
                let opens = matches!(text.0.as_slice(), [Inline::Strong(_)]);
                format!("#{}({})", if opens { "opening" } else { "par" }, self.phrase(text))
            }
            Block::List(points) => {
                format!("#list(..{})", array(points.iter().map(|point| self.phrase(point))))
            }
            Block::Counts(counts) => Self::counts(counts),
            Block::Contents => format!("#contents({})", string(&self.words.plain("report-contents"))),
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure),
            Block::Quote(one) => format!("#{}", self.quote(one)),
            Block::Box { kind, title, blocks } => self.boxed(*kind, title, blocks),
            Block::Card(one) => self.card(one),
            Block::Turn { anchor, label, text, language } => {
                let said = self.phrase(text);
                let said = match language {
                    Some(language) => format!("spoken({}, {said})", string(language.code())),
                    None => said,
                };
                format!("#turn({}, {}, {said})", self.mark(anchor), string(label))
            }
            Block::Fold { anchor, summary, blocks, .. } => {
                // No level may be left out between a heading and the one above it.
                let level = (self.level + 1).min(3);
                let heading = format!("#part({level}, {}, {})", self.mark(anchor), string(summary));
                format!("{heading}\n{}", self.blocks(blocks))
            }
            Block::Colophon(lines) => {
                let lines: String = lines.iter().map(|line| format!("#par({})", self.phrase(line))).collect();
                format!("#colophon[{lines}]")
            }
        }
    }

    pub(super) fn phrase(&self, text: &Phrase) -> String {
        phrase(text, &self.anchors)
    }

    /// Gives the name of a place to mark; none where it has no name, or was marked before.
    pub(super) fn mark(&mut self, anchor: &str) -> String {
        if self.anchors.contains(anchor) && self.marked.insert(anchor.to_owned()) {
            string(anchor)
        } else {
            "none".to_owned()
        }
    }

    fn counts(counts: &[CountStrip]) -> String {
        let each = counts.iter().map(|one| format!("({}, {})", string(&one.count), string(&one.text)));
        format!("#counts(..{})", array(each))
    }

    fn boxed(&mut self, kind: Boxed, title: &str, blocks: &[Block]) -> String {
        let inside = self.blocks(blocks);
        let is_whole = inside.chars().count() < WORDY;
        format!("#boxed({}, {is_whole}, {})[{inside}]", kind == Boxed::Limits, string(title))
    }

    fn quote(&self, quote: &QuoteBlock) -> String {
        let heading = quote.counterexample.as_deref().unwrap_or_default();
        let language = quote.language.map_or("", |language| language.code());
        format!(
            "said({}, {}, {}, {})",
            string(heading),
            string(language),
            string(&quote.text),
            self.phrase(&quote.attribution)
        )
    }

    fn card(&mut self, card: &Card) -> String {
        let level = (self.level + 1).min(2);
        self.level = level;
        let portrait = if card.portrait.is_empty() { "none".to_owned() } else { self.phrase(&card.portrait) };
        let facts =
            array(card.facts.iter().map(|(name, fact)| format!("({}, {})", string(name), self.phrase(fact))));
        let quotes: String = card.quotes.iter().map(|one| format!("#{}", self.quote(one))).collect();
        let place = self.mark(&card.anchor);
        format!(
            "#card({level}, {place}, {}, {}, {}, {portrait}, {facts}, [{quotes}])",
            colour(card.rank),
            profile(card.rank, &card.title),
            self.phrase(&card.members),
        )
    }
}
