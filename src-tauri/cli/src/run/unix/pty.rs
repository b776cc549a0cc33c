//! Keeping lines on a terminal: the command gets a terminal of its own, and every byte goes straight through.

use std::io::{self, Read, Write};
use std::process::{Command, Stdio};

use pty_process::blocking::{self, Pty};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::{Errno, ioctl_fionbio, read};
use rustix::process::Signal;
use rustix::stdio;
use rustix::termios::{LocalModes, SpecialCodeIndex, isatty, tcgetattr, tcgetpgrp};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};

use super::child::{Child, News, stop_here};
use super::outlet::pass;
use super::signals::Signals;
use super::tail::Tail;
use super::terminal::{Raw, Terminal};
use crate::run::ending::Ending;

const CHUNK: usize = 64 * 1024;
/// What a terminal takes from a keyboard at once.
const KEYS: usize = 1024;
const AT_ONCE: Timespec = Timespec { tv_sec: 0, tv_nsec: 0 };

/// Runs it to its end.
pub fn run_on_pty(command: Command, terminal: &Terminal, tail: &mut Tail) -> io::Result<Ending> {
    let signals = Signals::catch()?;
    let (pty, pts) = blocking::open().map_err(|error| io::Error::other(format!("no terminal could be made for it ({error})")))?;
    terminal.lend(&pts)?;
    terminal.fit(&pty);
    ioctl_fionbio(&pty, true)?;
    let mut command = blocking::Command::from(command);
    if !isatty(stdio::stdin()) {
        command = command.stdin(Stdio::inherit());
    }
    if !isatty(stdio::stderr()) {
        command = command.stderr(Stdio::inherit());
    }
    let raw = terminal.raw()?;
    let child = Child::adopt(&command.spawn(pts).map_err(plain)?)?;
    let mut relay = Relay { terminal, raw, pty, child, typed: Vec::new(), has_keys: true, has_output: true, is_seen: true };
    relay.run(signals, tail)
}

fn plain(error: pty_process::Error) -> io::Error {
    match error {
        pty_process::Error::Io(error) => error,
        pty_process::Error::Rustix(error) => error.into(),
    }
}

/// Both terminals and the command between them.
struct Relay<'a> {
    terminal: &'a Terminal,
    raw: Raw<'a>,
    pty: Pty,
    child: Child,
    /// Keys that the command's terminal has not taken yet.
    typed: Vec<u8>,
    has_keys: bool,
    has_output: bool,
    /// Whether the person's terminal is still there.
    is_seen: bool,
}

/// What can be done without waiting.
#[derive(Default)]
struct Ready {
    keys: bool,
    output: bool,
    room: bool,
}

impl Relay<'_> {
    fn run(&mut self, mut signals: Signals, tail: &mut Tail) -> io::Result<Ending> {
        let mut buffer = vec![0; CHUNK];
        loop {
            let ready = self.ready(&signals, None)?;
            if ready.room {
                self.hand_over_keys();
            }
            if ready.keys {
                self.read_keys();
            }
            if ready.output {
                self.copy(&mut buffer, tail);
            }
            signals.pending().for_each(|signal| self.heed(signal));
            match self.child.news()? {
                News::Runs => {}
                News::Stopped => self.stop_together(),
                News::Ended(ending) => {
                    // What it printed last is in its terminal still; what it left running in the background is not waited for.
                    while self.has_output && self.ready(&signals, Some(&AT_ONCE))?.output {
                        self.copy(&mut buffer, tail);
                    }
                    return Ok(ending);
                }
            }
        }
    }

    fn ready(&self, signals: &Signals, timeout: Option<&Timespec>) -> io::Result<Ready> {
        let wanted = |want: bool, flags| if want { flags } else { PollFlags::empty() };
        let pty = wanted(self.has_output, PollFlags::IN) | wanted(!self.typed.is_empty(), PollFlags::OUT);
        let mut polls = vec![signals.as_poll()];
        if !pty.is_empty() {
            polls.push(PollFd::new(&self.pty, pty));
        }
        let listens = self.has_keys && self.typed.is_empty();
        if listens {
            polls.push(PollFd::new(self.terminal, PollFlags::IN));
        }
        match poll(&mut polls, timeout) {
            Ok(_) => {}
            Err(Errno::INTR) => return Ok(Ready::default()),
            Err(error) => return Err(error.into()),
        }
        let mut found = polls.iter().skip(1).map(PollFd::revents);
        let pty = if pty.is_empty() { PollFlags::empty() } else { found.next().unwrap_or(PollFlags::empty()) };
        let keys = found.next().is_some_and(|keys| !keys.is_empty());
        let over = PollFlags::HUP | PollFlags::ERR;
        Ok(Ready { keys, output: pty.intersects(PollFlags::IN | over), room: pty.intersects(PollFlags::OUT) })
    }

    fn copy(&mut self, buffer: &mut [u8], tail: &mut Tail) {
        match (&self.pty).read(buffer) {
            Ok(length) if length > 0 => {
                let bytes = buffer.get(..length).unwrap_or_default();
                tail.add(bytes);
                // A command outlives the window that it was started in, where it means to.
                self.is_seen = self.is_seen && pass(stdio::stdout(), bytes);
            }
            Err(error) if matches!(error.kind(), io::ErrorKind::Interrupted | io::ErrorKind::WouldBlock) => {}
            // Nobody has the command's terminal open any more.
            Ok(_) | Err(_) => self.has_output = false,
        }
    }

    fn read_keys(&mut self) {
        let mut keys = [0; KEYS];
        match read(self.terminal, &mut keys) {
            Ok(length) if length > 0 => {
                self.typed.extend_from_slice(keys.get(..length).unwrap_or_default());
                let stops = self.is_stopped_by(&self.typed);
                self.hand_over_keys();
                if stops {
                    self.child.stop();
                }
            }
            Err(Errno::INTR | Errno::AGAIN) => {}
            Ok(_) | Err(_) => self.has_keys = false,
        }
    }

    /// Never waits: a command that does not read its keys must not hold up its output.
    fn hand_over_keys(&mut self) {
        match (&self.pty).write(&self.typed) {
            Ok(taken) => drop(self.typed.drain(..taken)),
            Err(error) if matches!(error.kind(), io::ErrorKind::Interrupted | io::ErrorKind::WouldBlock) => {}
            Err(_) => self.typed.clear(),
        }
    }

    /// The system lets Ctrl+Z stop nothing that leads a session of its own. Here the shell outside is there to continue it, so
    /// it is stopped by hand, unless it means to do something else with that key.
    fn is_stopped_by(&self, keys: &[u8]) -> bool {
        let Ok(modes) = tcgetattr(&self.pty) else { return false };
        modes.local_modes.contains(LocalModes::ISIG)
            && keys.contains(&modes.special_codes[SpecialCodeIndex::VSUSP])
            && tcgetpgrp(&self.pty).is_ok_and(|group| self.child.leads(group))
            && self.child.leaves_stopping_to_the_system()
    }

    /// Here nothing typed arrives as a signal, so each one is from elsewhere and meant for the command.
    fn heed(&mut self, signal: i32) {
        match signal {
            SIGTERM => self.child.send(Signal::TERM),
            SIGHUP => self.child.send(Signal::HUP),
            SIGINT => self.child.send(Signal::INT),
            SIGQUIT => self.child.send(Signal::QUIT),
            SIGTSTP => self.child.stop(),
            SIGWINCH => self.terminal.fit(&self.pty),
            SIGCONT => self.take_up_again(),
            _ => {}
        }
    }

    fn stop_together(&mut self) {
        self.raw.pause();
        stop_here();
        self.take_up_again();
        self.child.go_on();
    }

    fn take_up_again(&self) {
        // A terminal that is gone says so where its keys are read.
        drop(self.raw.again());
        self.terminal.fit(&self.pty);
    }
}
