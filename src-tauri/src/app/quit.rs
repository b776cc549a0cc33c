//! Leaving for good.

use sitrep_clipboard::Clipboard;
use tauri::{AppHandle, Manager};

use crate::notifications::Notifier;

/// What is done last, however the app ends: a copied update stays on the clipboard, and no notification stays that nobody answers for.
pub fn on_exit(app: &AppHandle) {
    app.state::<Notifier>().end();
    if let Some(copied) = app.state::<Clipboard>().release()
        && let Err(failure) = sitrep_clipboard::hand_over(&copied)
    {
        eprintln!("sitrep-desktop: what was copied cannot be pasted after quitting: {failure}");
    }
}
