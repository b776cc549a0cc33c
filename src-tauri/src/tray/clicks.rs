//! What the lines of the menu do.

use sitrep_workstation::ReminderAction;
use tauri::menu::MenuEvent;
use tauri::{AppHandle, Manager};

use super::line::{Line, LineAct};
use super::state::Tray;
use crate::acts;
use crate::page::{Permit, QuickFor, windows};

/// Does what a line says.
pub fn on_menu(app: &AppHandle, event: MenuEvent) {
    // Acts read and write the disk, for which the main thread must not wait.
    let app = app.clone();
    tauri::async_runtime::spawn_blocking(move || {
        if let Some(line) = Line::read(event.id().as_ref()) {
            carry_out(&app, &line);
        }
    });
}

fn carry_out(app: &AppHandle, line: &Line) {
    let (kind, handle) = (line.kind, line.handle.as_str());
    match line.act {
        LineAct::Open => acts::open(app, kind, handle, None),
        LineAct::Due => {}
        LineAct::Copy => acts::copy_next_update(app, kind, handle, None),
        LineAct::Log => windows::show_quick(app, Permit::Asked, QuickFor::Incident(kind, line.handle.clone())),
        LineAct::Snooze => {
            if let Some(key) = key_to_snooze(app, line) {
                acts::answer(app, kind, handle, &key, ReminderAction::Snooze);
            }
        }
        LineAct::NotSent => acts::take_back(app, kind, handle, &line.key),
        LineAct::Declare => windows::open(app, None, None),
        LineAct::Show => windows::show_main(app),
        LineAct::Quit => app.exit(0),
        LineAct::Ask(action) => acts::answer(app, kind, handle, &line.key, action),
    }
}

fn key_to_snooze(app: &AppHandle, line: &Line) -> Option<String> {
    let tray = app.state::<Tray>();
    let made = tray.made();
    let incident =
        made.as_ref()?.summary.incidents.iter().find(|incident| (incident.kind, &incident.handle) == (line.kind, &line.handle))?;
    incident.key.clone()
}
