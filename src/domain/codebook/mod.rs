//! The codebook: the model, and the Markdown notation it is written in.

pub mod model;

pub use model::{Code, Codebook, Theme};
