//! The tray icon, if there is one, and what its menu says.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use tauri::menu::MenuItem;
use tauri::tray::TrayIcon;
use tauri::{AppHandle, Manager, Wry};

use super::summary::TraySummary;

/// The tray of this app.
#[derive(Default)]
pub struct Tray {
    shown: AtomicBool,
    made: Mutex<Option<Made>>,
}

/// What was made of it.
pub struct Made {
    pub icon: TrayIcon,
    pub summary: TraySummary,
    /// The items whose words change each second: the headline, then each incident's due line, in the summary's order.
    pub running_lines: Vec<MenuItem<Wry>>,
}

impl Tray {
    /// What was made, if an icon could be.
    pub fn made(&self) -> MutexGuard<'_, Option<Made>> {
        self.made.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Notes whether a person sees it.
    pub fn note_shown(&self, shown: bool) {
        self.shown.store(shown, Ordering::Relaxed);
    }
}

/// Whether a person sees the tray.
pub fn is_shown(app: &AppHandle) -> bool {
    app.state::<Tray>().shown.load(Ordering::Relaxed)
}
