//! The incident procedure as pure functions.
//!
//! Nothing here reads a clock, a disk or the environment: `now` is a parameter, and an incident is a fold of its
//! events. Instants are UTC with millisecond precision.

pub mod checklist;
pub mod comms;
pub mod deadline;
pub mod documents;
pub mod event;
pub mod filling;
pub mod guard;
pub mod incident;
pub mod next_step;
pub mod offer;
pub mod procedure;
pub mod reminder;
pub mod suggestion;
pub mod team;
pub mod text;
pub mod vocabulary;
