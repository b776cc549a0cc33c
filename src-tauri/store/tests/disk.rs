//! Disks that fail. strace stands in for them.

mod support;

use std::env;
use std::path::Path;
use std::process::Command;

use sitrep_core::event::EventBody;
use sitrep_core::vocabulary::EntryKind;
use sitrep_store::{Store, StoreError};
use support::{Result, child, declare, now};

fn write(folder: &Path) -> Result<String> {
    let mut store = Store::open(folder)?;
    let incident = store.active()?.first().ok_or("no incident")?.id;
    let body = EventBody::Entry { entry: EntryKind::Note, text: "error rate 38 %".into(), pictures: vec![], attached: None, from: None };
    Ok(match store.append_entry(incident, "@ana", now(), body.into()) {
        Ok(_) => "written".to_owned(),
        Err(StoreError::DiskFailed(_)) => "taken back".to_owned(),
        Err(StoreError::Uncertain(_)) => "uncertain".to_owned(),
        Err(StoreError::Full(_)) => "full".to_owned(),
        Err(error) => error.to_string(),
    })
}

#[test]
fn child() -> Result {
    child::be(&[("write", write)])
}

/// Writes an entry on a disk that answers some of its calls in this way, while the app has the database open.
fn write_on(fault: &str, folder: &Path) -> Result<String> {
    let mut command = Command::new("strace");
    command.args(["-f", "-qq", "-o", "/dev/null", "-e", &format!("inject={fault}")]).arg(env::current_exe()?);
    child::answer(child::told(&mut command, "write", folder))
}

/// How many events there are after a restart of the computer.
fn events_after_restart(folder: &Path) -> Result<usize> {
    let left = tempfile::tempdir()?;
    // Another process copies it: to open and close a database here would drop this one's locks on it.
    let copied = Command::new("cp").arg("-r").arg(folder).arg(left.path().join("copy")).status()?;
    assert!(copied.success());
    let store = Store::open(&left.path().join("copy"))?;
    let incident = store.active()?.first().ok_or("no incident")?.id;
    Ok(store.events(incident)?.len())
}

#[test]
fn after_a_sync_that_failed_trying_again_records_it_once() -> Result {
    for app_is_open in [true, false] {
        let folder = tempfile::tempdir()?;
        let mut app = Store::open(folder.path())?;
        declare(&mut app, "a")?;
        let app = app_is_open.then_some(app);

        for again in 0..2 {
            assert_eq!(write_on("fsync,fdatasync:error=EIO", folder.path())?, "taken back", "{again}");
            assert_eq!(events_after_restart(folder.path())?, 1, "nothing of it is there, {again}");
        }

        assert_eq!(write(folder.path())?, "written");
        drop(app);
        assert_eq!(events_after_restart(folder.path())?, 2, "once");
    }
    Ok(())
}

#[test]
fn where_nothing_can_be_taken_back_it_is_said_that_it_may_be_there() -> Result {
    let folder = tempfile::tempdir()?;
    let mut app = Store::open(folder.path())?;
    declare(&mut app, "a")?;

    assert_eq!(write_on("fsync,fdatasync,pwrite64:error=EIO", folder.path())?, "uncertain");
    Ok(())
}

#[test]
fn on_a_full_disk_nothing_is_recorded() -> Result {
    let folder = tempfile::tempdir()?;
    let mut app = Store::open(folder.path())?;
    declare(&mut app, "a")?;

    let answer = write_on("pwrite64:error=ENOSPC", folder.path())?;

    assert_eq!(answer, "full");
    assert_eq!(events_after_restart(folder.path())?, 1);
    Ok(())
}
