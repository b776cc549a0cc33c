//! Acts that are done only when a person says why.

/// For what a reason is owed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReasonNeeded {
    /// Resolving before the five checks hold.
    EarlyResolution,
    /// Reopening what was resolved.
    Reopening,
    /// Opening a review again that was complete.
    ReopenedReview,
    /// Lowering the severity.
    Downgrade,
    /// Dropping an action item.
    DroppedAction,
    /// Opening an action item again that was closed.
    ReopenedAction,
    /// Leaving out a step of the investigation.
    SkippedStep,
    /// Undoing a mitigation.
    UndoneMitigation,
    /// Withdrawing an incident that was none.
    Withdrawal,
    /// Silencing the reminders of an escalation for good.
    SilentEscalation,
    /// Stopping the policy from raising the severity by itself.
    StoppedEscalation,
    /// Saying that it is no security matter after all.
    NoSecurity,
}

impl std::fmt::Display for ReasonNeeded {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::EarlyResolution => "Not resolved yet: the fix is not verified, so a reason is needed.",
            Self::Reopening => "Not reopened yet: that needs a reason. The checks, the all-clear and the review are then asked for anew.",
            Self::ReopenedReview => "The review stays complete: to open it again needs a reason.",
            Self::Downgrade => "The severity was not lowered: a downgrade needs a reason.",
            Self::DroppedAction => "The action item was not dropped: that needs a reason.",
            Self::ReopenedAction => "The action item stays closed: to open it again needs a reason.",
            Self::SkippedStep => "The step was not left out: that needs a reason.",
            Self::Withdrawal => "Not withdrawn yet: that it was no incident needs a reason.",
            Self::SilentEscalation => "Not silenced: that nobody is reminded of an escalation any more needs a reason.",
            Self::StoppedEscalation => "Automatic escalation goes on: to stop it needs a reason.",
            Self::NoSecurity => "It stays a security matter: to take that back needs a reason.",
            Self::UndoneMitigation => "Not recorded as rolled back: say why it was undone.",
        })
    }
}
