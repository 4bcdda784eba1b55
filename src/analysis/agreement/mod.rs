//! Agreement of coders on the same units: how far what one saw depends on who looked.
//!
//! Input is always units × coders, a missing value where a coder did not judge the unit:
//! [`ratings`]. Coefficients corrected for chance are [`alpha`] (any number of coders, missing
//! values) and [`kappa`] (two coders, or several without missing values); [`percent`] stands beside
//! them, never alone. [`by_code`] puts them together for one code, with an interval that resamples
//! whole interviews, since units of one interview are not independent. [`disagreement`] finds the
//! passages that two coders see otherwise, which people settle one by one.
//!
//! The choice of units (turn, sentence, codepoint) changes the value more than that of the
//! coefficient: the caller names it beside every number. Everybody using one category leaves the
//! corrected coefficients undefined (0/0), never 1.

pub mod alpha;
pub mod by_code;
pub mod disagreement;
pub mod kappa;
pub mod percent;
pub mod ratings;
