//! Closing a window: hidden where hiding makes sense, and else the end.

use tauri::{AppHandle, Manager, Window, WindowEvent};

use crate::heartbeat::Live;
use crate::page::windows;
use crate::tray;

/// Quick entry is hidden always.
pub fn on_event(window: &Window, event: &WindowEvent) {
    let WindowEvent::CloseRequested { api, .. } = event else { return };
    api.prevent_close();
    let app = window.app_handle();
    if window.label() == windows::QUICK || goes_on_without_window(app) {
        // A window that cannot be hidden stays where it is; nothing is lost by that.
        let _ = windows::hide(app, window.label());
    } else {
        app.exit(0);
    }
}

/// Reminders go on while something is waited for; with a tray there is a way back at any time.
fn goes_on_without_window(app: &AppHandle) -> bool {
    tray::is_shown(app) || app.state::<Live>().waits_for_something()
}
