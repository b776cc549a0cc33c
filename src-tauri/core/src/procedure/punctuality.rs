//! How the updates to an audience kept their time: when each was due by the severity that held then, and when it went out.

use chrono::{DateTime, TimeDelta, Utc};

use super::next_update::update_due;
use super::raising::due_after;
use crate::incident::{Incident, SeverityStretch, Stretch};
use crate::team::Policy;
use crate::vocabulary::{Audience, EventId};

/// What an audience was told of an incident, and what decides by when.
#[derive(Debug, Clone)]
pub struct Told<'a, Id> {
    /// Who reads it.
    pub audience: Audience,
    /// How bad it was from when on, in order.
    pub severities: &'a [SeverityStretch],
    /// The stretches in which it went on, in order.
    pub active: &'a [Stretch],
    /// Whether it was no incident.
    pub withdrawn: bool,
    /// The updates that went out and were not taken back, in order.
    pub updates: Vec<SentToAudience<Id>>,
}

/// An update that went to the audience.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SentToAudience<Id> {
    /// What the caller knows it by.
    pub id: Id,
    /// When (UTC).
    pub at: DateTime<Utc>,
    /// Whether it says that it is over.
    pub tells_the_end: bool,
}

impl<'a> Told<'a, EventId> {
    /// What an audience was told of an incident that went on in these stretches.
    #[must_use]
    pub fn of(incident: &'a Incident, active: &'a [Stretch], audience: Audience) -> Self {
        let counts = incident.updates.iter().filter(|sent| sent.counts_for(audience));
        let updates = counts.map(|sent| SentToAudience { id: sent.id, at: sent.at, tells_the_end: sent.tells_the_end }).collect();
        Self { audience, severities: &incident.severity_history, active, withdrawn: incident.withdrawn.is_some(), updates }
    }
}

/// How one update kept its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Punctuality<Id> {
    /// It was sent by the time it was due, or before any was owed.
    InTime {
        /// Which.
        update: Id,
        /// When (UTC).
        at: DateTime<Utc>,
    },
    /// It was sent after it was due.
    Late {
        /// Which.
        update: Id,
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

impl<Id> Punctuality<Id> {
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

/// How each update to an audience kept its time until `now`, in order: those that were sent, and those that were due and did not come.
#[must_use]
pub fn punctuality<Id: Copy>(told: &Told<'_, Id>, policy: &Policy, now: DateTime<Utc>) -> Vec<Punctuality<Id>> {
    let mut clock = Clock { told, policy, owed_from: None, missed: None, goes_on: false, kept: Vec::new() };
    for (at, turn) in turns(told) {
        clock.take(at, turn);
    }
    clock.stop(now)
}

/// What starts or stops the clock of an audience.
enum Turn<Id> {
    Begun,
    Ended,
    Sent(SentToAudience<Id>),
}

fn turns<Id: Copy>(told: &Told<'_, Id>) -> Vec<(DateTime<Utc>, Turn<Id>)> {
    let began = |stretch: &Stretch| Some((stretch.from, Turn::Begun));
    let ended = |stretch: &Stretch| Some((stretch.to?, Turn::Ended));
    // Stretch by stretch: one that ends in the moment in which the next begins leaves it going on.
    let active = told.active.iter().flat_map(|stretch| began(stretch).into_iter().chain(ended(stretch)));
    let sent = told.updates.iter().map(|sent| (sent.at, Turn::Sent(*sent)));
    let mut turns: Vec<(DateTime<Utc>, Turn<Id>)> = active.chain(sent).collect();
    turns.sort_by_key(|(at, _)| *at);
    turns
}

/// The clock of one audience, as it was wound up and ran out.
struct Clock<'a, Id> {
    told: &'a Told<'a, Id>,
    policy: &'a Policy,
    /// From when the next one is owed.
    owed_from: Option<DateTime<Utc>>,
    /// What was due before an end, and until when.
    missed: Option<(DateTime<Utc>, DateTime<Utc>)>,
    goes_on: bool,
    kept: Vec<Punctuality<Id>>,
}

impl<Id: Copy> Clock<'_, Id> {
    fn take(&mut self, at: DateTime<Utc>, turn: Turn<Id>) {
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
        if self.told.audience != Audience::Customers || !self.kept.is_empty() {
            self.owed_from = Some(at);
        }
    }

    /// What customers were promised holds after the end, unless it was no incident; to others nothing more is owed.
    fn end(&mut self, at: DateTime<Utc>) {
        self.goes_on = false;
        if self.told.audience != Audience::Customers || self.told.withdrawn {
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

    fn send(&mut self, sent: SentToAudience<Id>) {
        let due = self.missed.take().map(|(due_at, _)| due_at).or_else(|| self.due(sent.at));
        let SentToAudience { id: update, at, tells_the_end } = sent;
        self.kept.push(match due {
            Some(due_at) if due_at < at => Punctuality::Late { update, due_at, at },
            _ => Punctuality::InTime { update, at },
        });
        let knows_the_end = tells_the_end || self.told.audience != Audience::Customers;
        self.owed_from = (self.goes_on || !knows_the_end).then_some(at);
    }

    fn close_missed(&mut self) {
        let missed = self.missed.take();
        self.kept.extend(missed.map(|(due_at, until)| Punctuality::Missed { due_at, until: Some(until) }));
    }

    fn stop(mut self, now: DateTime<Utc>) -> Vec<Punctuality<Id>> {
        self.close_missed();
        let due = self.due(now).filter(|due_at| *due_at < now);
        self.kept.extend(due.map(|due_at| Punctuality::Missed { due_at, until: None }));
        self.kept
    }

    /// When the one that is owed was due, as far as was known by `by`: a severity that changed after a time was due made it no other.
    fn due(&self, by: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let from = self.owed_from?;
        let changes = self.told.severities.iter().map(|stretch| stretch.from).filter(|at| *at > from && *at < by);
        let mut due = None;
        for at in changes.chain([by]) {
            let next = |severity, from| Some(update_due(self.policy, severity, self.told.audience, from));
            due = due_after(&known_by(self.told.severities, at), from, next).map(|(_, due)| due);
            if due.is_some_and(|due| due < at) {
                break;
            }
        }
        due
    }
}

/// The severities as they were known just before a time.
fn known_by(severities: &[SeverityStretch], at: DateTime<Utc>) -> Vec<SeverityStretch> {
    let count = severities.iter().take_while(|stretch| stretch.from < at).count().max(1);
    let mut known: Vec<SeverityStretch> = severities.iter().take(count).cloned().collect();
    if let Some(last) = known.last_mut() {
        (last.to, last.lowered) = (None, None);
    }
    known
}
