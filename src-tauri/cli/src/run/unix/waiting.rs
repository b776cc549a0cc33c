//! Waiting until something can be read or written, or a signal has come.

use std::io;

use rustix::event::{PollFd, Timespec, poll};
use rustix::io::retry_on_intr;

/// How much is taken from a command's output in one go.
pub const CHUNK: usize = 64 * 1024;
/// No wait at all.
pub const AT_ONCE: Timespec = Timespec { tv_sec: 0, tv_nsec: 0 };

/// Waits; without a limit until something comes. A signal that is caught comes as something to read.
pub fn wait(polls: &mut [PollFd<'_>], limit: Option<&Timespec>) -> io::Result<()> {
    retry_on_intr(|| poll(polls, limit))?;
    Ok(())
}
