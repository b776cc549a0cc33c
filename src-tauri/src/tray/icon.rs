//! The icon: making it where one can be seen, and keeping label and menu up to date.

use sitrep_core::text::as_printed;
use sitrep_workstation::session_folder;
use tauri::image::Image;
use tauri::tray::TrayIconBuilder;
use tauri::{AppHandle, Manager};

use super::clicks::on_menu;
use super::host;
use super::menu::{menu, running_texts};
use super::state::{Made, Tray};
use super::summary::{LiveIncident, TraySummary};
use crate::desktop::report;
use crate::notices;
use crate::page::NoticeKind;

/// Set to anything, it starts the app without a tray.
const SWITCH: &str = "SITREP_NO_TRAY";

/// Makes the tray where one can be made, and says so where not. Must be called on the main thread.
pub fn create(app: &AppHandle) {
    if std::env::var_os(SWITCH).is_some() {
        return;
    }
    let made = match host::missing_library() {
        Some(missing) => Err(missing.to_owned()),
        None => make(app).map_err(|error| error.to_string()),
    };
    match made {
        Ok(made) => {
            *app.state::<Tray>().made() = Some(made);
            let app = app.clone();
            tauri::async_runtime::spawn(async move { host::watch(|shown| on_host(&app, shown)).await });
        }
        Err(why) => tell_missing(app, &why),
    }
}

fn on_host(app: &AppHandle, shown: bool) {
    app.state::<Tray>().note_shown(shown);
    let then = app.clone();
    tauri::async_runtime::spawn_blocking(move || report::change(&then, |report| report.tray = Some(shown)));
    if shown {
        notices::clear(app, NoticeKind::Tray);
    } else {
        tell_missing(app, "this desktop shows no tray icons");
    }
}

fn tell_missing(app: &AppHandle, why: &str) {
    let why = notices::sentence(why);
    let detail = format!("{why} Reminders and keys still work, also with the window closed during an incident.");
    notices::put(app, "", NoticeKind::Tray, "There is no tray.", detail);
}

fn make(app: &AppHandle) -> tauri::Result<Made> {
    let summary = TraySummary::default();
    let (menu, running_lines) = menu(app, &summary)?;
    let mut builder = TrayIconBuilder::with_id("sitrep")
        .icon(Image::from_bytes(include_bytes!("../../../icons/tray.png"))?)
        .tooltip("Sitrep")
        .menu(&menu)
        .show_menu_on_left_click(true)
        .on_menu_event(on_menu);
    // The icon is handed over as a file; in a folder of this person's own nobody else has put a link in its way.
    builder = builder.temp_dir_path(session_folder()?);
    Ok(Made { icon: builder.build(app)?, summary, running_lines })
}

/// Brings label and menu up to date, on the main thread. A line's text is changed in place, so that an open menu stays open.
pub fn update(app: &AppHandle, summary: &TraySummary) {
    let tray = app.state::<Tray>();
    let mut made = tray.made();
    let Some(made) = made.as_mut().filter(|made| made.summary != *summary) else { return };
    if let Err(error) = made.update(app, summary) {
        eprintln!("sitrep-desktop: the tray is out of date: {error}");
    }
}

impl Made {
    fn update(&mut self, app: &AppHandle, summary: &TraySummary) -> tauri::Result<()> {
        if self.summary.label != summary.label {
            self.icon.set_title(Some(as_printed(summary.label.as_deref().unwrap_or_default())))?;
        }
        if same_lines(&self.summary, summary) {
            for ((item, before), now) in self.running_lines.iter().zip(running_texts(&self.summary)).zip(running_texts(summary)) {
                if before != now {
                    item.set_text(now)?;
                }
            }
        } else {
            let (menu, running_lines) = menu(app, summary)?;
            self.icon.set_menu(Some(menu))?;
            self.running_lines = running_lines;
        }
        self.summary = summary.clone();
        Ok(())
    }
}

/// Whether the two differ at most in what is due.
fn same_lines(old: &TraySummary, new: &TraySummary) -> bool {
    let timeless = |incident: &LiveIncident| LiveIncident { due: None, key: None, ..incident.clone() };
    let lines = |summary: &TraySummary| -> Vec<LiveIncident> { summary.incidents.iter().map(timeless).collect() };
    old.headline.is_some() == new.headline.is_some() && lines(old) == lines(new)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspaces::WorkspaceKind;

    #[test]
    fn a_running_clock_does_not_rebuild_the_menu() {
        let incident = |due: &str| LiveIncident {
            kind: WorkspaceKind::Real,
            handle: "h".to_owned(),
            title: "P1 Payments".to_owned(),
            active: true,
            due: Some(due.to_owned()),
            asks: vec![],
            key: None,
            just_copied: None,
        };
        let summary = |due: &str| TraySummary { incidents: vec![incident(due)], ..TraySummary::default() };
        assert!(same_lines(&summary("Update due in 05:00"), &summary("Update due in 04:59")));
        assert!(!same_lines(&summary("Update due in 05:00"), &TraySummary::default()));
    }
}
