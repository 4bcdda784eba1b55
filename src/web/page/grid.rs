//! Tables of pages, in the shape of the report's: numbered, with typed cells, notes under them.

use super::Page;
use super::reason::undefined;
use crate::analysis::statistics::undefined::Defined;
use crate::domain::TranscriptId;
use crate::i18n::{Catalog, Format, Value};
use crate::report::document::phrase::guard;
use crate::report::document::{Block, Cell, Column, Inline, Note, NoteKind, Phrase, Row, Table};
use crate::web::route::door::encoded;

/// An argument of a message.
pub(crate) type Argument<'v> = (&'v str, Value<'v>);

/// What tables of a page are written with.
#[derive(Clone, Copy)]
pub(crate) struct Grid<'a> {
    pub(crate) words: &'a Catalog,
    pub(crate) format: Format,
}

impl<'a> Grid<'a> {
    /// Writes in the language of a page.
    pub(crate) fn of(page: &'a Page) -> Self {
        Self { words: page.catalog(), format: Format::new(page.catalog().language()) }
    }

    /// Returns a message without arguments.
    pub(crate) fn say(self, key: &str) -> String {
        self.words.plain(key)
    }

    /// Returns a message as a phrase; texts among the arguments stay texts.
    pub(crate) fn phrase(self, key: &str, arguments: &[Argument<'_>]) -> Phrase {
        let guarded: Vec<Argument<'_>> = arguments
            .iter()
            .map(|(name, value)| match value {
                Value::Text(text) => (*name, Value::from(guard(text))),
                other => (*name, other.clone()),
            })
            .collect();
        Phrase::parse(&self.words.text(key, &guarded))
    }

    /// A paragraph of a message.
    pub(crate) fn paragraph(self, key: &str, arguments: &[Argument<'_>]) -> Block {
        Block::Paragraph(self.phrase(key, arguments))
    }

    /// A line under a table.
    pub(crate) fn note(self, key: &str, arguments: &[Argument<'_>]) -> Note {
        Note { kind: NoteKind::Note, text: self.phrase(key, arguments) }
    }

    /// A number; none is « nd ».
    pub(crate) fn decimal(self, value: Option<f64>, decimals: u8) -> Cell {
        match value.filter(|value| value.is_finite()) {
            Some(value) => Cell::Number { text: self.format.decimal(value, decimals), value, anchor: None },
            None => Cell::NotAvailable,
        }
    }

    /// A number with its sign; none is « nd ».
    pub(crate) fn signed(self, value: Option<f64>, decimals: u8) -> Cell {
        match value.filter(|value| value.is_finite()) {
            Some(value) => Cell::Number { text: self.format.signed(value, decimals), value, anchor: None },
            None => Cell::NotAvailable,
        }
    }

    /// A share from 0 to 1, in per cent; none is « nd ».
    pub(crate) fn share(self, share: Option<f64>, decimals: u8) -> Cell {
        match share.filter(|share| share.is_finite()) {
            Some(share) => {
                Cell::Number { text: self.format.share(share, decimals), value: share, anchor: None }
            }
            None => Cell::NotAvailable,
        }
    }

    /// A count; a true zero has its sign.
    pub(crate) fn count(self, count: usize) -> Cell {
        #[allow(clippy::cast_precision_loss, reason = "counts of a study stay far under 2^53")]
        let value = count as f64;
        if count == 0 {
            return Cell::Zero;
        }
        Cell::Number { text: self.format.count(count), value, anchor: None }
    }

    /// A statistic as `write` has it, or why there is none.
    pub(crate) fn defined<T>(self, value: &Defined<T>, write: impl FnOnce(&T) -> Cell) -> Cell {
        match value {
            Ok(value) => write(value),
            Err(why) => Cell::text(undefined(self.words, *why)),
        }
    }

    /// The mark and the label of the profile of a rank.
    pub(crate) fn profile(self, rank: usize) -> Cell {
        Cell::Text(Phrase(vec![Inline::Profile { rank, name: format!("P{}", rank + 1) }]))
    }

    /// An interview, which leads to its place on the board.
    pub(crate) fn case(self, case: &TranscriptId) -> Cell {
        Cell::Text(Phrase(vec![self.case_link(case)]))
    }

    /// Interviews, each of which leads to its place on the board; a word for none of them.
    pub(crate) fn cases(self, cases: &[TranscriptId], none: &str) -> Cell {
        if cases.is_empty() {
            return Cell::text(none);
        }
        let mut pieces = Vec::new();
        for case in cases {
            if !pieces.is_empty() {
                pieces.push(Inline::Text(", ".to_owned()));
            }
            pieces.push(self.case_link(case));
        }
        Cell::Text(Phrase(pieces))
    }

    fn case_link(self, case: &TranscriptId) -> Inline {
        let anchor = format!("/typology?case={}", encoded(case.as_str()));
        Inline::Link { text: case.0.clone(), anchor }
    }

    /// A table: its columns are heads of text, then of numbers from the place `numbers` on.
    pub(crate) fn table(
        self,
        name: &str,
        title: String,
        heads: Vec<String>,
        numbers: usize,
        rows: Vec<Vec<Cell>>,
        notes: Vec<Note>,
    ) -> Table {
        Table {
            name: name.to_owned(),
            title,
            columns: heads
                .into_iter()
                .enumerate()
                .map(|(at, head)| if at < numbers { Column::text(head) } else { Column::number(head) })
                .collect(),
            rows: rows.into_iter().map(Row::plain).collect(),
            notes,
            ..Table::default()
        }
    }

    /// Heads of the messages given.
    pub(crate) fn heads(self, keys: &[&str]) -> Vec<String> {
        keys.iter().map(|key| self.say(key)).collect()
    }
}
