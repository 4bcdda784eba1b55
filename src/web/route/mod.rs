//! Handlers, a file or folder a resource.

pub(crate) mod case;
pub(crate) mod codebook;
pub(crate) mod coders;
pub(crate) mod coding;
pub(crate) mod correction;
pub(crate) mod desk;
pub(crate) mod door;
pub(crate) mod drawing;
pub(crate) mod history;
pub(crate) mod home;
pub(crate) mod import;
pub(crate) mod indicators;
pub(crate) mod matrices;
pub(crate) mod memo;
pub(crate) mod methods;
pub(crate) mod notebook;
pub(crate) mod passages;
pub(crate) mod preference;
pub(crate) mod preferences;
pub(crate) mod questionnaire;
pub(crate) mod roles;
pub(crate) mod search;
pub(crate) mod transcript;
pub(crate) mod typology;
pub(crate) mod undo;
pub(crate) mod words;
