//! The public interface, `/api/v1`: the same use cases as the commands, positions in scalar values.
//!
//! `document` is the `OpenAPI` description, made from the handlers themselves; `shape` is what travels.
//! The other files hold the handlers, one resource each. A script sends the token of the opened
//! address as `Authorization: Bearer …`; a page of ours sends its cookies.

#![allow(unused_qualifications, reason = "written by the macros that describe the handlers")]

pub(crate) mod coding;
pub(crate) mod codings;
pub(crate) mod document;
pub(crate) mod history;
pub(crate) mod material;
pub(crate) mod results;
pub(crate) mod search;
mod shape;
pub(crate) mod suggestions;
