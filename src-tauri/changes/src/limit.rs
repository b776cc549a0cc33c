//! An end to every call, also on a drive that no longer answers.

use std::process::Child;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

/// How long a program that was told to end may clean up.
const GRACE: Duration = Duration::from_millis(300);

/// The program that runs now, so that it can be ended from outside.
#[derive(Default)]
pub(crate) struct Running(Mutex<State>);

#[derive(Default)]
struct State {
    child: Option<Child>,
    over: bool,
}

impl Running {
    /// Keeps the program that was started; it ends at once when the time is over already.
    pub(crate) fn set(&self, mut child: Child) {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if state.over {
            kill(&mut child);
        }
        state.child = Some(child);
    }

    /// Gives it back, to wait for its end.
    pub(crate) fn take(&self) -> Option<Child> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).child.take()
    }

    fn end(&self, how: fn(&mut Child)) {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        state.over = true;
        if let Some(child) = state.child.as_mut() {
            how(child);
        }
    }
}

/// Does something on a thread of its own and gives the result, or nothing when it takes longer. A thread that hangs in the
/// kernel cannot be ended; it is left to itself, and what it ran is ended as soon as the kernel lets go.
pub(crate) fn within<T: Send + 'static>(patience: Duration, doing: impl FnOnce(&Running) -> T + Send + 'static) -> Option<T> {
    let running = Arc::new(Running::default());
    let (tell, told) = mpsc::channel();
    let theirs = Arc::clone(&running);
    // Nobody listens any more when the time is over.
    thread::spawn(move || drop(tell.send(doing(&theirs))));
    match told.recv_timeout(patience) {
        Ok(done) => Some(done),
        Err(RecvTimeoutError::Disconnected) => None,
        Err(RecvTimeoutError::Timeout) => {
            running.end(ask_to_end);
            drop(told.recv_timeout(GRACE));
            running.end(kill);
            None
        }
    }
}

/// Lets it remove its unfinished files first.
fn ask_to_end(child: &mut Child) {
    #[cfg(unix)]
    signal(child, rustix::process::Signal::TERM);
    #[cfg(not(unix))]
    kill(child);
}

/// Ends it, and with it what it started.
pub(crate) fn kill(child: &mut Child) {
    #[cfg(unix)]
    signal(child, rustix::process::Signal::KILL);
    // One that has ended by itself is as good.
    drop(child.kill());
}

/// The program leads a group of its own.
#[cfg(unix)]
fn signal(child: &mut Child, signal: rustix::process::Signal) {
    // A child that was waited for has a number that may be another's by now.
    if matches!(child.try_wait(), Ok(None)) {
        // One that ended in this moment is as good.
        let _ = rustix::process::kill_process_group(rustix::process::Pid::from_child(child), signal);
    }
}
