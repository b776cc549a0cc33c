//! The command while it runs.

use std::io;

use rustix::io::Errno;
use rustix::process::{Pid, Signal, WaitOptions, getpid, kill_process, kill_process_group, waitpid};

use crate::run::ending::Ending;

/// A command that was started.
#[derive(Debug, Clone, Copy)]
pub struct Child(Pid);

/// What became of it.
pub enum News {
    /// Nothing that matters.
    Runs,
    /// It was stopped, as by Ctrl+Z.
    Stopped,
    /// It is over.
    Ended(Ending),
}

impl Child {
    /// Takes charge of it: from here on it is waited for by its id alone.
    pub fn adopt(child: &std::process::Child) -> io::Result<Self> {
        let id = i32::try_from(child.id()).ok().and_then(Pid::from_raw);
        id.map(Self).ok_or_else(|| io::Error::other("the command has no process"))
    }

    /// What there is to know, without waiting.
    pub fn news(self) -> io::Result<News> {
        match waitpid(Some(self.0), WaitOptions::NOHANG | WaitOptions::UNTRACED) {
            Err(Errno::INTR) | Ok(None) => Ok(News::Runs),
            Err(error) => Err(error.into()),
            Ok(Some((_, status))) => Ok(if status.stopped() {
                News::Stopped
            } else if let Some(signal) = status.terminating_signal() {
                News::Ended(Ending::Signal(signal))
            } else {
                status.exit_status().map_or(News::Runs, |code| News::Ended(Ending::Exit(code)))
            }),
        }
    }

    /// Passes on a signal that came here; a command that is over does not mind.
    pub fn pass_on(self, signal: i32) {
        if let Some(signal) = Signal::from_named_raw(signal) {
            self.send(signal);
        }
    }

    /// Continues it alone, not what belongs to it.
    pub fn wake(self) {
        self.send(Signal::CONT);
    }

    fn send(self, signal: Signal) {
        let _ = kill_process(self.0, signal);
    }

    /// Stops all that belongs to a command with a terminal of its own.
    pub fn stop(self) {
        let _ = kill_process_group(self.0, Signal::STOP);
    }

    /// Continues all of that.
    pub fn go_on(self) {
        let _ = kill_process_group(self.0, Signal::CONT);
    }

    /// Whether this group of processes is the command's own.
    pub fn leads(self, group: Pid) -> bool {
        self.0 == group
    }

    /// Whether it neither handles nor ignores Ctrl+Z, as far as the system tells.
    pub fn leaves_stopping_to_the_system(self) -> bool {
        let bit = 1 << (Signal::TSTP.as_raw() - 1);
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.0.as_raw_pid())).unwrap_or_default();
        let masks: Vec<u64> = ["SigIgn:", "SigCgt:"].into_iter().filter_map(|name| signal_mask(&status, name)).collect();
        masks.len() == 2 && masks.iter().all(|mask| mask & bit == 0)
    }
}

/// The signals that a process's status names under `name`, a bit for each.
pub fn signal_mask(status: &str, name: &str) -> Option<u64> {
    let mask = status.lines().find_map(|line| line.strip_prefix(name))?;
    u64::from_str_radix(mask.trim(), 16).ok()
}

/// Stops this process, so that the shell takes over, and returns when it is continued.
pub fn stop_here() {
    let _ = kill_process(getpid(), Signal::STOP);
}
