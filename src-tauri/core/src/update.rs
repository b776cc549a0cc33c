//! Updates: which there are, to whom they go, in which form they paste.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Who reads an update; each audience has its own cadence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// Stakeholders inside the company.
    Internal,
    /// Customers.
    Customers,
}

/// The seed's four communication templates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum UpdateKind {
    /// INCIDENT DECLARED.
    Initial,
    /// INCIDENT UPDATE.
    Status,
    /// INCIDENT RESOLVED.
    Resolution,
    /// The customer-facing text.
    Customer,
}

impl UpdateKind {
    /// All kinds in the seed's order.
    pub const ALL: [Self; 4] = [Self::Initial, Self::Status, Self::Resolution, Self::Customer];

    /// The name on screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Initial => "Initial alert",
            Self::Status => "Status update",
            Self::Resolution => "Resolution",
            Self::Customer => "Customer-facing",
        }
    }

    /// The word on the command line.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Initial => "initial",
            Self::Status => "status",
            Self::Resolution => "resolution",
            Self::Customer => "customer",
        }
    }

    /// Who it is for.
    #[must_use]
    pub fn audience(self) -> Audience {
        match self {
            Self::Initial | Self::Status | Self::Resolution => Audience::Internal,
            Self::Customer => Audience::Customers,
        }
    }
}

/// The form in which an update is copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum UpdateFormat {
    /// Slack's mrkdwn, as pasted into the message box.
    Slack,
    /// CommonMark.
    Markdown,
    /// The seed's templates to the letter.
    Plain,
}

impl UpdateFormat {
    /// All forms, the default first.
    pub const ALL: [Self; 3] = [Self::Slack, Self::Markdown, Self::Plain];

    /// The name on screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Slack => "Slack",
            Self::Markdown => "Markdown",
            Self::Plain => "Plain",
        }
    }
}

/// The text names no update kind or form.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is not one of the known words")]
pub struct UnknownUpdateWord(pub String);

impl FromStr for UpdateKind {
    type Err = UnknownUpdateWord;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|kind| kind.word() == text).ok_or_else(|| UnknownUpdateWord(text.to_owned()))
    }
}

impl FromStr for UpdateFormat {
    type Err = UnknownUpdateWord;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|format| format.label().eq_ignore_ascii_case(text)).ok_or_else(|| UnknownUpdateWord(text.to_owned()))
    }
}

impl fmt::Display for UpdateFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.label())
    }
}

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
