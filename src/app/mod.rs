//! Use cases: one file each, between the adapters and delivery. They print nothing and know neither
//! HTTP nor the command line; what they return serialises as the JSON of docs/API.md.

pub mod adopt;
pub mod agreement;
pub mod build;
pub mod case;
pub mod clock;
pub mod codebook;
pub mod coders;
pub mod codes;
pub mod coding;
pub mod codings;
pub mod concordance;
pub mod context;
pub mod correction;
pub mod crossing;
pub mod disagreement;
pub mod error;
pub mod export;
pub mod findings;
pub mod history;
pub mod import;
pub mod index;
pub mod indicators;
pub mod init;
pub mod interview;
pub mod link;
pub mod material;
pub mod matrix;
pub mod memo;
pub mod overview;
pub mod passages;
pub mod pending;
pub mod people;
pub mod preference;
mod request;
pub mod round;
mod run;
pub mod search;
pub mod study;
pub mod suggestion;
pub mod typology;
pub mod undo;

pub use context::Context;
pub use error::AppError;
