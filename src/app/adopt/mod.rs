//! What the team decides beside what is computed.
//!
//! Where it puts a case and why, what it calls a profile and why, the portrait it writes, what it
//! concludes from words and scores together, how an axis is measured and what a code weighs on it.
//! Each decision is one operation, undone as one.
//!
//! `settle` opens the operation on the settings, `profile` and `axis` say what changes in them.

mod axis;
mod profile;
mod settle;

pub use axis::{measure, weigh};
pub use profile::{ProfileName, assign, conclude, name, portray};
