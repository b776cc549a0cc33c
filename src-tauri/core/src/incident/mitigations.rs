//! Mitigations: what was done against the impact, and what came of it.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::event::{Event, EventBody};
use crate::vocabulary::{EventId, MitigationState};

/// Words for an effect that was none, where nobody said whether it helped.
const NO_EFFECT: [&str; 15] = [
    "no change",
    "no effect",
    "no difference",
    "no improvement",
    "nothing changed",
    "unchanged",
    "not help",
    "n't help",
    "did nothing",
    "without effect",
    "made it worse",
    "got worse",
    "still failing",
    "not work",
    "n't work",
];

/// One mitigation as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mitigation {
    /// The event that added it.
    pub id: EventId,
    /// What is done.
    pub action: String,
    /// The id of the catalogue's action, such as `rollback`, if it is one of these.
    pub catalogue: Option<String>,
    /// The service it is done to, if that was said.
    pub service: Option<String>,
    /// Where it stands.
    pub state: MitigationState,
    /// What came of it, as seen last; why it was undone or withdrawn, once it was.
    pub effect: Option<String>,
    /// Whether it helped, once somebody said so.
    pub helped: Option<bool>,
    /// Who added it.
    pub by: String,
    /// When it was added (UTC).
    pub at: DateTime<Utc>,
    /// When it last moved (UTC).
    pub changed_at: DateTime<Utc>,
    /// The event that moved it last.
    pub moved_by: EventId,
}

impl Mitigation {
    pub(super) fn added(event: &Event) -> Option<Self> {
        let EventBody::MitigationAdded { action, state, catalogue, service } = &event.body else {
            return None;
        };
        Some(Self {
            id: event.id,
            action: action.clone(),
            catalogue: catalogue.clone(),
            service: service.clone(),
            state: *state,
            effect: None,
            helped: None,
            by: event.author.clone(),
            at: event.occurred_at,
            changed_at: event.occurred_at,
            moved_by: event.id,
        })
    }

    /// Whether it is done and helped: as somebody said, or else as far as the words for its effect tell.
    #[must_use]
    pub fn has_worked(&self) -> bool {
        let helped = |effect: &String| !NO_EFFECT.iter().any(|words| effect.to_lowercase().contains(words));
        self.state == MitigationState::Done && self.helped.unwrap_or_else(|| self.effect.as_ref().is_some_and(helped))
    }

    pub(super) fn step_to(&mut self, to: MitigationState, effect: Option<&String>, helped: Option<bool>, event: &Event) {
        self.state = to;
        // What is undone or begun again is judged anew.
        self.helped = if to == MitigationState::Done { helped.or(self.helped) } else { None };
        self.effect = effect.cloned().or(self.effect.take());
        self.changed_at = event.occurred_at;
        self.moved_by = event.id;
    }
}
