//! A file that is no database any more: what it is, and how it is set aside. Nothing here deletes.

use std::fs::{self, File, Metadata};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use super::access::{INDEX, JOURNAL, LOG, beside, log_of};
use super::whole_file::sync_folder;
use crate::error::StoreError;
use crate::reasons::{Damage, LeftThere, Obstacle};

/// What SQLite keeps beside a database.
const COMPANIONS: [&str; 3] = [LOG, JOURNAL, INDEX];
/// How the name of a damaged file begins once it is set aside.
const ASIDE: &str = "sitrep-damaged-";
/// How a database begins.
const MAGIC: &[u8] = b"SQLite format 3\0";
/// The text of the schema stands in a database's first page, behind its header.
const FIRST_PAGE: u64 = 64 * 1024;
const OUR_TABLE: &[u8] = b"CREATE TABLE events";
/// Nobody has that many of one second.
const MOST_NAMES: usize = 1_000;

/// Whether nothing stands in a database's place, and nothing is left of one.
pub(crate) fn is_free(path: &Path) -> bool {
    fs::symlink_metadata(path).is_err() && leftover(path).is_none()
}

/// The ending of what SQLite would read into whatever takes the database's place.
pub(super) fn leftover(path: &Path) -> Option<&'static str> {
    [LOG, JOURNAL].into_iter().find(|ending| has_content(&beside(path, ending)))
}

fn has_content(file: &Path) -> bool {
    fs::metadata(file).is_ok_and(|about| about.len() > 0)
}

/// Whether something is in it.
pub(super) fn has_log(path: &Path) -> bool {
    has_content(&log_of(path))
}

/// What SQLite means by not taking this file; none where that cannot be told, or the file never was Sitrep's.
pub(crate) fn look(path: &Path) -> io::Result<Option<Damage>> {
    let length = fs::metadata(path)?.len();
    let mut first = Vec::new();
    File::open(path)?.take(FIRST_PAGE).read_to_end(&mut first)?;
    Ok(match whole_length(&first) {
        _ if length == 0 => Some(Damage::Empty),
        Some(whole) if whole > length => Some(Damage::CutShort { found: length, whole }),
        _ if first.iter().all(|byte| *byte == 0) && is_all_zero(path)? => Some(Damage::Zeros(length)),
        None if first.windows(OUR_TABLE.len()).any(|window| window == OUR_TABLE) => Some(Damage::Beginning),
        _ => None,
    })
}

/// How long a database is by its own account.
fn whole_length(first: &[u8]) -> Option<u64> {
    let page = u64::from(u16::from_be_bytes(first.get(16..18)?.try_into().ok()?));
    let pages = u64::from(u32::from_be_bytes(first.get(28..32)?.try_into().ok()?));
    // 64 KiB do not fit into the two bytes.
    first.starts_with(MAGIC).then_some(pages * if page == 1 { 65_536 } else { page })
}

fn is_all_zero(path: &Path) -> io::Result<bool> {
    let mut file = File::open(path)?;
    let mut buffer = [0; 8192];
    loop {
        match file.read(&mut buffer)? {
            0 => return Ok(true),
            read if buffer[..read].iter().any(|byte| *byte != 0) => return Ok(false),
            _ => {}
        }
    }
}

/// Sets a damaged database aside with what SQLite kept beside it, and gives what is to be told.
pub(super) fn set_aside(path: &Path, damage: Damage) -> StoreError {
    match move_away(path, damage) {
        Ok(aside) => StoreError::SetAside { file: path.to_owned(), damage, aside },
        Err(why) => StoreError::Broken { file: path.to_owned(), damage, why },
    }
}

/// Gives a damaged database, or what is left of one, another name, unless somebody has it open.
pub(crate) fn move_away(path: &Path, damage: Damage) -> Result<PathBuf, LeftThere> {
    let ending = if damage == Damage::LogAlone { leftover(path).unwrap_or(LOG) } else { "" };
    let moved = beside(path, ending);
    let failed = |error| LeftThere::Immovable(Obstacle::to(&moved, &error));
    let held = File::open(&moved).map_err(failed)?;
    // Of several processes that find it one renames it, and the others must not rename what has taken its place.
    held.lock().map_err(failed)?;
    if is_open_elsewhere(&held) || File::open(beside(path, INDEX)).is_ok_and(|index| is_open_elsewhere(&index)) {
        return Err(LeftThere::OpenElsewhere);
    }
    rename_held(&held, path, ending).map_err(failed)
}

/// Gives where it is now, with the ending that it has beside the database.
fn rename_held(held: &File, path: &Path, ending: &str) -> io::Result<PathBuf> {
    let folder = path.parent().unwrap_or(path);
    for aside in names_aside(folder, ASIDE, held.metadata()?.modified()?.into()) {
        let place = beside(&aside, ending);
        match fs::metadata(&place) {
            Ok(there) if is_same(held, &there)? => return Ok(place),
            Ok(_) => {}
            Err(_) => return rename_all(path, &aside).map(|()| place),
        }
    }
    Err(io::Error::other("no name is free"))
}

/// The log goes first: alone it would be read into whatever takes the database's place.
fn rename_all(path: &Path, aside: &Path) -> io::Result<()> {
    for ending in COMPANIONS {
        rename_if_there(&beside(path, ending), &beside(aside, ending))?;
    }
    rename_if_there(path, aside)?;
    path.parent().map_or(Ok(()), sync_folder)
}

fn rename_if_there(from: &Path, to: &Path) -> io::Result<()> {
    match fs::rename(from, to) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        done => done,
    }
}

/// Names for what is set aside, by the moment that tells it from others.
pub(crate) fn names_aside(folder: &Path, beginning: &str, at: DateTime<Utc>) -> impl Iterator<Item = PathBuf> {
    let day = at.format("%Y-%m-%d-%H%M%S");
    (1..=MOST_NAMES).map(move |number| {
        let more = if number == 1 { String::new() } else { format!("-{number}") };
        folder.join(format!("{beginning}{day}{more}.db"))
    })
}

/// The damaged databases that were set aside in a folder and are still there.
pub(crate) fn set_aside_in(folder: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(folder).into_iter().flatten().flatten().map(|file| file.path());
    let mut aside: Vec<PathBuf> =
        files.filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(ASIDE))).collect();
    aside.sort();
    aside
}

#[cfg(unix)]
fn is_same(held: &File, there: &Metadata) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt;
    let held = held.metadata()?;
    Ok((held.dev(), held.ino()) == (there.dev(), there.ino()))
}

#[cfg(not(unix))]
fn is_same(_: &File, _: &Metadata) -> io::Result<bool> {
    Ok(false)
}

/// Whether another process's SQLite holds a lock on it, which it does for as long as it has a database open.
#[cfg(unix)]
fn is_open_elsewhere(file: &File) -> bool {
    use rustix::process::{Flock, FlockOffsetType, FlockType, fcntl_getlk};
    let all = Flock { start: 0, length: 0, pid: None, typ: FlockType::WriteLock, offset_type: FlockOffsetType::Set };
    matches!(fcntl_getlk(file, &all), Ok(Some(_)))
}

/// There a file that is open is not renamed.
#[cfg(not(unix))]
fn is_open_elsewhere(_: &File) -> bool {
    false
}
