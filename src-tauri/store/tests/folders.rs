//! Folders: for their owner alone, read where they cannot be written, refused with the true reason.

mod support;

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;

use sitrep_core::event::{EntryKind, EventBody};
use sitrep_store::{DATABASE_FILE, PictureFolder, PictureSize, Store, write_whole};
use support::child::Nobody;
use support::{Result, child, declare, mode, now};

fn log() -> EventBody {
    EventBody::Entry { entry: EntryKind::Note, text: "error rate 38 %".into(), pictures: vec![] }
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

fn open(folder: &Path) -> Result<String> {
    Store::open(folder)?;
    Ok("opened".to_owned())
}

#[test]
fn child() -> Result {
    child::be(&[("keep", keep), ("open", open)])
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
