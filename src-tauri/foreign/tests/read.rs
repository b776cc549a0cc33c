//! Files of every kind, as somebody may leave them.
#![cfg(unix)]

use std::error::Error;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

use rustix::fs::{CWD, FileType, Mode, mknodat};
use sitrep_foreign::{MB, look, read, read_text};

type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

fn refused(path: &Path) -> Result<String> {
    Ok(read(path, MB).err().ok_or_else(|| format!("{} was read", path.display()))?.to_string())
}

#[test]
fn only_a_regular_file_is_read() -> Result {
    let folder = tempfile::tempdir()?;
    let pipe = folder.path().join("pipe");
    mknodat(CWD, &pipe, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0)?;
    let socket = folder.path().join("socket");
    let _listening = std::os::unix::net::UnixListener::bind(&socket)?;
    let circle = folder.path().join("circle");
    symlink(&circle, &circle)?;
    assert_eq!(refused(&pipe)?, "it is a pipe, and no file");
    assert_eq!(refused(folder.path())?, "it is a folder, and no file");
    assert_eq!(refused(Path::new("/dev/zero"))?, "it is a device, and no file");
    for closed in [&socket, &circle] {
        assert!(read(closed, MB).err().ok_or("it was read")?.reason().starts_with("it cannot be read"), "{}", closed.display());
    }
    assert_eq!(refused(&folder.path().join("none"))?, "it is not there");
    assert!(look(&pipe).is_ok() && look(&folder.path().join("none")).is_err());
    Ok(())
}

#[test]
fn no_more_is_read_than_was_asked_for() -> Result {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("file");
    fs::write(&file, "0123456789")?;
    assert_eq!(read_text(&file, 10)?, "0123456789");
    assert_eq!(read(&file, 9).err().map(|error| error.to_string()).as_deref(), Some("it holds 10 bytes, and no more than 9 bytes is read"));
    // It is not as long as it reads.
    let endless = read(Path::new("/proc/self/maps"), 16).err().map(|error| error.to_string());
    assert_eq!(endless.as_deref(), Some("it holds 17 bytes, and no more than 16 bytes is read"));
    let sparse = fs::File::create(folder.path().join("sparse"))?;
    sparse.set_len(50_000 * MB)?;
    assert_eq!(refused(&folder.path().join("sparse"))?, "it holds 50000 MB, and no more than 1 MB is read");
    fs::write(&file, [0xff, 0xfe])?;
    assert_eq!(read_text(&file, 10).err().map(|error| error.to_string()).as_deref(), Some("it is no text"));
    Ok(())
}
