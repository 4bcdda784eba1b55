//! Des profils aux questionnaires: do scores and words agree.

mod assignment;
mod chapter;
mod items;
mod joint;
mod not_asked;
mod practices;
mod ratings;
mod scores;
mod weighted;

pub(super) use chapter::{blocks, served};
