//! The guard of this team: its rules are made ready on first use, since that takes longer than a start may, and again when
//! `guard.toml` or the services changed. A bad file changes nothing.

use std::path::PathBuf;
use std::sync::{Arc, PoisonError};

use sitrep_core::guard::Guard;
use sitrep_core::team::{Services, TeamFileError};

use crate::team_file::{Stamp, stamp, text};
use crate::workstation::Workstation;

/// The file's name in the config folder.
pub(crate) const GUARD_FILE: &str = "guard.toml";

/// The guard in force.
#[derive(Default)]
pub(crate) struct ReadyGuard {
    made: Option<Made>,
    /// The text of the last file without a fault.
    last_good: String,
    /// Why the file is not followed, if it is not.
    problem: Option<String>,
}

/// A guard and what it was made of.
struct Made {
    guard: Arc<Guard>,
    services: Arc<Services>,
    seen: Stamp,
}

impl Workstation {
    /// The guard with the team's rules and services. The first call makes it ready; later ones take what is there.
    #[must_use]
    pub fn guard(&self) -> Arc<Guard> {
        let services = self.services();
        let mut ready = self.ready_guard.lock().unwrap_or_else(PoisonError::into_inner);
        let path = self.guard_path();
        let seen = stamp(&path);
        if let Some(made) = &ready.made
            && made.seen == seen
            && Arc::ptr_eq(&made.services, &services)
        {
            return Arc::clone(&made.guard);
        }
        let guard = Arc::new(ready.make(text(&path), &services));
        ready.made = Some(Made { guard: Arc::clone(&guard), services, seen });
        guard
    }

    /// What of the guard finds secrets. Ready in a moment, for a process that does one thing.
    pub(crate) fn secrets_guard(&self) -> Guard {
        let own = text(&self.guard_path()).unwrap_or_default();
        Guard::for_secrets(&own).or_else(|_| Guard::for_secrets("")).unwrap_or_default()
    }

    /// Why `guard.toml` is not followed, if it is not; the last good one of this process stays in force.
    #[must_use]
    pub fn guard_problem(&self) -> Option<String> {
        let _ = self.guard();
        self.ready_guard.lock().unwrap_or_else(PoisonError::into_inner).problem.clone()
    }

    /// Where `guard.toml` is looked for.
    #[must_use]
    pub fn guard_path(&self) -> PathBuf {
        self.folders.config.join(GUARD_FILE)
    }
}

impl ReadyGuard {
    fn make(&mut self, text: Result<String, String>, services: &Services) -> Guard {
        let own = text.and_then(|text| match Guard::with(&text, services) {
            Ok(guard) => Ok((guard, text)),
            Err(error) => Err(error.to_string()),
        });
        match own {
            Ok((guard, text)) => {
                (self.last_good, self.problem) = (text, None);
                guard
            }
            Err(problem) => {
                self.problem = Some(problem);
                once_good(&self.last_good, services).unwrap_or_default()
            }
        }
    }
}

fn once_good(text: &str, services: &Services) -> Result<Guard, TeamFileError> {
    Guard::with(text, services).or_else(|_| Guard::built_in())
}
