//! Where a mitigation stands (seed: Common Mitigation Actions).

use serde::{Deserialize, Serialize};
use ts_rs::TS;

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
