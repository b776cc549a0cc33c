//! Why something was not done: a code for scripts, the words for people, and what would work.

use std::io;
use std::path::PathBuf;

use sitrep_clipboard::ClipboardError;
use sitrep_workstation::Error;

use super::help::help_in_words;

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
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::Workstation(error) => error.code(),
            Self::Clipboard(_) => "clipboard",
            Self::Desktop(_) => "desktop",
            Self::Stream(_) => "stream",
            Self::File { .. } => "file_not_read",
        }
    }

    pub(super) fn message(&self) -> String {
        match self {
            Self::Workstation(error) => error.to_string(),
            Self::Clipboard(why) => format!("Nothing was copied and nothing counts as sent: {why}."),
            Self::Desktop(why) => format!("The app was not opened: {why}."),
            Self::Stream(error) => format!("Nothing was recorded: {error}."),
            Self::File { file, why } => format!("Nothing was recorded: {} cannot be read: {why}.", file.display()),
        }
    }

    pub(super) fn hint(&self) -> String {
        match self {
            Self::Workstation(error) => help_in_words(&error.help()),
            Self::Clipboard(_) => "Leave out --copy and take the text from the terminal; --sent alone counts it as sent.".to_owned(),
            Self::Desktop(_) => "Everything else works from here: sitrep --help".to_owned(),
            Self::Stream(_) => "Try again.".to_owned(),
            Self::File { .. } => "Check its name; '-' reads standard input.".to_owned(),
        }
    }

    pub(super) fn exit_code(&self) -> u8 {
        match self {
            Self::Workstation(error) if error.is_storage() => STORAGE,
            _ => REFUSED,
        }
    }
}
