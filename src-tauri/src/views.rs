//! What only the desktop app shows: notices about the desktop itself, requests to open a place.

use serde::Serialize;
use sitrep_core::procedure::Pane;
use sitrep_workstation::ShortcutSteps;
use ts_rs::TS;

/// Something about this desktop that the person should know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Notice {
    /// What it is about.
    pub kind: NoticeKind,
    /// What of that kind exactly; of a reminder its key.
    pub subject: String,
    /// What does not work.
    pub title: String,
    /// What still works.
    pub detail: String,
}

/// What a notice is about, the gravest first; the page knows which one action belongs to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum NoticeKind {
    /// The data folder cannot be read or written.
    Storage,
    /// A reminder that could not be shown as a notification.
    Reminder,
    /// Notifications do not work: send a test.
    Notifications,
    /// The global hotkey does not work: choose another.
    Hotkey,
    /// The desktop gives keys when it is asked: ask it.
    KeyOffer,
    /// The desktop gives programs no keys: show how to bind one by hand.
    KeySteps,
    /// There is no tray.
    Tray,
}

/// Whether the chord for quick entry works.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HotkeyState {
    /// The chord, as set.
    pub chord: String,
    /// Whether pressing it will work.
    pub works: bool,
    /// Why not, in words.
    pub problem: Option<String>,
    /// Chords that were free when tried.
    pub suggestions: Vec<String>,
    /// Where the desktop alone gives keys, how that stands.
    pub desktop: Option<DesktopKeysView>,
}

/// The keys on a desktop that lets no program take keys itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DesktopKeysView {
    /// Whether it can be asked for them.
    pub can_ask: bool,
    /// What it assigned.
    pub assigned: Vec<AssignedKey>,
    /// How to bind quick entry in the desktop's own settings instead.
    pub steps: ShortcutSteps,
}

/// A key that the desktop assigned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AssignedKey {
    /// `Quick entry`.
    pub what: String,
    /// What to press, in the desktop's words.
    pub keys: String,
}

/// A notification, the tray or the command line asks the main window to show a place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OpenRequest {
    /// Which incident; none for the empty screen with the declare line in focus.
    pub handle: Option<String>,
    /// Which pane.
    pub pane: Option<Pane>,
}

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
