//! The deadlines of an incident, computed from facts and never counted down.

use chrono::{DateTime, TimeDelta, Utc};

use super::deadline::{Deadline, DeadlineState};
use super::escalation::{escalates_to, raised_by_policy_at};
use super::next_update::update_due;
use super::raising::{due_after, due_by};
use crate::incident::{Incident, SeverityStretch, peak_of};
use crate::team::{Policy, ResponseTime};
use crate::text::{key_stamp, key_without_handle};
use crate::vocabulary::{Audience, DeadlineKind, EventId, ImpactQuestion, Severity};

/// All deadlines of an incident at `now`, open ones by due time first, met ones last.
#[must_use]
pub fn deadlines(incident: &Incident, policy: &Policy, now: DateTime<Utc>) -> Vec<Deadline> {
    if incident.asks_for_nothing() {
        return Vec::new();
    }
    let rules = Rules { incident, policy, now };
    let mut all = if incident.is_active() { rules.of_the_response() } else { rules.of_the_end() };
    all.extend(rules.action_items());
    all.sort_by_key(|deadline| (!deadline.is_open(), deadline.due_at));
    all
}

struct Rules<'a> {
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

impl Rules<'_> {
    fn of_the_response(&self) -> Vec<Deadline> {
        let of_the_procedure = [
            self.response(),
            self.impact_assessment(),
            self.internal_update(),
            self.customer_update(),
            self.escalation(),
            self.verification(),
        ];
        of_the_procedure.into_iter().flatten().chain(self.timeboxes()).collect()
    }

    fn of_the_end(&self) -> Vec<Deadline> {
        [self.all_clear_to_customers(), self.watch(), self.review()].into_iter().flatten().collect()
    }

    fn response(&self) -> Option<Deadline> {
        let (from, due) =
            due_by(self.incident, self.begun(self.incident.declared_at), |severity, from| match self.policy.of(severity).response() {
                ResponseTime::Within(length) => Some(from + length),
                ResponseTime::NextBusinessDay => self.policy.business.end_of_next_day(from),
            })?;
        Some(self.finish(Draft { met: self.incident.acknowledged_at.is_some(), ..Draft::new(DeadlineKind::Response, from, due) }))
    }

    fn impact_assessment(&self) -> Option<Deadline> {
        let from = self.begun(self.incident.declared_at);
        let answered = self.incident.impact.len() == ImpactQuestion::ALL.len();
        let draft = Draft::new(DeadlineKind::ImpactAssessment, from, from + self.policy.impact_assessment());
        Some(self.finish(Draft { met: answered, ..draft }))
    }

    fn internal_update(&self) -> Option<Deadline> {
        let last = self.incident.last_update_to(Audience::Internal);
        let from = last.map_or(self.incident.declared_at, |update| update.at);
        self.update(Audience::Internal, from, None)
    }

    /// Customers who have heard once are told again at their own cadence; until then there is nothing to be late with.
    fn customer_update(&self) -> Option<Deadline> {
        self.update(Audience::Customers, self.incident.last_update_to(Audience::Customers)?.at, None)
    }

    /// What customers were promised while it went on holds after the end, until they hear of it.
    fn all_clear_to_customers(&self) -> Option<Deadline> {
        let last = self.incident.customers_waiting_since()?;
        self.update(Audience::Customers, last.at, Some("All-clear to customers".to_owned()))
    }

    fn update(&self, audience: Audience, from: DateTime<Utc>, subject: Option<String>) -> Option<Deadline> {
        let next = |severity, from| Some(update_due(self.policy, severity, audience, from));
        let (from, due) = due_by(self.incident, self.begun(from), next)?;
        Some(self.finish(Draft { audience: Some(audience), subject, ..Draft::new(DeadlineKind::Update, from, due) }))
    }

    fn escalation(&self) -> Option<Deadline> {
        let to = escalates_to(self.incident, self.policy)?;
        let from = self.begun(self.incident.escalating_since(self.policy.escalation_restarts_after_minutes.into()));
        let after = self.policy.of(self.incident.severity).escalate_after()?;
        Some(self.finish(Draft { subject: Some(to.label().to_owned()), ..Draft::new(DeadlineKind::Escalation, from, from + after) }))
    }

    fn verification(&self) -> Option<Deadline> {
        let from = self.incident.quiet_since()?;
        let quiet = |severity, from| Some(from + self.policy.duties(&[severity]).quiet()?);
        // Somebody who was told to watch for longer before a raising is not late by it.
        let before_raising = due_by(self.incident, from, quiet).map(|(_, due)| due);
        let due = before_raising.max(self.incident.quiet_until(self.policy))?;
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
        self.incident.actions.iter().filter_map(|action| {
            let draft = Draft::new(DeadlineKind::ActionItem, action.added_at, self.policy.business.end_of(action.due?));
            Some(self.finish(Draft { subject: Some(action.text.clone()), set_by: Some(action.id), met: action.outcome.is_some(), ..draft }))
        })
    }

    fn watch(&self) -> Option<Deadline> {
        let watch = self.incident.recurrence_watch(self.policy, self.now)?;
        let draft = Draft::new(DeadlineKind::Recurrence, watch.from, watch.until);
        Some(self.finish(Draft { met: watch.is_settled, ..draft }))
    }

    fn review(&self) -> Option<Deadline> {
        let resolved = self.incident.resolved_at?;
        let due = review_due(self.incident, self.policy)?;
        let met = self.incident.review_published_at.is_some();
        Some(self.finish(Draft { met, ..Draft::new(DeadlineKind::Review, resolved, due) }))
    }

    /// What was left open when it was resolved is due again from the reopening, as if it had just begun.
    fn begun(&self, at: DateTime<Utc>) -> DateTime<Utc> {
        self.incident.reopened_at.map_or(at, |reopened| reopened.max(at))
    }

    fn finish(&self, draft: Draft) -> Deadline {
        let key = key(self.incident, &draft);
        let warns_at = self.warns_at(&draft);
        let last = self.incident.snoozes.get(key_without_handle(&key)).copied();
        let (snooze, over) = (last.filter(|until| self.holds(*until)), last.filter(|until| !self.holds(*until)));
        let state = self.state(&draft, warns_at, snooze.is_some());
        let by_itself_at = self.by_itself_at(&draft);
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
            snoozed_until: snooze.flatten(),
            woke_at: over.flatten(),
            by_itself_at,
            waits_for_working_hours: self.waits_for_working_hours(draft.kind),
            state,
        }
    }

    fn by_itself_at(&self, draft: &Draft) -> Option<DateTime<Utc>> {
        if draft.kind == DeadlineKind::Escalation { raised_by_policy_at(self.incident, self.policy, draft.due_at) } else { None }
    }

    /// A time-box is short, and somebody who is at work set it.
    fn waits_for_working_hours(&self, kind: DeadlineKind) -> bool {
        kind != DeadlineKind::Timebox && self.policy.reminds_in_working_hours(self.incident.peak_severity())
    }

    fn warns_at(&self, draft: &Draft) -> DateTime<Utc> {
        let length = (draft.due_at - draft.runs_from).max(TimeDelta::zero());
        draft.due_at - self.policy.reminders(draft.kind).warn_before.of(length)
    }

    fn state(&self, draft: &Draft, warns_at: DateTime<Utc>, is_snoozed: bool) -> DeadlineState {
        if draft.met {
            DeadlineState::Met
        } else if is_snoozed {
            DeadlineState::Snoozed
        } else if self.now >= draft.due_at && draft.kind.can_be_late() {
            DeadlineState::Overdue
        } else if self.now >= warns_at {
            DeadlineState::Warning
        } else {
            DeadlineState::Running
        }
    }

    /// Of a deadline's snoozes the last one said counts, so that it can be made shorter or ended.
    fn holds(&self, silent_until: Option<DateTime<Utc>>) -> bool {
        silent_until.is_none_or(|until| until > self.now)
    }
}

/// When the review is due (UTC), if it was resolved and one is asked for: by the strictest of what it asks for now and of what
/// it asked for when it was worst.
#[must_use]
pub fn review_due(incident: &Incident, policy: &Policy) -> Option<DateTime<Utc>> {
    review_due_after(incident, policy, incident.resolved_at?)
}

/// The same for an end at `resolved` (UTC), which may be one that is only about to be told.
#[must_use]
pub fn review_due_after(incident: &Incident, policy: &Policy, resolved: DateTime<Utc>) -> Option<DateTime<Utc>> {
    review_due_by(&incident.severity_history, policy, resolved)
}

/// The same by the severities alone.
#[must_use]
pub fn review_due_by(severities: &[SeverityStretch], policy: &Policy, resolved: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let within = |severity: Severity| policy.duties(&[severity]).review_within();
    let now = due_after(severities, resolved, |severity, from| Some(from + within(severity)?)).map(|(_, due)| due);
    // What it got better from was asked for before the end.
    let last = severities.last().map(|stretch| stretch.severity);
    let worst = peak_of(severities).filter(|worst| Some(*worst) != last);
    let got_better = worst.and_then(within).map(|within| resolved + within);
    [now, got_better].into_iter().flatten().min()
}

fn key(incident: &Incident, draft: &Draft) -> String {
    let kind = draft.kind.word();
    let audience = if draft.audience == Some(Audience::Customers) { "_customers" } else { "" };
    // Two time-boxes may end at the same moment.
    let which = draft.set_by.map(|id| format!("-{}", id.0.simple())).unwrap_or_default();
    format!("{}/{kind}{audience}{which}/{}", incident.handle, key_stamp(draft.due_at))
}
