//! Keeping lines on a terminal: the command gets a terminal of its own, and every byte goes straight through.

use std::io::{self, Read, Write};
use std::process::{Command, Stdio};

use pty_process::blocking::{self, Pty};
use rustix::event::{PollFd, PollFlags, Timespec};
use rustix::io::{Errno, ioctl_fionbio, read};
use rustix::stdio;
use rustix::termios::{LocalModes, SpecialCodeIndex, isatty, tcgetattr, tcgetpgrp};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};

use super::child::{Child, News, stop_here};
use super::outlet::pass;
use super::signals::Signals;
use super::tail::Tail;
use super::terminal::{Raw, Terminal};
use super::waiting::{AT_ONCE, CHUNK, wait};
use crate::run::ending::Ending;

/// What a terminal takes from a keyboard at once.
const KEYS: usize = 1024;

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
    Relay::new(terminal, raw, pty, child, tail).run(signals)
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
    buffer: Vec<u8>,
    tail: &'a mut Tail,
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

impl<'a> Relay<'a> {
    fn new(terminal: &'a Terminal, raw: Raw<'a>, pty: Pty, child: Child, tail: &'a mut Tail) -> Self {
        let (buffer, typed) = (vec![0; CHUNK], Vec::new());
        Self { terminal, raw, pty, child, buffer, tail, typed, has_keys: true, has_output: true, is_seen: true }
    }

    fn run(&mut self, mut signals: Signals) -> io::Result<Ending> {
        loop {
            let ready = self.ready(&signals, None)?;
            self.relay(&ready);
            signals.pending().for_each(|signal| self.heed(signal));
            match self.child.news()? {
                News::Runs => {}
                News::Stopped => self.stop_together(),
                News::Ended(ending) => {
                    self.empty(&signals)?;
                    return Ok(ending);
                }
            }
        }
    }

    /// What the command printed last is in its terminal still; what it left running in the background is not waited for.
    fn empty(&mut self, signals: &Signals) -> io::Result<()> {
        while self.has_output && self.ready(signals, Some(&AT_ONCE))?.output {
            self.copy();
        }
        Ok(())
    }

    fn relay(&mut self, ready: &Ready) {
        if ready.room {
            self.hand_over_keys();
        }
        if ready.keys {
            self.read_keys();
        }
        if ready.output {
            self.copy();
        }
    }

    fn ready(&self, signals: &Signals, limit: Option<&Timespec>) -> io::Result<Ready> {
        let wanted = self.wanted();
        let pty = (!wanted.is_empty()).then(|| PollFd::new(&self.pty, wanted));
        let keys = self.listens().then(|| PollFd::new(self.terminal, PollFlags::IN));
        let mut polls: Vec<PollFd<'_>> = [signals.as_poll()].into_iter().chain(pty).chain(keys).collect();
        wait(&mut polls, limit)?;
        let mut found = polls.iter().skip(1).map(PollFd::revents);
        let pty = if wanted.is_empty() { wanted } else { found.next().unwrap_or(PollFlags::empty()) };
        let keys = found.next().is_some_and(|keys| !keys.is_empty());
        let over = PollFlags::HUP | PollFlags::ERR;
        Ok(Ready { keys, output: pty.intersects(PollFlags::IN | over), room: pty.intersects(PollFlags::OUT) })
    }

    /// What is waited for at the command's terminal.
    fn wanted(&self) -> PollFlags {
        let wanted = |want: bool, flags| if want { flags } else { PollFlags::empty() };
        wanted(self.has_output, PollFlags::IN) | wanted(!self.typed.is_empty(), PollFlags::OUT)
    }

    /// Whether more keys can be taken.
    fn listens(&self) -> bool {
        self.has_keys && self.typed.is_empty()
    }

    fn copy(&mut self) {
        match (&self.pty).read(&mut self.buffer) {
            Ok(length) if length > 0 => {
                let bytes = self.buffer.get(..length).unwrap_or_default();
                self.tail.add(bytes);
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
            SIGTERM | SIGHUP | SIGINT | SIGQUIT => self.child.pass_on(signal),
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
