//! Agreement of coders on the same units: how far what one saw depends on who looked.
//!
//! [`unit`] cuts what respondents say into units and finds those that passages make coded, as runs;
//! [`pattern`] counts over the runs who judged units coded and who did not; [`ratings`] are units ×
//! coders, a missing value where a coder did not judge. Coefficients corrected for chance are
//! [`alpha`] (any number of coders, missing values), [`kappa`] (two coders, or several without
//! missing values) and [`ac1`] (beside them where a code is rare); [`percent`] stands beside them,
//! never alone. [`by_code`] puts them together for one code or several, with an interval that
//! resamples whole interviews, since units of one interview are not independent; [`measure`] does so
//! for every code, theme and all of them. Without units,
//! [`unitizing`] compares where passages begin and end (the u-alpha family) and [`gamma`] pairs
//! them by [`alignment`]. [`disagreement`] finds the passages that two coders see otherwise, which
//! people settle one by one.
//!
//! The choice of units (turn, sentence, codepoint) changes the value more than that of the
//! coefficient: the caller names it beside every number. Everybody using one category leaves the
//! corrected coefficients undefined (0/0), never 1.

pub mod ac1;
pub mod alignment;
pub mod alpha;
pub mod by_code;
pub mod disagreement;
pub mod gamma;
pub mod kappa;
pub mod measure;
pub mod pattern;
pub mod percent;
pub mod ratings;
pub mod unit;
pub mod unitizing;
