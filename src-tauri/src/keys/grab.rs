//! Taking a chord from all other programs, by the system's own means.

use tauri::AppHandle;
use tauri_plugin_global_shortcut::{GlobalShortcutExt, Shortcut, ShortcutState};

use super::press::{self, KeyAct, Press};

/// Another program holds the chord.
pub struct Taken;

/// Holds a chord for `act` from now on.
pub fn hold(app: &AppHandle, shortcut: Shortcut, act: KeyAct) -> Result<(), Taken> {
    let held = app.global_shortcut().on_shortcut(shortcut, move |app, _, event| {
        if event.state == ShortcutState::Pressed {
            press::tell(app, Press { act, token: None });
        }
    });
    held.map_err(|_| Taken)
}

/// Lets a chord go.
pub fn release(app: &AppHandle, shortcut: Shortcut) {
    // A key that is not held needs no letting go.
    let _ = app.global_shortcut().unregister(shortcut);
}

/// Whether nobody holds it, found out by holding it for a moment.
pub fn is_free(app: &AppHandle, shortcut: Shortcut) -> bool {
    let keys = app.global_shortcut();
    if keys.is_registered(shortcut) {
        return false;
    }
    let free = keys.register(shortcut).is_ok();
    if free {
        let _ = keys.unregister(shortcut);
    }
    free
}
