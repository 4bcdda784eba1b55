//! The fields of a turn in the index.
//!
//! The speech is stored in the index: a hit must be shown without loading its transcript. Number,
//! line, start, role and language are columns, read only for the hits that are shown; transcript
//! and turn are columns because every hit is filtered and ordered by them.

use tantivy::schema::{
    FAST, Field, IndexRecordOption, NumericOptions, STRING, Schema, TextFieldIndexing, TextOptions,
};

use crate::text::Language;

/// Changes whenever fields, words or stems do: an index of another format is rebuilt.
pub(super) const FORMAT: u32 = 1;

/// Names of the tokenizers, by field.
pub(super) const EXACT: &str = "propos_exact";
pub(super) const STEM_FR: &str = "propos_stem_fr";
pub(super) const STEM_EN: &str = "propos_stem_en";

/// The fields, by role.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fields {
    pub(super) transcript: Field,
    pub(super) turn: Field,
    pub(super) line: Field,
    pub(super) start: Field,
    pub(super) role: Field,
    pub(super) speaker: Field,
    pub(super) language: Field,
    pub(super) exact: Field,
    pub(super) stem_fr: Field,
    pub(super) stem_en: Field,
}

impl Fields {
    /// Returns the field of stems in a language.
    pub(super) fn stem(&self, language: Language) -> Field {
        match language {
            Language::Fr => self.stem_fr,
            Language::En => self.stem_en,
        }
    }
}

/// Builds the schema.
pub(super) fn schema() -> (Schema, Fields) {
    let mut builder = Schema::builder();
    let words = |tokenizer: &str| {
        let indexing = TextFieldIndexing::default()
            .set_tokenizer(tokenizer)
            .set_index_option(IndexRecordOption::WithFreqsAndPositions);
        TextOptions::default().set_indexing_options(indexing)
    };
    let column = || NumericOptions::default().set_fast();
    let fields = Fields {
        transcript: builder.add_text_field("transcript", STRING | FAST),
        turn: builder.add_u64_field("turn", column()),
        line: builder.add_u64_field("line", column()),
        start: builder.add_u64_field("start", column()),
        role: builder.add_u64_field("role", column()),
        speaker: builder.add_text_field("speaker", TextOptions::default().set_fast("raw")),
        language: builder.add_u64_field("language", column()),
        exact: builder.add_text_field("exact", words(EXACT).set_stored()),
        stem_fr: builder.add_text_field("stem_fr", words(STEM_FR)),
        stem_en: builder.add_text_field("stem_en", words(STEM_EN)),
    };
    (builder.build(), fields)
}
