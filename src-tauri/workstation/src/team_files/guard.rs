//! The guard, made ready of its rules and the services. That takes longer than a start may, so it is made on first use.

use std::sync::Arc;

use sitrep_core::guard::Guard;
use sitrep_core::team::{Services, TeamFileError};

use super::followed::Stamp;

/// The guard in force.
#[derive(Default)]
pub(crate) struct ReadyGuard {
    pub(crate) made: Option<Made>,
    /// The text of the last file without a fault, of any process; none while that was not looked up.
    pub(crate) last_good: Option<String>,
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
    /// `kept` is the last good text of any process. Gives the guard, and the text to be kept from now on where that is another.
    pub(crate) fn make(
        &mut self,
        text: Result<String, String>,
        services: &Services,
        kept: impl FnOnce() -> String,
    ) -> (Guard, Option<String>) {
        let last_good = self.last_good.take().unwrap_or_else(kept);
        let own = text.and_then(|text| match Guard::with(&text, services) {
            Ok(guard) => Ok((guard, text)),
            Err(error) => Err(error.to_string()),
        });
        match own {
            Ok((guard, text)) => {
                let news = (text != last_good).then(|| text.clone());
                (self.last_good, self.problem) = (Some(text), None);
                (guard, news)
            }
            Err(problem) => {
                self.problem = Some(problem);
                let guard = last_good_or_built_in(&last_good, services).unwrap_or_default();
                self.last_good = Some(last_good);
                (guard, None)
            }
        }
    }
}

fn last_good_or_built_in(text: &str, services: &Services) -> Result<Guard, TeamFileError> {
    Guard::with(text, services).or_else(|_| Guard::built_in())
}
