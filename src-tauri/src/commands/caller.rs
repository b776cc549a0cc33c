//! Which window called, and whose data that is.

use std::ops::Deref;
use std::sync::Arc;

use tauri::{AppHandle, Manager};

use crate::page::{quick_showing, windows};
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

impl Deref for Caller {
    type Target = AppHandle;

    fn deref(&self) -> &AppHandle {
        &self.app
    }
}
