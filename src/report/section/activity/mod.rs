//! Indicateurs d’activité: what was done, for whom, how long.

mod chapter;
mod concerned;
mod durations;
mod objectives;
mod rates;

pub(super) use chapter::blocks;
