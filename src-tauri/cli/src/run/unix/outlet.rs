//! Where the command's output goes on to.

use std::os::fd::BorrowedFd;

use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::{Errno, write};

/// Writes all of it at once, whatever buffers lie elsewhere. False when nobody reads there any more.
pub fn pass(to: BorrowedFd<'_>, mut bytes: &[u8]) -> bool {
    while !bytes.is_empty() {
        match write(to, bytes) {
            Ok(written) => bytes = bytes.get(written..).unwrap_or_default(),
            Err(Errno::INTR) => {}
            // Another program that shares the terminal may have made it so.
            Err(Errno::AGAIN) => drop(poll(&mut [PollFd::from_borrowed_fd(to, PollFlags::OUT)], None)),
            Err(_) => return false,
        }
    }
    true
}
