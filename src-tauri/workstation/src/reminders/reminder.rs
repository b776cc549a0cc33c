//! A reminder, and what can be done about it.

use sitrep_core::procedure::{Pane, Stage};
use sitrep_core::vocabulary::{DeadlineKind, Severity, UpdateKind};

/// A reminder that this process has claimed and now shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    /// The deadline's key.
    pub key: String,
    /// The how-manieth reminder of it.
    pub stage: Stage,
    /// The name by which it was claimed: the key, and after a snooze which one that was.
    pub claim: String,
    /// The incident.
    pub handle: String,
    /// How bad that is.
    pub severity: Severity,
    /// What is due.
    pub kind: DeadlineKind,
    /// Which update, if one is due.
    pub update: Option<UpdateKind>,
    /// `Status update due in 5 min`.
    pub title: String,
    /// `P1 Payments failing at checkout`.
    pub body: String,
    /// What it says is so, by whatever clock it is read: once this is no longer so, its words are not true.
    pub claims: String,
    /// Whether it should stay on screen until it is dealt with.
    pub critical: bool,
    /// Whether a P0 is late, for which a sound can be asked for.
    pub alarm: bool,
    /// What can be done about it.
    pub actions: Vec<ReminderAction>,
    /// Where it is dealt with.
    pub pane: Option<Pane>,
}

/// What can be done about a reminder; all of it exists in the window and the tray, too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ReminderAction {
    /// The first responder is on it.
    Acknowledge,
    /// Copy the update, which counts as sent.
    CopyUpdate,
    /// Silence it for five minutes.
    Snooze,
    /// Open the incident.
    Open,
    /// Raise the severity.
    Escalate,
    /// Not yet.
    NotYet,
    /// Close the time-box.
    CloseTimebox,
    /// The action item is done.
    FinishAction,
    /// It stayed quiet.
    StayedQuiet,
    /// It came back.
    Reopen,
}

impl ReminderAction {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Acknowledge,
        Self::CopyUpdate,
        Self::Snooze,
        Self::Open,
        Self::Escalate,
        Self::NotYet,
        Self::CloseTimebox,
        Self::FinishAction,
        Self::StayedQuiet,
        Self::Reopen,
    ];

    /// What can be done about a deadline of this kind.
    #[must_use]
    pub fn of(kind: DeadlineKind) -> Vec<Self> {
        match kind {
            DeadlineKind::Response => vec![Self::Acknowledge, Self::Snooze, Self::Open],
            DeadlineKind::Update => vec![Self::CopyUpdate, Self::Snooze, Self::Open],
            DeadlineKind::Escalation => vec![Self::Escalate, Self::NotYet, Self::Open],
            DeadlineKind::Timebox => vec![Self::CloseTimebox, Self::Snooze, Self::Open],
            DeadlineKind::ActionItem => vec![Self::FinishAction, Self::Snooze, Self::Open],
            DeadlineKind::Recurrence => vec![Self::StayedQuiet, Self::Reopen, Self::Open],
            DeadlineKind::ImpactAssessment | DeadlineKind::Verification | DeadlineKind::Review => vec![Self::Open, Self::Snooze],
        }
    }

    /// A stable word.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Acknowledge => "acknowledge",
            Self::CopyUpdate => "copy_update",
            Self::Snooze => "snooze",
            Self::Open => "open",
            Self::Escalate => "escalate",
            Self::NotYet => "not_yet",
            Self::CloseTimebox => "close_timebox",
            Self::FinishAction => "finish_action",
            Self::StayedQuiet => "stayed_quiet",
            Self::Reopen => "reopen",
        }
    }

    /// The word on the button.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Acknowledge => "Acknowledge",
            Self::CopyUpdate => "Copy update",
            Self::Snooze => "Snooze 5 min",
            Self::Open => "Open",
            Self::Escalate => "Escalate",
            Self::NotYet => "Not yet",
            Self::CloseTimebox => "Close",
            Self::FinishAction => "Done",
            Self::StayedQuiet => "It stayed quiet",
            Self::Reopen => "Reopen",
        }
    }
}
