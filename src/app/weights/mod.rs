//! The questionnaire weighted to the margins of its population, beside the figures as they are.
//!
//! `margin` finds what both materials tell, `compute` weighs, `outcome` is what is told, `refusal` why
//! there are no weights.

mod compute;
mod margin;
mod outcome;
mod refusal;

pub use compute::{compute, weights};
pub use outcome::{
    MarginCategory, RespondentWeight, SideBySide, WeightedCrosstab, WeightedMargin, WeightedScale,
    WeightsOutcome,
};
pub use refusal::refusal;
