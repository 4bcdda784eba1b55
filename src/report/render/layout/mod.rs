//! How a document lies on pages, whatever word processor reads it: what the Word file and the OpenDocument
//! file share, before either format.
//!
//! - [`page`] is a sheet; [`width`] shares it among the columns of a table, [`table`] keeps rows together;
//! - [`caption`] counts tables and figures; [`contents`] lists the chapters; [`outside`] tells what is left
//!   to the screen or moved to the end;
//! - [`opening`] keeps the first lines under a heading with it;
//! - [`look`] is how words look beside their paragraph; [`anchor`] names the places that links lead to;
//! - [`drawing`] makes a figure, the vector and a raster of the same shapes, [`picture`] says how large it
//!   is and what it shows;
//! - [`xml`] writes elements, [`part`] is a finished part of a file.

pub(super) mod anchor;
pub(super) mod caption;
pub(super) mod contents;
pub(super) mod drawing;
pub(super) mod look;
pub(super) mod opening;
pub(super) mod outside;
pub(super) mod page;
pub(super) mod part;
pub(super) mod picture;
pub(super) mod table;
pub(super) mod width;
pub(super) mod xml;
