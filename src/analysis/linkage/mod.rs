//! From twelve profiles to the respondents of the questionnaire: nearest centroid, and how far to trust it.
//!
//! One reference standardises everybody: the respondents' mean and standard deviation, the
//! interviewees being projected into it. A centroid stands on some three interviewees, so that every
//! assignment carries its margin; the close ones are "indeterminate" and counted as such. The
//! leave-one-out rate on the interviewees is the ceiling of any claim. Scales that took part in the
//! assignment cannot be tested across profiles.
//!
//! - `assign`: the rule and its validation;
//! - `draw`: tests repeated over profiles drawn from the posteriors.

pub mod assign;
pub mod draw;

pub use assign::{
    Assignment, AssignmentStability, Indicators, LeaveOneOut, Linkage, Settings, Verdict, assign,
    kept_without_each, leave_one_out, resample,
};
pub use draw::{DrawPlan, OverDraws, over_draws};
