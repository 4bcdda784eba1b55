//! What every chapter speaks with: the findings, the catalogue, the formats.

use crate::i18n::format::words::capitalised;
use crate::i18n::{Catalog, Format, Gender, Value};
use crate::plot::{Alternative, Axis, Class, ColumnGroup};
use crate::report::document::phrase::{anchor, guard};
use crate::report::document::{Cell, Inline, Note, NoteKind, Phrase};
use crate::report::findings::{CodeFacts, Edition, Findings, Person, ProfileFacts, Typology};

/// The findings, said in one language.
pub(super) struct Voice<'a> {
    /// What is said.
    pub(super) findings: &'a Findings,
    /// Numbers and spaces.
    pub(super) format: Format,
    words: &'a Catalog,
}

/// An argument of a message.
pub(super) type Argument<'v> = (&'v str, Value<'v>);

impl<'a> Voice<'a> {
    pub(super) fn new(findings: &'a Findings, words: &'a Catalog) -> Self {
        Self { findings, format: Format::new(words.language()), words }
    }

    /// Sets the apostrophes and spaces of a text of the study, in the study's own language.
    pub(super) fn set(&self, text: &str) -> String {
        Format::new(self.findings.study.language).spaced(text)
    }

    /// Says a message as bare text.
    pub(super) fn string(&self, key: &str, arguments: &[Argument<'_>]) -> String {
        self.words.text(key, arguments)
    }

    /// Says a message that has no argument.
    pub(super) fn plain(&self, key: &str) -> String {
        self.words.plain(key)
    }

    /// Says a message as a phrase; texts among the arguments stay texts, whatever signs they hold.
    pub(super) fn phrase(&self, key: &str, arguments: &[Argument<'_>]) -> Phrase {
        let guarded: Vec<Argument<'_>> = arguments
            .iter()
            .map(|(name, value)| {
                let value = match value {
                    Value::Text(text) => Value::from(guard(text)),
                    other => other.clone(),
                };
                (*name, value)
            })
            .collect();
        Phrase::parse(&self.words.text(key, &guarded))
    }

    /// Says several phrases one after the other, a space between them.
    pub(super) fn joined(phrases: Vec<Phrase>) -> Phrase {
        phrases.into_iter().fold(Phrase::default(), |all, next| {
            if all.is_empty() { next } else { all.with(Inline::Text(" ".to_owned())).and(next) }
        })
    }

    /// Returns the finding title the team wrote for a figure or table, else a neutral one.
    pub(super) fn title(&self, name: &str, key: &str, arguments: &[Argument<'_>]) -> String {
        match self.findings.study.titles.get(name).filter(|title| !title.trim().is_empty()) {
            Some(title) => self.set(title),
            None => self.string(key, arguments),
        }
    }

    pub(super) fn note(&self, kind: NoteKind, key: &str, arguments: &[Argument<'_>]) -> Note {
        Note { kind, text: self.phrase(key, arguments) }
    }

    pub(super) fn people(&self) -> &'a [Person] {
        &self.findings.people
    }

    /// Writes the number of persons in words, feminine.
    pub(super) fn people_in_words(&self) -> String {
        self.format.words(self.people().len(), Gender::Feminine)
    }

    /// Writes the coders: « deux codeurs ».
    pub(super) fn coders(&self) -> String {
        let count = self.findings.study.codings.len();
        let words = self.format.words(count, Gender::Masculine);
        self.string("report-coders", &[("n", count.into()), ("words", words.into())])
    }

    pub(super) fn is_public(&self) -> bool {
        self.findings.study.edition == Edition::Public
    }

    pub(super) fn person_id(&self, rank: usize) -> &'a str {
        self.findings.people.get(rank).map_or("?", |person| person.id.as_str())
    }

    pub(super) fn code(&self, rank: usize) -> Option<&'a CodeFacts> {
        self.findings.codes.get(rank)
    }

    /// Returns the title of a code, set as the language wants.
    pub(super) fn code_title(&self, rank: usize) -> String {
        self.code(rank).map_or_else(|| "?".to_owned(), |code| self.set(&code.title))
    }

    pub(super) fn profile_name(&self, rank: usize) -> String {
        self.findings
            .typology
            .as_ref()
            .and_then(|typology| typology.profiles.get(rank))
            .map_or_else(|| format!("P{}", rank + 1), |profile| profile.name.clone())
    }

    /// Returns the title of a profile; one the team did not name is told by its place on the axes.
    pub(super) fn profile_title(&self, typology: &Typology, profile: &ProfileFacts) -> String {
        if !profile.title.trim().is_empty() {
            return self.set(&profile.title);
        }
        let axis =
            |rank: usize| typology.axes.get(rank).map_or_else(String::new, |axis| self.set(&axis.title));
        let side = |is_high: bool| Value::from(if is_high { "yes" } else { "no" });
        let title = self.string(
            "report-profile-title",
            &[
                ("first", axis(0).into()),
                ("firsthigh", side(profile.is_high.0)),
                ("second", axis(1).into()),
                ("secondhigh", side(profile.is_high.1)),
            ],
        );
        capitalised(&title)
    }

    /// A cell or a phrase piece with the mark and name of a profile.
    pub(super) fn profile(&self, rank: usize) -> Inline {
        Inline::Profile { rank, name: self.profile_name(rank) }
    }

    /// Ranks of the persons of a profile, in their order.
    pub(super) fn members(&self, profile: usize) -> Vec<usize> {
        self.people()
            .iter()
            .enumerate()
            .filter(|(_, person)| person.profile == Some(profile))
            .map(|(rank, _)| rank)
            .collect()
    }

    /// Persons of the boundary, in their order.
    pub(super) fn boundary(&self, typology: &Typology) -> Vec<usize> {
        (0..self.people().len())
            .filter(|rank| typology.places.get(*rank).is_some_and(|place| place.doubt.is_some()))
            .collect()
    }

    pub(super) fn names(&self, ranks: &[usize]) -> String {
        let names: Vec<&str> = ranks.iter().map(|rank| self.person_id(*rank)).collect();
        self.format.joined(&names)
    }

    /// Columns of a grid of persons, by profile.
    pub(super) fn person_columns(&self) -> Vec<ColumnGroup> {
        let mut groups: Vec<ColumnGroup> = Vec::new();
        let mut last = None;
        for person in self.people() {
            if last != Some(person.profile) {
                last = Some(person.profile);
                let (class, name) = person.profile.map_or((Class::NEUTRAL, String::new()), |rank| {
                    (Class::nth(rank), self.profile_name(rank))
                });
                groups.push(ColumnGroup { class, name, columns: Vec::new() });
            }
            if let Some(group) = groups.last_mut() {
                group.columns.push(person.id.clone());
            }
        }
        groups
    }

    pub(super) fn class_of(&self, person: usize) -> Class {
        self.people().get(person).and_then(|one| one.profile).map_or(Class::NEUTRAL, Class::nth)
    }

    /// A count as a cell: a true zero has its sign.
    pub(super) fn count_cell(&self, count: usize) -> Cell {
        if count == 0 {
            return Cell::Zero;
        }
        self.number_cell(count, None)
    }

    /// A count that leads to its passages.
    pub(super) fn number_cell(&self, count: usize, anchor: Option<String>) -> Cell {
        #[allow(clippy::cast_precision_loss, reason = "counts of a study stay far under 2^53")]
        Cell::Number { text: self.format.count(count), value: count as f64, anchor }
    }

    pub(super) fn big_cell(&self, count: u64) -> Cell {
        self.count_cell(usize::try_from(count).unwrap_or(usize::MAX))
    }

    /// A number as a cell; none is « nd ».
    pub(super) fn decimal_cell(&self, value: Option<f64>, decimals: u8) -> Cell {
        match value.filter(|value| value.is_finite()) {
            Some(value) => Cell::Number { text: self.format.decimal(value, decimals), value, anchor: None },
            None => Cell::NotAvailable,
        }
    }

    /// A difference as a cell, with its sign.
    pub(super) fn signed_cell(&self, value: f64, decimals: u8) -> Cell {
        Cell::Number { text: self.format.signed(value, decimals), value, anchor: None }
    }

    /// An axis with readable ticks; `from` and `to` may be widened to them.
    pub(super) fn axis(&self, title: &str, from: f64, to: f64, ticks: usize, decimals: u8) -> Axis {
        Axis::nice(title, from, to, ticks, |at| self.format.decimal(at, decimals))
    }

    pub(super) fn alternative(&self, title: &str, desc: String) -> Alternative {
        Alternative { title: title.to_owned(), desc }
    }

    /// What is measured on an axis, with its range.
    pub(super) fn axis_name(&self, typology: &Typology, rank: usize) -> String {
        typology.axes.get(rank).map_or_else(String::new, |axis| {
            let high = if axis.low < 0.0 {
                self.format.signed(axis.high, 0)
            } else {
                self.format.decimal(axis.high, 0)
            };
            self.string(
                "report-axis-name",
                &[
                    ("title", self.set(&axis.long_title).into()),
                    ("low", self.format.decimal(axis.low, 0).into()),
                    ("high", high.into()),
                ],
            )
        })
    }

    /// Anchor of the register of a code.
    pub(super) fn register(&self, code: &CodeFacts) -> String {
        anchor("reg-", &code.id)
    }

    /// Anchor of a turn quoted in the report.
    pub(super) fn turn(&self, case: &str, turn: usize) -> String {
        anchor("ctx-", &format!("{case}-{turn}"))
    }

    fn invented(&self, source: String) -> String {
        if self.findings.study.invented {
            self.string("report-source-invented", &[("source", source.into())])
        } else {
            source
        }
    }

    fn months(&self, dates: Option<&(String, String)>) -> String {
        dates.map_or_else(|| self.plain("report-undated"), |(first, last)| self.format.months(first, last))
    }

    fn interviews(&self) -> String {
        self.string(
            "report-source-interviews",
            &[
                ("n", self.people().len().into()),
                ("dates", self.months(self.findings.study.interview_dates.as_ref()).into()),
                ("coders", self.coders().into()),
            ],
        )
    }

    fn questionnaire(&self) -> String {
        let dates = self.months(self.findings.study.questionnaire_dates.as_ref());
        self.string("report-source-questionnaire", &[("dates", dates.into())])
    }

    fn casework(&self) -> String {
        let undated = || self.plain("report-undated");
        let study = &self.findings.study;
        self.string(
            "report-source-casework",
            &[
                ("year", study.intervention_year.clone().unwrap_or_else(undated).into()),
                (
                    "date",
                    study.extraction_date.as_ref().map_or_else(undated, |day| self.format.date(day)).into(),
                ),
            ],
        )
    }

    fn source(&self, source: String) -> Note {
        Note { kind: NoteKind::Source, text: Phrase::plain(self.invented(source)) }
    }

    pub(super) fn source_interviews(&self) -> Note {
        self.source(self.interviews())
    }

    pub(super) fn source_questionnaire(&self) -> Note {
        self.source(self.questionnaire())
    }

    pub(super) fn source_casework(&self) -> Note {
        self.source(self.casework())
    }

    /// Two materials in one line: the first source loses its full stop.
    pub(super) fn source_both(&self, casework: bool) -> Note {
        let (first, second) = if casework {
            (self.questionnaire(), self.casework())
        } else {
            (self.interviews(), self.questionnaire())
        };
        let first = first.trim_end_matches('.').to_owned();
        self.source(self.string("report-source-both", &[("first", first.into()), ("second", second.into())]))
    }

    pub(super) fn scope_people(&self) -> Note {
        self.note(
            NoteKind::Scope,
            "report-scope-people",
            &[("n", self.people().len().into()), ("scope", self.set(&self.findings.study.scope).into())],
        )
    }
}
