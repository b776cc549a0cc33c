//! The incident procedure as pure functions.
//!
//! Nothing here reads a clock, a disk or the environment: `now` is a parameter, and an incident is a fold of its events. Instants
//! are UTC with millisecond precision. The modules are floors, the lowest first: each uses those above it in this list, never one
//! below.

pub mod vocabulary;

pub mod text;

pub mod event;

pub mod bundle;

pub mod team;

pub mod signs;

pub mod incident;

pub mod guard;

pub mod procedure;

pub mod filling;

pub mod messages;

pub mod paper;

pub mod redaction;

pub mod documents;

pub mod figures;
