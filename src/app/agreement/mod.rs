//! How far coders agree, on the interviews that at least two of them coded.
//!
//! A coder who coded nothing of an interview has not judged it: their values there are missing, not
//! absences. [`mod@compare`] measures by code, theme and over all, for pages and commands alike; [`gamma`]
//! aligns passages; [`mod@report`] adds titles, the u-alpha family and the disagreements for the command.
//!
//! All of it reads the study as the one who asks may see it: in an open blind round of theirs, what the others
//! coded on its interviews is not there, so that these interviews are not compared.

pub mod compare;
pub mod gamma;
pub mod report;

pub use compare::{Agreement, Basis, agreement, compare};
pub use gamma::{GammaOutcome, InterviewGamma};
pub use report::{AgreementOutcome, AgreementRequest, CodeLine, Disagreeing, Line, ThemeLine, report};
