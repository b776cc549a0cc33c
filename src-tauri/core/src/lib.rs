//! The incident procedure as pure functions.
//!
//! Nothing here reads a clock, a disk or the environment: `now` is a parameter, and an incident is a fold of its
//! events. Instants are UTC with millisecond precision.

pub mod comms;
pub mod documents;
pub mod event;
pub mod filling;
pub mod guard;
pub mod incident;
pub mod procedure;
pub mod team;
pub mod text;
pub mod vocabulary;
