//! The practice incident.

pub(crate) mod story;
