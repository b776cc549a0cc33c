//! `sitrep run`: a command in the person's own terminal, with its output, signals, colours and exit code untouched, and on the
//! timeline once it has ended.

mod ending;
#[cfg(not(unix))]
mod other;
#[cfg(unix)]
mod unix;

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;
use std::sync::Arc;

use sitrep_core::event::CommandRun;
use sitrep_workstation::{Clock, Error, Folders, SystemClock, Workstation};

use crate::args::Run;
use ending::{Ending, explain};
#[cfg(not(unix))]
use other as system;
#[cfg(unix)]
use unix as system;

/// Runs the command, records it and ends as it ended. Whatever hinders the recording is only said: the person's work comes first.
pub fn run(words: &Run, practice: bool) -> ExitCode {
    let started_at = SystemClock.now();
    let started = SystemClock.uptime();
    let Watched { ending, kept } = system::watch(&words.command, words.keep.is_some());
    let millis = u64::try_from(SystemClock.uptime().saturating_sub(started).as_millis()).unwrap_or(u64::MAX);
    if let Ending::NotStarted(error) = &ending {
        say(&explain(&words.command, error));
    }
    let run = CommandRun { command: as_typed(&words.command), started_at, millis, outcome: ending.outcome(), kept };
    if let Err(error) = record(words, practice, run) {
        say(&error.to_string());
    }
    system::end(&ending)
}

/// What was seen of a command.
struct Watched {
    ending: Ending,
    /// What it printed last, as plain lines: at least as many as may be kept.
    kept: Vec<String>,
}

/// Everything that takes time is done here, after the command.
fn record(words: &Run, practice: bool, run: CommandRun) -> Result<(), Error> {
    let folders = Folders::from_env()?;
    let folders = if practice { folders.practice() } else { folders };
    Workstation::open(folders, Arc::new(SystemClock))?.record_command(
        words.which.incident.as_deref(),
        run,
        words.keep.map_or(0, usize::from),
    )
}

/// Quoted for a shell, so that it can be pasted and run again. No argument holds the character that cannot be quoted.
fn as_typed(command: &[OsString]) -> String {
    let words: Vec<_> = command.iter().map(|word| word.to_string_lossy()).collect();
    shlex::try_join(words.iter().map(AsRef::as_ref)).unwrap_or_else(|_| words.join(" "))
}

/// One line on standard error; when that is gone, nobody would read it.
fn say(line: &str) {
    drop(writeln!(io::stderr(), "sitrep: {line}"));
}
