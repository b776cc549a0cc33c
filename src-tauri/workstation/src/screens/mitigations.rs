//! The Mitigate pane.

use chrono::{DateTime, Utc};
use serde::Serialize;
use sitrep_core::incident::Mitigation;
use sitrep_core::procedure::{StatusOffer, status_offer};
use sitrep_core::text::clock_time;
use sitrep_core::vocabulary::{EventId, MitigationState};
use ts_rs::TS;

use crate::data::Workstation;
use crate::refusals::Error;

/// The Mitigate pane.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MitigateScreen {
    /// What was proposed, started, done or undone, in the order in which it was written down.
    pub uses: Vec<MitigationView>,
    /// A status that what is known speaks for.
    pub offer: Option<StatusOffer>,
}

/// A use of a mitigation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MitigationView {
    /// The event that added it.
    pub id: EventId,
    /// What is done.
    pub action: String,
    /// The id of the catalogue's action, if it is one of these.
    pub catalogue: Option<String>,
    /// The service it is done to.
    pub service: Option<String>,
    /// Where it stands.
    pub state: MitigationState,
    /// The same in words.
    pub state_label: String,
    /// What came of it; why it was undone, once it was.
    pub effect: Option<String>,
    /// Whether it helped, once somebody said so.
    pub helped: Option<bool>,
    /// Who added it.
    pub by: String,
    /// `14:25 UTC`, when it moved last.
    pub since: String,
}

impl Workstation {
    /// Everything the Mitigate pane shows of what was done.
    ///
    /// # Errors
    /// Why the incident was not found or could not be read.
    pub fn mitigations(&self, handle: &str) -> Result<MitigateScreen, Error> {
        let (now, incident) = (self.now(), self.facts_of(handle)?);
        let uses = incident.mitigations.iter().map(|one| mitigation_view(one, now)).collect();
        Ok(MitigateScreen { uses, offer: status_offer(&incident) })
    }
}

/// `done, helped`.
fn state_label(one: &Mitigation) -> String {
    let judged = one.helped.map(|helped| if helped { ", helped" } else { ", did not help" }).unwrap_or_default();
    format!("{}{judged}", one.state.label())
}

fn mitigation_view(one: &Mitigation, now: DateTime<Utc>) -> MitigationView {
    MitigationView {
        id: one.id,
        action: one.action.clone(),
        catalogue: one.catalogue.clone(),
        service: one.service.clone(),
        state: one.state,
        state_label: state_label(one),
        effect: one.effect.clone(),
        helped: one.helped,
        by: one.by.clone(),
        since: clock_time(one.changed_at, now),
    }
}
