//! How the key of quick entry stands, for `sitrep doctor`.

use tauri::AppHandle;

use super::shapes::HotkeyState;
use crate::desktop::report;

/// Keeps how it stands.
pub fn keep(app: &AppHandle, state: &HotkeyState) {
    let assigned = state.desktop.as_ref().and_then(|desktop| desktop.assigned.first());
    let chord = assigned.map_or_else(|| state.chord.clone(), |assigned| assigned.keys.clone());
    report::change(app, |report| {
        report.chord = chord;
        report.works = state.works;
        report.problem.clone_from(&state.problem);
    });
}
