//! Mitigations: what was done against the impact, and what came of it (seed: Common Mitigation Actions).

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::event::EventId;

/// Where a mitigation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MitigationState {
    /// To be decided on.
    Proposed,
    /// Under way.
    Started,
    /// Done.
    Done,
    /// Undone again.
    RolledBack,
}

impl MitigationState {
    /// The state on screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Started => "started",
            Self::Done => "done",
            Self::RolledBack => "rolled back",
        }
    }
}

/// One mitigation as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mitigation {
    /// The event that added it.
    pub id: EventId,
    /// What is done.
    pub action: String,
    /// Where it stands.
    pub state: MitigationState,
    /// What came of it, as seen last.
    pub effect: Option<String>,
    /// Who added it.
    pub by: String,
    /// When it was added (UTC).
    pub at: DateTime<Utc>,
    /// When it last moved (UTC).
    pub changed_at: DateTime<Utc>,
}
