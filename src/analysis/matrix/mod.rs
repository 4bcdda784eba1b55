//! Cases against codes: what was said where, how much of it, how strongly, and which codes meet.
//!
//! [`speech`] counts the respondent's words; [`extract`] unites overlapping codings of one code;
//! [`cases`] fills the case × code table; [`cooccurrence`] and [`attribute`] read the same codings
//! across codes and across groups of cases.

pub mod attribute;
pub mod cases;
pub mod cooccurrence;
pub mod extract;
pub mod speech;

pub use attribute::{AttributeRow, by_attribute};
pub use cases::{CaseMatrix, CaseRow, Cell};
pub use cooccurrence::{Cooccurrence, Pair, by_overlap, by_turn};
pub use extract::{Extract, extracts};
pub use speech::Speech;
