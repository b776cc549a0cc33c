//! The team's services: read when they are asked for, and again when the file was written. A bad file changes nothing.

use std::path::PathBuf;
use std::sync::{Arc, PoisonError};

use sitrep_core::team::Services;

use crate::workstation::Workstation;

/// The file's name in the config folder.
pub(crate) const SERVICES_FILE: &str = "services.toml";

impl Workstation {
    /// The team's services, as `services.toml` last named them without a fault; none where it names none.
    #[must_use]
    pub fn services(&self) -> Arc<Services> {
        let mut known = self.known_services.lock().unwrap_or_else(PoisonError::into_inner);
        known.read(&self.services_path(), Services::parse)
    }

    /// Why `services.toml` is not followed, if it is not; the last good one of this process stays in force.
    #[must_use]
    pub fn services_problem(&self) -> Option<String> {
        let _ = self.services();
        self.known_services.lock().unwrap_or_else(PoisonError::into_inner).problem()
    }

    /// Where `services.toml` is looked for.
    #[must_use]
    pub fn services_path(&self) -> PathBuf {
        self.folders.config.join(SERVICES_FILE)
    }
}
