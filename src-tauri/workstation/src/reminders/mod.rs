//! Reminders: when, and in which words.

pub(crate) mod claims;
pub(crate) mod wording;
