//! How the keys stand, as the page shows it.

use serde::Serialize;
use sitrep_workstation::ShortcutSteps;
use ts_rs::TS;

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
