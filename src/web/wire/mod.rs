//! What travels between pages and server. A browser counts UTF-16 units: `position` turns them into
//! scalar values and back, and they stay in this room. `coding` and `memo` are what pages show.

mod coding;
mod memo;
mod position;

pub(crate) use coding::{WireCoding, wire_codings};
pub(crate) use memo::WireMemo;
pub(crate) use position::{Ends, Point, Ruler};
