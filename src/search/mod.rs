//! The full-text index: a cache of the store, one document a turn.
//!
//! A turn is indexed twice, word by word: as folded words (`exact`) and as stems in its language
//! (`stem_fr`, `stem_en`), at the same positions ([`schema`], [`tokenizer`]). [`index`] opens the
//! folder or rebuilds it, [`update`] replaces transcripts in it and notes the store's last
//! operation with the same commit, [`find`] answers a question.
//!
//! A question is parsed by [`query`] into words and filters. Words become a tantivy query
//! ([`compile`], [`ordered`]); filters on codes and attributes are resolved by the app and handed
//! in as sets of turns and transcripts ([`filter`]), which [`collect`] checks hit by hit. The words
//! of a hit are then found again in its text, for exact marks ([`matching`]), and cut for reading
//! ([`snippet`]).
//!
//! Nothing here is a source of truth: the folder can be deleted at any time.
#![allow(clippy::disallowed_methods, reason = "this adapter owns the index folder")]

mod collect;
mod compile;
pub mod error;
pub mod filter;
pub mod find;
pub mod index;
pub mod matching;
mod near;
mod ordered;
pub mod query;
mod schema;
mod snapshot;
pub mod snippet;
#[cfg(test)]
mod tests;
mod tokenizer;
pub mod update;

pub use error::SearchError;
pub use filter::{Filter, TurnSet};
pub use find::{Hit, Hits, Order, Page};
pub use index::{Index, Rebuilt};
pub use query::{FilterField, FilterTerm, ParsedQuery, QueryError, QueryErrorKind, parse};
pub use snippet::{Snippet, snippet};
pub use update::Update;
