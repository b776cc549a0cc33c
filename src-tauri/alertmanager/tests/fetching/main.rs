//! What a look brings: from Debian's Alertmanager, and from servers that do what no Alertmanager can be made to do.
#![allow(clippy::expect_used, clippy::panic, reason = "what was expected is what a test tells")]

mod misbehaving;
mod real;
mod support;
