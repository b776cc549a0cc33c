//! Which reminders are to be shown now, claimed so that no other process shows them too.

use std::collections::HashSet;

use chrono::{DateTime, TimeDelta, Utc};
use sitrep_core::incident::Incident;
use sitrep_core::procedure::{self, Deadline, DeadlineState, Pane, Stage, reminder};
use sitrep_core::team::Policy;
use sitrep_core::vocabulary::{DeadlineKind, Severity, SeverityCause, UpdateKind};
use sitrep_store::Claim;

use crate::agenda::Again;
use crate::error::Error;
use crate::escalate::is_to_escalate;
use crate::reminder_words;
use crate::steady::Moment;
use crate::workstation::{Inner, Workstation};

/// After this time another process's claim is looked at again, in case that process died.
const LOOK_AGAIN_AFTER: TimeDelta = TimeDelta::seconds(20);

/// A reminder that this process has claimed and now shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    /// The deadline's key.
    pub key: String,
    /// The how-manieth reminder of it.
    pub stage: Stage,
    /// The name by which it was claimed: the key, and after a snooze which one that was.
    pub claim: String,
    /// The incident.
    pub handle: String,
    /// How bad that is.
    pub severity: Severity,
    /// What is due.
    pub kind: DeadlineKind,
    /// Which update, if one is due.
    pub update: Option<UpdateKind>,
    /// `Status update due in 5 min`.
    pub title: String,
    /// `P1 Payments failing at checkout`.
    pub body: String,
    /// Whether it should stay on screen until it is dealt with.
    pub critical: bool,
    /// Whether a P0 is late, for which a sound can be asked for.
    pub alarm: bool,
    /// What can be done about it.
    pub actions: Vec<ReminderAction>,
    /// Where it is dealt with.
    pub pane: Option<Pane>,
}

/// What can be done about a reminder; all of it exists in the window and the tray, too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ReminderAction {
    /// The first responder is on it.
    Acknowledge,
    /// Copy the update, which counts as sent.
    CopyUpdate,
    /// Silence it for five minutes.
    Snooze,
    /// Open the incident.
    Open,
    /// Raise the severity.
    Escalate,
    /// Not yet.
    NotYet,
    /// Close the time-box.
    CloseTimebox,
    /// The action item is done.
    FinishAction,
}

impl ReminderAction {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Acknowledge,
        Self::CopyUpdate,
        Self::Snooze,
        Self::Open,
        Self::Escalate,
        Self::NotYet,
        Self::CloseTimebox,
        Self::FinishAction,
    ];

    /// What can be done about a deadline of this kind.
    #[must_use]
    pub fn of(kind: DeadlineKind) -> Vec<Self> {
        match kind {
            DeadlineKind::Response => vec![Self::Acknowledge, Self::Snooze, Self::Open],
            DeadlineKind::Update => vec![Self::CopyUpdate, Self::Snooze, Self::Open],
            DeadlineKind::Escalation => vec![Self::Escalate, Self::NotYet, Self::Open],
            DeadlineKind::Timebox => vec![Self::CloseTimebox, Self::Snooze, Self::Open],
            DeadlineKind::ActionItem => vec![Self::FinishAction, Self::Snooze, Self::Open],
            DeadlineKind::ImpactAssessment | DeadlineKind::Verification | DeadlineKind::Review => vec![Self::Open, Self::Snooze],
        }
    }

    /// A stable word.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Acknowledge => "acknowledge",
            Self::CopyUpdate => "copy_update",
            Self::Snooze => "snooze",
            Self::Open => "open",
            Self::Escalate => "escalate",
            Self::NotYet => "not_yet",
            Self::CloseTimebox => "close_timebox",
            Self::FinishAction => "finish_action",
        }
    }

    /// The word on the button.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Acknowledge => "Acknowledge",
            Self::CopyUpdate => "Copy update",
            Self::Snooze => "Snooze 5 min",
            Self::Open => "Open",
            Self::Escalate => "Escalate",
            Self::NotYet => "Not yet",
            Self::CloseTimebox => "Close",
            Self::FinishAction => "Done",
        }
    }
}

/// What a look at all deadlines found.
#[derive(Default)]
struct Look {
    due: Vec<Reminder>,
    /// The incidents whose severity goes up by policy.
    escalate: Vec<String>,
    /// Everything that is waited for.
    names: HashSet<String>,
    /// When something is due next.
    next: Option<DateTime<Utc>>,
    /// What had been written when it looked.
    written: u64,
    /// What went wrong first.
    failure: Option<Error>,
}

impl Look {
    fn note(&mut self, done: Result<(), Error>) {
        if let Err(error) = done {
            self.failure.get_or_insert(error);
        }
    }

    fn wait(&mut self, until: DateTime<Utc>) {
        self.next = Some(self.next.map_or(until, |next| next.min(until)));
    }
}

impl Workstation {
    /// Claims the reminders that are due now, the most severe incident's first, and raises the severities that the policy
    /// raises by itself. Each reminder is to be shown and then marked.
    ///
    /// # Errors
    /// [`Error::Store`] when the data cannot be read or written and nothing was claimed; what is due comes again at the next
    /// call. An error after something was claimed is met again by that call, too.
    pub fn claim_due_reminders(&self) -> Result<Vec<Reminder>, Error> {
        let now = self.moment();
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
        inner.agenda.woken.retain(|key| look.names.contains(key));
        inner.agenda.steady.retain(|name| look.names.contains(name));
        inner.agenda.reminded.retain(|(name, _), _| look.names.contains(name));
        inner.agenda.rest(look.written, now, look.next);
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

    /// The keys of all that may still be reminded of: deadlines that are open and not snoozed, and news that still stand.
    ///
    /// # Errors
    /// [`Error::Store`] when the data cannot be read.
    pub fn open_reminder_keys(&self) -> Result<HashSet<String>, Error> {
        let now = self.now();
        let mut inner = self.lock();
        let policy = self.policy();
        let running = inner.running(&policy, now)?;
        let mut keys: HashSet<String> = running.iter().filter_map(|incident| announcement(incident)).collect();
        for incident in &running {
            let open = procedure::deadlines(incident, &policy, now).into_iter();
            let speaks = |open: &Deadline| open.state != DeadlineState::Snoozed || inner.agenda.woken.contains(&open.key);
            keys.extend(open.filter(|open| open.is_open() && speaks(open)).map(|open| open.key));
        }
        Ok(keys)
    }

    /// The incidents that cannot be read, by their handles; the others are looked after all the same.
    #[must_use]
    pub fn unreadable(&self) -> Vec<String> {
        self.lock().agenda.unreadable.clone()
    }

    fn look(&self, now: Moment) -> Look {
        let mut inner = self.lock();
        let policy = self.policy();
        let mut look = Look { written: inner.agenda.written, ..Look::default() };
        let running = inner.running(&policy, now.wall).unwrap_or_else(|error| {
            look.note(Err(error));
            vec![]
        });
        for incident in running {
            if let Some(key) = announcement(&incident) {
                let asked = inner.ask(&mut look, &key, Stage::DUE, now.wall, || reminder_words::announced(&incident, &policy, key.clone()));
                look.note(asked);
            }
            for deadline in procedure::deadlines(&incident, &policy, now.wall) {
                let looked = inner.look_at(&mut look, &incident, &deadline, &policy, now);
                look.note(looked);
            }
        }
        look
    }
}

impl Inner {
    fn look_at(&mut self, look: &mut Look, incident: &Incident, deadline: &Deadline, policy: &Policy, now: Moment) -> Result<(), Error> {
        if deadline.state == DeadlineState::Met {
            return Ok(());
        }
        look.names.insert(deadline.key.clone());
        let steady = self.agenda.steady.now_for(&deadline.key, deadline.runs_from, now);
        let ahead = steady - now.wall;
        let mut woke_at = deadline.woke_at;
        if deadline.state == DeadlineState::Snoozed {
            let Some(until) = deadline.snoozed_until else { return Ok(()) };
            let name = format!("{} until {until}", deadline.key);
            let ahead = self.agenda.steady.now_for(&name, now.wall, now) - now.wall;
            look.names.insert(name);
            if now.wall + ahead < until {
                look.wait(until - ahead);
                return Ok(());
            }
            self.agenda.woken.insert(deadline.key.clone());
            woke_at = Some(until);
        }
        look.wait(reminder::next_unless_silent(deadline, policy, steady) - ahead);
        let Some(stage) = reminder::stage_unless_silent(deadline, policy, steady) else { return Ok(()) };
        if is_to_escalate(deadline, policy, now.wall) {
            look.escalate.push(incident.handle.clone());
            return Ok(());
        }
        // What was silenced, shown before or not, is said again when the snooze is over.
        let silenced = woke_at.filter(|woke_at| reminder::stage_unless_silent(deadline, policy, *woke_at) == Some(stage));
        let claim = silenced.map_or_else(|| deadline.key.clone(), |until| format!("{} after {until}", deadline.key));
        self.ask(look, &claim, stage, now.wall, || reminder_words::reminder(incident, deadline, stage, steady))
    }

    /// Asks for one reminder, unless that was done a moment ago.
    fn ask(
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

/// Names the news that the policy raised the severity, as long as that is how it stands.
fn announcement(incident: &Incident) -> Option<String> {
    let by_policy = incident.is_active() && incident.severity_cause == SeverityCause::Automatic;
    by_policy.then(|| format!("{}/escalated/{}", incident.handle, incident.severity_since.format("%Y%m%dT%H%M%S%3fZ")))
}
