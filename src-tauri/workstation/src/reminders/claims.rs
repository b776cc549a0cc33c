//! Which reminders are to be shown now, claimed so that no other process shows them too.

use chrono::{DateTime, TimeDelta, Utc};
use sitrep_core::incident::Incident;
use sitrep_core::procedure::{Deadline, DeadlineState, Stage, deadlines, reminder};
use sitrep_core::team::Policy;
use sitrep_core::text::key_stamp;
use sitrep_core::vocabulary::SeverityCause;
use sitrep_store::Claim;

use super::look::Look;
use super::reminder::Reminder;
use super::standing::StandingReminders;
use super::wording;
use crate::acts::is_to_escalate;
use crate::data::{Again, Inner, Workstation};
use crate::refusals::Error;

/// After this time another process's claim is looked at again, in case that process died.
const LOOK_AGAIN_AFTER: TimeDelta = TimeDelta::seconds(20);

impl Workstation {
    /// Claims the reminders that are due now, the most severe incident's first, and raises the severities that the policy
    /// raises by itself. Each reminder is to be shown and then marked.
    ///
    /// # Errors
    /// [`Error::Store`] when the data cannot be read or written and nothing was claimed; what is due comes again at the next
    /// call. An error after something was claimed is met again by that call, too.
    pub fn claim_due_reminders(&self) -> Result<Vec<Reminder>, Error> {
        let now = self.now();
        if self.lock().agenda.is_quiet(now) {
            return Ok(vec![]);
        }
        let mut look = self.look(now);
        if !look.escalate.is_empty() {
            for handle in std::mem::take(&mut look.escalate) {
                look.note(self.escalate_by_policy(&handle));
            }
            let after = self.look(now);
            look = Look { due: [look.due, after.due].concat(), failure: look.failure.or(after.failure), ..after };
        }
        match look.failure {
            Some(error) if look.due.is_empty() => return Err(error),
            Some(_) => return Ok(look.due),
            None => {}
        }
        let mut inner = self.lock();
        inner.agenda.reminded.retain(|(name, _), _| look.names.contains(name));
        inner.agenda.rest(look.written, look.next);
        Ok(look.due)
    }

    /// Marks a reminder as shown.
    ///
    /// # Errors
    /// [`Error::Store`] when it cannot be written; it may then come once more.
    pub fn mark_reminder_shown(&self, reminder: &Reminder) -> Result<(), Error> {
        let mut inner = self.lock();
        inner.store.mark_reminder_shown(&reminder.claim, reminder.stage, self.now())?;
        inner.agenda.reminded.insert((reminder.claim.clone(), reminder.stage), Again::Never);
        Ok(())
    }

    /// What may be on the screen now: deadlines that are open and not snoozed, and news that still stand.
    ///
    /// # Errors
    /// [`Error::Store`] when the data cannot be read.
    pub fn standing_reminders(&self) -> Result<StandingReminders, Error> {
        let now = self.now();
        let mut inner = self.lock();
        let policy = self.policy();
        let mut standing = StandingReminders::default();
        for incident in inner.running(&policy, now)? {
            if let Some(key) = announcement_key(&incident) {
                standing.insert(key, Stage::DUE, |_| String::new());
            }
            for deadline in deadlines(&incident, &policy, now) {
                if is_silent(&deadline) {
                    continue;
                }
                if let Some(reached) = reminder::stage_unless_silent(&deadline, &policy, now) {
                    standing.insert(deadline.key.clone(), reached, |stage| wording::claims(&incident, &deadline, stage));
                }
            }
        }
        Ok(standing)
    }

    fn look(&self, now: DateTime<Utc>) -> Look {
        let mut inner = self.lock();
        let policy = self.policy();
        let mut look = Look { written: inner.agenda.written, ..Look::default() };
        let running = inner.running(&policy, now).unwrap_or_else(|error| {
            look.note(Err(error));
            vec![]
        });
        for incident in running {
            if let Some(key) = announcement_key(&incident) {
                let claimed = inner.claim(&mut look, &key, Stage::DUE, now, || wording::announcement(&incident, &policy, key.clone()));
                look.note(claimed);
            }
            for deadline in deadlines(&incident, &policy, now) {
                let looked = inner.look_at(&mut look, &incident, &deadline, &policy, now);
                look.note(looked);
            }
        }
        look
    }
}

impl Inner {
    fn look_at(
        &mut self,
        look: &mut Look,
        incident: &Incident,
        deadline: &Deadline,
        policy: &Policy,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        if deadline.state == DeadlineState::Met {
            return Ok(());
        }
        look.names.insert(deadline.key.clone());
        if is_to_escalate(deadline, now) {
            look.escalate.push(incident.handle.clone());
            return Ok(());
        }
        if let Some(at) = deadline.by_itself_at {
            look.wait(at);
        }
        if deadline.state == DeadlineState::Snoozed {
            deadline.snoozed_until.into_iter().for_each(|until| look.wait(until));
            return Ok(());
        }
        if let Some(next) = reminder::next_unless_silent(deadline, policy, now) {
            look.wait(next);
        }
        let Some((claim, stage)) = claim_of(deadline, policy, now) else { return Ok(()) };
        self.claim(look, &claim, stage, now, || wording::reminder(incident, deadline, stage, now))
    }

    /// Asks for one reminder, unless that was done a moment ago.
    fn claim(
        &mut self,
        look: &mut Look,
        claim: &str,
        stage: Stage,
        now: DateTime<Utc>,
        words: impl FnOnce() -> Reminder,
    ) -> Result<(), Error> {
        look.names.insert(claim.to_owned());
        let name = (claim.to_owned(), stage);
        match self.agenda.reminded.get(&name) {
            Some(Again::Never) => return Ok(()),
            Some(Again::From(again)) if now < *again && *again - now <= LOOK_AGAIN_AFTER => {
                look.wait(*again);
                return Ok(());
            }
            _ => {}
        }
        let answer = self.store.claim_reminder(claim, stage, now)?;
        if answer == Claim::Ours {
            look.due.push(Reminder { claim: claim.to_owned(), ..words() });
        }
        let again = if answer == Claim::Settled { Again::Never } else { Again::From(now + LOOK_AGAIN_AFTER) };
        if let Again::From(again) = again {
            look.wait(again);
        }
        self.agenda.reminded.insert(name, again);
        Ok(())
    }
}

/// The reminder of a deadline that should have been shown by now, and the name by which it is claimed.
fn claim_of(deadline: &Deadline, policy: &Policy, now: DateTime<Utc>) -> Option<(String, Stage)> {
    let stage = reminder::stage_unless_silent(deadline, policy, now)?;
    // What was silenced, shown before or not, is said again when the snooze is over.
    let silenced = deadline.woke_at.filter(|woke_at| reminder::stage_unless_silent(deadline, policy, *woke_at) == Some(stage));
    let claim = silenced.map_or_else(|| deadline.key.clone(), |until| format!("{} after {}", deadline.key, key_stamp(until)));
    Some((claim, stage))
}

/// The reminders that an incident asks for now, as if none of them had been shown.
pub(crate) fn due_reminders(incident: &Incident, policy: &Policy, now: DateTime<Utc>) -> Vec<Reminder> {
    let news = announcement_key(incident).map(|key| wording::announcement(incident, policy, key));
    let open = deadlines(incident, policy, now).into_iter().filter(|deadline| !is_silent(deadline) && !is_to_escalate(deadline, now));
    let due = open.filter_map(|deadline| {
        let (claim, stage) = claim_of(&deadline, policy, now)?;
        Some(Reminder { claim, ..wording::reminder(incident, &deadline, stage, now) })
    });
    news.into_iter().chain(due).collect()
}

fn is_silent(deadline: &Deadline) -> bool {
    !deadline.is_open() || deadline.state == DeadlineState::Snoozed
}

/// Names the news that the policy raised the severity, as long as that is how it stands.
fn announcement_key(incident: &Incident) -> Option<String> {
    let by_policy = incident.is_active() && incident.severity_cause == SeverityCause::Automatic;
    by_policy.then(|| format!("{}/escalated/{}", incident.handle, key_stamp(incident.severity_since())))
}
