//! What can be due.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DeadlineKind {
    /// The first responder acknowledges.
    Response,
    /// The four questions are answered.
    ImpactAssessment,
    /// An update goes to an audience.
    Update,
    /// The severity goes up.
    Escalation,
    /// The fix is verified.
    Verification,
    /// It is watched for recurrence until its end.
    Recurrence,
    /// The review is published.
    Review,
    /// An action item is done, or dropped with a reason.
    ActionItem,
    /// A person closes what they time-boxed.
    Timebox,
}

impl DeadlineKind {
    /// All kinds.
    pub const ALL: [Self; 9] = [
        Self::Response,
        Self::ImpactAssessment,
        Self::Update,
        Self::Escalation,
        Self::Verification,
        Self::Recurrence,
        Self::Review,
        Self::ActionItem,
        Self::Timebox,
    ];

    /// The name on screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Response => "Response",
            Self::ImpactAssessment => "Impact assessment",
            Self::Update => "Update",
            Self::Escalation => "Escalation",
            Self::Verification => "Verification",
            Self::Recurrence => "Watch for recurrence",
            Self::Review => "Review",
            Self::ActionItem => "Action item",
            Self::Timebox => "Time-box",
        }
    }

    /// Whether somebody can be late with it: the end of a watch asks a question, and there is no hurry to answer.
    #[must_use]
    pub fn can_be_late(self) -> bool {
        self != Self::Recurrence
    }

    /// What meets it, and for a response what does not though it looks like it.
    #[must_use]
    pub fn met_by(self) -> &'static str {
        match self {
            Self::Response => {
                "Met by acknowledging, by a role that is given, or by work on it (status, search, mitigation, command, update). \
                 An answer in triage, a tick or an open channel alone is none."
            }
            Self::ImpactAssessment => "Met by answers to all four questions; one is not enough.",
            Self::Update => "Met by an update that is copied and counts as sent.",
            Self::Escalation => "Met by resolving, or by escalating.",
            Self::Verification => "Met by the five checks and the quiet time.",
            Self::Recurrence => "Met by saying that it stayed quiet; reopening ends it, too.",
            Self::Review => "Met by a complete review.",
            Self::ActionItem => "Met when it is done, or dropped with a reason.",
            Self::Timebox => "Met when somebody closes it.",
        }
    }

    /// The word in keys and answers.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Response => "response",
            Self::ImpactAssessment => "impact_assessment",
            Self::Update => "update",
            Self::Escalation => "escalation",
            Self::Verification => "verification",
            Self::Recurrence => "recurrence",
            Self::Review => "review",
            Self::ActionItem => "action_item",
            Self::Timebox => "timebox",
        }
    }
}
