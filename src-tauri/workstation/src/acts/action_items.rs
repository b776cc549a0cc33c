//! Action items: adding them, and seeing them through (seed: Follow through on action items).

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use sitrep_core::event::{ActionChange, EventBody};
use sitrep_core::incident::ActionItem;
use sitrep_core::text::parse_due;
use sitrep_core::vocabulary::{ActionKind, ActionOutcome, ActionPriority, DeadlineKind, EventId};
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
    /// By the end of which day, as typed: `2026-12-01`, `5d`, `2w`; empty where nobody says yet.
    pub due: String,
    /// What it is for, if somebody says so.
    #[serde(default)]
    pub kind: Option<ActionKind>,
}

/// What is to change of an action item; what is left out stays.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct ActionEdit {
    /// Its words.
    #[serde(default)]
    pub text: Option<String>,
    /// How much it matters.
    #[serde(default)]
    pub priority: Option<ActionPriority>,
    /// What it is for.
    #[serde(default)]
    pub kind: Option<ActionKind>,
    /// By the end of which day, as typed; empty for no date.
    #[serde(default)]
    pub due: Option<String>,
}

impl Workstation {
    /// Adds an action item, with its due date as typed.
    ///
    /// # Errors
    /// [`Error::Empty`] for an empty text or name, [`Error::DueDate`] for no date or one that is over.
    pub fn add_action(&self, handle: &str, input: &ActionInput) -> Result<(), Error> {
        self.decide(handle, |_, now| Ok(vec![self.new_action(input, now)?])).map(|_| ())
    }

    /// The event that adds an action item.
    pub(crate) fn new_action(&self, input: &ActionInput, now: DateTime<Utc>) -> Result<NewEvent, Error> {
        let text = non_blank(Some(&input.text)).ok_or(Error::Empty("the action item"))?;
        let (owner, priority) = (name_if_given(input.owner.as_deref())?, input.priority.unwrap_or_default());
        let due = self.due_date(&input.due, now)?;
        Ok(EventBody::ActionAdded { text, owner, priority, due, kind: input.kind, from: None }.into())
    }

    /// A due date as typed; none where nothing is.
    fn due_date(&self, typed: &str, now: DateTime<Utc>) -> Result<Option<NaiveDate>, Error> {
        let Some(typed) = non_blank(Some(typed)) else { return Ok(None) };
        let today = self.policy().business.day_of(now);
        let due = parse_due(&typed, today).filter(|due| *due >= today);
        due.map(Some).ok_or(Error::DueDate(typed))
    }

    /// Changes the words, priority, kind or due date of an action item.
    ///
    /// # Errors
    /// [`Error::UnknownEvent`] when no such item is open, [`Error::Empty`] without words, [`Error::DueDate`] for no date or one that is over.
    pub fn change_action(&self, handle: &str, id: EventId, edit: &ActionEdit) -> Result<(), Error> {
        self.decide(handle, |incident, now| {
            let item = incident.open_actions().find(|item| item.id == id).ok_or(Error::UnknownEvent)?;
            let changes = self.action_changes(item, edit, now)?;
            Ok(changes.into_iter().map(|change| changed(item, change)).collect())
        })
        .map(|_| ())
    }

    fn action_changes(&self, item: &ActionItem, edit: &ActionEdit, now: DateTime<Utc>) -> Result<Vec<ActionChange>, Error> {
        let text = edit.text.as_deref().map(|text| non_blank(Some(text)).ok_or(Error::Empty("the action item"))).transpose()?;
        let due = edit.due.as_deref().map(|due| self.due_date(due, now)).transpose()?;
        let changes = [
            text.filter(|to| *to != item.text).map(|to| ActionChange::Text { to }),
            edit.priority.filter(|to| *to != item.priority).map(|to| ActionChange::Priority { to }),
            edit.kind.filter(|to| Some(*to) != item.kind).map(|to| ActionChange::Kind { to: Some(to) }),
            due.filter(|to| *to != item.due).map(|to| ActionChange::Due { to }),
        ];
        Ok(changes.into_iter().flatten().collect())
    }

    /// Says whether somebody works on an action item.
    ///
    /// # Errors
    /// [`Error::UnknownEvent`] when no such item is open.
    pub fn start_action(&self, handle: &str, id: EventId, started: bool) -> Result<(), Error> {
        self.decide(handle, |incident, _| {
            let item = incident.open_actions().find(|item| item.id == id).ok_or(Error::UnknownEvent)?;
            let is_so = item.started_at.is_some() == started;
            Ok(if is_so { vec![] } else { vec![changed(item, ActionChange::Started { started })] })
        })
        .map(|_| ())
    }

    /// Opens an action item again that was done or dropped.
    ///
    /// # Errors
    /// [`Error::ReasonNeeded`] without a reason, [`Error::UnknownEvent`] when no such item is closed.
    pub fn reopen_action(&self, handle: &str, id: EventId, reason: Option<&str>) -> Result<(), Error> {
        let reason = non_blank(reason).ok_or(Error::ReasonNeeded(ReasonNeeded::ReopenedAction))?;
        self.decide(handle, |incident, _| {
            let closed = |item: &&ActionItem| item.id == id && item.outcome.is_some();
            let item = incident.actions.iter().find(closed).ok_or(Error::UnknownEvent)?;
            Ok(vec![changed(item, ActionChange::Reopened { reason })])
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

fn changed(item: &ActionItem, change: ActionChange) -> NewEvent {
    amending_event(item.id, EventBody::ActionChanged { text: item.text.clone(), change })
}
