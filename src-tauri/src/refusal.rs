//! Why the desktop did not do something, and the one place where that becomes what the page shows.

use serde::Serialize;
use ts_rs::TS;

use crate::help::help_in_words;

/// What was not done, and what would work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct IpcError {
    /// A stable word, such as `empty_title`.
    pub code: String,
    /// What was not done, and that nothing was lost.
    pub message: String,
    /// What would work.
    pub hint: String,
}

/// Why something was not done.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// The workstation refused.
    #[error(transparent)]
    Workstation(#[from] sitrep_workstation::Error),
    /// The data folder could not be opened.
    #[error("{}", .0.message)]
    Closed(IpcError),
    /// What was typed in practice does not go into the real data.
    #[error("Nothing was recorded: practice has ended.")]
    PracticeIsOver,
    /// Quick entry asked for what is typed elsewhere.
    #[error("Nothing was read or kept: quick entry has drafts of its own.")]
    AnothersDraft,
    /// The clipboard did not take the text.
    #[error("Nothing was copied, because the clipboard did not take it ({0}). Nothing was marked as sent and no clock has restarted.")]
    Clipboard(#[from] sitrep_clipboard::ClipboardError),
    /// The clipboard took the message, and the record did not.
    #[error("The message is on the clipboard. {0}")]
    Uncounted(sitrep_workstation::Error),
    /// The clipboard did not give the picture.
    #[error("The picture was not pasted, because the clipboard did not give it ({0}).")]
    Paste(sitrep_clipboard::ClipboardError),
    /// The chord cannot be read.
    #[error("'{chord}' is not a key that can be used everywhere. The key was not changed.")]
    HotkeyUnreadable {
        /// As typed.
        chord: String,
    },
    /// Another program holds the chord.
    #[error("Another program holds {chord}. The key was not changed.")]
    HotkeyTaken {
        /// As asked for.
        chord: String,
        /// Chords that were free when tried.
        free: Vec<String>,
    },
    /// Both acts on one chord.
    #[error("{chord} cannot open quick entry and declare at once. The key was not changed.")]
    HotkeyTwice {
        /// As asked for.
        chord: String,
    },
    /// The desktop did not give keys.
    #[error("The desktop did not give Sitrep the keys: {0}.")]
    Keys(String),
    /// Starting at login was not turned on or off.
    #[error("Start at login was not changed: {0}.")]
    Login(String),
    /// No sound could be played.
    #[error("No sound was played: {0}.")]
    Sound(String),
    /// No notification could be shown.
    #[error("The test notification was not shown: {0}.")]
    Notifications(String),
    /// No browser took the link.
    #[error("No browser opened the link ({why}).")]
    Browser {
        /// The link.
        link: String,
        /// Why.
        why: std::io::Error,
    },
    /// No calendar took the review.
    #[error("No calendar opened the review's entry ({why}).")]
    Calendar {
        /// Where the entry is.
        file: String,
        /// Why.
        why: std::io::Error,
    },
    /// The app itself made a mistake.
    #[error("Sitrep stumbled over this, and whether it was done is not certain. What was recorded before is safe.")]
    Stumbled,
    /// A window is missing or the desktop did not obey.
    #[error("The desktop did not do that ({0}). Nothing was lost.")]
    Desktop(#[from] tauri::Error),
}

impl Refusal {
    /// Whether it may have been done all the same.
    pub fn may_be_done(&self) -> bool {
        match self {
            Self::Workstation(error) | Self::Uncounted(error) => error.may_be_recorded(),
            Self::Stumbled => true,
            _ => false,
        }
    }

    fn code(&self) -> String {
        match self {
            Self::Workstation(error) | Self::Uncounted(error) => error.code().to_owned(),
            Self::Closed(error) => error.code.clone(),
            Self::PracticeIsOver => "practice_is_over".to_owned(),
            Self::AnothersDraft => "anothers_draft".to_owned(),
            Self::Clipboard(_) => "clipboard".to_owned(),
            Self::Paste(_) => "paste".to_owned(),
            Self::HotkeyUnreadable { .. } => "hotkey_unreadable".to_owned(),
            Self::HotkeyTaken { .. } => "hotkey_taken".to_owned(),
            Self::HotkeyTwice { .. } => "hotkey_twice".to_owned(),
            Self::Keys(_) => "desktop_keys".to_owned(),
            Self::Login(_) => "login".to_owned(),
            Self::Sound(_) => "sound".to_owned(),
            Self::Notifications(_) => "notifications".to_owned(),
            Self::Browser { .. } => "no_browser".to_owned(),
            Self::Calendar { .. } => "no_calendar".to_owned(),
            Self::Stumbled => "stumbled".to_owned(),
            Self::Desktop(_) => "desktop".to_owned(),
        }
    }

    fn hint(&self) -> String {
        match self {
            Self::Workstation(error) => help_in_words(&error.help()),
            Self::Uncounted(error) => format!("{} Until it is recorded, its clock runs on.", help_in_words(&error.help())),
            Self::Closed(error) => error.hint.clone(),
            Self::PracticeIsOver => "Close quick entry and open it again: it is on your own data then.".to_owned(),
            Self::AnothersDraft => "Close quick entry and open it again.".to_owned(),
            Self::Clipboard(_) => "Copy again, or select the text and copy it by hand.".to_owned(),
            Self::Paste(_) => "Copy it again and paste it, or save it: sitrep log --picture FILE takes it, too.".to_owned(),
            Self::HotkeyUnreadable { .. } => "Hold Ctrl, Alt or Super and press one more key, such as Ctrl+Alt+Space.".to_owned(),
            Self::HotkeyTaken { free, .. } if free.is_empty() => "Choose another key.".to_owned(),
            Self::HotkeyTaken { free, .. } => format!("Free now: {}.", free.join(", ")),
            Self::HotkeyTwice { .. } => "Choose two different keys.".to_owned(),
            Self::Keys(_) => "`sitrep quick` still opens quick entry. Ask again, or bind it by hand as shown in Settings.".to_owned(),
            Self::Login(_) => {
                "Nothing else has changed. The startup programs in your desktop's settings can run `sitrep-desktop --background`."
                    .to_owned()
            }
            Self::Sound(_) => {
                "Reminders are still shown. Install one of canberra-gtk-play, pw-play or paplay, and a sound theme.".to_owned()
            }
            Self::Notifications(_) => "Reminders appear in Sitrep's window instead, which is raised when one is due.".to_owned(),
            Self::Browser { link, .. } => format!("Open it by hand: {link}"),
            Self::Calendar { file, .. } => format!("Open it by hand: {file}"),
            Self::Stumbled => "Look whether it is there; if not, try again.".to_owned(),
            Self::Desktop(_) => "Try again.".to_owned(),
        }
    }
}

impl From<Refusal> for IpcError {
    fn from(refusal: Refusal) -> Self {
        Self { code: refusal.code(), message: refusal.to_string(), hint: refusal.hint() }
    }
}
