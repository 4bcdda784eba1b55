//! How firm the partition is: every trial of `propos typology --stability`, with its n, its B and its
//! seed, made behind the page when it is asked for.
//!
//! `page` answers, `trial` holds what its parts are written from; `structure` asks whether there are
//! groups, `places` how firmly each case stands, `redrawn` what other draws and other codes give,
//! `others` what other methods find.

mod others;
mod page;
mod places;
mod redrawn;
mod structure;
mod trial;

pub(crate) use page::page;
