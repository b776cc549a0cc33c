//! What the screens show, drawn from the facts.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use sitrep_core::documents::{Pictures, review, timeline};
use sitrep_core::incident::{Incident, IncidentSummary};
use sitrep_core::procedure::{self, Deadline, DeadlineClock, checklist};
use sitrep_core::team::Policy;
use sitrep_core::text::{clock_time, every, prose, rough, stopwatch};
use sitrep_core::vocabulary::{Audience, DeadlineKind, EventId, ImpactQuestion, Role, Severity, Status, VerificationCheck};
use sitrep_store::IncidentRow;

use crate::actions;
use crate::error::Error;
use crate::views::{
    CheckView, Clocks, DoubtView, EscalationView, ImpactQuestionView, IncidentClock, IncidentScreen, NotifyTick, Overview, OwedReview,
    RecentIncident, ReviewView, RoleView, SeverityMeaning, StatusStep, Triage, Verification,
};
use crate::workstation::Workstation;

const RECENT_AT_MOST: usize = 8;
/// How long the tray offers to take a copied update back.
const NOT_SENT_OFFERED: TimeDelta = TimeDelta::minutes(15);

impl Workstation {
    /// The rail and the empty screen.
    ///
    /// # Errors
    /// [`Error::Store`] when the data cannot be read.
    pub fn overview(&self) -> Result<Overview, Error> {
        let now = self.now();
        let mut inner = self.lock();
        let running = inner.running(&self.policy(), now)?;
        let active = running.iter().filter(|incident| incident.is_active()).map(|incident| incident.summary()).collect::<Vec<_>>();
        let ended: Vec<IncidentRow> = inner.store.incidents()?.into_iter().filter(|row| row.summary.resolved_at.is_some()).collect();
        let owed = inner.store.unfinished()?.into_iter().filter(|row| !row.reviewed);
        Ok(Overview {
            quiet_line: quiet_line(active.len(), ended.first(), now),
            active,
            recent: ended.into_iter().take(RECENT_AT_MOST).map(|row| recent(row, now)).collect(),
            severities: self.severity_meanings(),
            owed_reviews: owed.filter_map(|row| owed_review(&self.policy(), row.summary, now)).collect(),
            practice: self.folders.practice,
        })
    }

    /// The rows of the severity chooser, the worst first.
    #[must_use]
    pub fn severity_meanings(&self) -> Vec<SeverityMeaning> {
        Severity::ALL.map(|severity| severity_meaning(&self.policy(), severity)).into()
    }

    /// Every clock at this second.
    ///
    /// # Errors
    /// [`Error::Store`] when the data cannot be read.
    pub fn clocks(&self) -> Result<Clocks, Error> {
        self.clocks_of_first(usize::MAX)
    }

    /// The clocks of the first few incidents, the most severe first.
    ///
    /// # Errors
    /// [`Error::Store`] when the data cannot be read.
    pub fn clocks_of_first(&self, most: usize) -> Result<Clocks, Error> {
        let now = self.now();
        let (policy, running) = self.running(now)?;
        let clock = |incident: &Arc<Incident>| incident_clock(incident, &policy, now);
        Ok(Clocks { utc: now.format("%H:%M:%S").to_string(), incidents: running.iter().take(most).map(clock).collect() })
    }

    /// How many incidents are going on.
    ///
    /// # Errors
    /// [`Error::Store`] when the data cannot be read.
    pub fn count_active(&self) -> Result<usize, Error> {
        Ok(self.running(self.now())?.1.iter().filter(|incident| incident.is_active()).count())
    }

    /// Whether anything at all is waited for, the reviews and action items of resolved incidents included.
    ///
    /// # Errors
    /// [`Error::Store`] when the data cannot be read.
    pub fn waits_for_something(&self) -> Result<bool, Error> {
        Ok(!self.running(self.now())?.1.is_empty())
    }

    /// When something is due next, over all incidents, by the wall clock (UTC).
    ///
    /// # Errors
    /// [`Error::Store`] when the data cannot be read.
    pub fn next_due(&self) -> Result<Option<DateTime<Utc>>, Error> {
        let now = self.now();
        let (policy, running) = self.running(now)?;
        let next = |incident: &Arc<Incident>| procedure::deadlines(incident, &policy, now).into_iter().find(Deadline::is_open);
        Ok(running.iter().filter_map(next).map(|deadline| deadline.due_at).min())
    }

    /// Everything one incident's screen shows.
    ///
    /// # Errors
    /// Why the incident was not found or could not be read.
    pub fn incident_screen(&self, handle: &str) -> Result<IncidentScreen, Error> {
        let now = self.now();
        let mut inner = self.lock();
        let id = inner.find(Some(handle))?.id;
        let events = inner.store.events(id)?;
        let incident = inner.facts(id)?;
        let author = inner.author()?;
        drop(inner);
        let rows = timeline::rows(&events);
        let policy = &*self.policy();
        Ok(IncidentScreen {
            id,
            summary: incident.summary(),
            since: format!("since {}", clock_time(incident.started_at, now)),
            elapsed: stopwatch(incident.duration(now)),
            security_reason: incident.security.as_ref().map(|reason| reason.explain()),
            steps: steps(&incident, now),
            roles: Role::ALL.map(|role| role_view(&incident, policy, role)).into(),
            next_step: procedure::next_step(&incident, policy, now),
            checklist: checklist(&incident, policy, now),
            triage: triage(&incident, policy),
            notify: notify(&incident, policy),
            acknowledged: incident.acknowledged_at.is_some(),
            updates: self.ledger(&incident, now)?,
            next_update: procedure::next_update(&incident).word().to_owned(),
            templates: self.template_choices(&incident)?,
            verification: verification(&incident, policy, now),
            escalation: escalation(&incident, policy, now),
            actions: incident.actions.iter().map(actions::view).collect(),
            review: review_view(&incident, policy, now, || review::markdown(&incident, &rows, &author, Pictures::Mentioned, now)),
            timeline: rows,
        })
    }

    /// The deadlines of one incident, open ones by due time first, met ones last.
    ///
    /// # Errors
    /// Why the incident was not found or could not be read.
    pub fn deadlines(&self, incident: Option<&str>) -> Result<Vec<Deadline>, Error> {
        let mut inner = self.lock();
        let id = inner.find(incident)?.id;
        let facts = inner.facts(id)?;
        Ok(procedure::deadlines(&facts, &self.policy(), self.now()))
    }

    /// What runs, and the policy that it was found by: read under the lock, so that a change of the policy finds neither cached.
    fn running(&self, now: DateTime<Utc>) -> Result<(Arc<Policy>, Vec<Arc<Incident>>), Error> {
        let mut inner = self.lock();
        let policy = self.policy();
        let running = inner.running(&policy, now)?;
        Ok((policy, running))
    }

    pub(crate) fn facts_of(&self, handle: &str) -> Result<Arc<Incident>, Error> {
        let mut inner = self.lock();
        let id = inner.find(Some(handle))?.id;
        inner.facts(id)
    }
}

fn incident_clock(incident: &Incident, policy: &Policy, now: DateTime<Utc>) -> IncidentClock {
    let first_update = incident.last_update_to(Audience::Internal).is_none();
    let open = procedure::deadlines(incident, policy, now).into_iter().filter(Deadline::is_open);
    IncidentClock {
        handle: incident.handle.clone(),
        severity: incident.severity,
        title: incident.title.clone(),
        active: incident.is_active(),
        elapsed: stopwatch(incident.duration(now)),
        deadlines: open.map(|deadline| DeadlineClock::at(&deadline, first_update, now)).collect(),
        just_copied: just_copied(incident, now),
    }
}

fn just_copied(incident: &Incident, now: DateTime<Utc>) -> Option<EventId> {
    let last = incident.updates.last().filter(|update| !update.taken_back)?;
    (now - last.at < NOT_SENT_OFFERED).then_some(last.id)
}

fn quiet_line(active: usize, last: Option<&IncidentRow>, now: DateTime<Utc>) -> String {
    if active > 0 {
        return format!("{active} active.");
    }
    match last.and_then(|row| row.summary.resolved_at) {
        Some(at) => format!("No active incident. The last one closed {} ago.", rough(now - at)),
        None => "No active incident.".to_owned(),
    }
}

fn recent(row: IncidentRow, now: DateTime<Utc>) -> RecentIncident {
    let ago = row.summary.resolved_at.map(|at| rough(now - at)).unwrap_or_default();
    RecentIncident { incident: row.summary, ago }
}

fn owed_review(policy: &Policy, incident: IncidentSummary, now: DateTime<Utc>) -> Option<OwedReview> {
    let due = incident.resolved_at? + policy.of(incident.severity).review_within()?;
    let (line, late) = due_line("due in", due, now);
    Some(OwedReview { incident, due: line, late })
}

/// `due in 36 h`, or `2 d late` once it is past. What is left is rounded up to the minute, so that a week reads as 7 d.
fn due_line(words: &str, due: DateTime<Utc>, now: DateTime<Utc>) -> (String, bool) {
    let late = now >= due;
    let line = if late { format!("{} late", rough(now - due)) } else { format!("{words} {}", rough(due - now + TimeDelta::minutes(1))) };
    (line, late)
}

fn severity_meaning(policy: &Policy, severity: Severity) -> SeverityMeaning {
    let row = policy.of(severity);
    let length = row.update_every();
    let cadence =
        if length >= TimeDelta::days(1) { format!("update every {}", every(length)) } else { format!("update every {}", prose(length)) };
    SeverityMeaning {
        severity,
        name: row.name.clone(),
        meaning: row.meaning.clone(),
        description: row.description.clone(),
        examples: row.examples.join(", "),
        cadence,
        responders: row.responders.clone(),
    }
}

fn steps(incident: &Incident, now: DateTime<Utc>) -> Vec<StatusStep> {
    let step = |status: Status| {
        let entered = incident.status_entered.get(&status).filter(|_| status <= incident.status);
        StatusStep {
            status,
            entered: entered.map(|at| clock_time(*at, now).trim_end_matches(" UTC").to_owned()),
            current: status == incident.status,
            past: status < incident.status && entered.is_some(),
        }
    };
    Status::ALL.map(step).into()
}

pub(crate) fn role_view(incident: &Incident, policy: &Policy, role: Role) -> RoleView {
    RoleView {
        role,
        label: role.label().to_owned(),
        short_label: role.short_label().to_owned(),
        responsibility: policy.responsibility(role).to_owned(),
        person: incident.roles.get(&role).cloned(),
        required: policy.of(incident.severity).roles_required,
    }
}

fn triage(incident: &Incident, policy: &Policy) -> Triage {
    let question = |question: ImpactQuestion| ImpactQuestionView {
        question,
        prompt: question.prompt().to_owned(),
        hint: question.hint().to_owned(),
        choices: question.choices().iter().map(|choice| (*choice).to_owned()).collect(),
        answer: incident.impact.get(&question).cloned(),
    };
    Triage {
        questions: ImpactQuestion::ALL.map(question).into(),
        reasoning: incident.severity_reasoning.clone(),
        doubt: doubt(incident, policy),
    }
}

fn doubt(incident: &Incident, policy: &Policy) -> Option<DoubtView> {
    let higher = procedure::higher_suggestion(incident)?;
    Some(DoubtView { to: higher.severity, why: procedure::explain_suggestion(&higher, policy) })
}

fn notify(incident: &Incident, policy: &Policy) -> Vec<NotifyTick> {
    let tick = |who: &String| NotifyTick { who: who.clone(), done: incident.notified.contains(who) };
    policy.of(incident.severity).notify.iter().map(tick).collect()
}

pub(crate) fn verification(incident: &Incident, policy: &Policy, now: DateTime<Utc>) -> Verification {
    let check = |check: VerificationCheck| CheckView { check, label: check.label().to_owned(), done: incident.checks.contains(&check) };
    let until = incident.quiet_until(policy);
    let quiet_label = match policy.of(incident.severity).quiet() {
        Some(quiet) => format!("Monitor for at least {} before declaring resolved", every(quiet)),
        None => "Monitor before declaring resolved".to_owned(),
    };
    Verification {
        checks: VerificationCheck::ALL.map(check).into(),
        quiet_label,
        quiet_until: until.map(|until| format!("until {}", clock_time(until, now))),
        quiet_done: until.is_some_and(|until| now >= until),
        complete: incident.is_verified(policy, now),
    }
}

fn escalation(incident: &Incident, policy: &Policy, now: DateTime<Utc>) -> Option<EscalationView> {
    let deadline = procedure::deadlines(incident, policy, now).into_iter().find(|deadline| deadline.kind == DeadlineKind::Escalation)?;
    let to = procedure::escalates_to(incident, policy)?;
    let rule =
        format!("A {} that is not resolved within {} becomes a {to}.", incident.severity, every(deadline.due_at - deadline.runs_from));
    Some(EscalationView { to, asking: now >= deadline.warns_at, rule })
}

fn review_view(incident: &Incident, policy: &Policy, now: DateTime<Utc>, markdown: impl FnOnce() -> String) -> Option<ReviewView> {
    let resolved = incident.resolved_at?;
    let due = policy.of(incident.severity).review_within().map(|within| due_line("Due in", resolved + within, now));
    Some(ReviewView {
        markdown: markdown(),
        late: due.as_ref().is_some_and(|(_, late)| *late),
        due: due.map(|(line, _)| line),
        complete: incident.review_published_at.is_some(),
    })
}
