//! The team's own policy: followed at once, and said on the timelines that it concerns.

use std::path::PathBuf;
use std::sync::PoisonError;

use sitrep_core::event::{EventBody, PolicyChange};
use sitrep_core::team::EffectivePolicy;
use sitrep_store::NewEvent;

use super::workstation::Workstation;
use crate::refusals::Error;
use crate::team_files::{InForce, POLICY_FILE, last_good_or_built_in, stamp, text};

/// The setting that keeps the text of the last good file, so that a bad one does not undo it at the next start.
const LAST_GOOD: &str = "policy";

impl Workstation {
    /// Reads the policy file again. What changed holds at once, and is said on the timelines of the incidents it concerns;
    /// a file that is bad leaves the last good policy in force.
    ///
    /// # Errors
    /// [`Error::Store`] when the data cannot be read or written.
    pub fn reload_policy(&self) -> Result<(), Error> {
        let kept = self.lock().store.setting(LAST_GOOD)?;
        let last_good = kept.as_deref().unwrap_or_default();
        let seen = stamp(&self.policy_path());
        let own = text(&self.policy_path());
        let own = own.and_then(|text| Ok((EffectivePolicy::with(&text).map_err(|error| error.to_string())?, text)));
        let in_force = match own {
            Ok((effective, text)) => {
                // Of several processes that see the new file, the one that keeps it tells of it. Where nothing can be kept it is followed all the same.
                if text != last_good && !self.is_read_only() && self.lock().store.replace_setting(LAST_GOOD, kept.as_deref(), &text)? {
                    self.announce(&effective.changes_since(&last_good_or_built_in(last_good)?))?;
                }
                InForce::of(effective, None, seen)
            }
            Err(problem) => InForce::of(last_good_or_built_in(last_good)?, Some(problem), seen),
        };
        *self.in_force.write().unwrap_or_else(PoisonError::into_inner) = in_force;
        self.lock().agenda.forget();
        Ok(())
    }

    /// Follows the policy file if it was written since it was read, and says whether it did.
    pub(crate) fn follow_policy(&self) -> bool {
        let seen = self.in_force.read().unwrap_or_else(PoisonError::into_inner).seen;
        stamp(&self.policy_path()) != seen && self.reload_policy().is_ok()
    }

    pub(crate) fn policy_path(&self) -> PathBuf {
        self.folders.config.join(POLICY_FILE)
    }

    fn announce(&self, changes: &[PolicyChange]) -> Result<(), Error> {
        let active = self.lock().store.active()?;
        for row in active {
            self.decide(&row.summary.handle, |incident, _| {
                let changes: Vec<_> = changes.iter().filter(|change| change.concerns(incident.severity)).cloned().collect();
                Ok(if changes.is_empty() { vec![] } else { vec![NewEvent::from(EventBody::PolicyChanged { changes })] })
            })?;
        }
        Ok(())
    }
}
