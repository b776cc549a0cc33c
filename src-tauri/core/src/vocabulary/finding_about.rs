//! What a dashboard or a log can show (seed: Check Dashboards, Examine Logs).

use std::str::FromStr;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::investigation_step::InvestigationStep;

/// What a finding is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FindingAbout {
    /// Error rate spikes.
    Errors,
    /// Latency increases.
    Latency,
    /// Traffic anomalies.
    Traffic,
    /// CPU, memory, disk, connections.
    Resources,
    /// Error messages with stack traces.
    StackTrace,
    /// Repeated error patterns.
    RepeatedError,
    /// Error types that were not present before the incident.
    NewError,
    /// Correlation between errors and the timeline.
    Correlation,
}

impl FindingAbout {
    /// All, in the seed's order: the dashboards' four, then the logs' four.
    pub const ALL: [Self; 8] = [
        Self::Errors,
        Self::Latency,
        Self::Traffic,
        Self::Resources,
        Self::StackTrace,
        Self::RepeatedError,
        Self::NewError,
        Self::Correlation,
    ];

    /// The name on screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Errors => "Errors",
            Self::Latency => "Latency",
            Self::Traffic => "Traffic",
            Self::Resources => "Resources",
            Self::StackTrace => "Stack trace",
            Self::RepeatedError => "Repeated error",
            Self::NewError => "New error",
            Self::Correlation => "Correlation",
        }
    }

    /// The word on the command line and in quick entry.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Errors => "errors",
            Self::Latency => "latency",
            Self::Traffic => "traffic",
            Self::Resources => "resources",
            Self::StackTrace => "stack-trace",
            Self::RepeatedError => "repeated-error",
            Self::NewError => "new-error",
            Self::Correlation => "correlation",
        }
    }

    /// What to look for, in the seed's words.
    #[must_use]
    pub fn look_for(self) -> &'static str {
        match self {
            Self::Errors => "Error rate spikes (when exactly did they start?)",
            Self::Latency => "Latency increases (gradual degradation or sudden jump?)",
            Self::Traffic => "Traffic anomalies (unexpected spike or drop?)",
            Self::Resources => "Resource utilization (CPU, memory, disk, connections)",
            Self::StackTrace => "Error messages with stack traces",
            Self::RepeatedError => "Repeated error patterns (same error thousands of times)",
            Self::NewError => "New error types that were not present before the incident",
            Self::Correlation => "Correlation between errors and the timeline",
        }
    }

    /// In which step of the investigation it is found.
    #[must_use]
    pub fn step(self) -> InvestigationStep {
        match self {
            Self::Errors | Self::Latency | Self::Traffic | Self::Resources => InvestigationStep::Dashboards,
            Self::StackTrace | Self::RepeatedError | Self::NewError | Self::Correlation => InvestigationStep::Logs,
        }
    }

    /// Whether it shows errors, which after a fix start the quiet time again.
    #[must_use]
    pub fn is_error(self) -> bool {
        matches!(self, Self::Errors | Self::StackTrace | Self::RepeatedError | Self::NewError)
    }
}

/// The text names nothing that a finding can be about.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is nothing that a finding is about")]
pub struct UnknownFinding(pub String);

impl FromStr for FindingAbout {
    type Err = UnknownFinding;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let plain = |text: &str| text.trim().to_ascii_lowercase().replace(['_', ' ', '-'], "");
        let wanted = plain(text);
        let singular = wanted.trim_end_matches('s');
        let found = Self::ALL.into_iter().find(|about| plain(about.word()).trim_end_matches('s') == singular);
        found.filter(|_| !wanted.is_empty()).ok_or_else(|| UnknownFinding(text.trim().to_owned()))
    }
}
