//! Updates: which there are, to whom they go, in which form they paste.

use std::collections::{BTreeMap, BTreeSet};
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
    /// Those who respond: paged, briefed, handed over to. They have no cadence.
    Responders,
}

impl Audience {
    /// The name on screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Internal => "Stakeholders",
            Self::Customers => "Customers",
            Self::Responders => "Responders",
        }
    }
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

/// The form in which an update is copied: the one of the channel that it goes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum UpdateFormat {
    /// Slack's mrkdwn, as pasted into the message box.
    #[default]
    Slack,
    /// Teams' message box, which takes formatted text.
    Teams,
    /// CommonMark.
    Markdown,
    /// The seed's templates to the letter.
    Plain,
    /// A mail with a subject, as formatted text.
    Html,
    /// The text field of a status page.
    #[serde(rename = "statuspage")]
    StatusPage,
}

impl UpdateFormat {
    /// All forms, the default first.
    pub const ALL: [Self; 6] = [Self::Slack, Self::Teams, Self::Markdown, Self::Plain, Self::Html, Self::StatusPage];

    /// The name on screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Slack => "Slack",
            Self::Teams => "Teams",
            Self::Markdown => "Markdown",
            Self::Plain => "Plain",
            Self::Html => "Mail",
            Self::StatusPage => "Status page",
        }
    }

    /// The word on the command line.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Slack => "slack",
            Self::Teams => "teams",
            Self::Markdown => "markdown",
            Self::Plain => "plain",
            Self::Html => "html",
            Self::StatusPage => "statuspage",
        }
    }

    /// Whether it pastes as formatted text, with the plain words beside it.
    #[must_use]
    pub fn is_formatted(self) -> bool {
        matches!(self, Self::Teams | Self::Html)
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
        Self::ALL.into_iter().find(|format| format.word() == text).ok_or_else(|| UnknownUpdateWord(text.to_owned()))
    }
}

impl fmt::Display for UpdateFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.label())
    }
}

/// What is known of an update or another message that was copied, apart from its text.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct UpdateHead {
    /// Which of the four updates it counts as; none for a page, a topic, a hand-off, which start no clock.
    #[serde(default)]
    pub update: Option<UpdateKind>,
    /// In which form.
    pub format: UpdateFormat,
    /// The subject of a mail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// The fields as they were.
    #[serde(default)]
    pub fields: BTreeMap<UpdateField, String>,
    /// Those that a person wrote.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub edited: BTreeSet<UpdateField>,
    /// The template's name, where it is not the update's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub template: Option<String>,
    /// The template's name on screen, where it is not the update's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// Who reads it, where that does not follow from the update.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audience: Option<Audience>,
    /// To whom, for a text that is written for one person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<String>,
}

impl UpdateHead {
    /// The template's name.
    #[must_use]
    pub fn template(&self) -> &str {
        self.template.as_deref().or(self.update.map(UpdateKind::word)).unwrap_or_default()
    }

    /// The template's name on screen.
    #[must_use]
    pub fn label(&self) -> &str {
        self.label.as_deref().or(self.update.map(UpdateKind::label)).unwrap_or("Message")
    }

    /// Who reads it.
    #[must_use]
    pub fn audience(&self) -> Audience {
        self.audience.or(self.update.map(UpdateKind::audience)).unwrap_or(Audience::Internal)
    }
}

/// An update or another message that was copied, which counts as sent.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct UpdateSent {
    /// What is known of it apart from its text.
    #[serde(flatten)]
    pub head: UpdateHead,
    /// Exactly what was copied; the plain flavour where there were two.
    pub text: String,
    /// The formatted flavour, where there was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub html: Option<String>,
    /// The words without a form, which are compared with the next ones.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
}

impl UpdateSent {
    /// What a program that takes formatting gets: the formatted flavour where there is one, else the text.
    #[must_use]
    pub fn pasted(&self) -> &str {
        self.html.as_deref().unwrap_or(&self.text)
    }

    /// Its words without a form; an earlier Sitrep kept the text alone.
    #[must_use]
    pub fn words(&self) -> &str {
        if self.words.is_empty() { &self.text } else { &self.words }
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
