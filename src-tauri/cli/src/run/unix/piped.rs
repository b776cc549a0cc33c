//! Keeping lines where the output is no terminal: what comes through two pipes goes on as it arrives.

use std::io::{self, PipeReader, pipe};
use std::os::fd::BorrowedFd;
use std::process::Command;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::{Errno, read};
use rustix::stdio;

use super::child::Child;
use super::outlet::pass;
use super::plain::{ended, pass_on};
use super::signals::Signals;
use super::tail::Tail;
use crate::run::ending::Ending;

const CHUNK: usize = 64 * 1024;
const AT_ONCE: Timespec = Timespec { tv_sec: 0, tv_nsec: 0 };

/// One of the two outputs, while both ends of it are there.
struct Stream {
    from: Option<PipeReader>,
    to: BorrowedFd<'static>,
}

/// Runs it to its end. What it leaves running in the background is not waited for.
pub fn run_piped(mut command: Command, tail: &mut Tail) -> io::Result<Ending> {
    let mut signals = Signals::catch()?;
    let ((out, out_end), (err, err_end)) = (pipe()?, pipe()?);
    command.stdout(out_end).stderr(err_end);
    let child = Child::adopt(&command.spawn()?)?;
    // It holds the other ends of the pipes.
    drop(command);
    let mut streams = [Stream { from: Some(out), to: stdio::stdout() }, Stream { from: Some(err), to: stdio::stderr() }];
    let mut buffer = vec![0; CHUNK];
    let mut ending = None;
    loop {
        // After its end only what is already in the pipes is read.
        let news = ready(&signals, &streams, ending.as_ref().map(|_| &AT_ONCE))?;
        for (stream, is_ready) in streams.iter_mut().zip(news) {
            if is_ready {
                stream.copy(&mut buffer, tail);
            }
        }
        if ending.is_some() {
            if news == [false, false] {
                return ending.ok_or_else(|| io::Error::other("the command has no end"));
            }
            continue;
        }
        signals.pending().for_each(|signal| pass_on(signal, child));
        ending = ended(child)?;
    }
}

/// Waits until something is there, and tells which streams can be read.
fn ready(signals: &Signals, streams: &[Stream; 2], timeout: Option<&Timespec>) -> io::Result<[bool; 2]> {
    let open: Vec<(usize, &PipeReader)> =
        streams.iter().enumerate().filter_map(|(at, stream)| stream.from.as_ref().map(|from| (at, from))).collect();
    let mut polls: Vec<PollFd<'_>> = open.iter().map(|(_, from)| PollFd::new(*from, PollFlags::IN)).collect();
    polls.push(signals.as_poll());
    match poll(&mut polls, timeout) {
        Ok(_) => {}
        Err(Errno::INTR) => return Ok([false, false]),
        Err(error) => return Err(error.into()),
    }
    let mut ready = [false, false];
    for ((at, _), poll) in open.iter().zip(&polls) {
        if let Some(ready) = ready.get_mut(*at) {
            *ready = !poll.revents().is_empty();
        }
    }
    Ok(ready)
}

impl Stream {
    /// Passes on what is there. When nobody reads it any more the command is told so, as by any closed pipe.
    fn copy(&mut self, buffer: &mut [u8], tail: &mut Tail) {
        let Some(from) = &self.from else { return };
        match read(from, &mut *buffer) {
            Ok(0) => self.from = None,
            Ok(length) => {
                let bytes = buffer.get(..length).unwrap_or_default();
                tail.add(bytes);
                if !pass(self.to, bytes) {
                    self.from = None;
                }
            }
            Err(Errno::INTR | Errno::AGAIN) => {}
            Err(_) => self.from = None,
        }
    }
}
