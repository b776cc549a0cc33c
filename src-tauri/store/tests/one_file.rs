//! A folder that nothing has open is one file.

mod support;

use std::fs;
use std::path::Path;

use sitrep_core::event::EventBody;
use sitrep_core::vocabulary::{EntryKind, IncidentId};
use sitrep_store::{DATABASE_FILE, NewEvent, Store};
use support::{Result, declare, now};

fn entry(text: &str) -> NewEvent {
    EventBody::Entry { entry: EntryKind::Note, text: text.into(), pictures: vec![], attached: None, from: None }.into()
}

fn write_many(store: &mut Store, incident: IncidentId) -> Result {
    for number in 0..200 {
        store.append_entry(incident, "@ana", now(), entry(&format!("entry {number}")))?;
    }
    Ok(())
}

fn names(folder: &Path) -> Result<Vec<String>> {
    let mut names = fs::read_dir(folder)?.map(|file| Ok(file?.file_name().to_string_lossy().into_owned())).collect::<Result<Vec<_>>>()?;
    names.sort();
    Ok(names)
}

#[test]
fn the_file_alone_holds_everything_once_nothing_has_it_open() -> Result {
    let folder = tempfile::tempdir()?;
    let mut store = Store::open(folder.path())?;
    let incident = declare(&mut store, "a")?.id;
    write_many(&mut store, incident)?;

    drop(store);

    assert_eq!(names(folder.path())?, [DATABASE_FILE]);
    let elsewhere = tempfile::tempdir()?;
    fs::copy(folder.path().join(DATABASE_FILE), elsewhere.path().join(DATABASE_FILE))?;
    assert_eq!(Store::open(elsewhere.path())?.events(incident)?.len(), 201);
    Ok(())
}

#[test]
fn who_closes_while_another_has_it_open_leaves_the_log_to_that_one() -> Result {
    let folder = tempfile::tempdir()?;
    let mut app = Store::open(folder.path())?;
    let incident = declare(&mut app, "a")?.id;
    let log = folder.path().join(format!("{DATABASE_FILE}-wal"));
    let database = fs::read(folder.path().join(DATABASE_FILE))?;

    let mut command = Store::open(folder.path())?;
    command.append_entry(incident, "@li", now(), entry("from elsewhere"))?;
    drop(command);

    assert!(fs::metadata(&log)?.len() > 0, "the entry is in the log");
    assert!(fs::read(folder.path().join(DATABASE_FILE))? == database, "and was not folded into the database");
    assert_eq!(app.events(incident)?.len(), 2);
    drop(app);
    assert_eq!(names(folder.path())?, [DATABASE_FILE]);
    Ok(())
}

#[test]
fn what_a_process_that_was_killed_left_is_folded_in_by_the_next() -> Result {
    let folder = tempfile::tempdir()?;
    let mut store = Store::open(folder.path())?;
    let incident = declare(&mut store, "a")?.id;
    write_many(&mut store, incident)?;
    // As the disk is now, so a power cut leaves it.
    let after = tempfile::tempdir()?;
    for name in names(folder.path())? {
        fs::copy(folder.path().join(&name), after.path().join(&name))?;
    }

    assert_eq!(Store::open(after.path())?.events(incident)?.len(), 201);

    assert_eq!(names(after.path())?, [DATABASE_FILE]);
    Ok(())
}
