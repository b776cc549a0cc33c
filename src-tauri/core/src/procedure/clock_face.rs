//! A deadline as a clock shows it.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::deadline::{Deadline, DeadlineState};
use crate::text::{clock_time, countdown, rough};
use crate::vocabulary::{Audience, DeadlineKind};

/// How urgent a clock looks: contrast rises with it, colour does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ClockLevel {
    /// Ten minutes or more.
    Calm,
    /// Under ten minutes.
    Soon,
    /// Under five minutes.
    Near,
    /// Past.
    Late,
}

/// A running deadline as shown at one second.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DeadlineClock {
    /// The deadline's key.
    pub key: String,
    /// What is due.
    pub kind: DeadlineKind,
    /// To whom, for an update.
    pub audience: Option<Audience>,
    /// What it is about, for a time-box, an action item or an all-clear; to which severity, for an escalation.
    pub subject: Option<String>,
    /// The words before the clock: `Status update due in`.
    pub label: String,
    /// The same in few words, for lists: `Update due in`.
    pub short_label: String,
    /// The clock: `06:12`.
    pub clock: String,
    /// The same for lists: over an hour the minute is enough, and where nothing is near nothing is drawn anew: `1:59 h`.
    pub short_clock: String,
    /// When: `at 14:48 UTC`, `was 14:48 UTC`.
    pub due: String,
    /// The same as an instant (UTC).
    pub due_at: DateTime<Utc>,
    /// What meets it.
    pub met_by: String,
    /// How urgent it looks.
    pub level: ClockLevel,
    /// Which share of its time is used, in percent, 100 at most.
    pub used_percent: u8,
    /// `until 14:53 UTC` or `for good`, while it is snoozed.
    pub snoozed: Option<String>,
    /// Whether its first reminder has come and it waits for somebody.
    pub pressing: bool,
}

impl DeadlineClock {
    /// The face of a deadline at `now`.
    #[must_use]
    pub fn at(deadline: &Deadline, first_update: bool, now: DateTime<Utc>) -> Self {
        let late = now >= deadline.due_at;
        let left = deadline.due_at - now;
        let (label, short_label) = labels(deadline, first_update, late);
        let due = clock_time(deadline.due_at, now);
        Self {
            key: deadline.key.clone(),
            kind: deadline.kind,
            audience: deadline.audience,
            subject: deadline.subject.clone(),
            label,
            short_label,
            clock: clock(left),
            short_clock: short_clock(left),
            due_at: deadline.due_at,
            met_by: deadline.kind.met_by().to_owned(),
            due: if late { format!("was {due}") } else { format!("at {due}") },
            level: if deadline.kind.can_be_late() { level(left) } else { ClockLevel::Calm },
            used_percent: used_percent(deadline, now),
            snoozed: snoozed(deadline, now),
            pressing: deadline.is_pressing(),
        }
    }
}

fn clock(left: TimeDelta) -> String {
    if left.abs() < TimeDelta::hours(24) {
        return countdown(whole_seconds(left));
    }
    // What is left is rounded up to the minute, so that two days read as such at their beginning.
    rough(if left <= TimeDelta::zero() { left.abs() } else { left + TimeDelta::minutes(1) })
}

fn short_clock(left: TimeDelta) -> String {
    let face = clock(left);
    match face.split(':').collect::<Vec<_>>().as_slice() {
        [hours, minutes, _] => format!("{hours}:{minutes} h"),
        _ => face,
    }
}

fn used_percent(deadline: &Deadline, now: DateTime<Utc>) -> u8 {
    let total = (deadline.due_at - deadline.runs_from).num_milliseconds().max(1);
    let used = (now - deadline.runs_from).num_milliseconds().clamp(0, total) * 100 / total;
    u8::try_from(used).unwrap_or(100)
}

fn snoozed(deadline: &Deadline, now: DateTime<Utc>) -> Option<String> {
    let is_snoozed = deadline.state == DeadlineState::Snoozed;
    is_snoozed.then(|| deadline.snoozed_until.map_or_else(|| "for good".to_owned(), |until| format!("until {}", clock_time(until, now))))
}

/// Rounds up, so that a clock reads 00:00 only once it is due.
fn whole_seconds(left: TimeDelta) -> TimeDelta {
    let up = if left > TimeDelta::zero() { TimeDelta::milliseconds(999) } else { TimeDelta::zero() };
    left + up
}

fn level(left: TimeDelta) -> ClockLevel {
    if left <= TimeDelta::zero() {
        ClockLevel::Late
    } else if left < TimeDelta::minutes(5) {
        ClockLevel::Near
    } else if left < TimeDelta::minutes(10) {
        ClockLevel::Soon
    } else {
        ClockLevel::Calm
    }
}

fn labels(deadline: &Deadline, first_update: bool, late: bool) -> (String, String) {
    let subject = deadline.subject.as_deref().unwrap_or_default();
    let (what, short) = match (deadline.kind, deadline.audience) {
        (DeadlineKind::Response, _) => ("Response", "Response"),
        (DeadlineKind::ImpactAssessment, _) => ("Impact assessment", "Impact"),
        (DeadlineKind::Update, _) if deadline.subject.is_some() => (subject, "All-clear"),
        (DeadlineKind::Update, Some(Audience::Customers)) => ("Customer update", "Customers"),
        (DeadlineKind::Update, _) if first_update => ("Initial alert", "Alert"),
        (DeadlineKind::Update, _) => ("Status update", "Update"),
        (DeadlineKind::Verification, _) => ("Verification", "Verification"),
        (DeadlineKind::Recurrence, _) if late => return ("Watch for recurrence over for".to_owned(), "Watch over for".to_owned()),
        (DeadlineKind::Recurrence, _) => return ("Watch for recurrence ends in".to_owned(), "Watch ends in".to_owned()),
        (DeadlineKind::Review, _) => ("Review", "Review"),
        (DeadlineKind::Escalation, _) if late => {
            return (format!("Escalation to {subject} late by"), format!("Escalate to {subject}"));
        }
        (DeadlineKind::Escalation, _) if deadline.by_itself_at.is_none() => {
            return (format!("Escalation to {subject} due in"), format!("To {subject} in"));
        }
        (DeadlineKind::Escalation, _) => return (format!("Escalates to {subject} in"), format!("To {subject} in")),
        (DeadlineKind::ActionItem, _) => (subject, "Action item"),
        (DeadlineKind::Timebox, _) => (subject, "Time-box"),
    };
    let (long_tail, short_tail) = if late { (" late by", "") } else { (" due in", " due in") };
    (format!("{what}{long_tail}"), format!("{short}{short_tail}"))
}
