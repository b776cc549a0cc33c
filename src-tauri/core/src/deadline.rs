//! Deadlines, computed from facts and never counted down.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::incident::{Incident, Snooze};
use crate::team::{Policy, ResponseTime};
use crate::text::duration;
use crate::vocabulary::{Audience, DeadlineKind, EventId, Severity};

/// How a deadline stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DeadlineState {
    /// There is time.
    Running,
    /// It is close.
    Warning,
    /// It has passed.
    Overdue,
    /// Its reminders are silent for now; its due time stands.
    Snoozed,
    /// It was met.
    Met,
}

/// One thing that is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deadline {
    /// Stable over time and across processes: incident, kind, what it is about, due.
    pub key: String,
    /// The handle of the incident.
    pub incident: String,
    /// What is due.
    pub kind: DeadlineKind,
    /// For an update: to whom.
    pub audience: Option<Audience>,
    /// What it is about, for a time-box or an action item; to which severity, for an escalation.
    pub subject: Option<String>,
    /// The event that set it, for a time-box or an action item.
    #[serde(skip)]
    pub set_by: Option<EventId>,
    /// From when it runs (UTC).
    pub runs_from: DateTime<Utc>,
    /// When it is due (UTC).
    pub due_at: DateTime<Utc>,
    /// When it counts as close (UTC).
    pub warns_at: DateTime<Utc>,
    /// Silent until (UTC), while it is snoozed; none where that is for good.
    pub snoozed_until: Option<DateTime<Utc>>,
    /// When its last snooze ended (UTC), if one did: what was silenced is then said again.
    #[serde(skip)]
    pub woke_at: Option<DateTime<Utc>>,
    /// How it stands.
    pub state: DeadlineState,
}

impl Deadline {
    /// Whether it still asks for something.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.state != DeadlineState::Met
    }

    /// Whether its first reminder has come and it waits for somebody.
    #[must_use]
    pub fn is_pressing(&self) -> bool {
        matches!(self.state, DeadlineState::Warning | DeadlineState::Overdue)
    }

    /// Whether it has passed unmet, snoozed or not.
    #[must_use]
    pub fn is_late(&self, now: DateTime<Utc>) -> bool {
        self.is_open() && now >= self.due_at
    }
}

/// All deadlines of an incident at `now`, open ones by due time first, met ones last.
#[must_use]
pub fn deadlines(incident: &Incident, policy: &Policy, now: DateTime<Utc>) -> Vec<Deadline> {
    let facts = Facts { incident, policy, now };
    let mut all: Vec<Deadline> = if incident.is_active() {
        [
            facts.response(),
            facts.impact_assessment(),
            facts.internal_update(),
            facts.customer_update(),
            facts.escalation(),
            facts.verification(),
        ]
        .into_iter()
        .flatten()
        .chain(facts.timeboxes())
        .collect()
    } else {
        facts.review().into_iter().collect()
    };
    all.extend(facts.action_items());
    all.sort_by_key(|deadline| (!deadline.is_open(), deadline.due_at));
    all
}

/// The severity that the escalation rule leads to.
#[must_use]
pub fn escalates_to(incident: &Incident, policy: &Policy) -> Option<Severity> {
    policy.of(incident.severity).escalate_after()?;
    incident.severity.worse()
}

struct Facts<'a> {
    incident: &'a Incident,
    policy: &'a Policy,
    now: DateTime<Utc>,
}

/// What a deadline is made of, before its state is worked out.
struct Draft {
    kind: DeadlineKind,
    audience: Option<Audience>,
    subject: Option<String>,
    set_by: Option<EventId>,
    runs_from: DateTime<Utc>,
    due_at: DateTime<Utc>,
    met: bool,
}

impl Draft {
    fn new(kind: DeadlineKind, runs_from: DateTime<Utc>, due_at: DateTime<Utc>) -> Self {
        Self { kind, audience: None, subject: None, set_by: None, runs_from, due_at, met: false }
    }
}

impl Facts<'_> {
    fn response(&self) -> Option<Deadline> {
        let declared = self.incident.declared_at;
        let due = match self.policy.of(self.incident.severity).response() {
            ResponseTime::Within(length) => declared + length,
            ResponseTime::NextBusinessDay => self.policy.business.end_of_next_day(declared)?,
        };
        Some(self.finish(Draft { met: self.incident.acknowledged_at.is_some(), ..Draft::new(DeadlineKind::Response, declared, due) }))
    }

    fn impact_assessment(&self) -> Option<Deadline> {
        let declared = self.incident.declared_at;
        let answered = self.incident.impact.len() == crate::vocabulary::ImpactQuestion::ALL.len();
        let draft = Draft::new(DeadlineKind::ImpactAssessment, declared, declared + self.policy.impact_assessment());
        Some(self.finish(Draft { met: answered, ..draft }))
    }

    fn internal_update(&self) -> Option<Deadline> {
        let last = self.incident.last_update_to(Audience::Internal);
        let from = last.map_or(self.incident.declared_at, |update| update.at);
        Some(self.update(Audience::Internal, from, self.policy.of(self.incident.severity).update_every()))
    }

    /// Customers who have heard once are told again at their own cadence; until then there is nothing to be late with.
    fn customer_update(&self) -> Option<Deadline> {
        let last = self.incident.last_update_to(Audience::Customers)?;
        Some(self.update(Audience::Customers, last.at, self.policy.of(self.incident.severity).customer_update_every()))
    }

    fn update(&self, audience: Audience, from: DateTime<Utc>, cadence: TimeDelta) -> Deadline {
        self.finish(Draft { audience: Some(audience), ..Draft::new(DeadlineKind::Update, from, from + cadence) })
    }

    fn escalation(&self) -> Option<Deadline> {
        let to = escalates_to(self.incident, self.policy)?;
        let from = self.incident.severity_since;
        let after = self.policy.of(self.incident.severity).escalate_after()?;
        Some(self.finish(Draft { subject: Some(to.label().to_owned()), ..Draft::new(DeadlineKind::Escalation, from, from + after) }))
    }

    fn verification(&self) -> Option<Deadline> {
        let from = self.incident.quiet_since()?;
        let due = self.incident.quiet_until(self.policy)?;
        let met = self.incident.is_verified(self.policy, self.now);
        Some(self.finish(Draft { met, ..Draft::new(DeadlineKind::Verification, from, due) }))
    }

    fn timeboxes(&self) -> impl Iterator<Item = Deadline> + '_ {
        self.incident.timeboxes.iter().map(|timebox| {
            let draft = Draft::new(DeadlineKind::Timebox, timebox.set_at, timebox.until);
            self.finish(Draft { subject: Some(timebox.text.clone()), set_by: Some(timebox.id), met: timebox.closed, ..draft })
        })
    }

    fn action_items(&self) -> impl Iterator<Item = Deadline> + '_ {
        self.incident.actions.iter().map(|action| {
            let draft = Draft::new(DeadlineKind::ActionItem, action.added_at, self.policy.business.end_of(action.due));
            self.finish(Draft { subject: Some(action.text.clone()), set_by: Some(action.id), met: action.outcome.is_some(), ..draft })
        })
    }

    fn review(&self) -> Option<Deadline> {
        let resolved = self.incident.resolved_at?;
        let due = resolved + self.policy.of(self.incident.severity).review_within()?;
        let met = self.incident.review_published_at.is_some();
        Some(self.finish(Draft { met, ..Draft::new(DeadlineKind::Review, resolved, due) }))
    }

    fn finish(&self, draft: Draft) -> Deadline {
        let key = key(self.incident, &draft);
        let length = (draft.due_at - draft.runs_from).max(TimeDelta::zero());
        let warns_at = draft.due_at - self.policy.reminders(draft.kind).warn_before.of(length);
        let last = self.incident.snoozes.iter().rev().find(|snooze| snooze.key == key);
        let (snooze, over) = (last.filter(|snooze| self.holds(snooze)), last.filter(|snooze| !self.holds(snooze)));
        let state = if draft.met {
            DeadlineState::Met
        } else if snooze.is_some() {
            DeadlineState::Snoozed
        } else if self.now >= draft.due_at {
            DeadlineState::Overdue
        } else if self.now >= warns_at {
            DeadlineState::Warning
        } else {
            DeadlineState::Running
        };
        Deadline {
            key,
            incident: self.incident.handle.clone(),
            kind: draft.kind,
            audience: draft.audience,
            subject: draft.subject,
            set_by: draft.set_by,
            runs_from: draft.runs_from,
            due_at: draft.due_at,
            warns_at,
            snoozed_until: snooze.and_then(|snooze| snooze.until),
            woke_at: over.and_then(|snooze| snooze.until),
            state,
        }
    }

    /// Of a deadline's snoozes the last one said counts, so that it can be made shorter or ended.
    fn holds(&self, snooze: &Snooze) -> bool {
        snooze.until.is_none_or(|until| until > self.now)
    }
}

fn key(incident: &Incident, draft: &Draft) -> String {
    let kind = draft.kind.word();
    let audience = if draft.audience == Some(Audience::Customers) { "_customers" } else { "" };
    // Two time-boxes may end at the same moment.
    let which = draft.set_by.map(|id| format!("-{}", id.0.simple())).unwrap_or_default();
    format!("{}/{kind}{audience}{which}/{}", incident.handle, draft.due_at.format("%Y%m%dT%H%M%S%3fZ"))
}

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
    /// What it is about, for a time-box or an action item; to which severity, for an escalation.
    pub subject: Option<String>,
    /// The words before the clock: `Status update due in`.
    pub label: String,
    /// The same in few words, for lists: `Update due in`.
    pub short_label: String,
    /// The clock: `06:12`.
    pub clock: String,
    /// When: `at 14:48 UTC`, `was 14:48 UTC`.
    pub due: String,
    /// The same as an instant (UTC).
    pub due_at: DateTime<Utc>,
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
        let total = (deadline.due_at - deadline.runs_from).num_milliseconds().max(1);
        let used = ((now - deadline.runs_from).num_milliseconds().clamp(0, total) * 100 / total).clamp(0, 100);
        let due = duration::clock_time(deadline.due_at, now);
        Self {
            key: deadline.key.clone(),
            kind: deadline.kind,
            audience: deadline.audience,
            subject: deadline.subject.clone(),
            label,
            short_label,
            clock: if left.abs() >= TimeDelta::hours(24) {
                // What is left is rounded up to the minute, so that two days read as such at their beginning.
                duration::rough(if late { left.abs() } else { left + TimeDelta::minutes(1) })
            } else {
                duration::countdown(whole_seconds(left))
            },
            due_at: deadline.due_at,
            due: if late { format!("was {due}") } else { format!("at {due}") },
            level: level(left),
            used_percent: u8::try_from(used).unwrap_or(100),
            snoozed: (deadline.state == DeadlineState::Snoozed).then(|| match deadline.snoozed_until {
                Some(until) => format!("until {}", duration::clock_time(until, now)),
                None => "for good".to_owned(),
            }),
            pressing: deadline.is_pressing(),
        }
    }
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
        (DeadlineKind::Update, Some(Audience::Customers)) => ("Customer update", "Customers"),
        (DeadlineKind::Update, _) if first_update => ("Initial alert", "Alert"),
        (DeadlineKind::Update, _) => ("Status update", "Update"),
        (DeadlineKind::Verification, _) => ("Verification", "Verification"),
        (DeadlineKind::Review, _) => ("Review", "Review"),
        (DeadlineKind::Escalation, _) if late => {
            return (format!("Escalation to {subject} late by"), format!("Escalate to {subject}"));
        }
        (DeadlineKind::Escalation, _) => return (format!("Escalates to {subject} in"), format!("To {subject} in")),
        (DeadlineKind::ActionItem, _) => (subject, "Action item"),
        (DeadlineKind::Timebox, _) => (subject, "Time-box"),
    };
    let (long_tail, short_tail) = if late { (" late by", "") } else { (" due in", " due in") };
    (format!("{what}{long_tail}"), format!("{short}{short_tail}"))
}
