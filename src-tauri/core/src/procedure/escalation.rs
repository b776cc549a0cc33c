//! Where the escalation rule leads (seed: Escalation Rules).

use crate::incident::Incident;
use crate::team::Policy;
use crate::vocabulary::Severity;

/// The severity that the escalation rule leads to.
#[must_use]
pub fn escalates_to(incident: &Incident, policy: &Policy) -> Option<Severity> {
    policy.of(incident.severity).escalate_after()?;
    incident.severity.worse()
}
