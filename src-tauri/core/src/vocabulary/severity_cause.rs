//! What makes a severity change.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Why a severity changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SeverityCause {
    /// A person assessed it anew.
    Assessment,
    /// The escalation rule, applied by a person.
    Escalation,
    /// The escalation rule, applied by itself because the policy says so.
    Automatic,
    /// It turned out to be a security matter.
    Security,
}
