//! What a key that works from anywhere does.

use tauri::AppHandle;

use crate::keys::{KeyAct, Press};
use crate::page::{QuickFor, windows};

/// Shows what the key is for.
pub fn on_press(app: &AppHandle, press: Press) {
    match press.act {
        KeyAct::Quick => windows::show_quick(app, press.permit, QuickFor::Anything),
        KeyAct::Declare => windows::open_declaration(app, press.permit),
    }
}
