//! The team's catalogue of mitigations, hypotheses and signs over the built-in one: read when it is asked for, and again when
//! the file was written. A bad file changes nothing.

use std::path::PathBuf;
use std::sync::{Arc, PoisonError};

use sitrep_core::team::Catalogue;

use crate::workstation::Workstation;

/// The file's name in the config folder.
const CATALOGUE_FILE: &str = "catalogue.toml";

impl Workstation {
    /// The catalogue, as `catalogue.toml` last changed it without a fault; the built-in one where it never did.
    #[must_use]
    pub fn catalogue(&self) -> Arc<Catalogue> {
        let mut known = self.known_catalogue.lock().unwrap_or_else(PoisonError::into_inner);
        known.read(&self.catalogue_path(), Catalogue::with)
    }

    /// Why `catalogue.toml` is not followed, if it is not; the last good one of this process stays in force.
    #[must_use]
    pub fn catalogue_problem(&self) -> Option<String> {
        let _ = self.catalogue();
        self.known_catalogue.lock().unwrap_or_else(PoisonError::into_inner).problem()
    }

    /// Where `catalogue.toml` is looked for.
    #[must_use]
    pub fn catalogue_path(&self) -> PathBuf {
        self.folders.config.join(CATALOGUE_FILE)
    }
}
