//! The guard, made ready of its rules and the services. That takes longer than a start may, so it is made on first use.

use std::sync::Arc;

use sitrep_core::guard::Guard;
use sitrep_core::team::{Services, TeamFileError};

use super::followed::Stamp;

/// The guard in force.
#[derive(Default)]
pub(crate) struct ReadyGuard {
    pub(crate) made: Option<Made>,
    /// The text of the last file without a fault.
    pub(crate) last_good: String,
    /// Why the file is not followed, if it is not.
    pub(crate) problem: Option<String>,
}

/// A guard and what it was made of.
pub(crate) struct Made {
    pub(crate) guard: Arc<Guard>,
    pub(crate) services: Arc<Services>,
    pub(crate) seen: Stamp,
}

impl ReadyGuard {
    pub(crate) fn make(&mut self, text: Result<String, String>, services: &Services) -> Guard {
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
                last_good_or_built_in(&self.last_good, services).unwrap_or_default()
            }
        }
    }
}

fn last_good_or_built_in(text: &str, services: &Services) -> Result<Guard, TeamFileError> {
    Guard::with(text, services).or_else(|_| Guard::built_in())
}
