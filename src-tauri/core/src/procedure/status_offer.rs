//! The status that what is known speaks for; a person still says so.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::incident::{Incident, Mitigation};
use crate::vocabulary::{HypothesisState, MitigationState, Status};

/// A status to move on to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StatusOffer {
    /// Which.
    pub to: Status,
    /// Why, in a few words.
    pub why: String,
}

/// A confirmed hypothesis offers Identified, a mitigation under way Mitigating, one that is done Monitoring.
#[must_use]
pub fn status_offer(incident: &Incident) -> Option<StatusOffer> {
    let offer = done(incident).or_else(|| started(incident)).or_else(|| confirmed(incident))?;
    (incident.is_active() && offer.to > incident.status).then_some(offer)
}

fn done(incident: &Incident) -> Option<StatusOffer> {
    if incident.mitigations.iter().any(|one| one.state == MitigationState::Started) {
        return None;
    }
    let one = latest(incident, MitigationState::Done, Status::Monitoring)?;
    Some(StatusOffer { to: Status::Monitoring, why: format!("done: {}", one.action) })
}

fn started(incident: &Incident) -> Option<StatusOffer> {
    let one = latest(incident, MitigationState::Started, Status::Mitigating)?;
    Some(StatusOffer { to: Status::Mitigating, why: format!("started: {}", one.action) })
}

/// The last mitigation in a state that is news since the status was last entered: what led to it once says nothing when it was
/// left again.
fn latest(incident: &Incident, state: MitigationState, status: Status) -> Option<&Mitigation> {
    let entered = incident.status_entered.get(&status);
    let mut fitting = incident.mitigations.iter().rev().filter(|one| one.state == state);
    fitting.find(|one| entered.is_none_or(|entered| one.changed_at > *entered))
}

fn confirmed(incident: &Incident) -> Option<StatusOffer> {
    let entered = incident.status_entered.get(&Status::Identified);
    let mut fitting = incident.hypotheses.iter().rev().filter(|one| one.state == HypothesisState::Confirmed);
    let one = fitting.find(|one| entered.is_none_or(|entered| one.changed_at > *entered))?;
    Some(StatusOffer { to: Status::Identified, why: format!("confirmed: {}", one.statement) })
}
