//! propos, "what was said": from interviews to evidence.
//!
//! Transcripts are indexed, tagged against a codebook of themes, grouped into profiles by
//! situational complexity and perceived effect, and linked to questionnaire scores and
//! administrative records.
//!
//! The modules stand in layer order; an arrow goes down only. `tests/architecture.rs` holds the
//! rules as data, `docs/ARCHITECTURE.md` tells the story of each folder.

// Layer 0: text, knows nothing of interviews.
pub mod text;

// Layer 1: what researchers name; no input or output, no clock.
pub mod domain;
pub mod progress;

// Layer 2: numbers in, numbers out.
pub mod analysis;
pub mod i18n;
pub mod plot;

// Layer 3: adapters, each knows one outside thing.
pub mod config;
pub mod exchange;
pub mod report;
pub mod search;
pub mod store;

// Layer 4: use cases.
pub mod app;

// Layer 5: delivery.
pub mod cli;
pub mod web;
