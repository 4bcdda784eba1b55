//! Shapes and charts to SVG; knows no codes, computes no statistics.
//!
//! A chart is a plain struct: numbers where something is drawn, finished texts where something is
//! read (this module formats no number for a reader). [`Chart::render`] turns it into one complete
//! `<svg role="img">` with its title and description, 700 px wide for a text column or 350 px
//! for a telephone. Colours stand nowhere in a drawing: marks carry classes, [`style()`](style::style) gives
//! the rules and the light, dark and printed values behind them.
//!
//! The ground floor is [`svg`] (writing), [`scale`] (numbers to pixels), [`text`] (estimated widths,
//! wrapping), [`label`] (places free of overlap), [`palette`] (classes, shapes) and [`mod@style`] (colours); each chart stands in a file of
//! its own above them and uses no other chart.

pub mod accumulation;
pub mod alone;
pub mod arcs;
pub mod axis;
pub mod cooccurrence;
pub mod dendrogram;
pub mod dots;
pub mod heatmap;
mod hull;
pub mod label;
pub mod lanes;
mod legend;
pub mod likert;
pub mod moves;
pub mod pairdots;
pub mod palette;
pub mod plane;
mod region;
pub mod scale;
pub mod silhouette;
pub mod style;
pub mod survival;
pub mod svg;
pub mod text;
pub mod transitions;

pub use accumulation::{Accumulation, Expected, Step};
pub use alone::{Inks, alternative, printed, standalone};
pub use arcs::{ArcItem, Arcs, Tie};
pub use axis::{Axis, Guide, Tick};
pub use cooccurrence::{Cooccurrence, MatrixItem, Pair};
pub use dendrogram::{Dendrogram, Leaf, Merge};
pub use dots::{Dot, DotGroup, DotRow, Dots, Mark, SeriesKey};
pub use heatmap::{Cell, ColumnGroup, HeatMap, Row, RowGroup};
pub use lanes::{Lane, LaneCell, LaneMark, Lanes, Panel, Quartiles};
pub use likert::{Likert, LikertGroup, LikertRow};
pub use moves::{MoveCell, MoveRow, Moves, Tally};
pub use pairdots::{PairDots, PairGroup, PairRow};
pub use palette::{Class, Shape, symbol};
pub use plane::{Centre, Place, Plane, Walk};
pub use silhouette::{Silhouette, SilhouetteBar, SilhouetteGroup};
pub use style::{sheet, style};
pub use survival::{Curve, CurveStep, Survival, TimeMark};
pub use svg::{Alternative, Chart, Width};
pub use transitions::{TransitionRow, Transitions};

#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;
