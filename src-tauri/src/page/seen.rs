//! Which windows somebody can see. Noted as they are shown and put away, because asking the toolkit waits for its thread.

use std::collections::BTreeSet;
use std::sync::{Mutex, MutexGuard, PoisonError};

use tauri::{Manager, WebviewWindow};

/// The windows that are neither hidden nor minimised, by their labels.
#[derive(Default)]
pub struct SeenWindows(Mutex<BTreeSet<String>>);

impl SeenWindows {
    /// Notes whether a window can be seen.
    pub fn note(&self, label: &str, seen: bool) {
        let mut windows = self.lock();
        if seen {
            windows.insert(label.to_owned());
        } else {
            windows.remove(label);
        }
    }

    /// The labels of all that can be seen.
    pub fn labels(&self) -> Vec<String> {
        self.lock().iter().cloned().collect()
    }

    fn lock(&self) -> MutexGuard<'_, BTreeSet<String>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Notes from now on when the person minimises a window or brings it back. Must be called on the main thread.
#[cfg(target_os = "linux")]
pub fn follow(window: &WebviewWindow) -> tauri::Result<()> {
    use gtk::gdk::WindowState;
    use gtk::prelude::WidgetExt;

    let noted = window.clone();
    window.gtk_window()?.connect_window_state_event(move |_, event| {
        let away = event.new_window_state().intersects(WindowState::ICONIFIED | WindowState::WITHDRAWN);
        noted.state::<SeenWindows>().note(noted.label(), !away);
        gtk::glib::Propagation::Proceed
    });
    Ok(())
}

/// Elsewhere a window that is minimised counts as seen; it is told more than it needs.
#[cfg(not(target_os = "linux"))]
pub fn follow(_window: &WebviewWindow) -> tauri::Result<()> {
    Ok(())
}
