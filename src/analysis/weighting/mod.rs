//! Weights that bring a sample to the margins of its population, and what they cost.
//!
//! - `target`: the margins, and why a sample cannot be brought to them;
//! - `rake`: iterative proportional fitting, trimming, linear calibration beside it;
//! - `cells`: the same fitting on a table of counts;
//! - `effect`: Kish's design effect;
//! - `error`: weighted means and shares with errors that know of the calibration;
//! - `crosstab`: the test of Rao and Scott.
//!
//! Weights bring back the known margins and nothing else: they do not cure self-selection. Whoever
//! prints a weighted figure prints the unweighted one beside it.

pub mod cells;
pub mod crosstab;
pub mod effect;
pub mod error;
pub mod rake;
pub mod target;

pub use cells::{FittedCells, fit_cells};
pub use crosstab::{RaoScott, rao_scott};
pub use effect::{DesignEffect, design_effect};
pub use error::{Design, WeightedMean};
pub use rake::{Bounds, Fitting, Raked, calibrate_linear, rake};
pub use target::{Refused, Variable};
