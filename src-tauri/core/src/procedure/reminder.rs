//! When a deadline asks for attention.

use chrono::{DateTime, Utc};

use super::deadline::{Deadline, DeadlineState};
use crate::team::{Policy, ReminderRule};

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
    if matches!(deadline.state, DeadlineState::Met | DeadlineState::Snoozed) { None } else { stage_unless_silent(deadline, policy, now) }
}

/// As [`stage_at`] for a deadline that is neither met nor snoozed, whatever its state says.
#[must_use]
pub fn stage_unless_silent(deadline: &Deadline, policy: &Policy, now: DateTime<Utc>) -> Option<Stage> {
    let now = if deadline.waits_for_working_hours { policy.business.last_worked(now) } else { now };
    if now < deadline.warns_at {
        return None;
    }
    if now < deadline.due_at {
        return Some(Stage::WARNING);
    }
    let (repeats, _) = rule(deadline, policy).repeats(now - deadline.due_at);
    Some(Stage(Stage::DUE.0.saturating_add(repeats)))
}

/// When `deadline` asks for attention next, if nobody does anything until then (UTC); none once it is met, silent for good, or said for the last time.
#[must_use]
pub fn next_at(deadline: &Deadline, policy: &Policy, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    match deadline.state {
        DeadlineState::Met => None,
        DeadlineState::Snoozed => deadline.snoozed_until,
        _ => next_unless_silent(deadline, policy, now),
    }
}

/// As [`next_at`] for a deadline that is neither met nor snoozed, whatever its state says.
#[must_use]
pub fn next_unless_silent(deadline: &Deadline, policy: &Policy, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    if !deadline.waits_for_working_hours {
        return next_at_any_hour(deadline, policy, now);
    }
    let next = next_at_any_hour(deadline, policy, policy.business.last_worked(now))?;
    Some(policy.business.next_worked(next.max(now)))
}

fn next_at_any_hour(deadline: &Deadline, policy: &Policy, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    if now < deadline.warns_at {
        Some(deadline.warns_at)
    } else if now < deadline.due_at {
        Some(deadline.due_at)
    } else {
        rule(deadline, policy).repeats(now - deadline.due_at).1.map(|late| deadline.due_at + late)
    }
}

fn rule(deadline: &Deadline, policy: &Policy) -> ReminderRule {
    let rule = policy.reminders(deadline.kind);
    if deadline.waits_for_working_hours { rule.thinned() } else { rule }
}
