//! Everything that stands in a column of text, and the document that holds it.

use serde::Serialize;

use crate::report::document::figure::Figure;
use crate::report::document::phrase::Phrase;
use crate::report::document::table::Table;
use crate::text::Language;

/// A large count and what it counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CountStrip {
    /// « 1 143 ».
    pub count: String,
    /// « extraits, 2 011 codages de deux codeurs, 29 codes ».
    pub text: String,
}

/// What a person said, with who and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct QuoteBlock {
    /// The words, between quotation marks.
    pub text: String,
    /// Language of the words, when it is not that of the report.
    pub language: Option<Language>,
    /// « (Femme, 30–39 ans… ; E01, tour 50 ; …) ».
    pub attribution: Phrase,
    /// Set when the quote speaks against the profile: the words above it.
    pub counterexample: Option<String>,
}

/// The two boxes there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Boxed {
    /// Grey: how it was done.
    Method,
    /// Grey with a black edge: how far one may go.
    Limits,
}

/// The card of a profile.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Card {
    /// Rank of the profile: its mark and colour.
    pub rank: usize,
    /// Where a link to it leads.
    pub anchor: String,
    /// « P1 – Situation peu complexe, effet perçu fort ».
    pub title: String,
    /// « 3 personnes sur 12 : E02, E11, E07 ».
    pub members: Phrase,
    /// What the team writes of it.
    pub portrait: Phrase,
    /// Facts, name and value.
    pub facts: Vec<(String, Phrase)>,
    /// Quotes, the counter-example last.
    pub quotes: Vec<QuoteBlock>,
}

/// Everything that stands in a column of text.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum Block {
    /// A chapter (level 2) or a part of one (3).
    Heading {
        /// 2 or 3.
        level: u8,
        /// Number before a chapter's title; none inside it.
        number: Option<usize>,
        /// The title.
        title: String,
        /// Where a link to it leads.
        anchor: String,
    },
    /// A paragraph.
    Paragraph(Phrase),
    /// Points.
    List(Vec<Phrase>),
    /// Numbers at the head of the report.
    Counts(Vec<CountStrip>),
    /// The list of chapters.
    Contents,
    /// A table.
    Table(Table),
    /// A figure.
    Figure(Figure),
    /// A quotation.
    Quote(QuoteBlock),
    /// A box.
    Box {
        /// Method or limits.
        kind: Boxed,
        /// Its title.
        title: String,
        /// Paragraphs or points.
        blocks: Vec<Block>,
    },
    /// A profile.
    Card(Card),
    /// A whole turn, the quoted passages marked.
    Turn {
        /// Where its quotes lead.
        anchor: String,
        /// « E11, tour 42 ».
        label: String,
        /// What was said.
        text: Phrase,
        /// The language of what was said, when it is not that of the document.
        language: Option<Language>,
    },
    /// A part that opens when asked.
    Fold {
        /// Whether paper has it too, opened; the rest is for the screen alone.
        is_printed: bool,
        /// Where a count leads.
        anchor: String,
        /// The line that is always seen.
        summary: String,
        /// What opens.
        blocks: Vec<Block>,
    },
    /// Small grey text at the end: versions, settings, fingerprints.
    Colophon(Vec<Phrase>),
}

/// A complete report.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Document {
    /// Its language.
    pub language: Language,
    /// Above the title: what kind of document, which edition.
    pub kicker: String,
    /// Title.
    pub title: String,
    /// The question, under the title.
    pub subtitle: String,
    /// Said at the head of every page when the study is invented.
    pub banner: Option<String>,
    /// At the foot of a printed page.
    pub foot: String,
    /// The blocks.
    pub blocks: Vec<Block>,
}
