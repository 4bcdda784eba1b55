//! The codebook: the model, how it is changed and what became of its codes, and the Markdown notation
//! it is written in.

mod check;
mod edit;
mod error;
mod history;
pub mod model;
mod notation;
mod write;

pub use check::check;
pub use edit::{CodePatch, Seat, ThemePatch, depth, identifier};
pub use error::CodebookError;
pub use history::{CodeChange, CodeState, DefinitionTimes, Field, FieldChange, history};
pub use model::{Code, Codebook, Retired, Theme};
pub use notation::parse_theme;
pub use write::write_theme;
