//! How far coders agree, on the interviews that at least two of them coded.
//!
//! A coder who coded nothing of an interview has not judged it: their values there are missing, not
//! absences. [`mod@compare`] measures by code, theme and over all, for pages and commands alike; [`mod@report`]
//! adds titles, the u-alpha family and the disagreements for the command.

pub mod compare;
pub mod report;

pub use compare::{Agreement, Basis, agreement, compare};
pub use report::{AgreementOutcome, AgreementRequest, CodeLine, Disagreeing, Line, ThemeLine, report};
