//! Handlers, a file or folder a resource.

pub(crate) mod door;
pub(crate) mod drawing;
pub(crate) mod home;
pub(crate) mod indicators;
pub(crate) mod questionnaire;
pub(crate) mod typology;
