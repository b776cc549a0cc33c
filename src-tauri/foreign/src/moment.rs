//! An end to every look at a disk that may not answer.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use crate::unread::Unread;

/// A disk answers in milliseconds, and whoever writes a line waits no longer than this.
pub(crate) const A_MOMENT: Duration = Duration::from_millis(1_200);

/// The folders in which something does not answer yet. Nobody waits there once more.
static SILENT: LazyLock<Mutex<HashSet<PathBuf>>> = LazyLock::new(Mutex::default);

/// Does something in a folder on a thread of its own, and gives the result if it comes in a moment. What hangs in the kernel cannot be ended: until it
/// answers, the folder counts as silent, and nothing else in it is looked at.
///
/// # Errors
/// [`Unread::Silent`].
pub fn in_a_moment<T: Send + 'static>(folder: &Path, doing: impl FnOnce() -> T + Send + 'static) -> Result<T, Unread> {
    if silent().contains(folder) {
        return Err(Unread::Silent);
    }
    let (tell, told) = mpsc::channel();
    let theirs = folder.to_owned();
    thread::spawn(move || {
        // Nobody may be listening any more.
        drop(tell.send(doing()));
        silent().remove(&theirs);
    });
    told.recv_timeout(A_MOMENT).or_else(|_| {
        let mut silent = silent();
        // It may have answered in between; else its thread takes this back once it does.
        let late = told.try_recv();
        if late.is_err() {
            silent.insert(folder.to_owned());
        }
        late.map_err(|_| Unread::Silent)
    })
}

fn silent() -> MutexGuard<'static, HashSet<PathBuf>> {
    SILENT.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_hangs_is_waited_for_once_and_heard_again_when_it_answers() {
        let share = Path::new("/share/that/hangs");
        let (let_go, wait) = mpsc::channel::<()>();
        assert!(matches!(in_a_moment(share, move || wait.recv().is_ok()), Err(Unread::Silent)));
        assert!(matches!(in_a_moment(share, || ()), Err(Unread::Silent)), "nobody looks");
        assert!(in_a_moment(Path::new("/elsewhere"), || ()).is_ok());
        drop(let_go);
        while in_a_moment(share, || ()).is_err() {
            thread::yield_now();
        }
    }
}
