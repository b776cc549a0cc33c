//! Keeps what the app found out about this desktop, for `sitrep doctor`. A report that cannot be kept is no reason to stop.

use sitrep_workstation::DesktopReport;
use tauri::{AppHandle, Manager};

use crate::page::HotkeyState;
use crate::workspaces::Workspaces;

/// How the key of quick entry stands.
pub fn hotkey(app: &AppHandle, state: &HotkeyState) {
    let assigned = state.desktop.as_ref().and_then(|desktop| desktop.assigned.first());
    let chord = assigned.map_or_else(|| state.chord.clone(), |assigned| assigned.keys.clone());
    change(app, |report| {
        report.chord = chord;
        report.works = state.works;
        report.problem.clone_from(&state.problem);
    });
}

/// Whether a tray shows the icon. Writes to the disk, so not for the main thread.
pub fn tray(app: &AppHandle, shown: bool) {
    change(app, |report| report.tray = Some(shown));
}

fn change(app: &AppHandle, change: impl FnOnce(&mut DesktopReport)) {
    if let Ok(workspace) = app.state::<Workspaces>().real() {
        let _ = workspace.workstation.change_desktop_report(change);
    }
}
