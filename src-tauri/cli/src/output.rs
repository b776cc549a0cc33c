//! Answers and refusals, for people and for scripts.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use serde::Serialize;
use serde_json::json;
use sitrep_clipboard::ClipboardError;
use sitrep_workstation::Error;

const REFUSED: u8 = 1;
const STORAGE: u8 = 3;

/// Why the command line did not do it.
#[derive(Debug)]
pub enum Refusal {
    /// The workstation refused.
    Workstation(Error),
    /// The clipboard did not take it.
    Clipboard(ClipboardError),
    /// The app could not be started.
    Desktop(String),
    /// Standard input or output failed.
    Stream(io::Error),
    /// A file could not be read.
    File {
        /// Which.
        file: PathBuf,
        /// Why.
        why: io::Error,
    },
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        Self::Workstation(error)
    }
}

impl From<ClipboardError> for Refusal {
    fn from(error: ClipboardError) -> Self {
        Self::Clipboard(error)
    }
}

impl From<io::Error> for Refusal {
    fn from(error: io::Error) -> Self {
        Self::Stream(error)
    }
}

impl Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Workstation(error) => error.code(),
            Self::Clipboard(_) => "clipboard",
            Self::Desktop(_) => "desktop",
            Self::Stream(_) => "stream",
            Self::File { .. } => "file_not_read",
        }
    }

    fn message(&self) -> String {
        match self {
            Self::Workstation(error) => error.to_string(),
            Self::Clipboard(why) => format!("Nothing was copied and nothing counts as sent: {why}."),
            Self::Desktop(why) => format!("The app was not opened: {why}."),
            Self::Stream(error) => format!("Nothing was recorded: {error}."),
            Self::File { file, why } => format!("Nothing was recorded: {} cannot be read: {why}.", file.display()),
        }
    }

    fn hint(&self) -> String {
        match self {
            Self::Workstation(error) => error.hint(),
            Self::Clipboard(_) => "Leave out --copy and take the text from the terminal; --sent alone counts it as sent.".to_owned(),
            Self::Desktop(_) => "Everything else works from here: sitrep --help".to_owned(),
            Self::Stream(_) => "Try again.".to_owned(),
            Self::File { .. } => "Check its name; '-' reads standard input.".to_owned(),
        }
    }

    fn exit_code(&self) -> u8 {
        match self {
            Self::Workstation(error) if error.is_storage() => STORAGE,
            _ => REFUSED,
        }
    }
}

/// Prints a refusal: on standard error for people, on standard output as JSON for scripts.
pub fn refuse(refusal: &Refusal, json: bool) -> ExitCode {
    if broken_pipe(refusal) {
        return ExitCode::SUCCESS;
    }
    let shown = if json {
        let error = json!({ "error": { "code": refusal.code(), "message": refusal.message(), "hint": refusal.hint() } });
        writeln!(io::stdout(), "{error}")
    } else {
        writeln!(io::stderr(), "{}\n{}", refusal.message(), refusal.hint())
    };
    // When even the refusal cannot be printed, the exit code still tells.
    drop(shown);
    ExitCode::from(refusal.exit_code())
}

/// `sitrep timeline | head` ends quietly.
fn broken_pipe(refusal: &Refusal) -> bool {
    matches!(refusal, Refusal::Stream(error) if error.kind() == io::ErrorKind::BrokenPipe)
}

/// Prints `value` as JSON, or the lines `text` gives.
pub fn answer<T: Serialize>(json: bool, value: &T, text: impl FnOnce() -> String) -> Result<(), Refusal> {
    let text = if json { serde_json::to_string(value).map_err(io::Error::from)? } else { text() };
    line(&text)
}

/// Prints one line and sees it out before it returns.
fn line(text: &str) -> Result<(), Refusal> {
    let mut out = io::stdout().lock();
    writeln!(out, "{text}")?;
    out.flush()?;
    Ok(())
}
