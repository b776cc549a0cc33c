//! The team's catalogue of mitigations, hypotheses and signs over the built-in one: read when it is asked for, and again when
//! the file was written. A bad file changes nothing.

use std::path::PathBuf;
use std::sync::{Arc, PoisonError};

use sitrep_core::catalogue::Catalogue;

use crate::team_file::{Stamp, stamp, text};
use crate::workstation::Workstation;

/// The file's name in the config folder.
const CATALOGUE_FILE: &str = "catalogue.toml";

/// The catalogue that is known now.
#[derive(Default)]
pub(crate) struct KnownCatalogue {
    catalogue: Option<Arc<Catalogue>>,
    /// Why the file is not followed, if it is not.
    problem: Option<String>,
    /// The file as it was when it was read; nothing was read yet without it.
    seen: Option<Stamp>,
}

impl Workstation {
    /// The catalogue, as `catalogue.toml` last changed it without a fault; the built-in one where it never did.
    #[must_use]
    pub fn catalogue(&self) -> Arc<Catalogue> {
        let mut known = self.known_catalogue.lock().unwrap_or_else(PoisonError::into_inner);
        let path = self.catalogue_path();
        let seen = stamp(&path);
        if known.seen != Some(seen) {
            match text(&path).and_then(|text| Catalogue::with(&text).map_err(|error| error.to_string())) {
                Ok(catalogue) => (known.catalogue, known.problem) = (Some(Arc::new(catalogue)), None),
                Err(problem) => known.problem = Some(problem),
            }
            known.seen = Some(seen);
        }
        Arc::clone(known.catalogue.get_or_insert_with(|| Arc::new(Catalogue::built_in().unwrap_or_default())))
    }

    /// Why `catalogue.toml` is not followed, if it is not; the last good one of this process stays in force.
    #[must_use]
    pub fn catalogue_problem(&self) -> Option<String> {
        let _ = self.catalogue();
        self.known_catalogue.lock().unwrap_or_else(PoisonError::into_inner).problem.clone()
    }

    /// Where `catalogue.toml` is looked for.
    #[must_use]
    pub fn catalogue_path(&self) -> PathBuf {
        self.folders.config.join(CATALOGUE_FILE)
    }
}
