//! Why something was not done: a code for scripts, the words for people, and what would work.

use std::io;
use std::path::PathBuf;

use sitrep_clipboard::ClipboardError;
use sitrep_foreign::Unread;
use thiserror::Error;

use super::help::help_in_words;

const REFUSED: u8 = 1;
const STORAGE: u8 = 3;
const NOT_FOUND: u8 = 4;

/// Why the command line did not do it.
#[derive(Debug, Error)]
pub enum Refusal {
    #[error(transparent)]
    Workstation(#[from] sitrep_workstation::Error),
    #[error("Nothing was copied and nothing counts as sent: {0}.")]
    Clipboard(#[from] ClipboardError),
    /// The app could not be started.
    #[error("The app was not opened: {0}.")]
    Desktop(String),
    /// Standard input failed.
    #[error("Nothing was recorded: standard input cannot be read: {0}.")]
    Input(io::Error),
    /// A PDF would have gone to a screen, or into JSON.
    #[error("Nothing was printed: a PDF is no text to be read here.")]
    NoText,
    /// A question could not be put, so nobody has answered it.
    #[error("Nothing was done: it could not be asked whether to: {0}.")]
    Unasked(io::Error),
    /// Standard output failed, after what was asked was done.
    #[error("The answer could not be printed: {0}. What was to be recorded is recorded.")]
    Unprinted(io::Error),
    /// What the answer tells could not be read, after what was asked was done.
    #[error("It is recorded. How it stands now could not be read.")]
    Untold(sitrep_workstation::Error),
    /// The person's shell did not start.
    #[error("No shell was opened: {shell} did not start ({error}).")]
    Shell { shell: String, error: io::Error },
    /// A file could not be read.
    #[error("Nothing was recorded: {} cannot be read: {why}.", .file.display())]
    File { file: PathBuf, why: Unread },
}

impl Refusal {
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::Workstation(error) | Self::Untold(error) => error.code(),
            Self::Clipboard(_) => "clipboard",
            Self::Desktop(_) => "desktop",
            Self::Input(_) | Self::Unasked(_) | Self::Unprinted(_) => "stream",
            Self::Shell { .. } => "shell",
            Self::NoText => "no_text",
            Self::File { .. } => "file_not_read",
        }
    }

    pub(super) fn hint(&self) -> String {
        match self {
            Self::Workstation(error) | Self::Untold(error) => help_in_words(&error.help()),
            Self::Clipboard(_) => "Leave out --copy and take the text from the terminal; --sent alone counts it as sent.".to_owned(),
            Self::Desktop(_) => "Everything else works from here: sitrep --help".to_owned(),
            Self::Input(_) | Self::Unasked(_) => "Try again.".to_owned(),
            Self::NoText => "Write it into a file: --out FILE. Without --json it goes into a pipe, too.".to_owned(),
            Self::Unprinted(_) => "Look before you do it again: sitrep timeline".to_owned(),
            Self::Shell { .. } => "Name another in SHELL; sitrep run -- COMMAND runs one command.".to_owned(),
            Self::File { why: Unread::TooLong { .. }, .. } => "Keep the part that matters; often that is its end: tail -c 60000 FILE. \
                 An entry can have a text of up to 2 MB beside it: sitrep log --attach FILE"
                .to_owned(),
            Self::File { .. } => "Check its name; '-' reads standard input.".to_owned(),
        }
    }

    pub(super) fn exit_code(&self) -> u8 {
        match self {
            Self::Workstation(error) | Self::Untold(error) if error.is_storage() => STORAGE,
            Self::Workstation(error) if error.is_not_found() => NOT_FOUND,
            _ => REFUSED,
        }
    }
}
