//! Time-boxes.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::hypotheses::Hypothesis;
use crate::event::Event;
use crate::vocabulary::EventId;

/// 'Back in ten minutes.'
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timebox {
    /// The event that set it.
    pub id: EventId,
    /// What for.
    pub text: String,
    /// When it was set (UTC).
    pub set_at: DateTime<Utc>,
    /// When it ends (UTC).
    pub until: DateTime<Utc>,
    /// The hypothesis that it is for testing, if it is.
    pub about: Option<EventId>,
    /// Closed by a person.
    pub closed_by_hand: bool,
    /// Closed by a person, or with the hypothesis that it is about.
    pub closed: bool,
}

impl Timebox {
    pub(super) fn set(event: &Event, text: &str, until: DateTime<Utc>) -> Self {
        Self {
            id: event.id,
            text: text.to_owned(),
            set_at: event.occurred_at,
            until,
            about: event.amends,
            closed_by_hand: false,
            closed: false,
        }
    }
}

/// A question that is decided needs no reminder of its time-box.
pub(super) fn close_decided(timeboxes: &mut [Timebox], hypotheses: &[Hypothesis]) {
    for timebox in timeboxes {
        let about = hypotheses.iter().find(|hypothesis| Some(hypothesis.id) == timebox.about);
        timebox.closed = timebox.closed_by_hand || about.is_some_and(|hypothesis| !hypothesis.state.is_open());
    }
}
