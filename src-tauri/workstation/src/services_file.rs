//! The team's services: read when they are asked for, and again when the file was written. A bad file changes nothing.

use std::path::PathBuf;
use std::sync::{Arc, PoisonError};

use sitrep_core::service::Services;

use crate::team_file::{Stamp, stamp, text};
use crate::workstation::Workstation;

/// The file's name in the config folder.
pub(crate) const SERVICES_FILE: &str = "services.toml";

/// The services that are known now.
#[derive(Default)]
pub(crate) struct KnownServices {
    services: Arc<Services>,
    /// Why the file is not followed, if it is not.
    problem: Option<String>,
    /// The file as it was when it was read; nothing was read yet without it.
    seen: Option<Stamp>,
}

impl Workstation {
    /// The team's services, as `services.toml` last named them without a fault; none where it names none.
    #[must_use]
    pub fn services(&self) -> Arc<Services> {
        let mut known = self.known_services.lock().unwrap_or_else(PoisonError::into_inner);
        let path = self.services_path();
        let seen = stamp(&path);
        if known.seen != Some(seen) {
            let read = text(&path).and_then(|text| Services::parse(&text).map_err(|error| error.to_string()));
            match read {
                // What says the same is the same, so that nothing is made of it again.
                Ok(services) if services == *known.services => known.problem = None,
                Ok(services) => (known.services, known.problem) = (Arc::new(services), None),
                Err(problem) => known.problem = Some(problem),
            }
            known.seen = Some(seen);
        }
        Arc::clone(&known.services)
    }

    /// Why `services.toml` is not followed, if it is not; the last good one of this process stays in force.
    #[must_use]
    pub fn services_problem(&self) -> Option<String> {
        let _ = self.services();
        self.known_services.lock().unwrap_or_else(PoisonError::into_inner).problem.clone()
    }

    /// Where `services.toml` is looked for.
    #[must_use]
    pub fn services_path(&self) -> PathBuf {
        self.folders.config.join(SERVICES_FILE)
    }
}
