//! Subtitles and the output of speech recognition: srt, vtt, and lines with `[mm:ss.mmm --> mm:ss.mmm]`.
//!
//! Cues are cut where a screen is full, not where somebody stops speaking: those of one voice that
//! follow each other become one turn, with the time of its first cue. Who speaks is said by the voices
//! of WebVTT, or by names before the words; captions that roll over the screen say each line again,
//! and are read once.

mod cue;
mod name;
mod read;
mod rolling;
#[cfg(test)]
mod tests;

pub use read::{is_subtitle, read};
