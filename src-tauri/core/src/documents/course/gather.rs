//! From the facts and the events of an incident to its course.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::model::{
    BandKind, CourseCommand, CourseEnd, CourseUpdate, Entered, IncidentCourse, SentLane, SeverityBand, StatusEntry, Window,
};
use super::window::window;
use super::works::works;
use crate::event::{Event, EventBody, as_recorded, in_order};
use crate::incident::{Incident, SeverityStretch, Stretch};
use crate::procedure::{Punctuality, Told, punctuality};
use crate::team::Policy;
use crate::vocabulary::{Audience, EventId, Status};

impl IncidentCourse {
    /// The course of an incident until `now`. `events` are those of the incident, as [`crate::documents::timeline::rows`] takes them.
    #[must_use]
    pub fn of(incident: &Incident, events: &[Event], policy: &Policy, now: DateTime<Utc>) -> Self {
        let active = incident.active_stretches();
        let end = end(incident, now);
        let works = works(events);
        let mut course = Self {
            title: incident.title.clone(),
            window: Window::new(incident.started_at, end.at()),
            end,
            bands: bands(incident, &active, end.at()),
            statuses: statuses(incident, events),
            // Nobody kept the times of what Sitrep did not know of.
            sent: sent(incident, if incident.backfilled { &[] } else { &active }, policy, now),
            mitigations: works.mitigations,
            hypotheses: works.hypotheses,
            commands: commands(events),
        };
        course.window = window(&course);
        course
    }
}

fn end(incident: &Incident, now: DateTime<Utc>) -> CourseEnd {
    match (incident.resolved_at, &incident.withdrawn) {
        (Some(at), _) => CourseEnd::Resolved(at),
        (None, Some(withdrawal)) => CourseEnd::Withdrawn(withdrawal.at),
        (None, None) => CourseEnd::GoesOn(now),
    }
}

/// The severities while it went on, and before that what it was declared as.
fn bands(incident: &Incident, active: &[Stretch], end: DateTime<Utc>) -> Vec<SeverityBand> {
    let first = incident.severity_history.first().map_or(incident.severity, |stretch| stretch.severity);
    let began = incident.started_at.min(incident.declared_at);
    let undeclared = SeverityBand { severity: first, from: began, to: incident.declared_at, kind: BandKind::Undeclared };
    let held = incident.severity_history.iter().flat_map(|stretch| active.iter().map(move |active| held(stretch, active, end)));
    let mut bands: Vec<SeverityBand> = [undeclared].into_iter().chain(held).filter(|band| band.from < band.to).collect();
    bands.sort_by_key(|band| band.from);
    bands
}

/// The part of a severity in which the incident went on; one that ends before it begins where there is none.
fn held(stretch: &SeverityStretch, active: &Stretch, end: DateTime<Utc>) -> SeverityBand {
    let kind = if stretch.disavowed { BandKind::Disavowed } else { BandKind::Held };
    let to = stretch.to.unwrap_or(end).min(active.to.unwrap_or(end));
    SeverityBand { severity: stretch.severity, from: stretch.from.max(active.from), to, kind }
}

fn statuses(incident: &Incident, events: &[Event]) -> Vec<StatusEntry> {
    let first = StatusEntry { entered: Entered::Status(Status::Investigating), at: incident.started_at, reason: None };
    let (mut entries, mut stands) = (vec![first], Status::Investigating);
    for (_, event) in in_order(events).0 {
        let (entered, reason) = match &event.body {
            EventBody::StatusChanged { to, reason, .. } => {
                let reopened = stands == Status::Resolved && *to != Status::Resolved;
                stands = *to;
                (if reopened { Entered::Reopened(*to) } else { Entered::Status(*to) }, reason.clone())
            }
            EventBody::Withdrawn { reason, .. } => (Entered::Withdrawn, Some(reason.clone())),
            EventBody::BroughtBack => (Entered::BroughtBack, None),
            _ => continue,
        };
        entries.push(StatusEntry { entered, at: event.occurred_at, reason });
    }
    entries.sort_by_key(|entry| entry.at);
    entries
}

/// A lane for each audience that heard of it, and in any case for those who are to hear first.
fn sent(incident: &Incident, active: &[Stretch], policy: &Policy, now: DateTime<Utc>) -> Vec<SentLane> {
    let labels = incident.updates.iter().map(|sent| (sent.id, sent.message.label())).collect();
    let lanes = [Audience::Internal, Audience::Customers].map(|audience| SentLane {
        audience,
        updates: punctuality(&Told::of(incident, active, audience), policy, now).into_iter().map(|kept| update(kept, &labels)).collect(),
    });
    lanes.into_iter().filter(|lane| lane.audience == Audience::Internal || !lane.updates.is_empty()).collect()
}

fn update(kept: Punctuality<EventId>, labels: &BTreeMap<EventId, &str>) -> CourseUpdate {
    let label = |update: EventId| labels.get(&update).copied().unwrap_or("Update").to_owned();
    match kept {
        Punctuality::InTime { update, at } => CourseUpdate::InTime { label: label(update), at },
        Punctuality::Late { update, due_at, at } => CourseUpdate::Late { label: label(update), due_at, at },
        Punctuality::Missed { due_at, until } => CourseUpdate::Missed { due_at, until },
    }
}

fn commands(events: &[Event]) -> Vec<CourseCommand> {
    let ran = as_recorded(events).into_iter().filter_map(|event| match &event.body {
        EventBody::CommandRun(run) => Some(CourseCommand { at: event.occurred_at, words: run.words() }),
        _ => None,
    });
    let mut commands: Vec<CourseCommand> = ran.collect();
    commands.sort_by_key(|command| command.at);
    commands
}
