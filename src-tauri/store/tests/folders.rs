//! Folders: for their owner alone, read where they cannot be written, refused with the true reason.

mod support;

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;

use rusqlite::Connection;
use sitrep_core::event::EventBody;
use sitrep_core::vocabulary::EntryKind;
use sitrep_store::{DATABASE_FILE, PictureFolder, PictureSize, Store, StoreError, write_whole};
use support::child::Nobody;
use support::{Result, child, declare, mode, now};

fn log() -> EventBody {
    EventBody::Entry { entry: EntryKind::Note, text: "error rate 38 %".into(), pictures: vec![], attached: None, from: None }
}

/// Writes all that can be written, and reads it back.
fn keep(folder: &Path) -> Result<String> {
    let data = folder.join("far/below/data");
    let id = declare(&mut Store::open(&data)?, "a")?.id;
    let picture = PictureFolder::of(&data).keep(b"whole", b"small")?;
    let review = data.join("reviews/a/review.md");
    write_whole(&review, b"review")?;
    let mut store = Store::open(&data)?;
    store.append_entry(id, "@ana", now(), log().into())?;
    fs::read(PictureFolder::of(&data).path(&picture, PictureSize::Small))?;
    fs::read(review)?;
    Ok(format!("{} events", store.events(id)?.len()))
}

/// Reads what is there, then tries to write.
fn read(folder: &Path) -> Result<String> {
    let mut store = Store::open(folder)?;
    let why = store.why_read_only().ok_or("it can be written")?.to_string();
    let row = store.active()?.into_iter().next().ok_or("no incident")?;
    let events = store.events(row.id)?.len();
    let refused = store.append_entry(row.id, "@ana", now(), log().into()).err().ok_or("it was written")?;
    Ok(format!("{} with {events} events; {why}; {refused}", row.summary.handle))
}

/// Reads, and once the test has written, reads again and writes.
fn watch(folder: &Path) -> Result<String> {
    let mut store = Store::open(folder)?;
    let id = store.active()?.first().ok_or("no incident")?.id;
    let before = store.events(id)?.len();
    child::stay()?;
    let then = store.events(id)?.len();
    store.append_entry(id, "@ana", now(), log().into())?;
    assert!(store.why_read_only().is_none());
    Ok(format!("{before} events, then {then}, then {}", store.events(id)?.len()))
}

fn open(folder: &Path) -> Result<String> {
    Store::open(folder)?;
    Ok("opened".to_owned())
}

#[test]
fn child() -> Result {
    child::be(&[("keep", keep), ("read", read), ("watch", watch), ("open", open)])
}

fn assert_private(folder: &Path) -> Result<usize> {
    assert_eq!(mode(folder)?, 0o700, "{}", folder.display());
    let mut files = 0;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files += assert_private(&path)?;
        } else {
            assert_eq!(mode(&path)?, 0o600, "{}", path.display());
            files += 1;
        }
    }
    Ok(files)
}

#[test]
fn what_is_made_is_for_its_owner_alone_and_can_be_read_by_that_one_under_any_umask() -> Result {
    let nobody = Nobody::new()?;
    for umask in ["000", "022", "077", "777"] {
        let folder = nobody.folder(umask)?;

        let answer = nobody.answer(umask, "keep", &folder)?;

        assert_eq!(answer, "2 events", "umask {umask}");
        assert_eq!(assert_private(&folder.join("far"))?, 4, "database, two of a picture, review; umask {umask}");
    }
    Ok(())
}

#[test]
fn a_folder_that_was_there_keeps_its_permissions_and_its_files_are_protected() -> Result {
    let folder = tempfile::tempdir()?;
    fs::set_permissions(folder.path(), Permissions::from_mode(0o755))?;
    declare(&mut Store::open(folder.path())?, "a")?;
    fs::set_permissions(folder.path().join(DATABASE_FILE), Permissions::from_mode(0o644))?;

    let store = Store::open(folder.path())?;

    assert_eq!(mode(folder.path())?, 0o755);
    for file in fs::read_dir(folder.path())? {
        let path = file?.path();
        assert_eq!(mode(&path)?, 0o600, "{}", path.display());
    }
    let open = store.open_to_others().ok_or("it says nothing")?.to_string();
    assert!(open.contains("rwxr-xr-x") && open.contains(&folder.path().display().to_string()), "{open}");
    fs::set_permissions(folder.path(), Permissions::from_mode(0o700))?;
    assert!(store.open_to_others().is_none());
    Ok(())
}

#[test]
fn a_file_that_is_none_of_sitreps_keeps_its_permissions_and_its_bytes() -> Result {
    let theirs = tempfile::tempdir()?;
    let (text, database) = (theirs.path().join("bashrc"), theirs.path().join("wallet.db"));
    fs::write(&text, "export EDITOR=vi\n")?;
    Connection::open(&database)?.execute("CREATE TABLE theirs (x)", [])?;
    for file in [text, database] {
        fs::set_permissions(&file, Permissions::from_mode(0o664))?;
        let before = fs::read(&file)?;
        let folder = tempfile::tempdir()?;
        symlink(&file, folder.path().join(DATABASE_FILE))?;

        let refused = Store::open(folder.path()).err();

        assert!(matches!(refused, Some(StoreError::NotOurs(_))), "{refused:?}");
        assert_eq!((mode(&file)?, fs::read(&file)?), (0o664, before), "{}", file.display());
        assert_eq!(fs::read_dir(theirs.path())?.count(), 2, "nothing is made beside it");
    }
    Ok(())
}

/// A folder with an incident of two events, to be closed to writing.
fn written(nobody: &Nobody, name: &str) -> Result<std::path::PathBuf> {
    let folder = nobody.folder(name)?;
    let mut store = Store::open(&folder)?;
    let id = declare(&mut store, "a")?.id;
    store.append_entry(id, "@ana", now(), log().into())?;
    Ok(folder)
}

/// Everything in it is theirs, and can only be read.
fn close_to_writing(nobody: &Nobody, folder: &Path) -> Result {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        nobody.give(&path)?;
        fs::set_permissions(&path, Permissions::from_mode(0o400))?;
    }
    Ok(fs::set_permissions(folder, Permissions::from_mode(0o500))?)
}

fn is_read(nobody: &Nobody, folder: &Path, events: usize) -> Result {
    let before = files(folder)?;
    let answer = nobody.answer("022", "read", folder)?;
    assert!(answer.starts_with(&format!("a with {events} events; ")), "{answer}");
    let reason = format!("the permissions of {} (r-x------) do not allow it", folder.display());
    assert_eq!(answer.matches(&reason).count(), 2, "{answer}");
    assert!(files(folder)? == before, "nothing in it has changed");
    Ok(())
}

fn files(folder: &Path) -> Result<Vec<(std::path::PathBuf, Vec<u8>)>> {
    let mut files = fs::read_dir(folder)?.map(|file| Ok((file.as_ref().map_err(|e| e.to_string())?.path(), fs::read(file?.path())?)));
    let mut files = files.by_ref().collect::<Result<Vec<_>>>()?;
    files.sort();
    Ok(files)
}

#[test]
fn a_folder_that_cannot_be_written_is_still_read() -> Result {
    let nobody = Nobody::new()?;
    let folder = written(&nobody, "closed")?;
    close_to_writing(&nobody, &folder)?;
    is_read(&nobody, &folder, 2)
}

#[test]
fn what_is_only_in_the_log_is_read_with_and_without_its_index() -> Result {
    let nobody = Nobody::new()?;
    let folder = written(&nobody, "open")?;
    let mut store = Store::open(&folder)?;
    let id = store.active()?.first().ok_or("no incident")?.id;
    store.append_entry(id, "@ana", now(), log().into())?;
    for (name, endings) in [("with-index", ["", "-wal", "-shm"].as_slice()), ("without-index", &["", "-wal"])] {
        let left = nobody.folder(name)?;
        for ending in endings {
            let file = format!("{DATABASE_FILE}{ending}");
            fs::copy(folder.join(&file), left.join(&file))?;
        }
        close_to_writing(&nobody, &left)?;
        is_read(&nobody, &left, 3)?;
    }
    Ok(())
}

#[test]
fn an_older_schema_is_read_where_it_cannot_be_upgraded() -> Result {
    let nobody = Nobody::new()?;
    let folder = nobody.folder("old")?;
    fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/schemas/1.db"), folder.join(DATABASE_FILE))?;
    close_to_writing(&nobody, &folder)?;
    let answer = nobody.answer("022", "read", &folder)?;
    assert!(answer.contains("do not allow it"), "{answer}");
    Ok(())
}

#[test]
fn what_another_writes_is_seen_and_once_it_can_be_written_it_is() -> Result {
    let nobody = Nobody::new()?;
    let folder = written(&nobody, "watched")?;
    close_to_writing(&nobody, &folder)?;
    let mut watcher = nobody.hold("watch", &folder)?;
    fs::set_permissions(&folder, Permissions::from_mode(0o700))?;
    fs::set_permissions(folder.join(DATABASE_FILE), Permissions::from_mode(0o600))?;

    let mut store = Store::open(&folder)?;
    let id = store.active()?.first().ok_or("no incident")?.id;
    store.append_entry(id, "@li", now(), log().into())?;

    assert_eq!(watcher.let_go()?, "2 events, then 3, then 4");
    Ok(())
}

#[test]
fn each_refusal_says_its_true_reason() -> Result {
    let nobody = Nobody::new()?;
    let place = nobody.folder("place")?;
    fs::write(place.join("file"), "a letter")?;
    fs::create_dir_all(place.join("folder").join(DATABASE_FILE))?;
    fs::create_dir(place.join("link"))?;
    symlink(place.join("nowhere"), place.join("link").join(DATABASE_FILE))?;
    let own = nobody.folder("own")?;
    fs::set_permissions(&own, Permissions::from_mode(0o500))?;
    let long = place.join("x".repeat(200)).join("y".repeat(200)).join("z".repeat(200));
    let cases = [
        (Path::new("/sitrep-test/data").to_owned(), "/ belongs to user 0, and its permissions (".to_owned()),
        (own.join("data"), format!("the permissions of {} (r-x------) do not allow it", own.display())),
        (place.join("file/data"), format!("{} is no folder", place.join("file").display())),
        (place.join("file"), format!("{} is no folder", place.join("file").display())),
        (place.join("folder"), format!("{} is no file", place.join("folder").join(DATABASE_FILE).display())),
        (place.join("link"), "is a link to something that is not there".to_owned()),
        (long.clone(), format!("its path has {} bytes, and 493 are the most", long.as_os_str().len())),
        (Path::new("/proc/sitrep-test").to_owned(), "/proc".to_owned()),
    ];
    for entry in ["file", "folder", "link"] {
        nobody.give(&place.join(entry))?;
    }
    for (folder, reason) in cases {
        let answer = nobody.answer("022", "open", &folder)?;
        assert!(answer.starts_with("refused: the data folder ") && answer.contains(&reason), "{reason}: {answer}");
    }
    Ok(())
}

#[test]
fn the_longest_path_that_is_said_to_work_does() -> Result {
    let place = tempfile::tempdir()?;
    let mut folder = place.path().to_owned();
    while 493 - folder.as_os_str().len() > 101 {
        folder.push("x".repeat(100));
    }
    folder.push("y".repeat(493 - folder.as_os_str().len() - 1));
    assert_eq!(folder.as_os_str().len(), 493);
    declare(&mut Store::open(&folder)?, "a")?;
    assert_eq!(Store::open(&folder)?.active()?.len(), 1);
    Ok(())
}
