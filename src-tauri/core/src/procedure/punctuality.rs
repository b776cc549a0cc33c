//! How the updates to an audience kept their time: when each was due by the severity that held then, and when it went out.

use chrono::{DateTime, TimeDelta, Utc};

use super::next_update::update_due;
use super::raising::due_after;
use crate::incident::{Incident, SentUpdate, SeverityStretch, Stretch};
use crate::team::Policy;
use crate::vocabulary::{Audience, EventId};

/// How one update kept its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Punctuality {
    /// It was sent by the time it was due, or before any was owed.
    InTime {
        /// The event that sent it.
        update: EventId,
        /// When (UTC).
        at: DateTime<Utc>,
    },
    /// It was sent after it was due.
    Late {
        /// The event that sent it.
        update: EventId,
        /// When it was due (UTC).
        due_at: DateTime<Utc>,
        /// When it was sent (UTC).
        at: DateTime<Utc>,
    },
    /// It was due, and none was sent.
    Missed {
        /// When it was due (UTC).
        due_at: DateTime<Utc>,
        /// Until when it was owed (UTC); none while it is.
        until: Option<DateTime<Utc>>,
    },
}

impl Punctuality {
    /// By how much it was late until `now`; none for what was in time.
    #[must_use]
    pub fn late_by(&self, now: DateTime<Utc>) -> Option<TimeDelta> {
        match self {
            Self::InTime { .. } => None,
            Self::Late { due_at, at, .. } => Some(*at - *due_at),
            Self::Missed { due_at, until } => Some((until.unwrap_or(now) - *due_at).max(TimeDelta::zero())),
        }
    }
}

/// How each update to an audience kept its time until `now`, in order: those that were sent and not taken back, and those that were due
/// and did not come. `active` are the stretches in which the incident went on.
#[must_use]
pub fn punctuality(incident: &Incident, active: &[Stretch], policy: &Policy, audience: Audience, now: DateTime<Utc>) -> Vec<Punctuality> {
    let mut clock = Clock { incident, policy, audience, owed_from: None, missed: None, goes_on: false, told: Vec::new() };
    for (at, turn) in turns(incident, active, audience) {
        clock.take(at, turn);
    }
    clock.stop(now)
}

/// What starts or stops the clock of an audience.
enum Turn<'a> {
    Begun,
    Ended,
    Sent(&'a SentUpdate),
}

fn turns<'a>(incident: &'a Incident, active: &[Stretch], audience: Audience) -> Vec<(DateTime<Utc>, Turn<'a>)> {
    let begun = active.iter().map(|stretch| (stretch.from, Turn::Begun));
    let ended = active.iter().filter_map(|stretch| Some((stretch.to?, Turn::Ended)));
    let counts = |sent: &&SentUpdate| !sent.taken_back && sent.message.update.is_some() && sent.message.audience() == audience;
    let sent = incident.updates.iter().filter(counts).map(|sent| (sent.at, Turn::Sent(sent)));
    let mut turns: Vec<(DateTime<Utc>, Turn<'a>)> = begun.chain(ended).chain(sent).collect();
    turns.sort_by_key(|(at, _)| *at);
    turns
}

/// The clock of one audience, as it was wound up and ran out.
struct Clock<'a> {
    incident: &'a Incident,
    policy: &'a Policy,
    audience: Audience,
    /// From when the next one is owed.
    owed_from: Option<DateTime<Utc>>,
    /// What was due before an end, and until when.
    missed: Option<(DateTime<Utc>, DateTime<Utc>)>,
    goes_on: bool,
    told: Vec<Punctuality>,
}

impl Clock<'_> {
    fn take(&mut self, at: DateTime<Utc>, turn: Turn<'_>) {
        match turn {
            Turn::Begun => self.begin(at),
            Turn::Ended => self.end(at),
            Turn::Sent(sent) => self.send(sent),
        }
    }

    /// Customers who never heard of it are owed nothing; who did is told anew from the reopening.
    fn begin(&mut self, at: DateTime<Utc>) {
        self.run_out(at);
        self.close_missed();
        self.goes_on = true;
        if self.audience != Audience::Customers || !self.told.is_empty() {
            self.owed_from = Some(at);
        }
    }

    /// What customers were promised holds after the end, unless it was no incident; to others nothing more is owed.
    fn end(&mut self, at: DateTime<Utc>) {
        self.goes_on = false;
        if self.audience != Audience::Customers || self.incident.withdrawn.is_some() {
            self.run_out(at);
            self.owed_from = None;
        }
    }

    /// Keeps in mind what had been due by then.
    fn run_out(&mut self, at: DateTime<Utc>) {
        if let Some(due_at) = self.due(at).filter(|due_at| *due_at < at) {
            self.missed = Some((due_at, at));
        }
    }

    fn send(&mut self, sent: &SentUpdate) {
        let due = self.missed.take().map(|(due_at, _)| due_at).or_else(|| self.due(sent.at));
        let (update, at) = (sent.id, sent.at);
        self.told.push(match due {
            Some(due_at) if due_at < at => Punctuality::Late { update, due_at, at },
            _ => Punctuality::InTime { update, at },
        });
        let knows_the_end = sent.tells_the_end || self.audience != Audience::Customers;
        self.owed_from = (self.goes_on || !knows_the_end).then_some(at);
    }

    fn close_missed(&mut self) {
        let missed = self.missed.take();
        self.told.extend(missed.map(|(due_at, until)| Punctuality::Missed { due_at, until: Some(until) }));
    }

    fn stop(mut self, now: DateTime<Utc>) -> Vec<Punctuality> {
        self.close_missed();
        let due = self.due(now).filter(|due_at| *due_at < now);
        self.told.extend(due.map(|due_at| Punctuality::Missed { due_at, until: None }));
        self.told
    }

    /// When the one that is owed was due, as far as was known by `by`: a severity that changed after a time was due made it no other.
    fn due(&self, by: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let from = self.owed_from?;
        let history = &self.incident.severity_history;
        let changes = history.iter().map(|stretch| stretch.from).filter(|at| *at > from && *at < by);
        let mut due = None;
        for at in changes.chain([by]) {
            let next = |severity, from| Some(update_due(self.policy, severity, self.audience, from));
            due = due_after(&known_by(history, at), from, next).map(|(_, due)| due);
            if due.is_some_and(|due| due < at) {
                break;
            }
        }
        due
    }
}

/// The severities as they were known just before a time.
fn known_by(history: &[SeverityStretch], at: DateTime<Utc>) -> Vec<SeverityStretch> {
    let count = history.iter().take_while(|stretch| stretch.from < at).count().max(1);
    let mut known: Vec<SeverityStretch> = history.iter().take(count).cloned().collect();
    if let Some(last) = known.last_mut() {
        (last.to, last.lowered) = (None, None);
    }
    known
}
