//! Statistics on numbers: a leaf that knows no interview, no code and no file.
//!
//! A quantity that data do not determine is an [`undefined::Undefined`] with its reason, never 0,
//! 1 or NaN. Tables of counts are [`contingency::Table`]; groups are slices of values already freed
//! of missing ones, whose number the caller reports. Simulations take a seed and give the same
//! result on every machine.
//!
//! - what a distribution says: [`distribution`], [`quantile`], [`descriptive`];
//! - two nominal variables: [`contingency`], [`exact_table`], [`hypergeometric`], [`association`], [`fit`],
//!   [`paired`];
//! - scores between groups: [`rank`], [`kruskal`], [`permutation`], [`two_groups`], [`cliff`],
//!   [`variance`], [`difference`];
//! - shares and families of tests: [`interval`], [`multiplicity`];
//! - durations: [`survival`], [`log_rank`];
//! - resampling: [`bootstrap`], [`bca`];
//! - small systems of equations, tables reduced to few dimensions: [`linear`], [`eigen`].

pub mod association;
pub mod bca;
pub mod bootstrap;
pub mod cliff;
pub mod contingency;
pub mod descriptive;
pub mod difference;
pub mod distribution;
pub mod eigen;
pub mod exact_table;
pub mod fit;
pub mod hypergeometric;
pub mod interval;
pub mod kruskal;
pub mod linear;
pub mod log_rank;
pub mod multiplicity;
pub mod paired;
pub mod permutation;
pub mod quantile;
pub mod rank;
pub mod survival;
pub mod two_groups;
pub mod undefined;
pub mod variance;
