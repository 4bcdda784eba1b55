//! One command, one file: its arguments, and how its result reads.

pub(super) mod agreement;
pub(super) mod build;
pub(super) mod check;
pub(super) mod codings;
pub(super) mod completions;
pub(super) mod export;
pub(super) mod history;
pub(super) mod import;
pub(super) mod indicators;
pub(super) mod init;
pub(super) mod lexical;
pub(super) mod link;
pub(super) mod matrix;
pub(super) mod profile;
pub(super) mod roles;
pub(super) mod saturation;
pub(super) mod scale;
pub(super) mod search;
pub(super) mod serve;
pub(super) mod suggest;
pub(super) mod typology;
pub(super) mod undo;
pub(super) mod weights;
pub(super) mod welcome;
