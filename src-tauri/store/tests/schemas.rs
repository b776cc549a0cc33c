//! A database of every schema that ever landed is taken over with nothing lost. Each was written by the Sitrep of its time.

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use rusqlite::types::Value;
use sitrep_core::documents::timeline::rows as rows_of;
use sitrep_core::event::EventBody;
use sitrep_core::incident::IncidentSummary;
use sitrep_core::vocabulary::EntryKind;
use sitrep_store::{DATABASE_FILE, IncidentRow, Store};
use support::{Result, now};

/// What is kept as it was; anything else follows from it.
const KEPT: [(&str, &str); 5] = [
    ("events", "id, incident, occurred_at, recorded_at, author, device, kind, version, body, amends"),
    ("incidents", "id, handle, touched_at, resolved_at, review_published_at"),
    ("reminders", "deadline, stage, claimed_at, attempts, shown_at"),
    ("drafts", "place, text"),
    ("settings", "name, value"),
];

/// The schema of a file, and where it is.
fn old_files() -> Result<Vec<(i64, PathBuf)>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/schemas");
    let mut files = Vec::new();
    for file in fs::read_dir(folder)? {
        let path = file?.path();
        let schema = path.file_stem().and_then(|name| name.to_str()).ok_or("no name")?.parse()?;
        files.push((schema, path));
    }
    files.sort();
    Ok(files)
}

fn schema(connection: &Connection) -> Result<i64> {
    Ok(connection.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

fn rows(connection: &Connection, table: &str, columns: &str) -> Result<Vec<Vec<Value>>> {
    let count = columns.split(", ").count();
    let mut statement = connection.prepare(&format!("SELECT {columns} FROM {table} ORDER BY {columns}"))?;
    let rows = statement.query_map([], |row| (0..count).map(|column| row.get(column)).collect())?;
    Ok(rows.collect::<std::result::Result<_, _>>()?)
}

#[test]
fn every_schema_before_this_one_has_its_file() -> Result {
    let folder = tempfile::tempdir()?;
    drop(Store::open(folder.path())?);
    let present = schema(&Connection::open(folder.path().join(DATABASE_FILE))?)?;

    let kept: Vec<i64> = old_files()?.into_iter().map(|(schema, _)| schema).collect();

    let missing: Vec<i64> = (1..present).filter(|schema| !kept.contains(schema)).collect();
    assert!(missing.is_empty(), "a database of schema {missing:?} belongs into tests/schemas");
    Ok(())
}

#[test]
fn every_schema_is_taken_over_with_nothing_lost() -> Result {
    for (number, file) in old_files()? {
        let folder = tempfile::tempdir()?;
        let database = folder.path().join(DATABASE_FILE);
        fs::copy(&file, &database)?;
        let before = Connection::open(&database)?;
        assert_eq!(schema(&before)?, number, "{}", file.display());
        let kept = KEPT.map(|(table, columns)| rows(&before, table, columns));
        drop(before);

        drop(Store::open(folder.path())?);

        let after = Connection::open(&database)?;
        for ((table, columns), kept) in KEPT.into_iter().zip(kept) {
            let kept = kept?;
            assert!(!kept.is_empty(), "schema {number} has something in {table}");
            assert_eq!(rows(&after, table, columns)?, kept, "{table} of schema {number}");
        }
    }
    Ok(())
}

#[test]
fn what_was_taken_over_is_read_and_goes_on() -> Result {
    for (number, file) in old_files()? {
        let folder = tempfile::tempdir()?;
        fs::copy(&file, folder.path().join(DATABASE_FILE))?;
        let mut store = Store::open(folder.path())?;

        let incidents = store.incidents()?;

        assert_eq!((incidents.len(), store.active()?.len(), store.unfinished()?.len()), (4, 2, if number == 1 { 1 } else { 2 }));
        for incident in incidents {
            let body = EventBody::Entry { entry: EntryKind::Note, text: "goes on".into(), pictures: vec![], attached: None, from: None };
            let events = store.events(incident.id)?.len();
            store.append_entry(incident.id, "@ana", now(), body.into())?;
            assert_eq!(store.events(incident.id)?.len(), events + 1, "{} of schema {number}", incident.summary.handle);
        }
    }
    Ok(())
}

/// What is kept beside the events is made from those that were there.
#[test]
fn what_is_kept_beside_the_events_is_made_from_the_old_ones() -> Result {
    for (number, file) in old_files()? {
        let folder = tempfile::tempdir()?;
        fs::copy(&file, folder.path().join(DATABASE_FILE))?;
        let store = Store::open(folder.path())?;

        for IncidentRow { id, summary, .. } in store.incidents()? {
            let told = format!("{} of schema {number}", summary.handle);
            let folded = store.fold(id)?;
            assert_eq!(*store.facts(id, None)?.incident, folded, "{told}");
            let lines = rows_of(&store.whole_timeline(id)?, &folded);
            assert_eq!(lines, rows_of(&store.events(id)?, &folded), "{told}");
            assert!(!lines.is_empty(), "{told}");
            for (start, _) in summary.handle.char_indices() {
                let found = store.holding(&summary.handle[start..], 20)?;
                assert!(found.iter().any(|row| row.id == id) || summary.resolved_at.is_some(), "{told}: {}", &summary.handle[start..]);
            }
        }
    }
    Ok(())
}

#[test]
fn each_device_has_numbered_its_old_events_as_they_came() -> Result {
    for (number, file) in old_files()? {
        let folder = tempfile::tempdir()?;
        let database = folder.path().join(DATABASE_FILE);
        fs::copy(&file, &database)?;
        let came: Vec<Vec<Value>> = rows(&Connection::open(&database)?, "events", "rowid, id")?;

        drop(Store::open(folder.path())?);

        let numbered = rows(&Connection::open(&database)?, "events", "position, id, device_index")?;
        let ids = |rows: &[Vec<Value>]| rows.iter().map(|row| row[1].clone()).collect::<Vec<_>>();
        assert_eq!(ids(&numbered), ids(&came), "schema {number}");
        let indexes: Vec<Value> = numbered.iter().map(|row| row[2].clone()).collect();
        assert_eq!(indexes, (1..=i64::try_from(came.len())?).map(Value::from).collect::<Vec<_>>(), "schema {number}, all of one device");
    }
    Ok(())
}

/// A clock was set back by an hour before that was recorded. How long things took before cannot be known, but what came first can.
#[test]
fn what_was_resolved_by_a_clock_that_was_set_back_ends_after_its_beginning() -> Result {
    let folder = tempfile::tempdir()?;
    fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/schemas/3.db"), folder.path().join(DATABASE_FILE))?;

    let store = Store::open(folder.path())?;

    let row = store.holding("payments", 1)?.pop().ok_or("no incident")?;
    let facts = store.facts(row.id, None)?.incident;
    assert_eq!(*facts, store.fold(row.id)?);
    let times = |summary: &IncidentSummary| (summary.started_at, summary.declared_at, summary.resolved_at);
    assert_eq!(times(&row.summary), times(&facts.summary()), "lists say the same");
    let lasted = facts.resolved_at.map(|at| (at - facts.started_at).num_minutes());
    assert_eq!(lasted, Some(22), "what is left of it by that clock");
    let lines: Vec<String> = rows_of(&store.whole_timeline(row.id)?, &facts).into_iter().map(|row| row.text).collect();
    assert!(lines.first().is_some_and(|line| line.contains("Declared")), "{lines:#?}");
    assert!(lines.last().is_some_and(|line| line.contains("Resolved")), "{lines:#?}");
    Ok(())
}
