//! The acts of an incident.

pub(crate) mod action_items;
pub(crate) mod command_runs;
pub(crate) mod entries;
pub(crate) mod escalation;
pub(crate) mod investigation;
pub(crate) mod quick_entry;
pub(crate) mod respond;
pub(crate) mod transcripts;
pub(crate) mod work;
