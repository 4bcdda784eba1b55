//! The codebook: the model, and the Markdown notation it is written in.

mod check;
pub mod model;
mod notation;
mod write;

pub use check::check;
pub use model::{Code, Codebook, Retired, Theme};
pub use notation::parse_theme;
pub use write::write_theme;
