//! The workbench: the study in the browser, one page a view, served on the loopback address.
//!
//! `serve` binds and holds the study, `router` is the one list of addresses, `session` says who asks
//! and refuses writes that do not come from our own pages, `error` turns failures into messages,
//! `events` tells every open page what changed, `overview` keeps the findings that pages show, `lexicon`
//! what the words say, computed `behind` them, `suggesting` what was suggested to whom; `gauge` says how
//! far such computations are. `page` holds what all pages share, `wire` what travels between pages and
//! server (positions in UTF-16 stay there), `route` a file a resource; `api` is the public interface.
//! Texts, styles and scripts are embedded (`assets`), so that it works without a network.

mod api;
mod assets;
mod behind;
mod error;
mod events;
mod gauge;
mod lexicon;
mod overview;
mod page;
mod route;
mod router;
pub mod serve;
mod session;
mod state;
mod suggesting;
mod swatch;
mod wire;

pub use serve::{Options, Server};
