//! Making the menu of the active incidents, what is due, and the acts that cannot wait for a window.

use sitrep_core::text::as_printed;
use tauri::menu::{Menu, MenuItem, PredefinedMenuItem};
use tauri::{AppHandle, Wry};

use super::line::{Line, LineAct};
use super::summary::{LiveIncident, TraySummary};
use crate::notifications::marked;
use crate::workspaces::WorkspaceKind;

/// The menu of a summary, and the items whose words change each second.
pub fn menu(app: &AppHandle, summary: &TraySummary) -> tauri::Result<(Menu<Wry>, Vec<MenuItem<Wry>>)> {
    let menu = Menu::new(app)?;
    let mut running_lines = Vec::new();
    if let Some(headline) = &summary.headline {
        let line = item(app, &Line::of(LineAct::Due, WorkspaceKind::Real, "headline"), headline, false)?;
        menu.append(&line)?;
        menu.append(&PredefinedMenuItem::separator(app)?)?;
        running_lines.push(line);
    }
    for incident in &summary.incidents {
        let kind = incident.kind;
        menu.append(&item(app, &Line::of(LineAct::Open, kind, &incident.handle), &marked(kind, &incident.title), true)?)?;
        let due = item(app, &Line::of(LineAct::Due, kind, &incident.handle), &due_text(incident), false)?;
        menu.append(&due)?;
        running_lines.push(due);
        for (line, text) in acts_of(incident) {
            menu.append(&item(app, &line, &text, true)?)?;
        }
        menu.append(&PredefinedMenuItem::separator(app)?)?;
    }
    for (act, text) in [(LineAct::Declare, "Declare an incident"), (LineAct::Show, "Open Sitrep"), (LineAct::Quit, "Quit")] {
        menu.append(&item(app, &Line::of(act, WorkspaceKind::Real, ""), text, true)?)?;
    }
    Ok((menu, running_lines))
}

/// What can be done about an incident: first what waits for an answer, then what can be done at any time.
fn acts_of(incident: &LiveIncident) -> Vec<(Line, String)> {
    let (handle, kind) = (&incident.handle, incident.kind);
    let mut acts: Vec<(Line, String)> = incident
        .asks
        .iter()
        .map(|ask| (Line { act: LineAct::Ask(ask.action), kind, handle: handle.clone(), key: ask.key.clone() }, ask.label.clone()))
        .collect();
    if let Some(id) = incident.just_copied {
        acts.push((Line { act: LineAct::NotSent, kind, handle: handle.clone(), key: id.0.to_string() }, "Not sent".to_owned()));
    }
    if incident.active {
        acts.push((Line::of(LineAct::Copy, kind, handle), "Copy update".to_owned()));
        acts.push((Line::of(LineAct::Log, kind, handle), "Log an entry".to_owned()));
    }
    acts.push((Line::of(LineAct::Snooze, kind, handle), "Snooze 5 min".to_owned()));
    acts
}

fn item(app: &AppHandle, line: &Line, text: &str, enabled: bool) -> tauri::Result<MenuItem<Wry>> {
    // In menus a single '&' marks the key of a line.
    let text = as_printed(text).replace('&', "&&");
    MenuItem::with_id(app, line.id(), text, enabled, None::<&str>)
}

/// The words of those items now, in the same order.
pub fn running_texts(summary: &TraySummary) -> Vec<String> {
    summary.headline.iter().cloned().chain(summary.incidents.iter().map(due_text)).map(|text| as_printed(&text)).collect()
}

fn due_text(incident: &LiveIncident) -> String {
    incident.due.clone().unwrap_or_else(|| "Nothing due".to_owned())
}
