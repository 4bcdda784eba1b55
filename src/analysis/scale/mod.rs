//! Scales of the questionnaire: what each respondent scores, and how far the items hold together.
//!
//! - `score`: the score of one respondent, or why there is none;
//! - `reliability`: Cronbach's alpha with its interval, and what each item does to it;
//! - `omega`: one common factor, and the share of the score that it explains;
//! - `item`: how the answers to an item are spread;
//! - `transition`: what is said of two moments.

pub mod item;
pub mod omega;
pub mod reliability;
pub mod score;
pub mod transition;

pub use item::{ItemDistribution, distribution, distributions};
pub use omega::{OneFactor, maximum_likelihood, minimum_residual};
pub use reliability::{Reliability, reliability};
pub use score::{BandCount, NoScore, Score, count_bands, needed, score, score_of_asked, scores};
pub use transition::{
    CategoryChange, Transition, category_change, category_changes, transition, transitions,
};
