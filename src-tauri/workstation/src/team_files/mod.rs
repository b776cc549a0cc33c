//! The team's files, as they are read.

pub(crate) mod catalogue;
pub(crate) mod disk;
pub(crate) mod followed;
pub(crate) mod guard;
pub(crate) mod place;
pub(crate) mod policy;
pub(crate) mod services;
pub(crate) mod templates;
