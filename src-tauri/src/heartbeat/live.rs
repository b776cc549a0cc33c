//! Whether anybody has to be reminded of anything.

use std::sync::atomic::{AtomicBool, Ordering};

use tauri::{AppHandle, Manager};

use crate::workspaces::Workspaces;

/// Whether anything is waited for in any workspace, as of the last look; asked by threads that must not wait for the disk.
#[derive(Default)]
pub struct Live(AtomicBool);

impl Live {
    /// Whether somebody still has to be reminded of something.
    pub fn waits_for_something(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    /// Notes what a look found.
    pub fn note(&self, live: bool) {
        self.0.store(live, Ordering::Relaxed);
    }
}

/// Looks before there is a window: one that is closed as soon as it opens must not end the app while something is active.
pub fn look_first(app: &AppHandle) {
    let waits = app.state::<Workspaces>().real().and_then(|workspace| Ok(workspace.workstation.waits_for_something()?));
    app.state::<Live>().note(waits.is_ok_and(|waits| waits));
}
