//! What every chapter speaks with: the findings, the catalogue, the formats.

use crate::analysis::disclosure::Published;
use crate::i18n::format::spacing::is_spaced_as_french;
use crate::i18n::format::words::{capitalised, lowercase};
use crate::i18n::{Catalog, Format, Gender, Value};
use crate::plot::{Alternative, Axis, Class, ColumnGroup};
use crate::report::document::phrase::{anchor, guard};
use crate::report::document::{Cell, Inline, Note, NoteKind, Phrase};
use crate::report::findings::{CodeFacts, Edition, Findings, Person, ProfileFacts, Typology};
use crate::report::protected::{Level, Open, ProtectedFindings};
use crate::text::Language;

/// The findings, said in one language.
pub(super) struct Voice<'a> {
    /// What is said, but for the questionnaire and the records.
    pub(super) findings: Open<'a>,
    /// The questionnaire and the records as they may be published: sections read no other counts.
    pub(super) shown: ProtectedFindings,
    /// Numbers and spaces.
    pub(super) format: Format,
    pub(super) words: &'a Catalog,
}

/// An argument of a message.
pub(super) type Argument<'v> = (&'v str, Value<'v>);

impl<'a> Voice<'a> {
    pub(super) fn new(findings: &'a Findings, words: &'a Catalog) -> Self {
        Self {
            findings: Open::of(findings),
            shown: ProtectedFindings::of(findings),
            format: Format::new(words.language()),
            words,
        }
    }

    /// Sets the apostrophes and spaces of a text of the study.
    ///
    /// In the English edition some texts are translated and some are not: one spaced as French keeps
    /// French spaces.
    pub(super) fn set(&self, text: &str) -> String {
        if is_spaced_as_french(text) {
            Format::new(Language::Fr).spaced(text)
        } else {
            self.format.spaced(text)
        }
    }

    /// Returns the language of the interviews when it is not that of the report.
    pub(super) fn foreign(&self) -> Option<Language> {
        Some(self.findings.study.spoken).filter(|spoken| *spoken != self.format.language)
    }

    /// Says a message as bare text.
    pub(super) fn string(&self, key: &str, arguments: &[Argument<'_>]) -> String {
        self.words.text(key, arguments)
    }

    /// Returns the language of the report.
    pub(super) fn language(&self) -> Language {
        self.words.language()
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

    /// What stands between two values that have commas of their own.
    pub(super) fn separator(&self) -> &'static str {
        match self.format.language {
            Language::Fr => "\u{202F}; ",
            Language::En => "; ",
        }
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

    /// Counts the persons who stand in a profile: one whom nobody coded has no place, and comes after them.
    pub(super) fn placed(&self) -> usize {
        self.people().iter().filter(|person| person.profile.is_some()).count()
    }

    /// Writes that number in words, feminine.
    pub(super) fn placed_in_words(&self) -> String {
        self.format.words(self.placed(), Gender::Feminine)
    }

    /// Lists the persons whose interview fewer than two coders read: draws between coders say nothing of
    /// them.
    pub(super) fn read_once(&self, typology: &Typology) -> Vec<usize> {
        (0..typology.places.len())
            .filter(|rank| typology.places.get(*rank).is_some_and(|place| place.coders.len() < 2))
            .collect()
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
        self.computed_title(typology, profile)
    }

    /// Returns the place of a profile on the axes, whatever name the team gave it.
    pub(super) fn computed_title(&self, typology: &Typology, profile: &ProfileFacts) -> String {
        let axis =
            |rank: usize| typology.axes.get(rank).map_or_else(String::new, |axis| self.set(&axis.title));
        let side = |is_high: bool| Value::from(if is_high { "yes" } else { "no" });
        let title = self.string(
            "report-profile-title",
            &[
                ("first", axis(0).into()),
                ("firsthigh", side(profile.is_high.0)),
                ("second", lowercase(&axis(1)).into()),
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

    /// A count that may be hidden, as a cell.
    pub(super) fn published_cell(&self, count: Published) -> Cell {
        count.count().map_or(Cell::Suppressed, |count| self.big_cell(count))
    }

    /// A count that may be hidden, as an argument of a message.
    pub(super) fn published(&self, count: Published) -> Value<'static> {
        count.count().map_or_else(|| self.plain("report-sign-suppressed").into(), Value::from)
    }

    /// A count that may be hidden, as bare text.
    pub(super) fn published_text(&self, count: Published) -> String {
        count.count().map_or_else(
            || self.plain("report-sign-suppressed"),
            |count| self.format.count(usize::try_from(count).unwrap_or(usize::MAX)),
        )
    }

    /// A statistic that may be hidden, as a cell.
    pub(super) fn level_cell(&self, level: Level, decimals: u8) -> Cell {
        match level {
            Level::Told(value) => self.decimal_cell(Some(value), decimals),
            Level::Hidden => Cell::Suppressed,
            Level::Absent => Cell::NotAvailable,
        }
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
        let Some(axis) = typology.axes.get(rank) else { return String::new() };
        let title = capitalised(&self.set(&axis.title));
        match axis.range {
            Some((low, high)) => self.string(
                "report-axis-name",
                &[
                    ("title", title.into()),
                    ("low", self.bound(low, low).into()),
                    ("high", self.bound(high, low).into()),
                ],
            ),
            None => title,
        }
    }

    /// A bound of an axis: with its sign when the axis goes under zero.
    pub(super) fn bound(&self, value: f64, low: f64) -> String {
        let decimals = u8::from((value - value.round()).abs() > 1e-9);
        if low < 0.0 { self.format.signed(value, decimals) } else { self.format.decimal(value, decimals) }
    }

    /// Anchor of the register of a code.
    pub(super) fn register(&self, code: &CodeFacts) -> String {
        anchor("reg-", &code.id)
    }

    /// Anchor of a turn quoted in the report.
    pub(super) fn turn(&self, case: &str, turn: usize) -> String {
        anchor("ctx-", &format!("{case}-{turn}"))
    }

    /// Tells that the study is invented, unless the team's own words do.
    fn invented(&self, source: String) -> String {
        if self.findings.study.invented.is_some() {
            self.string("report-source-invented", &[("source", source.into())])
        } else {
            source
        }
    }

    /// The source as the team writes it, else as counts and dates tell it; without a full stop.
    fn source(&self, material: &str, told: impl FnOnce(&Self) -> String) -> String {
        match self.findings.study.sources.get(material).filter(|source| !source.trim().is_empty()) {
            Some(source) => self.set(source.trim()).trim_end_matches('.').to_owned(),
            None => self.invented(told(self)),
        }
    }

    fn months(&self, dates: Option<&(String, String)>) -> String {
        dates.map_or_else(|| self.plain("report-undated"), |(first, last)| self.format.months(first, last))
    }

    fn interviews(&self) -> String {
        self.source("interviews", |voice| {
            voice.string(
                "report-source-interviews",
                &[
                    ("n", voice.people().len().into()),
                    ("dates", voice.months(voice.findings.study.interview_dates.as_ref()).into()),
                    ("coders", voice.coders().into()),
                ],
            )
        })
    }

    fn questionnaire(&self) -> String {
        self.source("questionnaire", |voice| {
            let dates = voice.months(voice.findings.study.questionnaire_dates.as_ref());
            voice.string("report-source-questionnaire", &[("dates", dates.into())])
        })
    }

    fn casework(&self) -> String {
        self.source("administrative", |voice| {
            let undated = || voice.plain("report-undated");
            let study = &voice.findings.study;
            let date = study.extraction_date.as_ref().map_or_else(undated, |day| voice.format.date(day));
            voice.string(
                "report-source-casework",
                &[
                    ("year", study.intervention_year.clone().unwrap_or_else(undated).into()),
                    ("date", date.into()),
                ],
            )
        })
    }

    fn source_note(&self, key: &str, arguments: &[Argument<'_>]) -> Note {
        self.note(NoteKind::Source, key, arguments)
    }

    pub(super) fn source_interviews(&self) -> Note {
        self.source_note("report-source-computed", &[("source", self.interviews().into())])
    }

    pub(super) fn source_questionnaire(&self) -> Note {
        self.source_note("report-source-computed", &[("source", self.questionnaire().into())])
    }

    pub(super) fn source_casework(&self) -> Note {
        self.source_note("report-source-computed", &[("source", self.casework().into())])
    }

    /// Interviews and questionnaire, or questionnaire and casework, in one line.
    pub(super) fn source_both(&self, casework: bool) -> Note {
        let (first, second) = if casework {
            (self.questionnaire(), self.casework())
        } else {
            (self.interviews(), self.questionnaire())
        };
        // « étude inventée » said once is said for both.
        let opening = first.split_once(", ").map_or("", |(opening, _)| opening);
        let rest = second.strip_prefix(opening).and_then(|rest| rest.strip_prefix(", "));
        let second = rest.filter(|_| !opening.is_empty()).unwrap_or(&second).to_owned();
        self.source_note("report-source-both", &[("first", first.into()), ("second", second.into())])
    }

    /// Whom a material is about, as the team writes it, else as `key` tells it.
    fn scope(&self, material: &str, key: &str, n: Value<'_>) -> Note {
        match self.findings.study.populations.get(material).filter(|scope| !scope.trim().is_empty()) {
            Some(scope) => {
                let scope = self.set(scope.trim());
                Note { kind: NoteKind::Scope, text: format!("{}.", scope.trim_end_matches('.')).into() }
            }
            None => self.note(NoteKind::Scope, key, &[("n", n)]),
        }
    }

    pub(super) fn scope_people(&self) -> Note {
        self.scope("interviews", "report-scope-people", self.people().len().into())
    }

    pub(super) fn scope_respondents(&self, n: usize) -> Note {
        self.scope("questionnaire", "report-scope-respondents", n.into())
    }

    pub(super) fn scope_families(&self, n: Published) -> Note {
        self.scope("administrative", "report-rates-scope", self.published(n))
    }
}
