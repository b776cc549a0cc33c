//! What the next step is made of.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::vocabulary::{ImpactQuestion, InvestigationStep, Role, Status, UpdateKind};

/// What is sensible to do next. There is always exactly one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NextStep {
    /// What to do, as an imperative.
    pub text: String,
    /// Why, in a few words.
    pub reason: String,
    /// The word on the button; empty when there is nothing to press.
    pub button: String,
    /// What the button does.
    pub action: NextAction,
}

/// A part of the incident screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Pane {
    /// Impact and severity.
    Triage,
    /// Roles and people to notify.
    Team,
    /// Updates.
    Updates,
    /// The search for the cause, step by step.
    Investigate,
    /// What is done against the impact.
    Mitigate,
    /// The checks before resolving.
    Verify,
    /// The review.
    Review,
    /// The run of a runbook.
    Runbook,
}

/// What the next step's button does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "act", rename_all = "snake_case")]
pub enum NextAction {
    /// Answer an impact question in the Triage pane.
    AnswerImpact {
        /// Which.
        question: ImpactQuestion,
    },
    /// Say whether it is a security matter.
    AnswerSecurity,
    /// Write down why the severity is what it is.
    ReasonSeverity,
    /// Say that the channel is open. To copy its name does not say so.
    OpenChannel,
    /// Tell those whom the severity asks to be told.
    Notify,
    /// Give a role to somebody.
    AssignRole {
        /// Which.
        role: Role,
    },
    /// Write and copy an update.
    WriteUpdate {
        /// Which template.
        update: UpdateKind,
    },
    /// Decide whether the severity goes up.
    DecideEscalation,
    /// Say that it stayed quiet.
    StayedQuiet,
    /// Close a time-box.
    CloseTimebox {
        /// The key of its deadline.
        key: String,
    },
    /// Move the status on.
    SetStatus {
        /// To which.
        to: Status,
    },
    /// Take a step of the investigation.
    Investigate {
        /// Which.
        step: InvestigationStep,
    },
    /// Start a mitigation, or say what came of one.
    Mitigate,
    /// Go through the verification checks.
    Verify,
    /// Resolve.
    Resolve,
    /// Say when the review is, and who is asked to it.
    ScheduleReview,
    /// Write and complete the review.
    Review,
    /// Type what is seen.
    Log,
}
