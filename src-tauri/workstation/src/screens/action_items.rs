//! The action items.

use serde::Serialize;
use sitrep_core::documents::{Tracker, issue};
use sitrep_core::incident::ActionItem;
use sitrep_core::vocabulary::{ActionKind, ActionPriority, EventId};
use ts_rs::TS;

use crate::data::Workstation;
use crate::refusals::Error;

/// An action item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ActionItemView {
    /// The event behind it.
    pub id: EventId,
    /// What to do.
    pub text: String,
    /// Who does it.
    pub owner: Option<String>,
    /// How much it matters.
    pub priority: ActionPriority,
    /// The same in words.
    pub priority_label: String,
    /// `2026-12-01`; none where nobody says.
    pub due: Option<String>,
    /// What it is for, once somebody said so.
    pub kind: Option<ActionKind>,
    /// The same in words.
    pub kind_label: Option<String>,
    /// `TODO`, `In progress`, `Done`, `Dropped: …`.
    pub status: String,
    /// Whether somebody works on it.
    pub started: bool,
    /// Whether it is still to be done.
    pub open: bool,
}

impl Workstation {
    /// An action item as the text of an issue.
    ///
    /// # Errors
    /// [`Error::UnknownEvent`] where there is no such item.
    pub fn action_issue(&self, handle: &str, id: EventId, tracker: Tracker) -> Result<String, Error> {
        let incident = self.facts_of(handle)?;
        let item = incident.actions.iter().find(|item| item.id == id).ok_or(Error::UnknownEvent)?;
        Ok(issue(&incident, item, tracker))
    }

    /// The action items of an incident, in the order in which they were added.
    ///
    /// # Errors
    /// Why the incident was not found or could not be read.
    pub fn action_items(&self, handle: &str) -> Result<Vec<ActionItemView>, Error> {
        Ok(self.facts_of(handle)?.actions.iter().map(action_item_view).collect())
    }
}

pub(crate) fn action_item_view(item: &ActionItem) -> ActionItemView {
    ActionItemView {
        id: item.id,
        text: item.text.clone(),
        owner: item.owner.clone(),
        priority: item.priority,
        priority_label: item.priority.label().to_owned(),
        due: item.due.map(|due| due.to_string()),
        kind: item.kind,
        kind_label: item.kind.map(|kind| kind.label().to_owned()),
        status: item.status(),
        started: item.started_at.is_some(),
        open: item.outcome.is_none(),
    }
}
