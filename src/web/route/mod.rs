//! Handlers, a file or folder a resource.

pub(crate) mod correction;
pub(crate) mod home;
