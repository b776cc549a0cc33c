//! Bundles: incidents that go to another laptop in one file, and come from one.
//!
//! Start with `export` and `import`. Always true: what comes in was shown before, is taken in whole or not at all, and acts on nobody: it reminds of
//! nothing that was due before it came, opens nothing, and is not the incident that people are at.
//! Not here: the file and what its events are to those that are here (the store's `bundles` and `ledger/union`).

mod export;
mod import;
mod open;
mod preview;

pub use export::BundleMade;
pub use import::{BundleImported, DueReminder};
pub use open::OpenBundle;
pub use preview::{BundlePreview, IncidentInBundle, RenamedIncident};
