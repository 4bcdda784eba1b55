//! Handlers, a file or folder a resource.

pub(crate) mod coders;
pub(crate) mod correction;
pub(crate) mod history;
pub(crate) mod home;
pub(crate) mod search;
pub(crate) mod transcript;
pub(crate) mod coding;
pub(crate) mod desk;
pub(crate) mod memo;
pub(crate) mod notebook;
pub(crate) mod preference;
pub(crate) mod preferences;
pub(crate) mod undo;
