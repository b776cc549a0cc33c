//! Signals, as something to wait for beside input and output.

use std::io;
use std::os::unix::net::UnixStream;

use rustix::event::{PollFd, PollFlags};
use signal_hook::consts::{SIGCHLD, SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::backend::SignalDelivery;
use signal_hook::iterator::exfiltrator::SignalOnly;

use super::child::signal_mask;

const CAUGHT: [i32; 8] = [SIGCHLD, SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH];

/// The signals that came. They are caught and not ignored, because a command inherits what is ignored.
pub struct Signals(SignalDelivery<UnixStream, SignalOnly>);

impl Signals {
    /// Catches them from now on, those excepted that this process was started to ignore, as `nohup` does.
    pub fn catch() -> io::Result<Self> {
        let (read, write) = UnixStream::pair()?;
        let ignored = ignored();
        // The end of the command must be told in any case.
        let wanted = CAUGHT.into_iter().filter(|signal| *signal == SIGCHLD || ignored & (1 << (signal - 1)) == 0);
        Ok(Self(SignalDelivery::with_pipe(read, write, SignalOnly, wanted)?))
    }

    /// Readable when a signal has come.
    pub fn as_poll(&self) -> PollFd<'_> {
        PollFd::new(self.0.get_read(), PollFlags::IN)
    }

    /// Those that came since the last call.
    pub fn pending(&mut self) -> impl Iterator<Item = i32> + use<> {
        self.0.pending()
    }
}

/// A bit for each signal that is ignored, where the system tells.
fn ignored() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    signal_mask(&status, "SigIgn:").unwrap_or_default()
}
