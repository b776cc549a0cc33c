//! Bundles: whatever laptops exchange, and in whatever order, what they have is the union.

#![allow(clippy::expect_used, clippy::panic, reason = "what was expected is what a test tells")]

#[path = "../support/mod.rs"]
mod support;

mod exchange;
mod handles;
mod hostile;
mod pictures;
mod redaction;
mod union;

use support::bundle::Laptop;

/// Whatever is asked of an incident by those who show it.
fn look_at_everything(laptop: &Laptop) {
    for row in laptop.store.incidents().expect("incidents") {
        laptop.store.lines_with_pictures(row.id).expect("pictures");
        laptop.store.newest_entries(row.id, 10).expect("entries");
        laptop.store.spans_days(row.id).expect("days");
        laptop.store.timeline_news(row.id, 0).expect("news");
        laptop.store.timeline_news(row.id, 1).expect("news");
    }
}
