//! When a deadline asks for attention.

use chrono::{DateTime, TimeDelta, Utc};

use crate::deadline::{Deadline, DeadlineKind, DeadlineState};
use crate::policy::Policy;

/// The how-manieth reminder of a deadline: 0 is the warning, 1 comes when it is due, 2 and up repeat after that.
///
/// With the deadline's key it names one reminder for good, so that two processes cannot both show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stage(pub u32);

impl Stage {
    /// Before the deadline is due.
    pub const WARNING: Self = Self(0);
    /// When it is due.
    pub const DUE: Self = Self(1);
}

/// The latest reminder of `deadline` that should have been shown by `now`. Earlier ones are not made up for: after sleep
/// one reminder is enough.
#[must_use]
pub fn stage_at(deadline: &Deadline, policy: &Policy, now: DateTime<Utc>) -> Option<Stage> {
    let silent = matches!(deadline.state, DeadlineState::Met | DeadlineState::Snoozed);
    if silent || !reminds(deadline.kind) || now < deadline.warns_at {
        return None;
    }
    if now < deadline.due_at {
        return warns(deadline.kind).then_some(Stage::WARNING);
    }
    let Some(every) = repeat(deadline.kind, policy) else { return Some(Stage::DUE) };
    let repeats = (now - deadline.due_at).num_milliseconds() / every.num_milliseconds().max(1);
    Some(Stage(Stage::DUE.0.saturating_add(u32::try_from(repeats).unwrap_or(u32::MAX))))
}

fn reminds(kind: DeadlineKind) -> bool {
    matches!(kind, DeadlineKind::Update | DeadlineKind::Escalation | DeadlineKind::Timebox)
}

fn warns(kind: DeadlineKind) -> bool {
    matches!(kind, DeadlineKind::Update | DeadlineKind::Escalation)
}

fn repeat(kind: DeadlineKind, policy: &Policy) -> Option<TimeDelta> {
    matches!(kind, DeadlineKind::Update).then(|| policy.reminders.update_repeat_minutes.into())
}
