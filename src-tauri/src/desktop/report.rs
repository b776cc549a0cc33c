//! Keeps what the app found out about this desktop, for `sitrep doctor`. A report that cannot be kept is no reason to stop.

use sitrep_workstation::DesktopReport;
use tauri::{AppHandle, Manager};

use crate::workspaces::Workspaces;

/// Changes the report. Writes to the disk, so not for the main thread.
pub fn change(app: &AppHandle, change: impl FnOnce(&mut DesktopReport)) {
    if let Ok(workspace) = app.state::<Workspaces>().real() {
        let _ = workspace.workstation.change_desktop_report(change);
    }
}
