//! Mitigations: proposing and starting them, and saying what became of them (seed: Common Mitigation Actions).

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use sitrep_core::event::EventBody;
use sitrep_core::incident::{Incident, Mitigation};
use sitrep_core::team::Catalogue;
use sitrep_core::vocabulary::{ActionPriority, EventId, MitigationState};
use sitrep_store::NewEvent;
use ts_rs::TS;

use super::find_by_words::find_by_number_or_words;
use super::new_events::amending_event;
use crate::data::{Workstation, non_blank};
use crate::refusals::{Error, ReasonNeeded};

/// What a mitigation owes is due within this time of its use.
const OWED_WITHIN: TimeDelta = TimeDelta::days(7);

/// A new use of a mitigation.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct MitigationInput {
    /// What is done.
    pub action: String,
    /// Whether it is still to be decided on; else it is started at once.
    pub proposed: bool,
    /// The id of the catalogue's action, if it is one of these.
    pub catalogue: Option<String>,
    /// The service it is done to.
    pub service: Option<String>,
}

/// What became of a mitigation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MitigationMove {
    /// Where it stands.
    pub to: MitigationState,
    /// What came of it; why, where it is undone.
    pub effect: Option<String>,
    /// Whether it helped, where somebody says so.
    pub helped: Option<bool>,
    /// A time in the past (UTC) if it was then.
    pub at: Option<DateTime<Utc>>,
}

impl MitigationMove {
    /// Nothing more is said of it than where it stands.
    #[must_use]
    pub fn to(to: MitigationState) -> Self {
        Self { to, effect: None, helped: None, at: None }
    }
}

impl Workstation {
    /// Proposes or starts a mitigation.
    ///
    /// # Errors
    /// [`Error::Empty`] without words, [`Error::UnknownMitigation`] for an action that the catalogue has not.
    pub fn add_mitigation(&self, handle: &str, input: &MitigationInput) -> Result<(), Error> {
        self.new_mitigation(handle, input, None)
    }

    /// The same, `at` a time in the past (UTC) if it was done then.
    pub(crate) fn new_mitigation(&self, handle: &str, input: &MitigationInput, at: Option<DateTime<Utc>>) -> Result<(), Error> {
        let action = non_blank(Some(&input.action)).ok_or(Error::Empty("the mitigation"))?;
        let body = EventBody::MitigationAdded {
            catalogue: self.catalogue_id(&action, input.catalogue.as_deref())?,
            action,
            state: if input.proposed { MitigationState::Proposed } else { MitigationState::Started },
            service: non_blank(input.service.as_deref()),
        };
        self.decide(handle, |_, _| Ok(vec![NewEvent { occurred_at: at, amends: None, body }])).map(|_| ())
    }

    /// The id of the catalogue's action: the one that is named, else the one that the words begin with.
    fn catalogue_id(&self, action: &str, named: Option<&str>) -> Result<Option<String>, Error> {
        let catalogue = self.catalogue();
        let Some(named) = non_blank(named) else { return Ok(catalogue.mitigation_meant(action).map(|meant| meant.id.clone())) };
        let found = catalogue.mitigation(&named).ok_or_else(|| unknown_mitigation(&catalogue, &named))?;
        Ok(Some(found.id.clone()))
    }

    /// Says what became of the mitigation of this id. Saying the same again says nothing.
    ///
    /// # Errors
    /// [`Error::UnknownEvent`] when there is no such mitigation, [`Error::ReasonNeeded`] to undo one without saying why,
    /// [`Error::AlreadyStarted`] to withdraw one that was started.
    pub fn advance_mitigation(&self, handle: &str, id: EventId, to: MitigationState, effect: Option<&str>) -> Result<(), Error> {
        self.put_mitigation(handle, id, &MitigationMove { effect: effect.map(str::to_owned), ..MitigationMove::to(to) })
    }

    /// Says whether the mitigation of this id helped, which it is done with.
    ///
    /// # Errors
    /// [`Error::UnknownEvent`] when there is no such mitigation.
    pub fn judge_mitigation(&self, handle: &str, id: EventId, helped: bool) -> Result<(), Error> {
        self.put_mitigation(handle, id, &MitigationMove { helped: Some(helped), ..MitigationMove::to(MitigationState::Done) })
    }

    fn put_mitigation(&self, handle: &str, id: EventId, change: &MitigationMove) -> Result<(), Error> {
        let MitigationMove { to, helped, at, .. } = *change;
        let effect = non_blank(change.effect.as_deref());
        self.decide(handle, |incident, now| {
            let one = incident.mitigations.iter().find(|one| one.id == id).ok_or(Error::UnknownEvent)?;
            if one.state == to && effect.is_none() && helped.is_none_or(|helped| one.helped == Some(helped)) {
                return Ok(vec![]);
            }
            if to == MitigationState::Withdrawn && one.state != MitigationState::Proposed {
                return Err(Error::AlreadyStarted);
            }
            if to == MitigationState::RolledBack && effect.is_none() {
                return Err(Error::ReasonNeeded(ReasonNeeded::UndoneMitigation));
            }
            let owed = self.owed_after(incident, one, to, now);
            let body = EventBody::MitigationMoved { action: one.action.clone(), from: one.state, to, effect, helped };
            let moved = NewEvent { occurred_at: at, ..amending_event(id, body) };
            Ok([moved].into_iter().chain(owed.map(NewEvent::from)).collect())
        })
        .map(|_| ())
    }

    /// The action item that follows from the use of an action, as a hotfix must be reviewed; each once.
    fn owed_after(&self, incident: &Incident, one: &Mitigation, to: MitigationState, now: DateTime<Utc>) -> Option<EventBody> {
        let catalogue = self.catalogue();
        let owed = catalogue.mitigation(one.catalogue.as_deref()?)?.owes.as_ref().filter(|_| to == MitigationState::Done)?;
        let text = format!("{owed}: {}", one.action);
        let due = self.policy().business.day_of(now) + OWED_WITHIN;
        let is_there = incident.actions.iter().any(|action| action.text == text);
        (!is_there).then_some(EventBody::ActionAdded {
            text,
            owner: None,
            priority: ActionPriority::High,
            due: Some(due),
            kind: None,
            from: None,
        })
    }

    /// Says what became of a mitigation, and names it. Saying the same again says nothing.
    ///
    /// # Errors
    /// [`Error::UnknownWork`] or [`Error::AmbiguousWork`] for a part that names none, or several.
    pub fn move_mitigation(&self, handle: &str, part: &str, change: &MitigationMove) -> Result<String, Error> {
        let meant = self.find_mitigation(handle, part)?;
        self.put_mitigation(handle, meant.id, change)?;
        Ok(meant.action)
    }

    pub(crate) fn find_mitigation(&self, handle: &str, part: &str) -> Result<Mitigation, Error> {
        find_by_number_or_words(&self.facts_of(handle)?.mitigations, part).cloned()
    }
}

pub(crate) fn unknown_mitigation(catalogue: &Catalogue, name: &str) -> Error {
    Error::UnknownMitigation { name: name.trim().to_owned(), nearest: catalogue.nearest_mitigation(name).map(str::to_owned) }
}
