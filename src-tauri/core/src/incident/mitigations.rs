//! Mitigations: what was done against the impact, and what came of it.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::event::{Event, EventBody};
use crate::vocabulary::{EventId, MitigationState};

/// What came of a mitigation that is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It helped.
    Helped,
    /// There are words for its effect that do not tell whether it helped.
    Unclear,
    /// Nothing was said of it.
    Unsaid,
    /// It did not help.
    Failed,
}

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

/// Words for an effect that was plainly good.
const GOOD_EFFECT: [&str; 20] = [
    "fall", "fell", "drop", "down to", "back to", "recover", "restored", "normal", "fixed", "healthy", "green", "gone", "stopped",
    "better", "improv", "resolved", "works", "succe", "cleared", "helped",
];

/// Words that take from a good effect, so that only a person can tell.
const DOUBT: [&str; 10] = ["not", "n't", "barely", "hardly", "slight", "partly", "little", "only", "still", "briefly"];

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
    /// When it was done (UTC), as long as it is.
    #[serde(default)]
    done_at: Option<DateTime<Utc>>,
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
            done_at: (*state == MitigationState::Done).then_some(event.occurred_at),
            moved_by: event.id,
        })
    }

    /// What came of it, once it is done: as somebody said, or else as far as the words for its effect tell.
    #[must_use]
    pub fn outcome(&self) -> Option<Outcome> {
        (self.state == MitigationState::Done).then(|| match (self.helped, &self.effect) {
            (Some(true), _) => Outcome::Helped,
            (Some(false), _) => Outcome::Failed,
            (None, Some(effect)) => told_by(effect),
            (None, None) => Outcome::Unsaid,
        })
    }

    /// When it was done (UTC), as long as it is; its effect may have been seen later.
    #[must_use]
    pub fn done_at(&self) -> Option<DateTime<Utc>> {
        self.done_at
    }

    pub(super) fn step_to(&mut self, to: MitigationState, effect: Option<&String>, helped: Option<bool>, event: &Event) {
        // What is undone or begun again is judged anew, and why it was undone is no effect of it.
        let was_undone = matches!(self.state, MitigationState::RolledBack | MitigationState::Withdrawn) && to != self.state;
        self.helped = if to == MitigationState::Done { helped.or(self.helped) } else { None };
        self.effect = effect.cloned().or(self.effect.take().filter(|_| !was_undone));
        let was_done_at = self.done_at.or(Some(event.occurred_at));
        self.done_at = was_done_at.filter(|_| to == MitigationState::Done);
        self.state = to;
        self.changed_at = event.occurred_at;
        self.moved_by = event.id;
    }
}

fn told_by(effect: &str) -> Outcome {
    let effect = effect.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| effect.contains(word));
    match (has(&NO_EFFECT), has(&GOOD_EFFECT) && !has(&DOUBT)) {
        (true, _) => Outcome::Failed,
        (false, true) => Outcome::Helped,
        (false, false) => Outcome::Unclear,
    }
}
