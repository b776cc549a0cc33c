//! Which reminders are to be shown now, claimed so that no other process shows them too.

use chrono::{DateTime, TimeDelta, Utc};
use sitrep_core::deadline::{self, Deadline, DeadlineKind};
use sitrep_core::duration_text::{clock_time, prose};
use sitrep_core::incident::Incident;
use sitrep_core::next_step;
use sitrep_core::reminder::{self, Stage};
use sitrep_core::severity::Severity;
use sitrep_core::update::{Audience, UpdateKind};

use crate::error::Error;
use crate::workstation::Workstation;

/// After this time another process's claim is looked at again, in case that process died.
const LOOK_AGAIN_AFTER: TimeDelta = TimeDelta::seconds(20);

/// A reminder that this process has claimed and now shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    /// The deadline's key.
    pub key: String,
    /// The how-manieth reminder of it.
    pub stage: Stage,
    /// The incident.
    pub handle: String,
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
    /// What can be done about it.
    pub actions: Vec<ReminderAction>,
}

/// What can be done about a reminder; all of it exists in the window, too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReminderAction {
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
}

impl ReminderAction {
    /// A stable word.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::CopyUpdate => "copy_update",
            Self::Snooze => "snooze",
            Self::Open => "open",
            Self::Escalate => "escalate",
            Self::NotYet => "not_yet",
            Self::CloseTimebox => "close_timebox",
        }
    }

    /// The word on the button.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::CopyUpdate => "Copy update",
            Self::Snooze => "Snooze 5 min",
            Self::Open => "Open",
            Self::Escalate => "Escalate",
            Self::NotYet => "Not yet",
            Self::CloseTimebox => "Close",
        }
    }
}

impl Workstation {
    /// Claims the reminders that are due now, the most severe incident's first. Each is to be shown and then marked.
    ///
    /// # Errors
    /// [`Error::Store`] when the data cannot be read or written; what was not claimed comes again at the next call.
    pub fn claim_due_reminders(&self) -> Result<Vec<Reminder>, Error> {
        let now = self.now();
        let mut inner = self.lock();
        let mut claimed = Vec::new();
        for incident in inner.running(&self.policy(), now)? {
            for deadline in deadline::deadlines(&incident, &self.policy(), now) {
                let Some(stage) = reminder::stage_at(&deadline, &self.policy(), now) else { continue };
                let name = (deadline.key.clone(), stage);
                if inner.reminded.get(&name).is_some_and(|again| now < *again && *again - now <= LOOK_AGAIN_AFTER) {
                    continue;
                }
                let ours = inner.store.claim_reminder(&deadline.key, stage, now)?;
                inner.reminded.insert(name, now + LOOK_AGAIN_AFTER);
                if ours {
                    claimed.push(reminder(&incident, &deadline, stage, now));
                }
            }
        }
        Ok(claimed)
    }

    /// Marks a reminder as shown.
    ///
    /// # Errors
    /// [`Error::Store`] when it cannot be written; it may then come once more.
    pub fn mark_reminder_shown(&self, reminder: &Reminder) -> Result<(), Error> {
        Ok(self.lock().store.mark_reminder_shown(&reminder.key, reminder.stage, self.now())?)
    }
}

fn reminder(incident: &Incident, deadline: &Deadline, stage: Stage, now: DateTime<Utc>) -> Reminder {
    let update = (deadline.kind == DeadlineKind::Update).then(|| match deadline.audience {
        Some(Audience::Customers) => UpdateKind::Customer,
        _ => next_step::next_update(incident),
    });
    Reminder {
        key: deadline.key.clone(),
        stage,
        handle: incident.handle.clone(),
        kind: deadline.kind,
        update,
        title: title(deadline, update, now),
        body: body(incident, deadline, now),
        critical: stage >= Stage::DUE && incident.severity <= Severity::P1,
        actions: actions(deadline.kind),
    }
}

fn title(deadline: &Deadline, update: Option<UpdateKind>, now: DateTime<Utc>) -> String {
    let subject = deadline.subject.as_deref().unwrap_or_default();
    let left = deadline.due_at - now;
    // 4 min 59 s are announced as 5 min.
    let minutes = prose(left + TimeDelta::seconds(59));
    match deadline.kind {
        DeadlineKind::Escalation if left > TimeDelta::zero() => format!("Escalates to {subject} in {minutes}"),
        DeadlineKind::Escalation => format!("Escalate to {subject}?"),
        DeadlineKind::Timebox => format!("Time is up: {subject}"),
        _ => {
            let what = update.map_or("Deadline", update_name);
            if left > TimeDelta::zero() {
                format!("{what} due in {minutes}")
            } else if left > TimeDelta::minutes(-1) {
                format!("{what} due now")
            } else {
                format!("{what} {} late", prose(-left))
            }
        }
    }
}

fn update_name(kind: UpdateKind) -> &'static str {
    match kind {
        UpdateKind::Initial => "Initial alert",
        UpdateKind::Status => "Status update",
        UpdateKind::Resolution => "All-clear",
        UpdateKind::Customer => "Customer update",
    }
}

fn body(incident: &Incident, deadline: &Deadline, now: DateTime<Utc>) -> String {
    let name = format!("{} {}", incident.severity, incident.title);
    match deadline.kind {
        DeadlineKind::Escalation => format!("{name}\nNot resolved since {}.", clock_time(deadline.runs_from, now)),
        _ => name,
    }
}

fn actions(kind: DeadlineKind) -> Vec<ReminderAction> {
    match kind {
        DeadlineKind::Escalation => vec![ReminderAction::Escalate, ReminderAction::NotYet, ReminderAction::Open],
        DeadlineKind::Timebox => vec![ReminderAction::CloseTimebox, ReminderAction::Snooze, ReminderAction::Open],
        _ => vec![ReminderAction::CopyUpdate, ReminderAction::Snooze, ReminderAction::Open],
    }
}
