//! A TOML settings file read with places: what is wrong is told by line and column, and one bad
//! value never hides the others.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::domain::day::{Day, DayFormat};
use crate::domain::diagnostic::{Diagnostic, Place};
use crate::domain::nearest::nearest;
use crate::domain::settings::Titles;

/// No settings file written by people comes near; a larger one is another kind of file.
const LARGEST: usize = 1 << 20;

/// A table of the file with its place and its name in messages.
#[derive(Clone, Copy)]
pub(super) struct Section<'t> {
    table: &'t DeTable<'t>,
    start: usize,
    name: &'t str,
}

/// Reads one file and gathers what is wrong with it.
pub(super) struct Document<'f> {
    path: &'f str,
    text: &'f str,
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl<'f> Document<'f> {
    pub(super) fn new(path: &'f str, text: &'f str) -> Self {
        Self { path, text, diagnostics: Vec::new() }
    }

    /// Returns what is wrong, in the order of the file.
    pub(super) fn finish(mut self) -> Vec<Diagnostic> {
        self.diagnostics.sort_by(|left, right| left.place.cmp(&right.place));
        self.diagnostics
    }

    /// Parses the file; `None` when it is not TOML, which is then told.
    pub(super) fn parse(&mut self) -> Option<Spanned<DeTable<'f>>> {
        if self.text.len() > LARGEST {
            let place = Place::file(self.path);
            self.push(Diagnostic::error(place, "settings-too-large").with("bytes", self.text.len()));
            return None;
        }
        match DeTable::parse(self.text) {
            Ok(table) => Some(table),
            Err(error) => {
                let place = self.place(error.span().map_or(0, |span| span.start));
                let detail = error.message().lines().next().unwrap_or_default().to_owned();
                self.diagnostics.push(Diagnostic::error(place, "settings-syntax").with("detail", detail));
                None
            }
        }
    }

    /// Turns a byte offset into a line and a column in scalar values.
    pub(super) fn place(&self, offset: usize) -> Place {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        let before = &self.text[..offset];
        let line = before.matches('\n').count() + 1;
        let start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Place::at(self.path, line, before[start..].chars().count() + 1)
    }

    pub(super) fn push(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// An error at the value of a key, or at its section when the key is absent.
    pub(super) fn error(&self, section: Section<'_>, key: &str, message: &'static str) -> Diagnostic {
        let offset = section.table.get(key).map_or(section.start, |value| value.span().start);
        Diagnostic::error(self.place(offset), message).with("name", key)
    }

    /// Tells every key that is not among the known ones, with the nearest of them.
    pub(super) fn expect_keys(&mut self, section: Section<'_>, known: &[&str]) {
        let mut unknown: Vec<(usize, &str)> = section
            .table
            .keys()
            .map(|key| (key.span().start, key.get_ref().as_ref()))
            .filter(|(_, key)| !known.contains(key))
            .collect();
        unknown.sort_unstable();
        for (offset, key) in unknown {
            let diagnostic = Diagnostic::error(self.place(offset), "settings-unknown-key")
                .with("name", key)
                .with("section", section.name)
                .with("nearest", nearest(key, known.iter().copied()).unwrap_or("empty"));
            self.push(diagnostic);
        }
    }

    fn wrong_type(&mut self, value: &Spanned<DeValue<'_>>, key: &str, expected: &'static str) {
        let diagnostic = Diagnostic::error(self.place(value.span().start), "settings-wrong-type")
            .with("name", key)
            .with("expected", expected);
        self.push(diagnostic);
    }

    /// Tells that a required key is missing.
    pub(super) fn missing(&mut self, section: Section<'_>, key: &str) {
        let diagnostic = Diagnostic::error(self.place(section.start), "settings-missing-key")
            .with("name", key)
            .with("section", section.name);
        self.push(diagnostic);
    }

    /// The text at a key.
    pub(super) fn text(&mut self, section: Section<'_>, key: &str) -> Option<String> {
        let value = section.table.get(key)?;
        let text = value.get_ref().as_str().map(|text| text.trim().to_owned());
        if text.is_none() {
            self.wrong_type(value, key, "text");
        }
        text
    }

    /// The text at a key that must be there and hold something.
    pub(super) fn required_text(&mut self, section: Section<'_>, key: &str) -> Option<String> {
        if section.table.get(key).is_none() {
            self.missing(section, key);
            return None;
        }
        let text = self.text(section, key)?;
        if text.is_empty() {
            let diagnostic = self.error(section, key, "settings-empty");
            self.push(diagnostic);
            return None;
        }
        Some(text)
    }

    /// A text in one or both languages: `"…"` or `{ fr = "…", en = "…" }`.
    pub(super) fn titles(&mut self, section: Section<'_>, key: &str) -> Option<Titles> {
        let value = section.table.get(key)?;
        self.titles_of(value, key)
    }

    fn titles_of(&mut self, value: &Spanned<DeValue<'_>>, key: &str) -> Option<Titles> {
        match value.get_ref() {
            DeValue::String(text) => Some(Titles::both(text.trim())),
            DeValue::Table(table) => {
                let section = Section { table, start: value.span().start, name: key };
                self.expect_keys(section, &["fr", "en"]);
                let fr = self.text(section, "fr").unwrap_or_default();
                let en = self.text(section, "en").unwrap_or_default();
                Some(Titles { fr, en })
            }
            _ => {
                self.wrong_type(value, key, "text");
                None
            }
        }
    }

    /// Every key of a table with its text, in the order of the keys' letters.
    pub(super) fn titles_by_key(&mut self, section: Section<'_>, key: &str) -> Vec<(String, Titles)> {
        let Some(inner) = self.section(section, key) else { return Vec::new() };
        let entries: Vec<_> = inner.table.iter().collect();
        entries
            .into_iter()
            .filter_map(|(name, value)| {
                Some((name.get_ref().to_string(), self.titles_of(value, name.get_ref())?))
            })
            .collect()
    }

    /// A whole number within bounds.
    pub(super) fn integer(&mut self, section: Section<'_>, key: &str, bounds: Range<i64>) -> Option<i64> {
        let value = section.table.get(key)?;
        let Some(number) = integer_of(value.get_ref()) else {
            self.wrong_type(value, key, "integer");
            return None;
        };
        if bounds.contains(&number) {
            return Some(number);
        }
        let diagnostic = Diagnostic::error(self.place(value.span().start), "settings-range")
            .with("name", key)
            .with("value", number)
            .with("least", bounds.start)
            .with("most", bounds.end - 1);
        self.push(diagnostic);
        None
    }

    /// A number within closed bounds.
    pub(super) fn number(&mut self, section: Section<'_>, key: &str, least: f64, most: f64) -> Option<f64> {
        let value = section.table.get(key)?;
        let Some(number) = number_of(value.get_ref()) else {
            self.wrong_type(value, key, "number");
            return None;
        };
        if (least..=most).contains(&number) {
            return Some(number);
        }
        let diagnostic = Diagnostic::error(self.place(value.span().start), "settings-range")
            .with("name", key)
            .with("value", number)
            .with("least", least)
            .with("most", most);
        self.push(diagnostic);
        None
    }

    /// True or false.
    pub(super) fn boolean(&mut self, section: Section<'_>, key: &str) -> Option<bool> {
        let value = section.table.get(key)?;
        let boolean = value.get_ref().as_bool();
        if boolean.is_none() {
            self.wrong_type(value, key, "boolean");
        }
        boolean
    }

    /// A day, written `2023-06-30` with or without quotes.
    pub(super) fn day(&mut self, section: Section<'_>, key: &str) -> Option<Day> {
        let value = section.table.get(key)?;
        let written = match value.get_ref() {
            DeValue::String(text) => text.to_string(),
            DeValue::Datetime(day) => day.to_string(),
            _ => String::new(),
        };
        let day = DayFormat::YearFirst.parse(&written);
        if day.is_none() {
            self.wrong_type(value, key, "day");
        }
        day
    }

    /// A list of texts; numbers are taken as they are written.
    pub(super) fn texts(&mut self, section: Section<'_>, key: &str) -> Option<Vec<String>> {
        let value = section.table.get(key)?;
        let Some(list) = value.get_ref().as_array() else {
            self.wrong_type(value, key, "texts");
            return None;
        };
        let mut texts = Vec::with_capacity(list.len());
        for entry in list.iter() {
            match entry.get_ref() {
                DeValue::String(text) => texts.push(text.to_string()),
                DeValue::Integer(number) => texts.push(number.to_string()),
                _ => self.wrong_type(entry, key, "text"),
            }
        }
        Some(texts)
    }

    /// A list of numbers.
    pub(super) fn numbers(&mut self, section: Section<'_>, key: &str) -> Option<Vec<f64>> {
        let value = section.table.get(key)?;
        let Some(list) = value.get_ref().as_array() else {
            self.wrong_type(value, key, "numbers");
            return None;
        };
        let mut numbers = Vec::with_capacity(list.len());
        for entry in list.iter() {
            match number_of(entry.get_ref()) {
                Some(number) => numbers.push(number),
                None => self.wrong_type(entry, key, "number"),
            }
        }
        Some(numbers)
    }

    /// One of the names allowed.
    pub(super) fn choice<T>(&mut self, section: Section<'_>, key: &str, allowed: &[(&str, T)]) -> Option<T>
    where
        T: Copy,
    {
        let written = self.text(section, key)?;
        let found = self.choose(&written, allowed);
        if found.is_none() {
            let diagnostic =
                self.choice_error(self.error(section, key, "settings-choice"), &written, allowed);
            self.push(diagnostic);
        }
        found
    }

    /// A list of names allowed.
    pub(super) fn choices<T: Copy>(
        &mut self,
        section: Section<'_>,
        key: &str,
        allowed: &[(&str, T)],
    ) -> Option<Vec<T>> {
        let written = self.texts(section, key)?;
        let mut chosen = Vec::with_capacity(written.len());
        for word in written {
            match self.choose(&word, allowed) {
                Some(choice) => chosen.push(choice),
                None => {
                    let error = self.error(section, key, "settings-choice");
                    let diagnostic = self.choice_error(error, &word, allowed);
                    self.push(diagnostic);
                }
            }
        }
        Some(chosen)
    }

    fn choose<T: Copy>(&self, written: &str, allowed: &[(&str, T)]) -> Option<T> {
        allowed.iter().find(|(name, _)| *name == written).map(|(_, choice)| *choice)
    }

    fn choice_error<T>(&self, error: Diagnostic, written: &str, allowed: &[(&str, T)]) -> Diagnostic {
        let names: Vec<&str> = allowed.iter().map(|(name, _)| *name).collect();
        error.with("value", written).with("allowed", names.join(", "))
    }

    /// The table at a key.
    pub(super) fn section<'t>(&mut self, section: Section<'t>, key: &'t str) -> Option<Section<'t>> {
        let value = section.table.get(key)?;
        if let DeValue::Table(table) = value.get_ref() {
            return Some(Section { table, start: value.span().start, name: key });
        }
        self.wrong_type(value, key, "table");
        None
    }

    /// The tables of a list of tables, in order.
    pub(super) fn sections<'t>(&mut self, section: Section<'t>, key: &'t str) -> Vec<Section<'t>> {
        let Some(value) = section.table.get(key) else { return Vec::new() };
        let Some(list) = value.get_ref().as_array() else {
            self.wrong_type(value, key, "tables");
            return Vec::new();
        };
        let mut sections = Vec::with_capacity(list.len());
        for entry in list.iter() {
            match entry.get_ref() {
                DeValue::Table(table) => {
                    sections.push(Section { table, start: entry.span().start, name: key });
                }
                _ => self.wrong_type(entry, key, "table"),
            }
        }
        sections
    }

    /// The keys of a table in the order written, each with its list of texts.
    pub(super) fn lists(&mut self, section: Section<'_>, key: &str) -> Vec<(String, Vec<String>)> {
        let Some(inner) = self.section(section, key) else { return Vec::new() };
        let mut lists = Vec::new();
        for name in inner.keys() {
            lists.extend(self.texts(inner, name).map(|texts| (name.to_owned(), texts)));
        }
        lists
    }

    /// The keys of a table in the order written, each with its text (or number as written).
    pub(super) fn pairs(&mut self, section: Section<'_>, key: &str) -> Vec<(String, String)> {
        let Some(value) = section.table.get(key) else { return Vec::new() };
        let DeValue::Table(table) = value.get_ref() else {
            self.wrong_type(value, key, "table");
            return Vec::new();
        };
        let mut entries: Vec<_> = table.iter().collect();
        entries.sort_by_key(|(name, _)| name.span().start);
        let mut pairs = Vec::with_capacity(entries.len());
        for (name, value) in entries {
            let text = match value.get_ref() {
                DeValue::String(text) => text.to_string(),
                DeValue::Integer(number) => number.to_string(),
                DeValue::Float(number) => number.to_string(),
                _ => {
                    self.wrong_type(value, name.get_ref(), "text");
                    continue;
                }
            };
            pairs.push((name.get_ref().to_string(), text));
        }
        pairs
    }
}

impl<'t> Section<'t> {
    /// The whole file.
    pub(super) fn root(table: &'t Spanned<DeTable<'t>>, name: &'t str) -> Self {
        Self { table: table.get_ref(), start: 0, name }
    }

    /// Tells whether a key is there.
    pub(super) fn has(self, key: &str) -> bool {
        self.table.get(key).is_some()
    }

    /// Its keys, in the order written.
    pub(super) fn keys(self) -> Vec<&'t str> {
        let mut keys: Vec<(usize, &'t str)> =
            self.table.keys().map(|key| (key.span().start, key.get_ref().as_ref())).collect();
        keys.sort_unstable();
        keys.into_iter().map(|(_, key)| key).collect()
    }
}

fn integer_of(value: &DeValue<'_>) -> Option<i64> {
    let integer = value.as_integer()?;
    i64::from_str_radix(integer.as_str(), integer.radix()).ok()
}

fn number_of(value: &DeValue<'_>) -> Option<f64> {
    let text = match value {
        DeValue::Integer(number) if number.radix() == 10 => number.as_str(),
        DeValue::Float(number) => number.as_str(),
        _ => return None,
    };
    text.parse::<f64>().ok().filter(|number| number.is_finite())
}
