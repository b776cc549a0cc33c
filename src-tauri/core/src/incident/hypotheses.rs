//! Hypotheses, each with the evidence for it and against it.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::event::{Event, EventBody};
use crate::vocabulary::{EventId, EvidenceSide, HypothesisState};

/// A piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// The event that added it.
    pub id: EventId,
    /// What it speaks for.
    pub side: EvidenceSide,
    /// The words.
    pub text: String,
    /// The entry, finding or change that it was taken from.
    pub source: Option<EventId>,
    /// Who wrote it down.
    pub by: String,
    /// When (UTC).
    pub at: DateTime<Utc>,
}

/// One hypothesis as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hypothesis {
    /// The event that added it.
    pub id: EventId,
    /// What may be the cause.
    pub statement: String,
    /// How to find out, if that was said.
    pub how_to_test: Option<String>,
    /// Who tests it, as `@name`.
    pub who: Option<String>,
    /// The change that is suspected in it.
    pub change: Option<EventId>,
    /// Where it stands.
    pub state: HypothesisState,
    /// The evidence that was given last when it moved.
    pub because: Option<String>,
    /// What speaks for it and against it, in the order in which it was written down.
    pub evidence: Vec<Evidence>,
    /// Who added it.
    pub by: String,
    /// When it was added (UTC).
    pub at: DateTime<Utc>,
    /// When it last moved (UTC).
    pub changed_at: DateTime<Utc>,
}

impl Hypothesis {
    pub(super) fn added(event: &Event) -> Option<Self> {
        let EventBody::HypothesisAdded { statement, how_to_test, who } = &event.body else {
            return None;
        };
        Some(Self {
            id: event.id,
            statement: statement.clone(),
            how_to_test: how_to_test.clone(),
            who: who.clone(),
            change: event.amends,
            state: HypothesisState::Open,
            because: None,
            evidence: Vec::new(),
            by: event.author.clone(),
            at: event.occurred_at,
            changed_at: event.occurred_at,
        })
    }

    pub(super) fn step_to(&mut self, to: HypothesisState, because: Option<&String>, at: DateTime<Utc>) {
        self.state = to;
        self.because = because.cloned().or(self.because.take());
        self.changed_at = at;
    }
}

impl Evidence {
    pub(super) fn added(event: &Event, side: EvidenceSide, text: &str, source: Option<EventId>) -> Self {
        Self { id: event.id, side, text: text.to_owned(), source, by: event.author.clone(), at: event.occurred_at }
    }
}
