//! Every clock at one second.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use serde::Serialize;
use sitrep_core::incident::{CountedFrom, Incident};
use sitrep_core::procedure::{Deadline, DeadlineClock, Turn, deadlines};
use sitrep_core::team::Policy;
use sitrep_core::text::stopwatch;
use sitrep_core::vocabulary::{Audience, EventId, Severity};
use ts_rs::TS;

use crate::data::Workstation;
use crate::refusals::Error;

/// Every clock at one second. Sent each second; the page keeps no time of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Clocks {
    /// `14:42:10`, UTC.
    pub utc: String,
    /// Those that were asked for, the worst first: active ones, and resolved ones that owe a review or an action item.
    pub incidents: Vec<IncidentClock>,
}

/// The clocks of one incident at one second.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct IncidentClock {
    /// The handle.
    pub handle: String,
    /// How bad.
    pub severity: Severity,
    /// What is wrong.
    pub title: String,
    /// Whether it is going on; else only its review or an action item is waited for.
    pub active: bool,
    /// `00:42:10`, since its start.
    pub elapsed: String,
    /// `00:37:10`, since its detection.
    pub since_detection: String,
    /// Open deadlines, the nearest first.
    pub deadlines: Vec<DeadlineClock>,
    /// Which of them asks for somebody next: one that is snoozed hides no other.
    pub next: Option<DeadlineClock>,
    /// An update that was copied a short while ago and can still be taken back.
    pub just_copied: Option<EventId>,
}

/// How long the tray offers to take a copied update back.
const NOT_SENT_OFFERED: TimeDelta = TimeDelta::minutes(15);

impl IncidentClock {
    /// Whether it asks for somebody: it is going on, or what it owes is due soon.
    #[must_use]
    pub fn is_live(&self) -> bool {
        self.active || self.deadlines.iter().any(|deadline| deadline.pressing)
    }
}

impl Workstation {
    /// The clocks of the first few incidents, the most severe first.
    ///
    /// # Errors
    /// [`Error::Store`] when the data cannot be read.
    pub fn clocks_of_first(&self, most: usize) -> Result<Clocks, Error> {
        self.clocks_where(|_| true, |_| true, most)
    }

    /// The clocks of the first few incidents that ask for somebody ([`IncidentClock::is_live`]).
    ///
    /// # Errors
    /// [`Error::Store`] when the data cannot be read.
    pub fn clocks_of_live(&self, most: usize) -> Result<Clocks, Error> {
        self.clocks_where(|_| true, IncidentClock::is_live, most)
    }

    /// The clocks of these incidents, by their handles, the most severe first; one that waits for nothing has no clock.
    ///
    /// # Errors
    /// [`Error::Store`] when the data cannot be read.
    pub fn clocks_of(&self, handles: &BTreeSet<String>) -> Result<Clocks, Error> {
        self.clocks_where(|incident| handles.contains(&incident.handle), |_| true, usize::MAX)
    }

    /// Computes none that is not wanted.
    fn clocks_where(
        &self,
        concerns: impl Fn(&Incident) -> bool,
        shows: impl Fn(&IncidentClock) -> bool,
        most: usize,
    ) -> Result<Clocks, Error> {
        let now = self.now();
        let (policy, running) = self.running(now)?;
        let wanted = running.iter().filter(|incident| concerns(incident)).map(|incident| incident_clock(incident, &policy, now));
        Ok(Clocks { utc: now.format("%H:%M:%S").to_string(), incidents: wanted.filter(shows).take(most).collect() })
    }
}

fn incident_clock(incident: &Incident, policy: &Policy, now: DateTime<Utc>) -> IncidentClock {
    let first_update = incident.last_update_to(Audience::Internal).is_none();
    let open = deadlines(incident, policy, now).into_iter().filter(Deadline::is_open);
    let open: Vec<DeadlineClock> = open.map(|deadline| DeadlineClock::at(&deadline, first_update, now)).collect();
    IncidentClock {
        handle: incident.handle.clone(),
        severity: incident.severity,
        title: incident.title.clone(),
        active: incident.is_active(),
        elapsed: stopwatch(incident.lasted(CountedFrom::Start, now)),
        since_detection: stopwatch(incident.lasted(CountedFrom::Detection, now)),
        next: open.iter().min_by_key(|clock| Turn::from(*clock)).cloned(),
        deadlines: open,
        just_copied: just_copied(incident, now),
    }
}

fn just_copied(incident: &Incident, now: DateTime<Utc>) -> Option<EventId> {
    let last = incident.updates.last().filter(|update| !update.taken_back)?;
    (now - last.at < NOT_SENT_OFFERED).then_some(last.id)
}
