//! Suggestions: codes proposed for sentences that nobody coded, learned from the team's own codings.
//!
//! A suggestion never writes a coding: a person accepts it. [`sentence`] cuts what respondents say
//! into sentences and tells which carry which code; [`feature`] turns each into the words that can
//! speak for a code; [`logistic`] learns one code, by a [`search`] for the least loss that each [`pass`]
//! over the sentences tells of; [`threshold`] decides from how sure a sentence is proposed; [`measure`]
//! measures precision and recall on interviews that were held out, the threshold being chosen without
//! them; [`propose`] runs all of it. [`model`] is what comes out.
//!
//! A code of which held-out precision does not reach what the user asks stays silent, and says why.

pub mod feature;
pub mod logistic;
pub mod measure;
pub mod model;
pub mod pass;
pub mod propose;
pub mod search;
pub mod sentence;
pub mod threshold;

pub use model::{CodeMeasure, Evidence, Settings, Silence, Source, Suggestion, Suggestions};
pub use propose::suggest;
