//! Deadlines, computed from facts and never counted down.

use chrono::{DateTime, Datelike, Days, NaiveTime, TimeDelta, Utc, Weekday};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::duration_text;
use crate::event::EventId;
use crate::incident::Incident;
use crate::policy::{Policy, ResponseTime};
use crate::severity::Severity;
use crate::update::Audience;

/// The business day ends at this hour (UTC).
const BUSINESS_DAY_ENDS: u32 = 17;

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
    /// The review is published.
    Review,
    /// A person closes what they time-boxed.
    Timebox,
}

impl DeadlineKind {
    /// The word in keys and answers.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Response => "response",
            Self::ImpactAssessment => "impact_assessment",
            Self::Update => "update",
            Self::Escalation => "escalation",
            Self::Verification => "verification",
            Self::Review => "review",
            Self::Timebox => "timebox",
        }
    }
}

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
    /// What it is about, for a time-box; to which severity, for an escalation.
    pub subject: Option<String>,
    /// The event that set it, for a time-box.
    #[serde(skip)]
    pub timebox: Option<EventId>,
    /// From when it runs (UTC).
    pub runs_from: DateTime<Utc>,
    /// When it is due (UTC).
    pub due_at: DateTime<Utc>,
    /// When it counts as close (UTC).
    pub warns_at: DateTime<Utc>,
    /// Silent until (UTC), if that lies ahead.
    pub snoozed_until: Option<DateTime<Utc>>,
    /// How it stands.
    pub state: DeadlineState,
}

impl Deadline {
    /// Whether it still asks for something.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.state != DeadlineState::Met
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
    timebox: Option<EventId>,
    runs_from: DateTime<Utc>,
    due_at: DateTime<Utc>,
    warns_at: DateTime<Utc>,
    met: bool,
}

impl Draft {
    fn new(kind: DeadlineKind, runs_from: DateTime<Utc>, due_at: DateTime<Utc>) -> Self {
        let warns_at = runs_from + (due_at - runs_from) * 3 / 4;
        Self { kind, audience: None, subject: None, timebox: None, runs_from, due_at, warns_at, met: false }
    }
}

impl Facts<'_> {
    fn response(&self) -> Option<Deadline> {
        let declared = self.incident.declared_at;
        let due = match self.policy.of(self.incident.severity).response() {
            ResponseTime::Within(length) => declared + length,
            ResponseTime::NextBusinessDay => end_of_next_business_day(declared)?,
        };
        Some(self.finish(Draft { met: self.incident.acknowledged_at.is_some(), ..Draft::new(DeadlineKind::Response, declared, due) }))
    }

    fn impact_assessment(&self) -> Option<Deadline> {
        let declared = self.incident.declared_at;
        let answered = self.incident.impact.len() == crate::impact::ImpactQuestion::ALL.len();
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
        let due = from + cadence;
        let warns_at = due - TimeDelta::from(self.policy.reminders.update_warning_minutes);
        self.finish(Draft { audience: Some(audience), warns_at, ..Draft::new(DeadlineKind::Update, from, due) })
    }

    fn escalation(&self) -> Option<Deadline> {
        let to = escalates_to(self.incident, self.policy)?;
        let from = self.incident.severity_since;
        let after = self.policy.of(self.incident.severity).escalate_after()?;
        let warns_at = from + after * i32::from(self.policy.reminders.escalation_warning_percent) / 100;
        let draft = Draft::new(DeadlineKind::Escalation, from, from + after);
        Some(self.finish(Draft { subject: Some(to.label().to_owned()), warns_at, ..draft }))
    }

    fn verification(&self) -> Option<Deadline> {
        let from = self.incident.fix_applied_at()?;
        let due = self.incident.quiet_until(self.policy)?;
        let met = self.incident.is_verified(self.policy, self.now);
        Some(self.finish(Draft { met, ..Draft::new(DeadlineKind::Verification, from, due) }))
    }

    fn timeboxes(&self) -> impl Iterator<Item = Deadline> + '_ {
        self.incident.timeboxes.iter().map(|timebox| {
            let draft = Draft::new(DeadlineKind::Timebox, timebox.set_at, timebox.until);
            self.finish(Draft { subject: Some(timebox.text.clone()), timebox: Some(timebox.id), met: timebox.closed, ..draft })
        })
    }

    fn review(&self) -> Option<Deadline> {
        let resolved = self.incident.resolved_at?;
        let due = resolved + self.policy.of(self.incident.severity).review_within()?;
        let met = self.incident.review_published_at.is_some();
        Some(self.finish(Draft { met, ..Draft::new(DeadlineKind::Review, resolved, due) }))
    }

    fn finish(&self, draft: Draft) -> Deadline {
        let snoozed_until = self.snoozed_until(&draft);
        let state = if draft.met {
            DeadlineState::Met
        } else if snoozed_until.is_some() {
            DeadlineState::Snoozed
        } else if self.now >= draft.due_at {
            DeadlineState::Overdue
        } else if self.now >= draft.warns_at {
            DeadlineState::Warning
        } else {
            DeadlineState::Running
        };
        Deadline {
            key: key(self.incident, &draft),
            incident: self.incident.handle.clone(),
            kind: draft.kind,
            audience: draft.audience,
            subject: draft.subject,
            timebox: draft.timebox,
            runs_from: draft.runs_from,
            due_at: draft.due_at,
            warns_at: draft.warns_at,
            snoozed_until,
            state,
        }
    }

    /// A snooze belongs to the deadline that was running when it was set, not to the next one of its kind.
    fn snoozed_until(&self, draft: &Draft) -> Option<DateTime<Utc>> {
        let applies = |snooze: &&crate::incident::Snooze| {
            snooze.deadline == draft.kind && snooze.audience == draft.audience && snooze.set_at >= draft.runs_from
        };
        self.incident.snoozes.iter().filter(applies).map(|snooze| snooze.until).max().filter(|until| *until > self.now)
    }
}

fn key(incident: &Incident, draft: &Draft) -> String {
    let kind = draft.kind.word();
    let audience = if draft.audience == Some(Audience::Customers) { "_customers" } else { "" };
    // Two time-boxes may end at the same moment.
    let which = draft.timebox.map(|id| format!("-{}", id.0.simple())).unwrap_or_default();
    format!("{}/{kind}{audience}{which}/{}", incident.handle, draft.due_at.format("%Y%m%dT%H%M%S%3fZ"))
}

fn end_of_next_business_day(from: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let mut day = from.date_naive().checked_add_days(Days::new(1))?;
    while matches!(day.weekday(), Weekday::Sat | Weekday::Sun) {
        day = day.checked_add_days(Days::new(1))?;
    }
    Some(day.and_time(NaiveTime::from_hms_opt(BUSINESS_DAY_ENDS, 0, 0)?).and_utc())
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
    /// The words before the clock: `Status update due in`.
    pub label: String,
    /// The same in few words, for lists: `Update due in`.
    pub short_label: String,
    /// The clock: `06:12`.
    pub clock: String,
    /// When: `at 14:48 UTC`, `was 14:48 UTC`.
    pub due: String,
    /// How urgent it looks.
    pub level: ClockLevel,
    /// Which share of its time is used, in percent, 100 at most.
    pub used_percent: u8,
    /// `until 14:53 UTC` while it is snoozed.
    pub snoozed: Option<String>,
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
        let due = duration_text::clock_time(deadline.due_at, now);
        Self {
            key: deadline.key.clone(),
            kind: deadline.kind,
            audience: deadline.audience,
            label,
            short_label,
            clock: if left.abs() >= TimeDelta::hours(24) {
                duration_text::rough(left.abs())
            } else {
                duration_text::countdown(whole_seconds(left))
            },
            due: if late { format!("was {due}") } else { format!("at {due}") },
            level: level(left),
            used_percent: u8::try_from(used).unwrap_or(100),
            snoozed: deadline.snoozed_until.map(|until| format!("until {}", duration_text::clock_time(until, now))),
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
        (DeadlineKind::Timebox, _) => (subject, "Time-box"),
    };
    let (long_tail, short_tail) = if late { (" late by", "") } else { (" due in", " due in") };
    (format!("{what}{long_tail}"), format!("{short}{short_tail}"))
}
