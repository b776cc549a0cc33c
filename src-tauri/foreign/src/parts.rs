//! A file that is too long to be held in one piece, read part by part.

use std::io::{self, Read};
use std::path::Path;
use std::sync::mpsc::{self, RecvTimeoutError, SyncSender};
use std::thread;

use crate::moment::A_MOMENT;
use crate::read::open_file;
use crate::unread::Unread;

const PART: usize = 1 << 20;
/// So many parts wait to be taken.
const AHEAD: usize = 4;

/// Why a file was not taken to its end.
#[derive(Debug, thiserror::Error)]
pub enum Untaken {
    /// It was not read.
    #[error("{0}")]
    Unread(#[from] Unread),
    /// Whoever took its parts could not go on.
    #[error("{0}")]
    Refused(io::Error),
}

/// Reads a file part by part, `at_most` bytes of it, and says how many it has. Each part comes in a moment, or the file counts as silent.
///
/// # Errors
/// [`Untaken`], also for a longer one; parts of it were taken then.
pub fn read_in_parts(path: &Path, at_most: u64, take: &mut dyn FnMut(&[u8]) -> io::Result<()>) -> Result<u64, Untaken> {
    let (tell, told) = mpsc::sync_channel(AHEAD);
    let file = path.to_owned();
    thread::spawn(move || {
        let read = send_parts(&file, at_most, &tell);
        // Nobody listens any more to one that was silent.
        drop(tell.send(read.map(|()| Vec::new())));
    });
    let mut length = 0;
    loop {
        match told.recv_timeout(A_MOMENT) {
            Ok(Ok(part)) if part.is_empty() => return Ok(length),
            Ok(Ok(part)) => {
                length += part.len() as u64;
                take(&part).map_err(Untaken::Refused)?;
            }
            Ok(Err(unread)) => return Err(unread.into()),
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return Err(Unread::Silent.into()),
        }
    }
}

fn send_parts(path: &Path, at_most: u64, tell: &SyncSender<Result<Vec<u8>, Unread>>) -> Result<(), Unread> {
    let mut file = open_file(path, at_most)?;
    let mut holds = 0;
    loop {
        let mut part = Vec::new();
        file.by_ref().take(PART as u64).read_to_end(&mut part)?;
        holds += part.len() as u64;
        // Some files grow while they are read, and those of the kernel say that they are empty.
        if holds > at_most {
            return Err(Unread::TooLong { holds, at_most });
        }
        if part.is_empty() || tell.send(Ok(part)).is_err() {
            return Ok(());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_file_is_taken_in_parts_to_its_bound() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("long");
        let written: Vec<u8> = (0..PART * 5 / 2).map(|at| (at % 251) as u8).collect();
        std::fs::write(&file, &written).expect("a file");
        let (mut taken, mut parts) = (Vec::new(), 0);

        let length = read_in_parts(&file, written.len() as u64, &mut |part| {
            taken.extend_from_slice(part);
            parts += 1;
            Ok(())
        });

        assert_eq!(length.expect("it is read"), written.len() as u64);
        assert!(taken == written && parts == 3, "{parts} parts");
        let too_long = read_in_parts(&file, written.len() as u64 - 1, &mut |_| Ok(()));
        assert!(matches!(too_long, Err(Untaken::Unread(Unread::TooLong { .. }))), "{too_long:?}");
        let full = read_in_parts(&file, u64::MAX, &mut |_| Err(io::Error::other("the disk is full")));
        assert!(matches!(full, Err(Untaken::Refused(_))), "{full:?}");
        assert!(matches!(read_in_parts(folder.path(), 10, &mut |_| Ok(())), Err(Untaken::Unread(Unread::NoFile("a folder")))));
    }
}
