//! Data folders as years or a very long night leave them.

use std::path::Path;

use chrono::{DateTime, TimeDelta, Utc};
use sitrep_core::event::EventBody;
use sitrep_core::incident::Incident;
use sitrep_core::vocabulary::{EntryKind, IncidentId, Severity, Status};
use sitrep_store::{NewEvent, Store, StoreError};
use sitrep_tests::{Failure, Outcome};

/// How many events go into one transaction.
const AT_ONCE: usize = 10_000;
const AUTHOR: &str = "@ana";

/// Declares an incident and gives its handle.
pub fn declare(data: &Path, handle: &str) -> Outcome<String> {
    declare_in(&mut Store::open(data)?, handle, Utc::now())
}

fn declare_in(store: &mut Store, handle: &str, at: DateTime<Utc>) -> Outcome<String> {
    let declared = EventBody::Declared {
        handle: handle.to_owned(),
        title: format!("Payments failing at {handle}"),
        severity: Severity::P2,
        assessed: None,
        started_at: at,
        security: None,
        services: vec!["payments".to_owned()],
    };
    Ok(store.declare(AUTHOR, at, |_| Ok::<_, StoreError>(vec![declared.into()]))?.facts.incident.handle.clone())
}

/// Appends as many entries to an incident as are missing until it has `count` events.
pub fn fill(data: &Path, handle: &str, count: usize) -> Outcome {
    let mut store = Store::open(data)?;
    let Some(row) = store.with_handle(handle)? else { return Ok(()) };
    let mut written = 1;
    while written < count {
        let now = Utc::now();
        let some = (count - written).min(AT_ONCE);
        store.append(row.id, AUTHOR, now, |_| Ok::<_, StoreError>((written..written + some).map(entry).collect()))?;
        written += some;
    }
    Ok(())
}

fn entry(number: usize) -> NewEvent {
    let text = format!("line {number} of a long night: the error rate of checkout is still at four per cent");
    EventBody::Entry { entry: EntryKind::Note, text, pictures: vec![], attached: None, from: None }.into()
}

/// `incidents` incidents of `events` events each, all but the last of them resolved and reviewed; gives the handles of an old
/// one and of the one that goes on.
pub fn years(data: &Path, incidents: usize, events: usize) -> Outcome<(String, String)> {
    let mut store = Store::open(data)?;
    let first = Utc::now() - TimeDelta::days(365 * 3);
    let mut handles = Vec::new();
    for number in 0..incidents {
        let at = first + TimeDelta::hours(2 * i64::try_from(number)?);
        let handle = declare_in(&mut store, &format!("{}-trouble-number-{number}", at.format("%Y-%m-%d")), at)?;
        let Some(row) = store.with_handle(&handle)? else { continue };
        let is_over = number + 1 < incidents;
        store
            .append(row.id, AUTHOR, at + TimeDelta::hours(1), |standing| Ok::<_, StoreError>(story(standing.incident, events, is_over)))?;
        handles.push(handle);
    }
    Ok((handles[incidents / 2].clone(), handles[incidents - 1].clone()))
}

fn story(incident: &Incident, events: usize, is_over: bool) -> Vec<NewEvent> {
    let mut story: Vec<NewEvent> = (1..events - 2).map(entry).collect();
    if is_over {
        story.push(EventBody::StatusChanged { from: incident.status, to: Status::Resolved, reason: Some("over".to_owned()) }.into());
        story.push(EventBody::ReviewPublished.into());
    }
    story
}

/// Writes entries to an incident, one a transaction, as another process does.
pub struct Writer {
    store: Store,
    incident: IncidentId,
}

impl Writer {
    /// To the incident of this handle.
    pub fn to(data: &Path, handle: &str) -> Outcome<Self> {
        let store = Store::open(data)?;
        let row = store.with_handle(handle)?.ok_or_else(|| Failure::new("no such incident"))?;
        Ok(Self { store, incident: row.id })
    }

    /// Writes one.
    pub fn write(&mut self, text: &str) -> Outcome {
        let body = EventBody::Entry { entry: EntryKind::Note, text: text.to_owned(), pictures: vec![], attached: None, from: None };
        self.store.append_entry(self.incident, AUTHOR, Utc::now(), body.into())?;
        Ok(())
    }
}
