//! What may be published of the questionnaire and the records, decided once.
//!
//! Sections read these values and [`Open`], the findings without either material, so that the text, the
//! figure and the table cannot disagree on what is hidden. `counts` holds the counts of both, table by
//! table, with every sum between them, and `book` the ledger in which they are decided together; `survey`
//! is the questionnaire then, with its `crosstab`; `activity` the administrative records, with their
//! `durations`. A [`Level`] is a statistic that would give a hidden count back.
//!
//! The rule concerns counts of respondents and of families. Interviews and codings are the study's own
//! material, each person of which is shown by name of interview; lines of a file that stand twice or
//! are set aside, and missing answers, tell of the file and not of a person.

mod activity;
mod book;
mod counts;
mod crosstab;
mod durations;
mod findings;
mod level;
mod survey;

pub(in crate::report) use activity::{Activity, Modality, RateLine, Variable};
pub(in crate::report) use counts::QUARTER;
pub(in crate::report) use crosstab::Crosstab;
pub(in crate::report) use durations::{Curve, Durations};
pub(in crate::report) use findings::{Open, ProtectedFindings};
pub(in crate::report) use level::Level;
pub(in crate::report) use survey::{Item, Means, Practice, Scale, Survey, Weighted};

#[cfg(test)]
mod tests;
