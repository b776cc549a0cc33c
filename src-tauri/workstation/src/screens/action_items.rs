//! The action items.

use serde::Serialize;
use sitrep_core::incident::ActionItem;
use sitrep_core::vocabulary::{ActionPriority, EventId};
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
    /// `2026-12-01`.
    pub due: String,
    /// `TODO`, `Done`, `Dropped: …`.
    pub status: String,
    /// Whether it is still to be done.
    pub open: bool,
}

impl Workstation {
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
        due: item.due.to_string(),
        status: item.status(),
        open: item.outcome.is_none(),
    }
}
