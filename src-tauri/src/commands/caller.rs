//! Which window called, and whose data that is.

use std::ops::Deref;
use std::sync::Arc;

use tauri::{AppHandle, Manager};

use crate::page::{events, quick_showing, windows};
use crate::refusal::Refusal;
use crate::workspaces::{Workspace, Workspaces};

/// The window that called.
pub struct Caller {
    /// The app.
    pub app: AppHandle,
    /// The window's label.
    pub window: String,
}

impl Caller {
    /// The data that this window shows: quick entry keeps to that of its showing, the main window to what is on show.
    pub fn workspace(&self) -> Result<Arc<Workspace>, Refusal> {
        match self.window.as_str() {
            windows::QUICK => quick_showing::workspace(&self.app),
            _ => self.app.state::<Workspaces>().current(),
        }
    }
}

/// How the keys of quick entry's drafts begin.
const QUICK_DRAFTS: &str = "quick";

impl Caller {
    /// Says in the window what was removed from what it just recorded.
    pub fn tell_what_was_removed(&self, workspace: &Workspace) {
        if let Some(line) = workspace.workstation.take_removed_secrets() {
            events::secret_removed(&self.app, &[self.window.as_str()], &line);
        }
    }

    /// Whether a draft is this window's: quick entry comes up over whatever is on the screen, and has none but its own.
    pub fn has_draft(&self, key: &str) -> Result<(), Refusal> {
        let is_quick = key.split(':').next() == Some(QUICK_DRAFTS);
        if self.window != windows::QUICK || is_quick { Ok(()) } else { Err(Refusal::AnothersDraft) }
    }
}

impl Deref for Caller {
    type Target = AppHandle;

    fn deref(&self) -> &AppHandle {
        &self.app
    }
}
