//! Action items: adding them, and seeing them through (seed: Follow through on action items).

use serde::{Deserialize, Serialize};
use sitrep_core::event::EventBody;
use sitrep_core::text::parse_due;
use sitrep_core::vocabulary::{ActionOutcome, ActionPriority, DeadlineKind, EventId};
use sitrep_store::NewEvent;
use ts_rs::TS;

use super::new_events::amending_event;
use crate::data::{Workstation, name_if_given, non_blank};
use crate::refusals::{Error, ReasonNeeded};

/// A new action item.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct ActionInput {
    /// What to do.
    pub text: String,
    /// Who does it.
    pub owner: Option<String>,
    /// How much it matters; medium unless said.
    pub priority: Option<ActionPriority>,
    /// By the end of which day, as typed: `2026-12-01`, `5d`, `2w`.
    pub due: String,
}

impl Workstation {
    /// Adds an action item, with its due date as typed.
    ///
    /// # Errors
    /// [`Error::Empty`] for an empty text or name, [`Error::DueDate`] for no date or one that is over.
    pub fn add_action(&self, handle: &str, input: &ActionInput) -> Result<(), Error> {
        let text = non_blank(Some(&input.text)).ok_or(Error::Empty("the action item"))?;
        let (owner, priority) = (name_if_given(input.owner.as_deref())?, input.priority.unwrap_or_default());
        self.decide(handle, |_, now| {
            let today = self.policy().business.day_of(now);
            let due =
                parse_due(&input.due, today).filter(|due| *due >= today).ok_or_else(|| Error::DueDate(input.due.trim().to_owned()))?;
            Ok(vec![EventBody::ActionAdded { text, owner, priority, due }.into()])
        })
        .map(|_| ())
    }

    /// Gives an action item to a person, or to nobody.
    ///
    /// # Errors
    /// [`Error::Empty`] for an empty name, [`Error::UnknownEvent`] when no such item is open.
    pub fn assign_action(&self, handle: &str, id: EventId, owner: Option<&str>) -> Result<(), Error> {
        let owner = name_if_given(owner)?;
        self.decide(handle, |incident, _| {
            let item = incident.open_actions().find(|item| item.id == id).ok_or(Error::UnknownEvent)?;
            let body = EventBody::ActionAssigned { text: item.text.clone(), owner: owner.clone() };
            Ok(if item.owner == owner { vec![] } else { vec![amending_event(id, body)] })
        })
        .map(|_| ())
    }

    /// Marks an action item as done.
    ///
    /// # Errors
    /// [`Error::UnknownEvent`] when no such item is open.
    pub fn finish_action(&self, handle: &str, id: EventId) -> Result<(), Error> {
        self.close_action(handle, id, ActionOutcome::Done)
    }

    /// Marks the action item as done whose deadline has this key.
    ///
    /// # Errors
    /// [`Error::UnknownDeadline`] when none like that is open.
    pub fn finish_action_due(&self, handle: &str, key: &str) -> Result<(), Error> {
        let all = self.deadlines(Some(handle))?;
        let due = all.into_iter().find(|deadline| deadline.kind == DeadlineKind::ActionItem && deadline.key == key);
        self.finish_action(handle, due.and_then(|deadline| deadline.set_by).ok_or(Error::UnknownDeadline)?)
    }

    /// Drops an action item, for a reason.
    ///
    /// # Errors
    /// [`Error::ReasonNeeded`] without one, [`Error::UnknownEvent`] when no such item is open.
    pub fn drop_action(&self, handle: &str, id: EventId, reason: Option<&str>) -> Result<(), Error> {
        let reason = non_blank(reason).ok_or(Error::ReasonNeeded(ReasonNeeded::DroppedAction))?;
        self.close_action(handle, id, ActionOutcome::Dropped { reason })
    }

    fn close_action(&self, handle: &str, id: EventId, outcome: ActionOutcome) -> Result<(), Error> {
        self.decide(handle, |incident, _| {
            let item = incident.open_actions().find(|item| item.id == id).ok_or(Error::UnknownEvent)?;
            let body = EventBody::ActionClosed { text: item.text.clone(), outcome };
            Ok(vec![NewEvent { occurred_at: None, amends: Some(id), body }])
        })
        .map(|_| ())
    }
}
