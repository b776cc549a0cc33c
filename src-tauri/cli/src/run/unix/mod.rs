//! Running a command as a shell would: signals, job control, and how it ended.

mod child;
mod outlet;
mod piped;
mod plain;
mod pty;
mod signals;
mod tail;
mod terminal;

use std::ffi::OsString;
use std::process::{Command, ExitCode};

use rustix::process::{Resource, Rlimit, setrlimit};

use super::Watched;
use super::ending::Ending;
use tail::Tail;
use terminal::Terminal;

/// Runs the command. Only what is to be kept is looked at on its way; without that the command has the terminal to itself.
pub fn watch(command: &[OsString], keep: bool) -> Watched {
    if !keep {
        return Watched { ending: plain::run(prepared(command)).unwrap_or_else(Ending::NotStarted), kept: Vec::new() };
    }
    let mut tail = Tail::default();
    let ending = match Terminal::of_output() {
        Some(terminal) => pty::run(prepared(command), &terminal, &mut tail),
        None => piped::run(prepared(command), &mut tail),
    };
    Watched { ending: ending.unwrap_or_else(Ending::NotStarted), kept: tail.lines() }
}

fn prepared(command: &[OsString]) -> Command {
    let mut words = command.iter();
    let mut prepared = Command::new(words.next().cloned().unwrap_or_default());
    prepared.args(words);
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
