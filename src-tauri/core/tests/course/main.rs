//! The course of an incident: what it holds, how it is drawn, and that the table says the same.
#![allow(clippy::expect_used, reason = "a helper of a test has to stop, too")]

mod model;
mod picture;
mod properties;
mod stories;
#[path = "../support/mod.rs"]
mod support;
