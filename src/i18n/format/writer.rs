//! All ways of writing, in one language.

use crate::i18n::format::words::Gender;
use crate::i18n::format::{date, interval, number, quote, spacing, words};
use crate::text::Language;

/// Writes numbers and texts in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Format {
    /// The language written.
    pub language: Language,
}

impl Format {
    /// Makes the format of a language.
    pub fn new(language: Language) -> Self {
        Self { language }
    }

    /// Writes a count.
    pub fn count(self, count: usize) -> String {
        number::whole(i64::try_from(count).unwrap_or(i64::MAX), self.language)
    }

    /// Writes a number with this many decimals; see [`number::decimal`].
    pub fn decimal(self, value: f64, decimals: u8) -> String {
        number::decimal(value, decimals, self.language)
    }

    /// Writes a number or, when there is none, « nd ».
    pub fn maybe(self, value: Option<f64>, decimals: u8) -> String {
        number::decimal(value.unwrap_or(f64::NAN), decimals, self.language)
    }

    /// Writes a difference with its sign.
    pub fn signed(self, value: f64, decimals: u8) -> String {
        number::signed(value, decimals, self.language)
    }

    /// Writes a number in percent with its sign.
    pub fn percent(self, value: f64, decimals: u8) -> String {
        number::percent(value, decimals, self.language)
    }

    /// Writes a share, from 0 to 1, in percent with its sign.
    pub fn share(self, share: f64, decimals: u8) -> String {
        number::percent(share * 100.0, decimals, self.language)
    }

    /// Writes `count` of `total` in percent, bare; see [`number::share`].
    pub fn share_of(self, count: usize, total: usize, decimals: u8) -> String {
        number::share(count as u64, total as u64, decimals, self.language)
    }

    /// Writes an interval in brackets.
    pub fn interval(self, low: f64, high: f64, decimals: u8) -> String {
        interval::interval(low, high, decimals, self.language)
    }

    /// Writes a p value.
    pub fn p_value(self, p: f64) -> String {
        interval::p_value(p, self.language)
    }

    /// Writes a date read as `2023-06-30`.
    pub fn date(self, iso: &str) -> String {
        date::date(iso, self.language)
    }

    /// Writes the months from one date to another.
    pub fn months(self, first: &str, last: &str) -> String {
        date::months(first, last, self.language)
    }

    /// Puts a name between quotation marks.
    pub fn quoted(self, text: &str) -> String {
        quote::quoted(text, self.language)
    }

    /// Puts an interviewee's words, in the language `spoken`, between quotation marks.
    pub fn verbatim(self, text: &str, spoken: Language) -> String {
        quote::verbatim(text, spoken, self.language)
    }

    /// Sets apostrophes and spaces.
    pub fn spaced(self, text: &str) -> String {
        spacing::spaced(text, self.language)
    }

    /// Writes a count in words.
    pub fn words(self, count: usize, gender: Gender) -> String {
        words::count_in_words(count, gender, self.language)
    }

    /// Writes « trois des douze ».
    pub fn part(self, part: usize, total: usize, gender: Gender) -> String {
        words::part_in_words(part, total, gender, self.language)
    }

    /// Joins names with commas and « et ».
    pub fn joined<T: AsRef<str>>(self, names: &[T]) -> String {
        words::joined(names, self.language)
    }
}
