//! Leaving for good.

use tauri::{AppHandle, Manager};

use crate::clipboard::{self, Clipboard};

/// Ends the app.
pub fn quit(app: &AppHandle) {
    app.exit(0);
}

/// What is done last, however the app ends: a copied update stays on the clipboard.
pub fn on_exit(app: &AppHandle) {
    if let Some(copied) = app.state::<Clipboard>().release() {
        clipboard::hand_over(&copied);
    }
}
