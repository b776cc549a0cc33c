//! What figures need of each incident is kept beside it, and always says what the events say.

mod support;

use std::fs;
use std::path::Path;

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::Connection;
use sitrep_core::event::EventBody;
use sitrep_core::figures::IncidentRecord;
use sitrep_core::vocabulary::{EntryKind, HypothesisState, IncidentId, Status};
use sitrep_store::{DATABASE_FILE, NewEvent, Redaction, Store, StoreError};
use support::{Result, declare, now};

fn all(store: &Store) -> Result<Vec<IncidentRecord>> {
    Ok(store.records(DateTime::UNIX_EPOCH, DateTime::<Utc>::MAX_UTC)?)
}

fn catch_up(store: &mut Store, most: usize) -> Result<bool> {
    Ok(store.catch_up_records(DateTime::UNIX_EPOCH, DateTime::<Utc>::MAX_UTC, most)?)
}

/// What all events of each incident say, the one that began first first.
fn told(store: &Store) -> Result<Vec<IncidentRecord>> {
    let ids = store.incidents()?.into_iter().map(|row| row.id);
    let mut records: Vec<IncidentRecord> = ids.map(|id| Ok(IncidentRecord::of(&store.fold(id)?))).collect::<Result<_>>()?;
    records.sort_by_key(|record| record.started_at);
    Ok(records)
}

fn raw(folder: &Path) -> Result<Connection> {
    Ok(Connection::open(folder.join(DATABASE_FILE))?)
}

/// How many records are to be made anew.
fn behind(folder: &Path) -> Result<i64> {
    Ok(raw(folder)?.query_row("SELECT count(*) FROM figures WHERE format = 0", [], |row| row.get(0))?)
}

fn act(store: &mut Store, incident: IncidentId, body: EventBody) -> Result {
    store.append(incident, "@ana", now(), |_| Ok::<_, StoreError>(vec![body.into()]))?;
    Ok(())
}

fn entry(text: &str) -> NewEvent {
    EventBody::Entry { entry: EntryKind::Note, text: text.into(), pictures: vec![], attached: None, from: None }.into()
}

#[test]
fn the_incidents_of_every_old_schema_have_figures_when_they_are_asked_for() -> Result {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/schemas");
    for file in fs::read_dir(folder)? {
        let (file, data) = (file?.path(), tempfile::tempdir()?);
        fs::copy(&file, data.path().join(DATABASE_FILE))?;
        let mut store = Store::open(data.path())?;
        assert_eq!(behind(data.path())?, 4, "{}: none is made before somebody asks", file.display());

        let told = told(&store)?;

        assert_eq!(all(&store)?, told, "{}: from the facts", file.display());
        while catch_up(&mut store, 3)? {}
        assert_eq!((behind(data.path())?, all(&store)?), (0, told), "{}: as they are kept", file.display());
    }
    Ok(())
}

/// The database of schema 5 tells a whole story.
#[test]
fn the_milestones_of_an_old_incident_are_known() -> Result {
    let data = tempfile::tempdir()?;
    fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/schemas/5.db"), data.path().join(DATABASE_FILE))?;

    let records = all(&Store::open(data.path())?)?;

    let of = |part: &str| records.iter().find(|record| record.handle.contains(part)).ok_or("no record");
    let search = of("search")?;
    let at = |minute: i64| DateTime::from_timestamp_millis(1_795_856_400_000).map(|at| at + TimeDelta::minutes(minute));
    assert_eq!(search.acknowledged_at, at(0));
    assert_eq!((search.identified_at, search.mitigated_at, search.resolved_at), (at(50), at(58), None));
    assert_eq!((search.updates.len(), search.causes.len(), search.severities.len()), (1, 1, 2));
    assert_eq!(of("login")?.actions.len(), 2);
    assert_eq!(of("uploads")?.active.len(), 2, "it was reopened");
    Ok(())
}

#[test]
fn an_act_keeps_the_record_and_an_entry_leaves_it_behind_until_somebody_asks() -> Result {
    let folder = tempfile::tempdir()?;
    let mut store = Store::open(folder.path())?;
    let incident = declare(&mut store, "a")?.id;
    act(&mut store, incident, EventBody::Acknowledged)?;
    assert_eq!((behind(folder.path())?, all(&store)?), (0, told(&store)?));

    store.append_entry(incident, "@ana", now() + TimeDelta::hours(3), entry("still at it"))?;

    assert_eq!(behind(folder.path())?, 1);
    assert_eq!(all(&store)?[0].worked.len(), 2, "the entry counts before the record is kept anew");
    assert!(!catch_up(&mut store, 64)?, "nothing is left");
    assert_eq!((behind(folder.path())?, all(&store)?), (0, told(&store)?));
    Ok(())
}

#[test]
fn a_record_of_another_format_or_one_that_does_not_read_is_made_anew() -> Result {
    for spoil in ["format = format + 1, body = '{}'", "format = 7", "body = 'nonsense'"] {
        let folder = tempfile::tempdir()?;
        let mut store = Store::open(folder.path())?;
        declare(&mut store, "a")?;
        raw(folder.path())?.execute(&format!("UPDATE figures SET {spoil}"), [])?;

        assert_eq!(all(&store)?, told(&store)?, "{spoil}");
    }
    Ok(())
}

#[test]
fn incidents_are_read_by_when_they_began() -> Result {
    let folder = tempfile::tempdir()?;
    let mut store = Store::open(folder.path())?;
    let incident = declare(&mut store, "a")?.id;
    let count = |store: &Store, from, until| store.records(from, until).map(|records| records.len());
    let hour = TimeDelta::hours(1);
    assert_eq!(count(&store, now(), now() + hour)?, 1, "its first moment is in it");
    assert_eq!(count(&store, now() - hour, now())?, 0, "its last is not");

    act(&mut store, incident, EventBody::StartChanged { from: now(), to: now() - hour })?;

    assert_eq!((count(&store, now() - hour, now())?, count(&store, now(), now() + hour)?), (1, 0), "it moved");
    Ok(())
}

#[test]
fn an_incident_that_cannot_be_read_does_not_hinder_the_others() -> Result {
    let folder = tempfile::tempdir()?;
    let mut store = Store::open(folder.path())?;
    declare(&mut store, "a")?;
    declare(&mut store, "b")?;
    let raw = raw(folder.path())?;
    raw.execute_batch("UPDATE figures SET format = 0; DELETE FROM facts; DROP TRIGGER events_are_not_changed")?;
    raw.execute("UPDATE events SET kind = 'dreamt' WHERE position = 1", [])?;

    assert_eq!(all(&store)?.into_iter().map(|record| record.handle).collect::<Vec<_>>(), ["b"]);
    while catch_up(&mut store, 1)? {}
    assert_eq!(all(&store)?.len(), 1);
    Ok(())
}

#[test]
fn what_is_redacted_is_in_no_record() -> Result {
    let folder = tempfile::tempdir()?;
    let mut store = Store::open(folder.path())?;
    let incident = declare(&mut store, "a")?.id;
    let statement = "the password hunter2 expired";
    let added = EventBody::HypothesisAdded { statement: statement.into(), how_to_test: None, who: None };
    let ids = store.append(incident, "@ana", now(), |_| Ok::<_, StoreError>(vec![added.into()]))?.ids;
    let (from, to) = (HypothesisState::Open, HypothesisState::Confirmed);
    let body = EventBody::HypothesisMoved { statement: statement.into(), from, to, because: None };
    let confirmed = NewEvent { occurred_at: None, amends: ids.first().copied(), body };
    store.append(incident, "@ana", now(), |_| Ok::<_, StoreError>(vec![confirmed]))?;
    assert_eq!(all(&store)?[0].causes[0].words, statement);

    let event = *ids.first().ok_or("no event")?;
    store.redact(incident, &Redaction { event, words: Some("hunter2"), tombstone: "" })?;

    drop(store);
    let file = fs::read(folder.path().join(DATABASE_FILE))?;
    assert!(!file.windows(7).any(|bytes| bytes == b"hunter2"), "nowhere in the file");
    assert!(!all(&Store::open(folder.path())?)?[0].causes[0].words.contains("hunter2"));
    Ok(())
}

#[test]
fn what_was_withdrawn_says_so() -> Result {
    let folder = tempfile::tempdir()?;
    let mut store = Store::open(folder.path())?;
    let incident = declare(&mut store, "a")?.id;
    act(&mut store, incident, EventBody::Withdrawn { reason: "a drill".into(), into: None })?;
    assert!(all(&store)?[0].withdrawn);
    act(&mut store, incident, EventBody::BroughtBack)?;
    act(&mut store, incident, EventBody::StatusChanged { from: Status::Investigating, to: Status::Resolved, reason: None })?;
    assert_eq!((all(&store)?[0].withdrawn, all(&store)?[0].resolved_at), (false, Some(now())));
    Ok(())
}
