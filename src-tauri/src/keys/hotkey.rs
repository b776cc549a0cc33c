//! The two keys that work from anywhere, one for quick entry and one to declare, however this desktop gives keys.

use sitrep_workstation::Settings;
use tauri::AppHandle;

use super::shapes::HotkeyState;
use super::{chord, own_keys, portal_keys};
use crate::desktop::display;
use crate::refusal::Refusal;

/// Takes up the chords of the settings, without waiting.
pub fn apply(app: &AppHandle, settings: &Settings) {
    if display::has_global_keys() {
        own_keys::apply(app, settings);
    } else {
        portal_keys::apply(app, settings);
    }
}

/// Changes the chords before the settings are saved. A chord that is refused leaves both as they were.
pub fn change(app: &AppHandle, settings: &Settings) -> Result<(), Refusal> {
    if chord::read(&settings.quick_entry_hotkey)? == chord::read(&settings.declare_hotkey)? {
        return Err(Refusal::HotkeyTwice { chord: settings.declare_hotkey.clone() });
    }
    if display::has_global_keys() {
        return own_keys::change(app, settings);
    }
    portal_keys::apply(app, settings);
    Ok(())
}

/// Asks the desktop for the keys, and waits for what it and the person say.
pub fn ask(app: &AppHandle) -> Result<(), Refusal> {
    portal_keys::ask(app)
}

/// How the key of quick entry stands.
pub fn state(app: &AppHandle) -> HotkeyState {
    if display::has_global_keys() { own_keys::hotkey_state(app) } else { portal_keys::hotkey_state(app) }
}
