//! Keeping lines where the output is no terminal: what comes through two pipes goes on as it arrives.

use std::io::{self, PipeReader, pipe};
use std::os::fd::BorrowedFd;
use std::process::Command;

use rustix::event::{PollFd, PollFlags, Timespec};
use rustix::io::{Errno, read};
use rustix::stdio;

use super::child::Child;
use super::outlet::pass;
use super::plain::{ended, pass_on};
use super::signals::Signals;
use super::tail::Tail;
use super::waiting::{AT_ONCE, CHUNK, wait};
use crate::run::ending::Ending;

/// One of the two outputs, while both ends of it are there.
struct Stream {
    from: Option<PipeReader>,
    to: BorrowedFd<'static>,
}

/// Both outputs, and where their ends are kept.
struct Streams<'a> {
    both: [Stream; 2],
    buffer: Vec<u8>,
    tail: &'a mut Tail,
}

/// Runs it to its end. What it leaves running in the background is not waited for.
pub fn run_piped(mut command: Command, tail: &mut Tail) -> io::Result<Ending> {
    let mut signals = Signals::catch()?;
    let ((out, out_end), (err, err_end)) = (pipe()?, pipe()?);
    command.stdout(out_end).stderr(err_end);
    let child = Child::adopt(&command.spawn()?)?;
    // It holds the other ends of the pipes.
    drop(command);
    let mut streams = Streams::new([(out, stdio::stdout()), (err, stdio::stderr())], tail);
    let ending = loop {
        streams.copy_ready(&signals, None)?;
        signals.pending().for_each(|signal| pass_on(signal, child));
        if let Some(ending) = ended(child)? {
            break ending;
        }
    };
    // Now only what is already in the pipes is read.
    while streams.copy_ready(&signals, Some(&AT_ONCE))? {}
    Ok(ending)
}

impl<'a> Streams<'a> {
    fn new(both: [(PipeReader, BorrowedFd<'static>); 2], tail: &'a mut Tail) -> Self {
        Self { both: both.map(|(from, to)| Stream { from: Some(from), to }), buffer: vec![0; CHUNK], tail }
    }

    /// Waits until something is there, passes it on, and tells whether there was anything but a signal.
    fn copy_ready(&mut self, signals: &Signals, limit: Option<&Timespec>) -> io::Result<bool> {
        let ready = self.ready(signals, limit)?;
        for (stream, is_ready) in self.both.iter_mut().zip(ready) {
            if is_ready {
                stream.copy(&mut self.buffer, self.tail);
            }
        }
        Ok(ready != [false, false])
    }

    /// Which streams can be read.
    fn ready(&self, signals: &Signals, limit: Option<&Timespec>) -> io::Result<[bool; 2]> {
        let open = self.both.iter().filter_map(|stream| stream.from.as_ref());
        let mut polls: Vec<PollFd<'_>> = open.map(|from| PollFd::new(from, PollFlags::IN)).collect();
        polls.push(signals.as_poll());
        wait(&mut polls, limit)?;
        let mut found = polls.iter().map(|poll| !poll.revents().is_empty());
        Ok(self.both.each_ref().map(|stream| stream.from.is_some() && found.next().unwrap_or_default()))
    }
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
