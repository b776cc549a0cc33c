//! Which way a command is run, and ending as it did.

use std::ffi::OsString;
use std::process::{Command, ExitCode};

use rustix::process::{Resource, Rlimit, setrlimit};

use super::piped::run_piped;
use super::plain::run_plain;
use super::pty::run_on_pty;
use super::tail::Tail;
use super::terminal::Terminal;
use crate::run::ending::Ending;
use crate::run::watched::Watched;

/// Runs the command. Only what is to be kept is looked at on its way; without that the command has the terminal to itself.
pub fn watch(command: &[OsString], environment: &[(&'static str, String)], keep: bool) -> Watched {
    let prepared = prepared(command, environment);
    if !keep {
        return Watched { ending: run_plain(prepared).unwrap_or_else(Ending::NotStarted), kept: Vec::new() };
    }
    let mut tail = Tail::default();
    let ending = match Terminal::of_output() {
        Some(terminal) => run_on_pty(prepared, &terminal, &mut tail),
        None => run_piped(prepared, &mut tail),
    };
    Watched { ending: ending.unwrap_or_else(Ending::NotStarted), kept: tail.lines() }
}

fn prepared(command: &[OsString], environment: &[(&'static str, String)]) -> Command {
    let mut words = command.iter();
    let mut prepared = Command::new(words.next().cloned().unwrap_or_default());
    prepared.args(words).envs(environment.iter().cloned());
    prepared
}

/// Ends as the command did, by the same signal if it was one, so that whoever waits for this process sees no difference.
pub fn end(ending: &Ending) -> ExitCode {
    if let Ending::Signal(signal) = ending {
        // The command's core is the one that matters.
        let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
        // Returns for a signal that by default ends nothing.
        drop(signal_hook::low_level::emulate_default_handler(*signal));
    }
    ExitCode::from(ending.code())
}
