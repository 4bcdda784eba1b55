//! Codes proposed for sentences that nobody coded, and what a person answers.
//!
//! [`learn`] gathers what a person's suggestions are learned from, which in a blind round are their own
//! codings alone, and learns; it writes nothing. [`list`] tells which suggestions stand, since some were
//! answered, and what answers there were; [`context`] sets each among the words round it. [`decide`]
//! records that a person accepts, rejects or sets aside: only an acceptance makes a coding, and an undo
//! takes both back.

pub mod context;
pub mod decide;
pub mod learn;
pub mod list;
pub mod reason;

pub use context::{InContext, Piece, in_context};
pub use decide::{Answer, DecideRequest, Decided, answer, decide};
pub use learn::{Lesson, Proposals, precision};
pub use list::{Answers, SuggestRequest, SuggestionOutcome, is_stale, list, standing};
pub use reason::why;
