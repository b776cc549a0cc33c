//! The schema: which file is Sitrep's, and how an older one is brought up to date.
//!
//! Check, steps and application id are one exclusive transaction. Of two processes that start at the same moment the second finds the first one's work
//! done, and a crash leaves the file as it was.

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, Transaction, TransactionBehavior};

use super::connection::{BUSY_TIMEOUT, explain};
use crate::error::StoreError;

/// 'Sitr': tells this file from any other SQLite database.
const APPLICATION_ID: i64 = 0x5369_7472;
/// A long history takes a while to upgrade, and who comes second waits for it.
const UPGRADE_TIMEOUT: Duration = Duration::from_mins(2);

/// Each leads from one schema to the next. One that has landed never changes: old files are at it.
const STEPS: &[&str] = &[
    include_str!("../migrations/01-events.sql"),
    include_str!("../migrations/02-open-actions.sql"),
    include_str!("../migrations/03-ledger.sql"),
    include_str!("../migrations/04-clock-jumps.sql"),
    include_str!("../migrations/05-attached-texts-and-deeds.sql"),
    include_str!("../migrations/06-figures.sql"),
    include_str!("../migrations/07-union.sql"),
];

/// What a database says of itself.
#[derive(Debug, PartialEq, Eq)]
enum Standing {
    /// Nothing to do.
    Current,
    /// The steps after this many are still to be made, or the id is missing.
    Behind(usize),
    /// A newer Sitrep's.
    Newer(i64),
    /// Somebody else's.
    Foreign,
}

/// Makes the schema in a new file, or brings that of an older one up to date.
pub(super) fn bring_up_to_date(connection: &mut Connection, path: &Path) -> Result<(), StoreError> {
    let told = |error| explain(error, path);
    if is_current(connection, path)? {
        return Ok(());
    }
    connection.busy_timeout(UPGRADE_TIMEOUT).map_err(told)?;
    make_steps(connection, path, STEPS)?;
    connection.busy_timeout(BUSY_TIMEOUT).map_err(told)
}

/// Whether it is as this Sitrep writes it; it may be older.
pub(super) fn is_current(connection: &Connection, path: &Path) -> Result<bool, StoreError> {
    Ok(steps_made(connection, path, STEPS.len())?.is_none())
}

/// After how many steps it is to be taken further; none where there is nothing to do.
fn steps_made(connection: &Connection, path: &Path, known: usize) -> Result<Option<usize>, StoreError> {
    match standing(connection, known).map_err(|error| explain(error, path))? {
        Standing::Current => Ok(None),
        Standing::Behind(made) => Ok(Some(made)),
        Standing::Newer(found) => Err(StoreError::Newer { found, known: number(known) }),
        Standing::Foreign => Err(StoreError::NotOurs(path.to_owned())),
    }
}

fn make_steps(connection: &mut Connection, path: &Path, steps: &[&str]) -> Result<(), StoreError> {
    let told = |error| explain(error, path);
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Exclusive).map_err(told)?;
    if let Some(made) = steps_made(&transaction, path, steps.len())? {
        go_through(&transaction, steps, made).map_err(|error| match explain(error, path) {
            StoreError::Sqlite(error) => StoreError::Upgrade(error),
            told => told,
        })?;
    }
    transaction.commit().map_err(told)
}

fn go_through(transaction: &Transaction<'_>, steps: &[&str], made: usize) -> rusqlite::Result<()> {
    for step in steps.iter().skip(made) {
        transaction.execute_batch(step)?;
    }
    transaction.pragma_update(None, "user_version", number(steps.len()))?;
    transaction.pragma_update(None, "application_id", APPLICATION_ID)
}

/// A write that changes nothing.
pub(crate) fn rewrite_schema_number(transaction: &Transaction<'_>) -> rusqlite::Result<()> {
    transaction.pragma_update(None, "user_version", schema_number(transaction)?)
}

fn schema_number(connection: &Connection) -> rusqlite::Result<i64> {
    connection.pragma_query_value(None, "user_version", |row| row.get(0))
}

fn standing(connection: &Connection, known: usize) -> rusqlite::Result<Standing> {
    let application = connection.pragma_query_value(None, "application_id", |row| row.get::<_, i64>(0))?;
    let schema = schema_number(connection)?;
    // An earlier Sitrep wrote the id after the tables, and could be stopped in between.
    let is_unmarked = || Ok::<_, rusqlite::Error>(has_our_tables(connection)? || (schema == 0 && is_empty(connection)?));
    let is_ours = application == APPLICATION_ID || (application == 0 && is_unmarked()?);
    Ok(match usize::try_from(schema) {
        _ if !is_ours => Standing::Foreign,
        Ok(made) if made == known && application == APPLICATION_ID => Standing::Current,
        Ok(made) if made <= known => Standing::Behind(made),
        _ => Standing::Newer(schema),
    })
}

fn is_empty(connection: &Connection) -> rusqlite::Result<bool> {
    connection.query_row("SELECT count(*) = 0 FROM sqlite_schema", [], |row| row.get(0))
}

/// The guards of the events are in every schema since the first, and in nobody else's.
fn has_our_tables(connection: &Connection) -> rusqlite::Result<bool> {
    let guards = "SELECT count(*) = 2 FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'events'
                  AND name IN ('events_are_not_changed', 'events_are_not_deleted')";
    connection.query_row(guards, [], |row| row.get(0))
}

fn number(steps: usize) -> i64 {
    i64::try_from(steps).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::file::connection::{connect, keep_a_log};
    use crate::file::open_for_writing;

    const OLD: &[u8] = include_bytes!("../../tests/schemas/1.db");
    const EVENTS: &str = "SELECT count(*) FROM events";

    fn count(connection: &Connection) -> i64 {
        connection.query_row(EVENTS, [], |row| row.get(0)).expect("the events are there")
    }

    /// What is on disk at this moment is what a crash would leave.
    fn crash(folder: &Path) -> tempfile::TempDir {
        let left = tempfile::tempdir().expect("a folder");
        for file in fs::read_dir(folder).expect("the folder").flatten() {
            fs::copy(file.path(), left.path().join(file.file_name())).expect("a copy");
        }
        left
    }

    fn opens_whole(left: &Path, events: i64) {
        let connection = open_for_writing(left, &left.join("sitrep.db")).expect("it opens after the crash").connection;
        assert!(is_current(&connection, left).expect("it is ours"));
        assert_eq!(count(&connection), events);
    }

    #[test]
    fn a_crash_between_any_two_steps_loses_nothing() {
        for mode in ["WAL", "DELETE"] {
            let folder = tempfile::tempdir().expect("a folder");
            let path = folder.path().join("sitrep.db");
            fs::write(&path, OLD).expect("the old file");
            let mut connection = connect(&path).expect("it opens");
            connection.pragma_update_and_check(None, "journal_mode", mode, |_| Ok(())).expect("the mode");
            // What is not on disk yet cannot do harm.
            connection.execute_batch("PRAGMA cache_size = 1; PRAGMA cache_spill = 1").expect("a small cache");
            let events = count(&connection);
            let transaction = connection.transaction_with_behavior(TransactionBehavior::Exclusive).expect("the lock");
            for step in &STEPS[1..] {
                transaction.execute_batch(step).expect("a step");
                opens_whole(crash(folder.path()).path(), events);
            }
            go_through(&transaction, STEPS, STEPS.len()).expect("the marks");
            opens_whole(crash(folder.path()).path(), events);
            transaction.commit().expect("the end");
            opens_whole(crash(folder.path()).path(), events);
            keep_a_log(&connection).expect("the log");
            opens_whole(crash(folder.path()).path(), events);
        }
    }

    #[test]
    fn a_step_that_fails_leaves_the_schema_before_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("sitrep.db");
        fs::write(&path, OLD).expect("the old file");
        let mut connection = connect(&path).expect("it opens");

        let refused = make_steps(&mut connection, &path, &[STEPS[0], "CREATE TABLE more (x)", "SELECT nonsense"]);

        assert!(matches!(refused, Err(StoreError::Upgrade(_))), "{refused:?}");
        assert_eq!(standing(&connection, 2).expect("it reads"), Standing::Behind(1));
        assert!(connection.prepare("SELECT * FROM more").is_err(), "the step before it is undone, too");
    }
}
