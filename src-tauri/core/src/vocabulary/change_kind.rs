//! What can have been changed before it began (seed: Check Recent Deploys).

use std::str::FromStr;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// A version was deployed.
    Deploy,
    /// Configuration, environment variables.
    Config,
    /// A feature flag.
    Flag,
    /// Scaling, migration, certificate renewal.
    Infrastructure,
}

impl ChangeKind {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::Deploy, Self::Config, Self::Flag, Self::Infrastructure];

    /// The name on screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Deploy => "Deploy",
            Self::Config => "Config change",
            Self::Flag => "Flag change",
            Self::Infrastructure => "Infrastructure change",
        }
    }

    /// The word on the command line and in quick entry.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Deploy => "deploy",
            Self::Config => "config",
            Self::Flag => "flag",
            Self::Infrastructure => "infrastructure",
        }
    }

    /// How to test whether it was this (seed: Hypothesize and Test).
    #[must_use]
    pub fn how_to_test(self) -> &'static str {
        match self {
            Self::Deploy => "Compare error timeline with deploy timestamp. Roll back and observe.",
            Self::Config | Self::Flag | Self::Infrastructure => "Compare error timeline with the time of the change. Undo it and observe.",
        }
    }
}

/// The text names no kind of change.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is no kind of change")]
pub struct UnknownChange(pub String);

impl FromStr for ChangeKind {
    type Err = UnknownChange;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.trim().to_ascii_lowercase().as_str() {
            "deploy" | "deployment" | "release" => Ok(Self::Deploy),
            "config" | "configuration" => Ok(Self::Config),
            "flag" => Ok(Self::Flag),
            "infrastructure" | "infra" => Ok(Self::Infrastructure),
            _ => Err(UnknownChange(text.trim().to_owned())),
        }
    }
}
