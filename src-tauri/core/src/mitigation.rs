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
    /// Decided against before it was started.
    Withdrawn,
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
            Self::Withdrawn => "withdrawn",
        }
    }

    /// Whether something is still to be decided or done.
    #[must_use]
    pub fn is_open(self) -> bool {
        matches!(self, Self::Proposed | Self::Started)
    }
}

/// One mitigation as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    /// Who added it.
    pub by: String,
    /// When it was added (UTC).
    pub at: DateTime<Utc>,
    /// When it last moved (UTC).
    pub changed_at: DateTime<Utc>,
}
