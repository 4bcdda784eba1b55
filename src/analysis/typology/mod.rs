//! From codes to types: axes, partitions of the cases, and how firmly they hold.
//!
//! [`axis`] turns the case × code table into one number a case and an axis. [`exact`] finds the
//! partition of least within-group sum of squares by enumeration, [`kmeans`], [`hierarchical`] and
//! [`quadrant`] challenge it. [`label`] numbers profiles so that neither row order nor seed shows.
//! [`validity`] and [`stability`] say how firm they are; [`reduction`] repeats the grouping on the
//! principal components of all codes. [`build`] runs all of it and returns one [`Typology`]: `study`
//! holds what it reads, `challenge` the other methods, `redraw` the cases, coders and weights that
//! might have been otherwise, [`trials`] everything that `propos typology --stability` adds;
//! [`verdict`] says what may be said of the groups. `firmness` sets what the draws say beside a
//! grouping made without them, and sums trials up.

pub mod axis;
pub mod build;
mod challenge;
pub mod correspondence;
pub mod draw;
pub mod exact;
mod firmness;
pub mod hierarchical;
pub mod kmeans;
pub mod label;
pub mod lloyd;
pub mod mixture;
pub mod model;
pub mod number;
pub mod point;
pub mod quadrant;
mod redraw;
pub mod reduction;
pub mod stability;
mod study;
#[cfg(test)]
mod tests;
pub mod trials;
pub mod validity;
pub mod verdict;

pub use axis::{AxisDefinition, AxisValue, Scaling};
pub use build::build;
pub use firmness::Removals;
pub use model::{
    AxisTable, Group, LeftOut, Membership, Method, Moves, Settings, Structure, Typology, TypologyError,
};
