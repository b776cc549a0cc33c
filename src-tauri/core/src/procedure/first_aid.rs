//! What could reduce the impact before the cause is known (seed: Common Mitigation Actions).

use crate::incident::{Incident, Mitigation};
use crate::vocabulary::MitigationState;

impl Incident {
    /// The mitigation that was proposed last and is still to be decided on.
    #[must_use]
    pub fn proposed_mitigation(&self) -> Option<&Mitigation> {
        self.mitigations.iter().rev().find(|one| one.state == MitigationState::Proposed)
    }

    /// What could reduce the impact now, before the cause is known: what was proposed, or what undoes a suspect change, unless
    /// something was started since that was suspected.
    #[must_use]
    pub fn to_mitigate(&self) -> Option<String> {
        if let Some(one) = self.proposed_mitigation() {
            return Some(format!("Start: {}", one.action));
        }
        let suspect = self.changes.iter().rev().find(|change| change.suspect)?;
        let tried = self.mitigations.iter().any(|one| one.state != MitigationState::Withdrawn && one.id > suspect.id);
        (!tried).then(|| format!("Mitigate the suspect {}: {}", suspect.kind.label().to_lowercase(), suspect.summary))
    }
}
