//! Both materials, protected together; and what sections may read beside them.

use super::activity::Activity;
use super::book::Book;
use super::counts::{AnswerCounts, RecordCounts};
use super::survey::Survey;
use crate::report::findings::{
    AccumulationStep, CodeFacts, Colophon, Cooccurrence, Findings, Person, StudyFacts, ThemeFacts, TurnFacts,
    Typology,
};

/// The questionnaire and the records as they may be published.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::report) struct ProtectedFindings {
    /// The questionnaire.
    pub(in crate::report) survey: Option<Survey>,
    /// The administrative records.
    pub(in crate::report) activity: Option<Activity>,
}

impl ProtectedFindings {
    /// Decides table by table, then over all of them: what two tables share is hidden in both.
    pub(in crate::report) fn of(findings: &Findings) -> Self {
        let threshold = findings.study.threshold;
        let mut answers = findings.questionnaire.as_ref().map(|one| (one, AnswerCounts::of(one, threshold)));
        let crosstab = answers
            .as_ref()
            .and_then(|(facts, counts)| Some((facts.assignment.as_ref()?, counts.crosstab.as_ref()?)));
        let mut records =
            findings.casework.as_ref().map(|one| (one, RecordCounts::of(one, crosstab, threshold)));
        let mut book = Book::new(findings.study.rounding);
        let mut walk = |book: &mut Book| {
            let figures = answers.as_mut().map(|(facts, counts)| counts.walk(facts, book));
            if let Some((facts, counts)) = &mut records {
                let assignment = findings.questionnaire.as_ref().and_then(|one| one.assignment.as_ref());
                counts.walk(facts, figures.as_ref().zip(assignment), book);
            }
        };
        walk(&mut book);
        book.close(threshold);
        walk(&mut book);
        let is_rounded = findings.study.rounding > 1;
        Self {
            survey: answers.map(|(facts, counts)| Survey::of(facts, counts, threshold)),
            activity: records.map(|(facts, counts)| Activity::of(facts, counts, threshold, is_rounded)),
        }
    }
}

/// What sections read of the findings beside [`ProtectedFindings`]: neither the questionnaire nor the
/// records, so that no section can tell a count that is hidden.
#[derive(Clone, Copy, Debug)]
pub(in crate::report) struct Open<'a> {
    pub(in crate::report) study: &'a StudyFacts,
    pub(in crate::report) people: &'a Vec<Person>,
    pub(in crate::report) themes: &'a Vec<ThemeFacts>,
    pub(in crate::report) codes: &'a Vec<CodeFacts>,
    pub(in crate::report) cooccurrence: &'a Option<Cooccurrence>,
    pub(in crate::report) accumulation: &'a Vec<AccumulationStep>,
    pub(in crate::report) typology: &'a Option<Typology>,
    pub(in crate::report) no_profiles: &'a Option<String>,
    pub(in crate::report) turns: &'a Vec<TurnFacts>,
    pub(in crate::report) colophon: &'a Colophon,
}

impl<'a> Open<'a> {
    pub(in crate::report) fn of(findings: &'a Findings) -> Self {
        Self {
            study: &findings.study,
            people: &findings.people,
            themes: &findings.themes,
            codes: &findings.codes,
            cooccurrence: &findings.cooccurrence,
            accumulation: &findings.accumulation,
            typology: &findings.typology,
            no_profiles: &findings.no_profiles,
            turns: &findings.turns,
            colophon: &findings.colophon,
        }
    }
}
