//! Many files, without a thread for each.

use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::SystemTime;

use crate::moment::A_MOMENT;
use crate::read::{Found, whole_unless};
use crate::unread::Unread;

/// So many files wait to be taken.
const AHEAD: usize = 32;

/// A file to read, and the state of it that is known: when it was written, and how long it was.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// Where it lies.
    pub path: PathBuf,
    /// The state that need not be read again.
    pub known: Option<(SystemTime, u64)>,
}

/// Reads files one after another, `at_most` bytes of each, and tells each by its place in the list. One that does not answer in a moment is told as silent, and
/// so is what follows in its folder.
pub fn read_each(wanted: Vec<Wanted>, at_most: u64, tell: &mut dyn FnMut(usize, Result<Found, Unread>)) {
    let wanted: Arc<[Wanted]> = wanted.into();
    let mut silent = HashSet::new();
    let mut next = 0;
    while next < wanted.len() {
        let told = reader(Arc::clone(&wanted), next, at_most);
        while let Ok((at, found)) = told.recv_timeout(A_MOMENT) {
            tell(at, found);
            next = at + 1;
        }
        // It read all, or it hangs at the next one: its thread ends by itself once the disk answers.
        silent.extend(wanted.get(next).map(|one| one.path.parent()));
        while wanted.get(next).is_some_and(|one| silent.contains(&one.path.parent())) {
            tell(next, Err(Unread::Silent));
            next += 1;
        }
    }
}

fn reader(wanted: Arc<[Wanted]>, from: usize, at_most: u64) -> mpsc::Receiver<(usize, Result<Found, Unread>)> {
    let (tell, told) = mpsc::sync_channel(AHEAD);
    thread::spawn(move || {
        let each = wanted.iter().enumerate().skip(from);
        // Nobody listens any more to one that was silent.
        let _ = each.map(|(at, one)| tell.send((at, whole_unless(&one.path, at_most, one.known)))).find(Result::is_err);
    });
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wanted(path: PathBuf, known: Option<(SystemTime, u64)>) -> Wanted {
        Wanted { path, known }
    }

    #[test]
    fn each_file_is_told_in_its_place() {
        let folder = tempfile::tempdir().expect("a folder");
        let (one, other) = (folder.path().join("one"), folder.path().join("other"));
        std::fs::write(&one, "a").expect("a file");
        std::fs::write(&other, "too long").expect("a file");
        let known = std::fs::metadata(&one).and_then(|about| Ok((about.modified()?, about.len()))).expect("its state");
        let files =
            vec![wanted(one.clone(), None), wanted(folder.path().join("gone"), None), wanted(other, None), wanted(one, Some(known))];
        let mut told = Vec::new();

        read_each(files, 4, &mut |at, found| told.push((at, found.map(|found| found.bytes).map_err(|unread| unread.to_string()))));

        assert_eq!(told[0], (0, Ok(Some(b"a".to_vec()))));
        assert_eq!(told[1], (1, Err("it is not there".to_owned())));
        assert_eq!(told[2], (2, Err("it holds 8 bytes, and no more than 4 bytes is read".to_owned())));
        assert_eq!(told[3], (3, Ok(None)), "it is as it was");
    }
}
