//! The link of profiles and questionnaire: the interviewees' own scores, the respondents brought near
//! to a profile on common indicators, and what the questionnaire says by itself.
//!
//! `compute` goes through them, `near` assigns the respondents, `groups` compares without linking anybody,
//! `outcome` is what they tell.

mod compute;
mod groups;
mod near;
mod outcome;

pub use compute::{answer_of, compute, keep, link};
pub(super) use near::profile_of;
pub use outcome::{
    ChangeOutcome, ComparedGroup, GroupComparison, GroupScores, LinkOutcome, NearProfiles, NearScores,
    OwnScores, PracticeOutcome, ProfileCrosstab, RatingOutcome, ScaleOutcome,
};
