//! The incident procedure as pure functions.
//!
//! Nothing here reads a clock, a disk or the environment: `now` is a parameter, and an incident is a fold of its
//! events. Instants are UTC with millisecond precision.

pub mod action_item;
pub mod backstage;
pub mod catalogue;
pub mod change;
pub mod checklist;
pub mod command_run;
pub mod comms;
pub mod dashboards;
pub mod deadline;
pub mod declaration;
pub mod documents;
pub mod duration_text;
pub mod event;
pub mod fill;
pub mod finding;
pub mod guard;
pub mod handle;
pub mod hypothesis;
pub mod impact;
pub mod incident;
pub mod instant;
pub mod investigation;
pub mod log_query;
pub mod mitigation;
pub mod next_step;
pub mod offer;
pub mod picture;
pub mod policy;
pub mod procedure;
pub mod quick_entry;
pub mod reminder;
pub mod role;
pub mod service;
pub mod severity;
pub mod status;
pub mod suggestion;
pub mod toml_lines;
mod toml_overlay;
pub mod transcript;
pub mod update;
pub mod verification;
