//! What a line of the timeline is.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a line is, for its glyph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TimelineKind {
    /// The declaration.
    Declared,
    /// A note.
    Note,
    /// A decision.
    Decision,
    /// The status changed.
    Status,
    /// The severity changed or was reasoned about.
    Severity,
    /// A role changed hands.
    Role,
    /// Impact was assessed.
    Impact,
    /// Somebody was notified, acknowledged, or the channel opened.
    People,
    /// An update was sent or taken back.
    Update,
    /// A reminder was snoozed, a time-box set or closed.
    Clock,
    /// A dashboard or a log shows something.
    Finding,
    /// A change was noted, or suspected.
    Change,
    /// A step of the investigation.
    Investigation,
    /// A hypothesis was added, tested, ruled out or confirmed, or something speaks for it or against it.
    Hypothesis,
    /// A mitigation was proposed, started, done or undone.
    Mitigation,
    /// A command was run.
    Command,
    /// A runbook was begun, a step of it moved, or it ended.
    Runbook,
    /// An alert was taken in, or recovered.
    Alert,
    /// A verification check or a line of the checklist was ticked.
    Verification,
    /// The review.
    Review,
    /// Something that only a newer Sitrep knows.
    FromNewer,
}
