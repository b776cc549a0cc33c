//! The two kinds of lowering a severity.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a lowering says of the severity that it leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Lowering {
    /// It was that bad, and recovered: what it asked for stays owed. A lowering that does not say counts as this one.
    #[default]
    GotBetter,
    /// It was never that bad: what it asked for was asked by mistake.
    NeverWas,
}

impl Lowering {
    /// As the timeline says it.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::GotBetter => "it got better",
            Self::NeverWas => "it never was that bad",
        }
    }
}
