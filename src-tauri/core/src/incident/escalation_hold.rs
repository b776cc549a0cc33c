//! What holds the policy back from raising the severity by itself: only what a person said in so many words.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Why the policy does not raise the severity by itself, as long as the severity stays what it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EscalationHold {
    /// Somebody answered 'not yet'.
    NotYet {
        /// Until when that holds (UTC).
        until: DateTime<Utc>,
    },
    /// Somebody stopped it.
    Stopped {
        /// Why.
        reason: String,
    },
}

/// The hold after a silence that is 'not yet' until a time, or none: reminders that are silent, or sound again, hold nothing up.
pub(super) fn put_off(held: Option<EscalationHold>, not_yet_until: Option<DateTime<Utc>>) -> Option<EscalationHold> {
    match (held, not_yet_until) {
        (Some(stopped @ EscalationHold::Stopped { .. }), _) => Some(stopped),
        (held, None) => held,
        (_, Some(until)) => Some(EscalationHold::NotYet { until }),
    }
}
