//! Handlers, a file or folder a resource.

pub(crate) mod correction;
pub(crate) mod home;
pub(crate) mod matrices;
pub(crate) mod passages;
pub(crate) mod search;
pub(crate) mod transcript;
