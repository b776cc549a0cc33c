//! What an answer comes from in these tests.

pub mod again;
pub mod alertmanager;
pub mod fake;

use sitrep_alertmanager::Source;

/// A source without filters at an address.
pub fn source(url: impl Into<String>) -> Source {
    Source { name: "test".into(), url: url.into(), filters: Vec::new() }
}
