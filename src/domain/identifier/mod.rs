//! Direct identifiers of persons, as they stand in texts and tables of the field.
//!
//! `find` goes through a text; `number` knows NIR, telephone and bank numbers by their form and their
//! check digits, `address` e-mails and postal addresses, `column` what only a whole column shows, `mask`
//! what may be shown of a find. What is found is a reason to stop, not a proof: a number may be invented.

mod address;
mod column;
mod find;
mod mask;
mod number;

pub use column::{ColumnFind, ColumnWatch};
pub use find::{Identifier, IdentifierKind, find, hidden};
