//! What an action item is for.

use std::str::FromStr;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What an action item is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ActionKind {
    /// To see it sooner.
    Detect,
    /// So that it does not happen.
    Prevent,
    /// So that it does less harm, or is mended sooner.
    Mitigate,
    /// So that people work otherwise.
    Process,
}

impl ActionKind {
    /// All.
    pub const ALL: [Self; 4] = [Self::Detect, Self::Prevent, Self::Mitigate, Self::Process];

    /// The word on screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Detect => "Detect",
            Self::Prevent => "Prevent",
            Self::Mitigate => "Mitigate",
            Self::Process => "Process",
        }
    }
}

impl FromStr for ActionKind {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let found = Self::ALL.into_iter().find(|kind| kind.label().eq_ignore_ascii_case(text.trim()));
        found.ok_or_else(|| "kinds are detect, prevent, mitigate and process".to_owned())
    }
}
