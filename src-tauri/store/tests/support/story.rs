//! Stories: what is done in the course of an incident, step by step.
#![allow(clippy::expect_used, clippy::panic, reason = "what was expected is what a test tells")]

use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use sitrep_core::event::{ClockReading, CommandRun, EventBody};
use sitrep_core::vocabulary::{CommandOutcome, EntryKind, EventId, FindingAbout, IncidentId, Role, Status, VerificationCheck};
use sitrep_store::{NewEvent, Store, StoreError};

use super::now;

pub fn entry(text: &str) -> NewEvent {
    EventBody::Entry { entry: EntryKind::Note, text: text.into(), pictures: vec![], attached: None, from: None }.into()
}

/// What is done next in a story; a number names one of the entries or findings before.
#[derive(Debug, Clone)]
pub enum Step {
    Entry { minutes_ago: i64, by_itself: bool },
    Edit { which: usize, minutes_ago: i64 },
    Undo { which: usize },
    BringBack { which: usize },
    Status { to: Status, minutes_ago: i64 },
    Role { person: &'static str },
    Tick { done: bool },
    Finding { minutes_ago: i64 },
    RemoveFinding { which: usize },
    Command { minutes_ago: i64 },
    SetClock { minutes: i64 },
}

pub fn step() -> impl Strategy<Value = Step> {
    let ago = || prop_oneof![3 => Just(0_i64), 1 => 1..90_i64];
    prop_oneof![
        4 => (ago(), any::<bool>()).prop_map(|(minutes_ago, by_itself)| Step::Entry { minutes_ago, by_itself }),
        2 => (any::<usize>(), ago()).prop_map(|(which, minutes_ago)| Step::Edit { which, minutes_ago }),
        1 => any::<usize>().prop_map(|which| Step::Undo { which }),
        1 => any::<usize>().prop_map(|which| Step::BringBack { which }),
        2 => (prop::sample::select(Status::ALL.to_vec()), ago()).prop_map(|(to, minutes_ago)| Step::Status { to, minutes_ago }),
        1 => prop::sample::select(vec!["@ana", "@li"]).prop_map(|person| Step::Role { person }),
        1 => any::<bool>().prop_map(|done| Step::Tick { done }),
        2 => ago().prop_map(|minutes_ago| Step::Finding { minutes_ago }),
        1 => any::<usize>().prop_map(|which| Step::RemoveFinding { which }),
        1 => ago().prop_map(|minutes_ago| Step::Command { minutes_ago }),
        2 => prop_oneof![-90..90_i64, Just(1440), Just(-1440)].prop_map(|minutes| Step::SetClock { minutes }),
    ]
}

/// A story as it is written.
pub struct Teller {
    pub store: Store,
    pub incident: IncidentId,
    pub now: DateTime<Utc>,
    /// What has passed, whatever the clock was set to.
    pub passed: TimeDelta,
    pub entries: Vec<EventId>,
    pub findings: Vec<EventId>,
}

impl Teller {
    pub fn of(store: Store, incident: IncidentId) -> Self {
        Self { store, incident, now: now(), passed: TimeDelta::zero(), entries: vec![], findings: vec![] }
    }

    pub fn tell(&mut self, step: &Step) -> std::result::Result<(), StoreError> {
        self.now += TimeDelta::seconds(20);
        self.passed += TimeDelta::seconds(20);
        let at = |minutes: i64| (minutes > 0).then(|| self.now - TimeDelta::minutes(minutes));
        let amending = |id: Option<&EventId>, body| id.map(|id| NewEvent { occurred_at: None, amends: Some(*id), body });
        let picked = |ids: &[EventId], which: usize| ids.get(which.checked_rem(ids.len()).unwrap_or_default()).copied();
        match step {
            Step::Entry { minutes_ago, by_itself: true } => {
                let new = NewEvent { occurred_at: at(*minutes_ago), ..entry("seen") };
                self.entries.push(self.store.append_entry(self.incident, "@li", self.now, new)?);
            }
            Step::Entry { minutes_ago, .. } => {
                let new = NewEvent { occurred_at: at(*minutes_ago), ..entry("written") };
                let ids = self.append(Some(new))?;
                self.entries.extend(ids);
            }
            Step::Edit { which, minutes_ago } => {
                let edit = amending(picked(&self.entries, *which).as_ref(), EventBody::EntryAmended { text: "edited".into() });
                self.append(edit.map(|edit| NewEvent { occurred_at: at(*minutes_ago), ..edit }))?;
            }
            Step::Undo { which } => {
                self.append(amending(picked(&self.entries, *which).as_ref(), EventBody::EntryRemoved))?;
            }
            Step::BringBack { which } => {
                self.append(amending(picked(&self.entries, *which).as_ref(), EventBody::EntryRestored))?;
            }
            Step::Status { to, minutes_ago } => {
                let body = EventBody::StatusChanged { from: Status::Investigating, to: *to, reason: None };
                self.append(Some(NewEvent { occurred_at: at(*minutes_ago), amends: None, body }))?;
            }
            Step::Role { person } => {
                self.append(Some(EventBody::RoleChanged { role: Role::Scribe, from: None, to: Some((*person).into()) }.into()))?;
            }
            Step::Tick { done } => {
                self.append(Some(EventBody::VerificationChecked { check: VerificationCheck::Latency, done: *done }.into()))?;
            }
            Step::Finding { minutes_ago } => {
                let body = EventBody::FindingAdded { about: FindingAbout::NewError, text: "500s".into(), onset: None };
                let ids = self.append(Some(NewEvent { occurred_at: at(*minutes_ago), amends: None, body }))?;
                self.findings.extend(ids);
            }
            Step::RemoveFinding { which } => {
                self.append(amending(picked(&self.findings, *which).as_ref(), EventBody::FindingRemoved))?;
            }
            Step::SetClock { minutes } => {
                self.now += TimeDelta::minutes(*minutes);
                self.heed_clock()?;
            }
            Step::Command { minutes_ago } => {
                let started_at = self.now - TimeDelta::minutes(*minutes_ago);
                let outcome = CommandOutcome::Exit(0);
                let run = CommandRun { command: "make".into(), started_at, millis: 3, outcome, kept: vec![] };
                let body = EventBody::CommandRun(run);
                self.append(Some(NewEvent { occurred_at: Some(started_at), amends: None, body }))?;
            }
        }
        Ok(())
    }

    pub fn heed_clock(&mut self) -> std::result::Result<ClockReading, StoreError> {
        self.store.heed_clock(&self.reading(), "@ana")
    }

    fn reading(&self) -> ClockReading {
        ClockReading { boot: "one".into(), uptime: self.passed.num_milliseconds(), wall: self.now }
    }

    fn append(&mut self, new: Option<NewEvent>) -> std::result::Result<Vec<EventId>, StoreError> {
        Ok(self.store.append(self.incident, "@ana", self.now, |_| Ok::<_, StoreError>(new.into_iter().collect()))?.ids)
    }
}
