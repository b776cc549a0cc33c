//! What is known of the desktop.

pub(crate) mod chord;
pub(crate) mod report;
pub(crate) mod shortcut_steps;
