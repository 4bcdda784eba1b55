//! What distinguishes the profiles: typical codes, the most typical case, the one at the border.
//!
//! [`v_test`] compares a group with the whole; [`describe`] applies it to the codes of a typology
//! and names the cases that stand for a profile or against it. [`secondary`] tests what did not serve to
//! build the groups; [`sheet`] puts all of a code together.

pub mod describe;
pub mod secondary;
pub mod sheet;
pub mod v_test;

pub use describe::{CodeTest, Profile, Standing, describe};
