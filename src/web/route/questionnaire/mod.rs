//! The questionnaire: scales and items, how far they hold together, scores beside profiles, what the
//! team concludes, and who answered.
//!
//! `page` puts the blocks of the report in its order; `reliability` says how far the items of a scale
//! hold together; `joint` is the table that the team fills; `weighted` sets figures weighted to the margins
//! of the records beside the figures as they are.

mod joint;
pub(crate) mod page;
mod reliability;
mod weighted;
