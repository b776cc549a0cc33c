//! Escalating, and saying not yet (seed: Escalation Rules).

use chrono::{DateTime, TimeDelta, Utc};
use sitrep_core::event::EventBody;
use sitrep_core::incident::Incident;
use sitrep_core::procedure::{Deadline, deadlines, escalates_to};
use sitrep_core::team::Policy;
use sitrep_core::text::rough;
use sitrep_core::vocabulary::{DeadlineKind, Lowering, SeverityCause};
use sitrep_store::NewEvent;

use super::snooze::silence;
use crate::data::{Workstation, non_blank};
use crate::refusals::{Error, ReasonNeeded};

impl Workstation {
    /// Raises the severity by the escalation rule. With the key of the deadline that asked, only as long as it is the one that
    /// runs: a question that is answered twice, or late, must not raise it twice.
    ///
    /// # Errors
    /// [`Error::NoEscalation`] when the severity does not go up, [`Error::UnknownDeadline`] when another deadline runs.
    pub fn escalate(&self, handle: &str, key: Option<&str>) -> Result<(), Error> {
        self.decide(handle, |incident, now| {
            let policy = self.policy();
            running_escalation(incident, &policy, key, now)?;
            Ok(vec![severity_raised(incident, &policy, SeverityCause::Escalation, now)?])
        })
        .map(|_| ())
    }

    /// Raises the severity because its time is over and the policy says that this needs no person. Nothing happens if somebody
    /// was faster.
    pub(crate) fn escalate_by_policy(&self, handle: &str) -> Result<(), Error> {
        self.decide(handle, |incident, now| {
            let policy = self.policy();
            let over = deadlines(incident, &policy, now).iter().any(|deadline| is_to_escalate(deadline, now));
            Ok(if over { vec![severity_raised(incident, &policy, SeverityCause::Automatic, now)?] } else { vec![] })
        })
        .map(|_| ())
    }

    /// 'Not yet' to an escalation, the one of this key if one is given: its prompts are silent for a while,
    /// and so long the policy raises nothing by itself; its due time stays.
    ///
    /// # Errors
    /// [`Error::NoEscalation`] when the severity does not go up, [`Error::UnknownDeadline`] when another deadline runs.
    pub fn not_yet(&self, handle: &str, key: Option<&str>, reason: Option<&str>) -> Result<(), Error> {
        let reason = non_blank(reason);
        self.decide(handle, |incident, now| {
            let policy = self.policy();
            let deadline = running_escalation(incident, &policy, key, now)?;
            Ok(vec![silence(&deadline, Some(now + TimeDelta::from(policy.not_yet_minutes)), reason, true).into()])
        })
        .map(|_| ())
    }

    /// The policy does not raise this severity by itself, because of a reason. Its reminders go on.
    ///
    /// # Errors
    /// [`Error::ReasonNeeded`] without one, [`Error::NothingAutomatic`] when it does not raise it by itself as it is.
    pub fn stop_automatic_escalation(&self, handle: &str, reason: Option<&str>) -> Result<(), Error> {
        let reason = non_blank(reason).ok_or(Error::ReasonNeeded(ReasonNeeded::StoppedEscalation))?;
        self.decide(handle, |incident, now| {
            let deadline = running_escalation(incident, &self.policy(), None, now)?;
            deadline.by_itself_at.ok_or(Error::NothingAutomatic)?;
            Ok(vec![EventBody::EscalationStopped { reason }.into()])
        })
        .map(|_| ())
    }

    /// Takes that back, and 'not yet' with it. Nothing happens if nothing holds the policy back.
    ///
    /// # Errors
    /// [`Error::Store`] when it cannot be recorded.
    pub fn resume_automatic_escalation(&self, handle: &str) -> Result<(), Error> {
        self.record(handle, |incident| if incident.escalation_hold.is_some() { vec![EventBody::EscalationResumed] } else { vec![] })
    }
}

/// The escalation that runs, if it is the one of this key.
fn running_escalation(incident: &Incident, policy: &Policy, key: Option<&str>, now: DateTime<Utc>) -> Result<Deadline, Error> {
    let running = deadlines(incident, policy, now).into_iter().find(|deadline| deadline.kind == DeadlineKind::Escalation);
    match running {
        Some(deadline) if key.is_none_or(|key| key == deadline.key) => Ok(deadline),
        None if key.is_none() => Err(Error::NoEscalation(incident.severity)),
        _ => Err(Error::UnknownDeadline),
    }
}

/// Whether this is an escalation that the policy carries out now.
pub(crate) fn is_to_escalate(deadline: &Deadline, now: DateTime<Utc>) -> bool {
    deadline.is_open() && deadline.by_itself_at.is_some_and(|at| at <= now)
}

fn severity_raised(incident: &Incident, policy: &Policy, cause: SeverityCause, now: DateTime<Utc>) -> Result<NewEvent, Error> {
    let from = incident.severity;
    let to = escalates_to(incident, policy).ok_or(Error::NoEscalation(from))?;
    let reason = Some(format!("not resolved after {} as {from}", rough(now - incident.severity_since())));
    Ok(EventBody::SeverityChanged { from, to, cause, reason, lowering: Lowering::default() }.into())
}
