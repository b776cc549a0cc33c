//! What an update needs to say.

use std::str::FromStr;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::unknown_word::UnknownUpdateWord;

/// One thing an update needs to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum UpdateField {
    /// Who is affected and how.
    Impact,
    /// The commander's name.
    IncidentCommander,
    /// What is happening now.
    CurrentState,
    /// What has been tried.
    ActionsTaken,
    /// What will be done next.
    NextSteps,
    /// One-sentence summary of the cause.
    RootCause,
    /// What fixed it.
    Resolution,
    /// Summary of user-facing impact.
    CustomerImpact,
    /// The service's name as customers know it.
    ServiceName,
    /// The impact in customers' words.
    UserImpact,
    /// Brief, non-technical status.
    CustomerStatus,
}

impl UpdateField {
    /// All fields.
    pub const ALL: [Self; 11] = [
        Self::Impact,
        Self::IncidentCommander,
        Self::CurrentState,
        Self::ActionsTaken,
        Self::NextSteps,
        Self::RootCause,
        Self::Resolution,
        Self::CustomerImpact,
        Self::ServiceName,
        Self::UserImpact,
        Self::CustomerStatus,
    ];

    /// The name on screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Impact => "Impact",
            Self::IncidentCommander => "Incident Commander",
            Self::CurrentState => "Current state",
            Self::ActionsTaken => "Actions taken",
            Self::NextSteps => "Next steps",
            Self::RootCause => "Root cause",
            Self::Resolution => "Resolution",
            Self::CustomerImpact => "Customer impact",
            Self::ServiceName => "Service name",
            Self::UserImpact => "What customers notice",
            Self::CustomerStatus => "Current status",
        }
    }

    /// The word on the command line and in templates.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Impact => "impact",
            Self::IncidentCommander => "incident_commander",
            Self::CurrentState => "current_state",
            Self::ActionsTaken => "actions_taken",
            Self::NextSteps => "next_steps",
            Self::RootCause => "root_cause",
            Self::Resolution => "resolution",
            Self::CustomerImpact => "customer_impact",
            Self::ServiceName => "service_name",
            Self::UserImpact => "user_impact",
            Self::CustomerStatus => "customer_status",
        }
    }

    /// What an update says where nothing is known yet: true, and no bracket. Empty where there is always something to say.
    #[must_use]
    pub fn unknown(self) -> &'static str {
        match self {
            Self::Impact | Self::CustomerImpact => "Being assessed",
            Self::IncidentCommander => "Not assigned yet",
            Self::CurrentState => "Under investigation",
            Self::ActionsTaken => "None yet",
            Self::NextSteps => "Find the cause",
            Self::RootCause => "Not known yet",
            Self::Resolution => "Not written down yet",
            Self::ServiceName => "Service",
            Self::UserImpact => "some of our users",
            Self::CustomerStatus => "We are investigating",
        }
    }

    /// Whether readers expect it to move: what is said a third time tells them that nobody looked.
    #[must_use]
    pub fn goes_stale(self) -> bool {
        matches!(self, Self::CurrentState | Self::ActionsTaken | Self::NextSteps | Self::UserImpact)
    }

    /// What to write, for a field that is empty.
    #[must_use]
    pub fn hint(self) -> &'static str {
        match self {
            Self::Impact => "Who is affected and how",
            Self::IncidentCommander => "Who commands, as @name",
            Self::CurrentState => "What is happening now",
            Self::ActionsTaken => "What has been tried",
            Self::NextSteps => "What will be done next",
            Self::RootCause => "The cause in one sentence",
            Self::Resolution => "What fixed it",
            Self::CustomerImpact => "What users noticed, in short",
            Self::ServiceName => "The service's name as customers know it",
            Self::UserImpact => "What customers notice, without internal names",
            Self::CustomerStatus => "Brief and non-technical",
        }
    }
}

impl FromStr for UpdateField {
    type Err = UnknownUpdateWord;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|field| field.word() == text).ok_or_else(|| UnknownUpdateWord(text.to_owned()))
    }
}
