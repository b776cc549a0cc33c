//! How an action item ends.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How an action item ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum ActionOutcome {
    /// It was done.
    Done,
    /// It will not be done.
    Dropped {
        /// Why.
        reason: String,
    },
}
