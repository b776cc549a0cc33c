//! Alertmanager: asks one what fires now, and tells what of it is new.
//!
//! Start with [`Client::fetch`]; a [`Source`] says where and which alerts, [`Seen`] decides what is new since the last look. Always
//! true: one GET to the one host that a person wrote, no redirect, proxy or cookie; connecting, answer and body have a bound; nothing
//! is written there; user and password are shown nowhere. Not here: reading the alerts (`sitrep_alerts::read`), incidents, a clock.

mod answer;
mod client;
mod error;
mod fault;
mod filter;
mod one_line;
mod seen;
mod source;

pub use client::{Client, Limits};
pub use error::{FetchError, SourceError};
pub use seen::{Firing, News, Seen};
pub use source::Source;
