//! The counts of both materials, table by table, and the sums between them.
//!
//! `answers` holds those of the questionnaire, `records` those of the administrative records, which
//! repeat some of the former. Each is decided within its own table, then walked over with a
//! [`super::book::Book`], which knows all of them.

mod answers;
mod records;

pub(super) use answers::AnswerCounts;
pub(in crate::report) use records::QUARTER;
pub(super) use records::{DurationCounts, RecordCounts};
