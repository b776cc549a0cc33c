//! The incident procedure as pure functions.
//!
//! Nothing here reads a clock, a disk or the environment: `now` is a parameter, and an incident is a fold of its
//! events. Instants are UTC with millisecond precision.

pub mod backstage;
pub mod catalogue;
pub mod checklist;
pub mod comms;
pub mod dashboards;
pub mod deadline;
pub mod documents;
pub mod event;
pub mod fill;
pub mod guard;
pub mod incident;
pub mod log_query;
pub mod next_step;
pub mod offer;
pub mod policy;
pub mod procedure;
pub mod reminder;
pub mod service;
pub mod suggestion;
pub mod text;
pub mod toml_lines;
mod toml_overlay;
pub mod vocabulary;
