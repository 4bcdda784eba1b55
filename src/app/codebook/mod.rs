//! The codebook: read, and changed with every coding that follows.

mod themes;

pub use themes::themes;
