//! Coding by hand: what a person does to passages, each doing one operation.
//!
//! `apply` puts codes on passages, `change` changes and removes a coding, `new_code` makes a code and
//! codes with it at once. All go through `place`, which finds the passage that a selection means, in
//! the version that the page showed, and follows it to the present one. `follow` brings what stands in
//! another version to the present one, after a correction or an undo. `view` is what a page shows, and
//! what changed since it was shown.

mod apply;
mod change;
mod error;
mod follow;
mod new_code;
mod place;
mod view;

pub use apply::{Application, Applied, apply};
pub(in crate::app) use apply::{known, made};
pub use change::{Adjustment, adjust, remove};
pub use error::{CodingError, FormerCode};
pub use follow::{FollowedCoding, How, follow, follow_memos};
pub use new_code::{NewCode, new_code};
pub use place::Selected;
pub use view::{Changes, changes, find, last_code, version};
