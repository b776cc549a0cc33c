//! An incident that was none: declared by mistake, and withdrawn.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::facts::Incident;
use crate::event::Event;
use crate::vocabulary::Audience;

/// That it was no incident. It is kept and can be brought back; it asks for nothing, and stands in no list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdrawal {
    /// When that was said (UTC).
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: String,
    /// Why.
    pub reason: String,
}

impl Withdrawal {
    pub(super) fn said(event: &Event, reason: &str) -> Self {
        Self { at: event.occurred_at, by: event.author.clone(), reason: reason.to_owned() }
    }
}

impl Incident {
    /// Who was told of an incident that was none, and of nothing since: they are owed a word.
    #[must_use]
    pub fn owed_a_word(&self) -> BTreeSet<Audience> {
        let told: BTreeSet<Audience> = self.sent_updates().map(|sent| sent.message.audience()).collect();
        let last = |audience| self.sent_updates().find(|sent| sent.message.audience() == audience);
        told.into_iter().filter(|audience| self.withdrawn.is_some() && last(*audience).is_some_and(|sent| !sent.tells_the_end)).collect()
    }
}
