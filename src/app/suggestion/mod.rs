//! Codes proposed for sentences that nobody coded, and what a person answers.
//!
//! [`list`] learns from the team's codings and measures itself; it writes nothing. [`decide`] records
//! that a person accepts, rejects or sets aside: only an acceptance makes a coding, and an undo takes
//! both back.

pub mod decide;
pub mod list;

pub use decide::{Answer, DecideRequest, Decided, decide};
pub use list::{Answers, SuggestRequest, SuggestionOutcome, list};
