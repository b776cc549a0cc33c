//! The data folder: what is told of it, and what a restored database does to what was read.

mod support;

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::sync::Arc;

use sitrep_core::vocabulary::EntryKind;
use sitrep_workstation::{Clock, DataNotice, News, Over, PendingRestore, Workstation};
use support::{Bench, Result, TestClock, folders};

#[test]
fn a_folder_that_is_open_to_others_is_told() -> Result {
    let bench = Bench::new()?;
    assert!(bench.room.data_notices().is_empty());

    fs::set_permissions(&bench.room.folders().data, fs::Permissions::from_mode(0o755))?;

    let notices = bench.room.data_notices();
    assert!(matches!(notices.as_slice(), [DataNotice::OpenToOthers(_)]), "{notices:?}");
    Ok(())
}

#[test]
fn a_database_that_was_begun_anew_is_told_as_long_as_the_damaged_one_is_there() -> Result {
    let folder = tempfile::tempdir()?;
    let clock: Arc<dyn Clock> = Arc::new(TestClock::default());
    let open = || Workstation::open(folders(folder.path()), Arc::clone(&clock));
    drop(open()?);
    let database = folder.path().join("data/sitrep.db");
    fs::write(&database, "")?;

    let refused = open().map(drop);

    assert!(refused.as_ref().is_err_and(|error| error.code() == "set_aside"), "{refused:?}");
    assert!(matches!(open()?.data_notices().as_slice(), [DataNotice::BegunAnew(_)]));
    let notices = open()?.data_notices();
    let [DataNotice::SetAside(file)] = notices.as_slice() else { return Err(format!("{notices:?}").into()) };
    fs::remove_file(file)?;
    assert!(open()?.data_notices().is_empty());
    Ok(())
}

#[test]
fn what_was_read_before_a_restore_is_not_shown_after_it() -> Result {
    let bench = Bench::new()?;
    let app = &bench.room;
    let handle = bench.declare("P1 Payments failing")?;
    let file = bench.folder.path().join("backup.db");
    let made = app.back_up(&file, Over::Nothing)?;
    assert_eq!((made.contents.incidents, made.contents.events), (1, 1));
    app.log(Some(&handle), EntryKind::Note, "rolled back", None)?;
    app.set_title(&handle, "Card payments failing")?;
    bench.declare("P2 Search down")?;
    app.refresh();
    assert_eq!(app.incident_screen(&handle)?.summary.title, "Card payments failing");

    let clock: Arc<dyn Clock> = Arc::<TestClock>::clone(&bench.clock);
    let restore = PendingRestore::prepare(app.folders(), clock, &file)?;
    let preview = restore.preview()?;
    let lost: Vec<_> = preview.lost.iter().map(|lost| (lost.title.as_str(), lost.whole, lost.events, lost.last_entry.as_deref())).collect();
    assert_eq!(lost, [("Card payments failing", false, 2, Some("rolled back")), ("Search down", true, 1, None)]);
    let done = restore.carry_out()?;

    assert!(done.set_aside.is_some_and(|file| file.ends_with("sitrep-before-restore-2026-11-23-140000.db")));
    assert_eq!(app.refresh(), News::Everything);
    assert_eq!(app.incident_screen(&handle)?.summary.title, "Payments failing");
    assert_eq!(app.list()?.len(), 1);
    app.log(Some(&handle), EntryKind::Note, "and on it goes", None)?;
    assert_eq!(app.refresh(), News::Of(vec![handle.clone()]));
    assert_eq!(app.timeline(Some(&handle))?.len(), 2);
    Ok(())
}
