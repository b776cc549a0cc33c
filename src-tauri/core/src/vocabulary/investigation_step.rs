//! The five steps of an investigation (seed: Investigation Methodology).

use std::str::FromStr;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One of the five steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum InvestigationStep {
    /// Step 1: Check Dashboards.
    Dashboards,
    /// Step 2: Check Recent Deploys.
    Changes,
    /// Step 3: Examine Logs.
    Logs,
    /// Step 4: Hypothesize and Test.
    Hypotheses,
    /// Step 5: Verify the Fix.
    Verification,
}

impl InvestigationStep {
    /// The steps in the seed's order.
    pub const ALL: [Self; 5] = [Self::Dashboards, Self::Changes, Self::Logs, Self::Hypotheses, Self::Verification];
    /// The steps that lead to the cause.
    pub const SEARCH: [Self; 4] = [Self::Dashboards, Self::Changes, Self::Logs, Self::Hypotheses];

    /// The name on screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Dashboards => "Check dashboards",
            Self::Changes => "Check recent changes",
            Self::Logs => "Examine logs",
            Self::Hypotheses => "Hypothesize and test",
            Self::Verification => "Verify the fix",
        }
    }

    /// The word on the command line.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Dashboards => "dashboards",
            Self::Changes => "changes",
            Self::Logs => "logs",
            Self::Hypotheses => "hypotheses",
            Self::Verification => "verification",
        }
    }

    /// What it is for, in a few words.
    #[must_use]
    pub fn reason(self) -> &'static str {
        match self {
            Self::Dashboards => "errors, latency, traffic, resources: when did they start?",
            Self::Changes => "most incidents are caused by recent changes",
            Self::Logs => "stack traces, repeated and new errors",
            Self::Hypotheses => "from what was found",
            Self::Verification => "before it counts as resolved",
        }
    }
}

/// The text names none of the five steps.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is not a step of the investigation")]
pub struct UnknownStep(pub String);

impl FromStr for InvestigationStep {
    type Err = UnknownStep;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.trim().to_ascii_lowercase().as_str() {
            "dashboards" | "dashboard" | "1" => Ok(Self::Dashboards),
            "changes" | "change" | "deploys" | "2" => Ok(Self::Changes),
            "logs" | "log" | "3" => Ok(Self::Logs),
            "hypotheses" | "hypothesis" | "hypothesize" | "4" => Ok(Self::Hypotheses),
            "verification" | "verify" | "5" => Ok(Self::Verification),
            _ => Err(UnknownStep(text.trim().to_owned())),
        }
    }
}
