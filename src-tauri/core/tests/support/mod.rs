//! A small way to write down what happened.
#![allow(dead_code, reason = "each test file uses its own part")]

use chrono::{DateTime, TimeDelta, Utc};
use sitrep_core::documents::timeline;
use sitrep_core::documents::timeline::TimelineRow;
use sitrep_core::event::{Event, EventBody, UpdateHead, UpdateSent};
use sitrep_core::incident::Incident;
use sitrep_core::messages::Recent;
use sitrep_core::team::{Policy, Team, TeamFileError};
use sitrep_core::vocabulary::{Audience, EntryKind, EventId, IncidentId, Picture, PictureId, SecurityReason, Severity, Status, UpdateKind};
use uuid::Uuid;

/// 2026-11-23 14:00 UTC, a Monday.
pub fn start() -> DateTime<Utc> {
    at(0)
}

/// Minutes after the start.
pub fn at(minutes: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(1_795_442_400_000).unwrap_or_default() + TimeDelta::minutes(minutes)
}

pub fn policy() -> Result<Policy, TeamFileError> {
    Policy::built_in()
}

/// An update that says nothing, copied.
pub fn sent(update: UpdateKind) -> EventBody {
    EventBody::UpdateSent(UpdateSent { head: UpdateHead { update: Some(update), ..UpdateHead::default() }, ..UpdateSent::default() })
}

/// A team with the built-in policy and no service of its own.
pub fn team() -> Result<Team, TeamFileError> {
    Ok(Team { policy: policy()?.into(), catalogue: sitrep_core::team::Catalogue::built_in()?.into(), services: Default::default() })
}

/// Events of one incident in the order in which they are told.
#[derive(Debug, Clone, Default)]
pub struct Story {
    pub events: Vec<Event>,
}

impl Story {
    pub fn declared(severity: Severity) -> Self {
        Self::declared_with(severity, None)
    }

    pub fn declared_with(severity: Severity, security: Option<SecurityReason>) -> Self {
        Self::default().then(
            0,
            EventBody::Declared {
                handle: "2026-11-23-payments-failing".into(),
                title: "Payments failing at checkout".into(),
                severity,
                assessed: None,
                started_at: at(-10),
                security,
                services: vec!["Checkout".into()],
            },
        )
    }

    /// What happened at a minute and was recorded at once.
    pub fn then(self, minute: i64, body: EventBody) -> Self {
        self.recorded(minute, minute, None, body)
    }

    pub fn amending(self, minute: i64, target: usize, body: EventBody) -> Self {
        let amends = self.events.get(target).map(|event| event.id);
        self.recorded(minute, minute, amends, body)
    }

    pub fn recorded(mut self, occurred: i64, recorded: i64, amends: Option<EventId>, body: EventBody) -> Self {
        let number = self.events.len() as u128 + 1;
        self.events.push(Event {
            id: EventId(Uuid::from_u128(number)),
            incident: IncidentId(Uuid::from_u128(1000)),
            occurred_at: at(occurred),
            recorded_at: at(recorded),
            author: "@ana".into(),
            device: "laptop".into(),
            amends,
            body,
        });
        self
    }

    pub fn note(self, minute: i64, text: &str) -> Self {
        self.pictured(minute, text, &[])
    }

    /// A note with pictures, each named by two digits.
    pub fn pictured(self, minute: i64, text: &str, pictures: &[&str]) -> Self {
        let picture = |digits: &&str| Some(Picture { id: PictureId::try_from(digits.repeat(32)).ok()?, width: 2, height: 1 });
        let pictures = pictures.iter().filter_map(picture).collect();
        self.then(minute, EventBody::Entry { entry: EntryKind::Note, text: text.into(), pictures, attached: None, from: None })
    }

    pub fn status(self, minute: i64, from: Status, to: Status) -> Self {
        self.then(minute, EventBody::StatusChanged { from, to, reason: None })
    }

    pub fn fold(&self) -> Option<Incident> {
        Incident::fold(&self.events)
    }

    /// The lines of its timeline.
    pub fn rows(&self) -> Vec<TimelineRow> {
        self.fold().map(|incident| timeline::rows(&self.events, &incident)).unwrap_or_default()
    }

    /// What a message to an audience tells of what was written and run.
    pub fn recent(&self, audience: Audience) -> Recent {
        let last = self.fold().and_then(|incident| incident.last_update_to(audience).map(|last| last.id));
        let mut events = self.events.clone();
        events.sort_by_key(|event| (event.occurred_at, event.id));
        let untold: Vec<Event> = events.iter().filter(|event| last.is_none_or(|last| event.id > last)).cloned().collect();
        let Recent { mut acts, live, mut entries, .. } = Recent::read(0, &untold, &untold, &events);
        acts.sort_by_key(|act| act.at);
        Recent {
            untold: acts.len(),
            acts: acts.split_off(acts.len().saturating_sub(Recent::ACTS_AT_MOST)),
            live,
            entries: entries.split_off(entries.len().saturating_sub(Recent::ENTRIES_AT_MOST)),
        }
    }
}
