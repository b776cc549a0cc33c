//! On macOS and Windows a plugin holds the keys.

use tauri::AppHandle;
use tauri_plugin_global_shortcut::{GlobalShortcutExt, Shortcut, ShortcutState};

use super::refused::Refused;
use crate::keys::press::{self, KeyAct, Press};
use crate::page::Permit;

/// Nothing: the plugin keeps what is held.
pub struct Grabs;

impl Grabs {
    /// Here a chord fits every layout.
    pub fn new(_on_new_layout: fn(&AppHandle)) -> Self {
        Self
    }
}

/// Holds a chord for `act` from now on.
pub fn hold(app: &AppHandle, shortcut: Shortcut, act: KeyAct) -> Result<(), Refused> {
    let held = app.global_shortcut().on_shortcut(shortcut, move |app, _, event| {
        if event.state == ShortcutState::Pressed {
            press::tell(app, Press { act, permit: Permit::Asked });
        }
    });
    held.map_err(|_| Refused::Taken)
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
