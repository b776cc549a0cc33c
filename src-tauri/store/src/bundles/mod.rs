//! Bundles: incidents in one file, for another laptop; and one incident in JSON, which is taken in as the bundle that holds the same.
//!
//! Start with [`Store::write_bundle`](crate::Store::write_bundle) and [`BundleCopy`]. Always true: a bundle is read through, to bounds, before
//! anything of it counts, and is refused whole where one line is not as it should be; what is read through is a copy of one's own, which nobody
//! changes meanwhile. Not here: what a line holds (core's `bundle`), and what its events are to those that are here (`ledger/union`).

mod bundle;
mod check;
mod copy;
mod incident_json;
mod lines;
mod taking_in;
mod writer;
mod writing;

pub use bundle::Bundle;
pub use copy::{BUNDLE_AT_MOST, BundleCopy};
pub use incident_json::seal;
pub use taking_in::TakenIn;
pub use writing::BundleWritten;
