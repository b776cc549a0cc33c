//! No question that the store asks of the database reads a whole table: an index answers it.

use std::collections::BTreeSet;
use std::error::Error;
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};
use sitrep_core::event::{ClockReading, EventBody};
use sitrep_core::vocabulary::{EntryKind, EventId, IncidentId, Severity};

use super::events::NewEvent;
use crate::error::StoreError;
use crate::open::Store;

/// Lists are read in the order of these, from their beginning.
const LISTS: [&str; 4] = ["incidents_active", "incidents_ended", "incidents_unfinished", "events_with_pictures"];

static ASKED: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());

fn note(sql: &str) {
    ASKED.lock().unwrap_or_else(PoisonError::into_inner).insert(sql.to_owned());
}

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp_millis(1_795_442_400_123).unwrap_or_default()
}

fn declared() -> NewEvent {
    let (handle, title, services) = ("a".to_owned(), "Payments failing".to_owned(), vec![]);
    EventBody::Declared { handle, title, severity: Severity::P1, assessed: None, started_at: now(), security: None, services }.into()
}

fn entry() -> NewEvent {
    EventBody::Entry { entry: EntryKind::Note, text: "rolled back".to_owned(), pictures: vec![], attached: None, from: None }.into()
}

fn ask_everything(store: &mut Store) -> Result<(), StoreError> {
    let incident = store
        .declare("@ana", now(), |others| Ok::<_, StoreError>(if others.is_taken("a") { vec![] } else { vec![declared()] }))?
        .facts
        .incident
        .id;
    set_clock(store)?;
    let id = store.append_entry(incident, "@ana", now(), entry())?;
    decide(store, incident, id, EventBody::EntryAmended { text: "rolled back to v312".to_owned() }, Some(id))?;
    decide(store, incident, id, EventBody::Acknowledged, None)?;
    let backdated = NewEvent { occurred_at: Some(now() - TimeDelta::hours(1)), ..EventBody::ChannelOpened.into() };
    store.append(incident, "@ana", now(), |_| Ok::<_, StoreError>(vec![backdated]))?;
    store.catch_up_records(now() - TimeDelta::weeks(13), now() + TimeDelta::weeks(13), 64)?;
    read_incidents(store, incident)?;
    read_timeline(store, incident, id)?;
    decide(store, incident, id, EventBody::EntryRemoved, Some(id))?;
    decide(store, incident, id, EventBody::EntryRestored, Some(id))
}

/// Somebody sets it back by an hour.
fn set_clock(store: &mut Store) -> Result<(), StoreError> {
    for wall in [now(), now() - TimeDelta::hours(1)] {
        store.heed_clock(&ClockReading { boot: "one".to_owned(), uptime: 0, wall }, "@ana")?;
    }
    Ok(())
}

fn decide(store: &mut Store, incident: IncidentId, entry: EventId, body: EventBody, amends: Option<EventId>) -> Result<(), StoreError> {
    store.append(incident, "@ana", now(), |standing| {
        standing.entry(entry)?;
        Ok::<_, StoreError>(vec![NewEvent { occurred_at: None, amends, body }])
    })?;
    Ok(())
}

fn read_incidents(store: &Store, incident: IncidentId) -> Result<(), StoreError> {
    store.changed_since(0)?;
    store.active()?;
    store.last_active()?;
    store.ended(8)?;
    store.unfinished()?;
    store.resolved_since(now())?;
    store.incident(incident)?;
    store.is_taken("a")?;
    store.with_handle("a")?;
    store.holding("b", 20)?;
    store.used_pictures()?;
    store.facts(incident, None)?;
    store.records(now(), now() + TimeDelta::weeks(13))?;
    store.fold(incident).map(|_| ())
}

fn read_timeline(store: &Store, incident: IncidentId, id: EventId) -> Result<(), StoreError> {
    store.event(incident, id)?;
    store.events_of_kind(incident, "update_sent")?;
    store.timeline_part(incident, None, 1)?;
    store.timeline_part(incident, Some(0), 1)?;
    store.timeline_news(incident, 0)?;
    store.timeline_news(incident, 1)?;
    store.timeline_position(incident, id)?;
    store.spans_days(incident)?;
    store.lines_with_pictures(incident)?;
    store.newest_entries(incident, 10)?;
    store.untold(incident, Some(id), 10, TimeDelta::minutes(5)).map(|_| ())
}

/// Notes what is asked from now on, or no longer.
fn listen(store: &Store, on: bool) -> Result<(), StoreError> {
    use rusqlite::trace::{TraceEvent, TraceEventCodes};
    let events = if on { TraceEventCodes::SQLITE_TRACE_STMT } else { TraceEventCodes::empty() };
    store.read(|connection| {
        connection.trace_v2(
            events,
            Some(|event| {
                if let TraceEvent::Stmt(_, sql) = event {
                    note(sql);
                }
            }),
        );
        Ok(())
    })
}

#[test]
fn no_question_reads_a_whole_table() -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let mut store = Store::open(folder.path())?;
    listen(&store, true)?;
    ask_everything(&mut store)?;
    listen(&store, false)?;
    let asked = ASKED.lock().unwrap_or_else(PoisonError::into_inner).clone();
    let about_events = asked.iter().filter(|sql| sql.contains(" events")).count();
    assert!(about_events >= 10, "the questions were heard: {asked:#?}");
    for sql in asked.iter().filter(|sql| ["SELECT", "INSERT", "UPDATE", "DELETE"].iter().any(|verb| sql.starts_with(verb))) {
        for step in plan(&store, sql)? {
            let reads_all = step.starts_with("SCAN")
                && ["events", "incidents", "timeline", "facts", "figures", "handle_endings"].iter().any(|table| step.contains(table));
            assert!(!reads_all || LISTS.iter().any(|index| step.contains(index)), "'{step}' answers {sql}");
        }
    }
    Ok(())
}

fn plan(store: &Store, sql: &str) -> Result<Vec<String>, StoreError> {
    store.read(|connection| {
        let mut statement = connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}"))?;
        let nothing = vec![rusqlite::types::Null; statement.parameter_count()];
        let steps = statement.query_map(rusqlite::params_from_iter(nothing), |row| row.get(3))?;
        Ok(steps.collect::<Result<_, _>>()?)
    })
}
