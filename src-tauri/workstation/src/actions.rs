//! Action items: adding them, and seeing them through (seed: Follow through on action items).

use sitrep_core::event::EventBody;
use sitrep_core::incident::ActionItem;
use sitrep_core::text::parse_due;
use sitrep_core::vocabulary::{ActionOutcome, DeadlineKind, EventId};
use sitrep_store::NewEvent;

use crate::error::{Error, ReasonNeeded};
use crate::respond::said;
use crate::settings::at_name;
use crate::views::{ActionInput, ActionItemView};
use crate::workstation::Workstation;

impl Workstation {
    /// Adds an action item, with its due date as typed.
    ///
    /// # Errors
    /// [`Error::Empty`] for an empty text, [`Error::DueDate`] for no date or one that is over.
    pub fn add_action(&self, handle: &str, input: &ActionInput) -> Result<(), Error> {
        let text = said(Some(&input.text)).ok_or(Error::Empty("the action item"))?;
        self.decide(handle, |_, now| {
            let today = self.policy().business.day_of(now);
            let due =
                parse_due(&input.due, today).filter(|due| *due >= today).ok_or_else(|| Error::DueDate(input.due.trim().to_owned()))?;
            let (owner, priority) = (input.owner.as_deref().and_then(at_name), input.priority.unwrap_or_default());
            Ok(vec![EventBody::ActionAdded { text, owner, priority, due }.into()])
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
        let reason = said(reason).ok_or(Error::ReasonNeeded(ReasonNeeded::DroppedAction))?;
        self.close_action(handle, id, ActionOutcome::Dropped { reason })
    }

    /// The action items of an incident, in the order in which they were added.
    ///
    /// # Errors
    /// Why the incident was not found or could not be read.
    pub fn action_items(&self, handle: &str) -> Result<Vec<ActionItemView>, Error> {
        Ok(self.facts_of(handle)?.actions.iter().map(view).collect())
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

pub(crate) fn view(item: &ActionItem) -> ActionItemView {
    ActionItemView {
        id: item.id,
        text: item.text.clone(),
        owner: item.owner.clone(),
        priority: item.priority,
        priority_label: item.priority.label().to_owned(),
        due: item.due.to_string(),
        status: item.status(),
        open: item.outcome.is_none(),
    }
}
