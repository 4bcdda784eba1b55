//! Indicators of activity: how often each offer is taken, how long it lasts, for whom.
//!
//! Nothing here holds the records: `tally` counts them as they pass (or is filled from counts made
//! elsewhere), `rate` and `duration` read the tally, `comparison` sets groups of families beside
//! others, `cluster` draws families where they have several interventions.

pub mod cluster;
pub mod comparison;
pub mod duration;
pub mod rate;
pub mod tally;

pub use cluster::{Clustered, Family, by_family};
pub use comparison::{Comparison, GroupComparison, compare};
pub use duration::{DurationComparison, GroupDuration, OfferDuration, compare_durations, durations};
pub use rate::{EventRates, rates};
pub use tally::{EventCount, Tally};
