//! The query language, from what a person types to an expression and filters.
//!
//! | Written | Finds turns with |
//! |---|---|
//! | `aide démarche` | both words, in any inflection |
//! | `aide OR soutien` | either; `a b OR c` is `(a b) OR c` |
//! | `-honte`, `-(a OR b)` | none of it |
//! | `"je ne sais pas"`, `« … »` | these words in this order, side by side, in any inflection |
//! | `"aide caisse"~5` | in this order, with at most five other words among them in all |
//! | `démarch*` | a word that begins so |
//! | `alocation~1`, `alocation~2` | a word one or two edits away (a swap of neighbours is one) |
//! | `=aidée`, `="je savais"` | this very form (case and accents still do not matter) |
//! | `speaker:`, `role:`, `transcript:`, `code:`, `event:séparation` | turns of that speaker, … |
//!
//! Words are cut as the texts are (`text::token`): `l’aide` is `aide`, `peut-être` the phrase
//! `peut être`. Filters stand at the top level, beside the words; `code:a,b` is either, `code:a
//! code:b` both, `-code:a` neither. A value with blanks or commas stands in quotation marks.

pub mod error;
pub mod expression;
mod lexer;
mod parser;

pub use error::{QueryError, QueryErrorKind};
pub use expression::{Expression, FilterField, FilterTerm, Form, Leaf, ParsedQuery};
pub use parser::parse;
