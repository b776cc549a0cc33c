//! Several processes that open one folder at the same moment, and what one that was stopped has left.

mod support;

use std::fs;
use std::path::Path;

use rusqlite::Connection;
use sitrep_store::{DATABASE_FILE, Store};
use support::{Result, child, declare};

const ROUNDS: usize = 100;
const FIRST_SCHEMA: &str = include_str!("../src/migrations/01-events.sql");
const APPLICATION_ID: i64 = 0x5369_7472;

/// Opens and writes something.
fn start(folder: &Path) -> Result<String> {
    let mut store = Store::open(folder)?;
    declare(&mut store, &format!("incident-{}", std::process::id()))?;
    Ok("done".to_owned())
}

#[test]
fn child() -> Result {
    child::be(&[("start", start)])
}

fn pair(folder: &Path) -> Result {
    assert_eq!(child::at_once(2, "start", folder)?, ["done", "done"]);
    assert_eq!(Store::open(folder)?.active()?.len(), 2, "what each of them wrote is there");
    Ok(())
}

/// A file as the first Sitrep left it.
fn of_the_first_schema(folder: &Path, application: i64) -> Result<Connection> {
    let old = Connection::open(folder.join(DATABASE_FILE))?;
    old.execute_batch(FIRST_SCHEMA)?;
    old.pragma_update(None, "user_version", 1)?;
    old.pragma_update(None, "application_id", application)?;
    Ok(old)
}

#[test]
fn two_first_starts_at_the_same_moment_both_succeed() -> Result {
    for _ in 0..ROUNDS {
        pair(&tempfile::tempdir()?.path().join("data"))?;
    }
    Ok(())
}

#[test]
fn two_upgrades_at_the_same_moment_both_succeed() -> Result {
    for round in 0..ROUNDS {
        let folder = tempfile::tempdir()?;
        let old = of_the_first_schema(folder.path(), APPLICATION_ID)?;
        // A file that was copied by hand may keep no log yet; the switch to it must not fail either.
        old.pragma_update_and_check(None, "journal_mode", if round % 2 == 0 { "WAL" } else { "DELETE" }, |_| Ok(()))?;
        drop(old);
        pair(folder.path())?;
    }
    Ok(())
}

#[test]
fn a_file_without_its_application_id_is_known_by_its_tables_and_healed() -> Result {
    let folder = tempfile::tempdir()?;
    drop(of_the_first_schema(folder.path(), 0)?);

    let mut store = Store::open(folder.path())?;

    declare(&mut store, "a")?;
    let id: i64 = Connection::open(folder.path().join(DATABASE_FILE))?.pragma_query_value(None, "application_id", |row| row.get(0))?;
    assert_eq!(id, APPLICATION_ID);
    Ok(())
}

#[test]
fn what_is_refused_is_not_written_to() -> Result {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join(DATABASE_FILE);
    Connection::open(&file)?.execute("CREATE TABLE theirs (x)", [])?;
    let before = fs::read(&file)?;

    assert!(Store::open(folder.path()).is_err());

    assert!(fs::read(&file)? == before, "not a byte of somebody else's database has changed");
    Ok(())
}
