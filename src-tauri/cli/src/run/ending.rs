//! How a command ended, and what a shell makes of that.

use std::ffi::OsString;
use std::io;

use sitrep_core::vocabulary::CommandOutcome;

const NOT_FOUND: u8 = 127;
const NOT_EXECUTABLE: u8 = 126;
/// What a shell adds to the signal's number.
const BY_SIGNAL: i32 = 128;

/// How a command ended.
#[derive(Debug)]
pub enum Ending {
    /// By itself, with this code.
    Exit(i32),
    /// By this signal.
    Signal(i32),
    /// Before it began.
    NotStarted(io::Error),
}

impl Ending {
    /// As it is told on the timeline.
    pub fn outcome(&self) -> CommandOutcome {
        match self {
            Self::Exit(code) => CommandOutcome::Exit(*code),
            Self::Signal(signal) => CommandOutcome::Signal(*signal),
            Self::NotStarted(error) => CommandOutcome::NotStarted(reason(error)),
        }
    }

    /// The exit code that says the same.
    pub fn code(&self) -> u8 {
        let byte = |code: i32| u8::try_from(code & 0xff).unwrap_or(u8::MAX);
        match self {
            Self::Exit(code) => byte(*code),
            Self::Signal(signal) => byte(BY_SIGNAL + signal),
            Self::NotStarted(error) if error.kind() == io::ErrorKind::NotFound => NOT_FOUND,
            Self::NotStarted(_) => NOT_EXECUTABLE,
        }
    }
}

/// Why the command was not started, and what would work.
pub fn explain(command: &[OsString], error: &io::Error) -> String {
    let program = command.first().map(|program| program.to_string_lossy()).unwrap_or_default();
    let hint = if program.contains(char::is_whitespace) { ". A line for a shell goes to one: sitrep run -- sh -c 'LINE'" } else { "" };
    format!("{program}: {}{hint}", reason(error))
}

fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "command not found".to_owned(),
        io::ErrorKind::PermissionDenied => "not executable".to_owned(),
        _ => error.to_string(),
    }
}
