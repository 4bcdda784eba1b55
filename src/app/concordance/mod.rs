//! The concordance: every place of a query in its surroundings, with what the places share.
//!
//! `request` is what a page asks, `find` answers it from the index and the store, `facet` counts the
//! places by who speaks, interview, code and attribute, `line` cuts one place for reading, `suggest`
//! looks for the word that was meant when nothing is found, `code` codes many places at once.

mod code;
mod facet;
mod find;
mod line;
mod request;
mod suggest;

pub use code::{Scope, code};
pub use facet::{AttributeFacet, FacetValue, Facets, Swatch};
pub use find::{Concordance, Group, Place, Unit, find, places};
pub use line::Line;
pub use request::{Chosen, ConcordanceRequest};
pub use suggest::Suggestion;
