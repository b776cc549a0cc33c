//! The team's own policy: read, followed at once, never rewritten. A bad file changes nothing.

use std::path::PathBuf;
use std::sync::{Arc, PoisonError};

use sitrep_core::event::{EventBody, PolicyChange};
use sitrep_core::team::{EffectivePolicy, Origin, Policy, TeamFileError};
use sitrep_store::NewEvent;

use crate::error::Error;
use crate::team_file::{self, Stamp, stamp};
use crate::views::{PolicyValueView, PolicyView};
use crate::workstation::Workstation;

/// The file's name in the config folder.
pub(crate) const POLICY_FILE: &str = "policy.toml";
/// The setting that keeps the text of the last good file, so that a bad one does not undo it at the next start.
const LAST_GOOD: &str = "policy";

/// The policy that is followed now.
pub(crate) struct InForce {
    pub(crate) policy: Arc<Policy>,
    effective: EffectivePolicy,
    /// Why the file is not followed, if it is not.
    problem: Option<String>,
    /// The file as it was when it was read.
    seen: Stamp,
}

impl InForce {
    pub(crate) fn built_in() -> Result<Self, TeamFileError> {
        Ok(Self::of(EffectivePolicy::built_in()?, None, None))
    }

    fn of(effective: EffectivePolicy, problem: Option<String>, seen: Stamp) -> Self {
        Self { policy: Arc::new(effective.policy.clone()), effective, problem, seen }
    }
}

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
        let own = team_file::text(&self.policy_path());
        let own = own.and_then(|text| Ok((EffectivePolicy::with(&text).map_err(|error| error.to_string())?, text)));
        let in_force = match own {
            Ok((effective, text)) => {
                // Of several processes that see the new file, the one that keeps it tells of it.
                if text != last_good && self.lock().store.replace_setting(LAST_GOOD, kept.as_deref(), &text)? {
                    self.announce(&effective.changes_since(&once_good(last_good)?))?;
                }
                InForce::of(effective, None, seen)
            }
            Err(problem) => InForce::of(once_good(last_good)?, Some(problem), seen),
        };
        *self.in_force.write().unwrap_or_else(PoisonError::into_inner) = in_force;
        self.lock().forget(&[]);
        Ok(())
    }

    /// Follows the policy file if it was written since it was read, and says whether it did.
    pub(crate) fn follow_policy(&self) -> bool {
        let seen = self.in_force.read().unwrap_or_else(PoisonError::into_inner).seen;
        stamp(&self.policy_path()) != seen && self.reload_policy().is_ok()
    }

    /// The policy in force, value by value, and what is wrong with the file.
    ///
    /// # Errors
    /// None; a door answers every question with a result.
    pub fn policy_view(&self) -> Result<PolicyView, Error> {
        let in_force = self.in_force.read().unwrap_or_else(PoisonError::into_inner);
        let values = in_force.effective.values.iter().map(|value| PolicyValueView {
            key: value.key.clone(),
            value: value.value.clone(),
            origin: match value.origin {
                Origin::BuiltIn => "built in".to_owned(),
                Origin::File { line } => format!("{POLICY_FILE}, line {line}"),
            },
            own: value.origin != Origin::BuiltIn,
        });
        Ok(PolicyView { path: self.policy_path().display().to_string(), values: values.collect(), problem: in_force.problem.clone() })
    }

    fn policy_path(&self) -> PathBuf {
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

/// A text that was good once; it may be strange to a newer Sitrep, which then follows its own policy.
fn once_good(text: &str) -> Result<EffectivePolicy, TeamFileError> {
    EffectivePolicy::with(text).or_else(|_| EffectivePolicy::built_in())
}
