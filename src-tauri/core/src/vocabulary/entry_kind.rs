//! What an entry is.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum EntryKind {
    /// Something seen or done.
    Note,
    /// Something decided.
    Decision,
}
