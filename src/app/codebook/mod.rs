//! The codebook: read, and changed with every coding that follows.
//!
//! `themes` lists it, `shelf` counts it for pages. `change` makes every change that touches no passage,
//! `recode` merges and splits, `past` tells how codes became what they are and which passages were
//! coded under an older definition; `check` notes that they are still right.

mod change;
mod check;
mod past;
mod recode;
mod shelf;
mod themes;

pub use change::{Changed, CodebookChange, change};
pub use check::check;
pub use past::{Entry, OlderCoding, Versions, definition_times, history, older, versions};
pub use recode::{Recoded, Split, SplitTarget, merge, split};
pub use shelf::{CodePage, Passage, Shelf, ShelfCode, ShelfTheme, code_page, shelf};
pub use themes::themes;
