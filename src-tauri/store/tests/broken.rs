//! Files that are no database any more: told as what they are, set aside, never silently begun anew.

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use sitrep_core::event::EventBody;
use sitrep_core::vocabulary::EntryKind;
use sitrep_store::{DATABASE_FILE, Store};
use support::{Result, child, declare, now};

/// A folder whose database holds an incident with many entries, closed.
fn folder() -> Result<tempfile::TempDir> {
    let folder = tempfile::tempdir()?;
    let mut store = Store::open(folder.path())?;
    let incident = declare(&mut store, "a")?.id;
    for _ in 0..100 {
        let body = EventBody::Entry {
            entry: EntryKind::Note,
            text: "error rate 38 %, flat, all regions".repeat(4),
            pictures: vec![],
            attached: None,
            from: None,
        };
        store.append_entry(incident, "@ana", now(), body.into())?;
    }
    Ok(folder)
}

fn database(folder: &Path) -> PathBuf {
    folder.join(DATABASE_FILE)
}

/// Every file of a folder but the database, with its content.
fn others(folder: &Path) -> Result<Vec<Vec<u8>>> {
    let mut others = Vec::new();
    for file in fs::read_dir(folder)? {
        let path = file?.path();
        if path != database(folder) {
            others.push(fs::read(path)?);
        }
    }
    Ok(others)
}

/// Opening refuses, says these words and where the file is now, and leaves what was in it; the next start begins anew.
fn is_told_and_set_aside(folder: &Path, words: &str) -> Result {
    let content = fs::read(database(folder))?;

    let refused = Store::open(folder).err().ok_or("it was opened")?.to_string();

    assert!(refused.contains(words), "{refused}");
    assert!(refused.contains("set aside as"), "{refused}");
    assert!(others(folder)?.contains(&content), "what was in it is still there");
    assert!(!database(folder).exists());
    assert!(Store::open(folder)?.incidents()?.is_empty());
    assert!(others(folder)?.contains(&content), "nothing deletes it");
    Ok(())
}

#[test]
fn an_empty_file_is_told_and_set_aside() -> Result {
    let folder = folder()?;
    fs::write(database(folder.path()), "")?;
    is_told_and_set_aside(folder.path(), "is empty")
}

#[test]
fn a_file_of_zeros_is_told_and_set_aside() -> Result {
    let folder = folder()?;
    let length = fs::read(database(folder.path()))?.len();
    fs::write(database(folder.path()), vec![0; length])?;
    is_told_and_set_aside(folder.path(), "holds nothing but zeros")
}

#[test]
fn half_a_file_is_told_and_set_aside() -> Result {
    let folder = folder()?;
    let whole = fs::read(database(folder.path()))?;
    fs::write(database(folder.path()), &whole[..whole.len() / 2])?;
    is_told_and_set_aside(folder.path(), &format!("is cut short: {} of its {} bytes", whole.len() / 2, whole.len()))
}

#[test]
fn a_file_whose_beginning_was_overwritten_is_told_and_set_aside() -> Result {
    let folder = folder()?;
    let mut bytes = fs::read(database(folder.path()))?;
    bytes[..100].fill(b'#');
    fs::write(database(folder.path()), bytes)?;
    is_told_and_set_aside(folder.path(), "has lost its beginning")
}

#[test]
fn a_log_whose_database_is_gone_is_set_aside_and_never_read_into_a_new_one() -> Result {
    let folder = folder()?;
    let mut store = Store::open(folder.path())?;
    declare(&mut store, "b")?;
    let log = fs::read(folder.path().join(format!("{DATABASE_FILE}-wal")))?;
    let left = tempfile::tempdir()?;
    fs::write(left.path().join(format!("{DATABASE_FILE}-wal")), &log)?;

    let refused = Store::open(left.path()).err().ok_or("it was opened")?.to_string();

    assert!(refused.contains("is gone, and only its log is left"), "{refused}");
    assert!(others(left.path())?.contains(&log));
    assert!(Store::open(left.path())?.incidents()?.is_empty());
    Ok(())
}

#[test]
fn the_log_of_an_empty_file_goes_with_it() -> Result {
    let folder = folder()?;
    let mut store = Store::open(folder.path())?;
    declare(&mut store, "b")?;
    let log = fs::read(folder.path().join(format!("{DATABASE_FILE}-wal")))?;
    let left = tempfile::tempdir()?;
    fs::write(database(left.path()), "")?;
    fs::write(left.path().join(format!("{DATABASE_FILE}-wal")), &log)?;

    assert!(Store::open(left.path()).is_err());

    assert!(others(left.path())?.contains(&log), "SQLite would have deleted it");
    Ok(())
}

#[test]
fn child() -> Result {
    child::be(&[("hold", child::keep_open)])
}

#[test]
fn a_file_that_another_process_has_open_stays_where_it_is() -> Result {
    let folder = folder()?;
    let app = child::hold("hold", folder.path())?;
    fs::write(database(folder.path()), "")?;

    let refused = Store::open(folder.path()).err().ok_or("it was opened")?.to_string();

    assert!(refused.contains("is empty") && refused.contains("another program has it open"), "{refused}");
    assert!(database(folder.path()).exists());
    drop(app);
    let refused = Store::open(folder.path()).err().ok_or("it was opened")?.to_string();
    assert!(refused.contains("set aside as"), "{refused}");
    Ok(())
}
