//! What the interviewees' words say: classes of segments, their crossing with the profiles, and the
//! vocabulary of each profile; computed behind the page, as the command computes it.
//!
//! `address` is what an address asks for, `page` the page, `class` a class as people read it,
//! `crossing` classes and profiles, `vocabulary` what a profile says more or less.

mod address;
mod class;
mod crossing;
mod page;
pub(crate) mod vocabulary;

pub(crate) use page::{page, progress};
