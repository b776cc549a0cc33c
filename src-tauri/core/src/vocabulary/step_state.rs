//! Where a step of the investigation stands.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StepState {
    /// Nobody has begun.
    #[default]
    NotStarted,
    /// Under way.
    InProgress,
    /// Begun, and left for another step.
    Paused,
    /// Done.
    Done,
    /// Left out, for a reason.
    Skipped,
}

impl StepState {
    /// The state on screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::NotStarted => "not started",
            Self::InProgress => "in progress",
            Self::Paused => "paused",
            Self::Done => "done",
            Self::Skipped => "skipped",
        }
    }

    /// Whether nothing is left to do in it.
    #[must_use]
    pub fn is_closed(self) -> bool {
        matches!(self, Self::Done | Self::Skipped)
    }
}
