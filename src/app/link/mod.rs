//! The link of profiles and questionnaire: the interviewees' own scores, the respondents brought near
//! to a profile on common indicators, and what the questionnaire says by itself.
//!
//! `compute` goes through them, `near` assigns the respondents, `outcome` is what they tell.

mod compute;
mod near;
mod outcome;

pub use compute::{answer_of, compute, keep, link};
pub use outcome::{
    LinkOutcome, NearProfiles, NearScores, OwnScores, PracticeOutcome, ProfileCrosstab, RatingOutcome,
    ScaleOutcome,
};
