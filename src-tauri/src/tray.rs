//! The tray: the active incidents, what is due, and the acts that cannot wait for a window.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use tauri::image::Image;
use tauri::menu::{Menu, MenuEvent, MenuItem, PredefinedMenuItem};
use tauri::tray::{TrayIcon, TrayIconBuilder};
use tauri::{AppHandle, Manager, Wry};

use crate::board::{Board, LiveIncident};
use crate::rooms::{RoomKind, Rooms};
use crate::views::NoticeKind;
use crate::{actions, notices, quit, tray_host, windows};

/// Set to anything, it starts the app without a tray.
const SWITCH: &str = "SITREP_NO_TRAY";

/// The tray icon, if there is one, and what its menu says.
#[derive(Default)]
pub struct Tray {
    shown: AtomicBool,
    made: Mutex<Option<Made>>,
}

struct Made {
    icon: TrayIcon,
    board: Board,
    /// The items that hold each incident's due line, in the board's order.
    due_lines: Vec<MenuItem<Wry>>,
}

/// Makes the tray where one can be made, and says so where not. Must be called on the main thread.
pub fn create(app: &AppHandle) {
    if std::env::var_os(SWITCH).is_some() {
        return;
    }
    let made = match tray_host::missing_library() {
        Some(missing) => Err(missing.to_owned()),
        None => make(app).map_err(|error| error.to_string()),
    };
    match made {
        Ok(made) => {
            *lock(app.state::<Tray>().inner()) = Some(made);
            let app = app.clone();
            tauri::async_runtime::spawn(async move { tray_host::watch(|shown| on_host(&app, shown)).await });
        }
        Err(why) => tell_missing(app, &why),
    }
}

/// Whether a person sees the tray.
pub fn is_shown(app: &AppHandle) -> bool {
    app.state::<Tray>().shown.load(Ordering::Relaxed)
}

fn on_host(app: &AppHandle, shown: bool) {
    app.state::<Tray>().shown.store(shown, Ordering::Relaxed);
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
    let board = Board::default();
    let (menu, due_lines) = menu(app, &board)?;
    let mut builder = TrayIconBuilder::with_id("sitrep")
        .icon(Image::from_bytes(include_bytes!("../../icons/tray.png"))?)
        .tooltip("Sitrep")
        .menu(&menu)
        .show_menu_on_left_click(true)
        .on_menu_event(on_menu);
    // The icon is handed over as a file; a folder of this person's own keeps other people's processes away from it.
    if let Some(folder) = std::env::var_os("XDG_RUNTIME_DIR") {
        builder = builder.temp_dir_path(folder);
    }
    Ok(Made { icon: builder.build(app)?, board, due_lines })
}

/// Brings label and menu up to date. A line's text is changed in place, so that an open menu stays open.
pub fn update(app: &AppHandle, board: &Board) {
    let tray = app.state::<Tray>();
    let mut made = lock(tray.inner());
    let Some(made) = made.as_mut().filter(|made| made.board != *board) else { return };
    if let Err(error) = made.update(app, board) {
        eprintln!("sitrep-desktop: the tray is out of date: {error}");
    }
}

impl Made {
    fn update(&mut self, app: &AppHandle, board: &Board) -> tauri::Result<()> {
        if self.board.label() != board.label() {
            self.icon.set_title(Some(board.label().unwrap_or_default()))?;
        }
        if same_lines(&self.board, board) {
            for (item, incident) in self.due_lines.iter().zip(&board.incidents) {
                item.set_text(due_text(incident))?;
            }
        } else {
            let (menu, due_lines) = menu(app, board)?;
            self.icon.set_menu(Some(menu))?;
            self.due_lines = due_lines;
        }
        self.board = board.clone();
        Ok(())
    }
}

/// Whether the two differ at most in what is due.
fn same_lines(old: &Board, new: &Board) -> bool {
    let lines = |board: &Board| -> Vec<(String, String)> {
        board.incidents.iter().map(|incident| (incident.handle.clone(), incident.title.clone())).collect()
    };
    old.practice == new.practice && lines(old) == lines(new)
}

fn due_text(incident: &LiveIncident) -> String {
    incident.due.clone().unwrap_or_else(|| "Nothing due".to_owned())
}

fn menu(app: &AppHandle, board: &Board) -> tauri::Result<(Menu<Wry>, Vec<MenuItem<Wry>>)> {
    let menu = Menu::new(app)?;
    let mut due_lines = Vec::new();
    let add = |act: Act, handle: &str, text: &str| -> tauri::Result<()> { menu.append(&item(app, act, handle, text, true)?) };
    for incident in &board.incidents {
        let mark = if board.practice { "Practice: " } else { "" };
        add(Act::Open, &incident.handle, &format!("{mark}{}", incident.title))?;
        let due = item(app, Act::Due, &incident.handle, &due_text(incident), false)?;
        menu.append(&due)?;
        due_lines.push(due);
        add(Act::Copy, &incident.handle, "Copy update")?;
        add(Act::Log, &incident.handle, "Log an entry")?;
        add(Act::Snooze, &incident.handle, "Snooze 5 min")?;
        menu.append(&PredefinedMenuItem::separator(app)?)?;
    }
    add(Act::Declare, "", "Declare an incident")?;
    add(Act::Show, "", "Open Sitrep")?;
    add(Act::Quit, "", "Quit")?;
    Ok((menu, due_lines))
}

fn item(app: &AppHandle, act: Act, handle: &str, text: &str, enabled: bool) -> tauri::Result<MenuItem<Wry>> {
    // In menus a single '&' marks the key of a line.
    let text = text.replace('&', "&&");
    MenuItem::with_id(app, format!("{} {handle}", act.word()), text, enabled, None::<&str>)
}

/// What a line of the menu does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Act {
    Open,
    Due,
    Copy,
    Log,
    Snooze,
    Declare,
    Show,
    Quit,
}

impl Act {
    const ALL: [Self; 8] = [Self::Open, Self::Due, Self::Copy, Self::Log, Self::Snooze, Self::Declare, Self::Show, Self::Quit];

    fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Due => "due",
            Self::Copy => "copy",
            Self::Log => "log",
            Self::Snooze => "snooze",
            Self::Declare => "declare",
            Self::Show => "show",
            Self::Quit => "quit",
        }
    }

    fn read(id: &str) -> Option<(Self, &str)> {
        let (word, handle) = id.split_once(' ')?;
        Self::ALL.into_iter().find(|act| act.word() == word).map(|act| (act, handle))
    }
}

fn on_menu(app: &AppHandle, event: MenuEvent) {
    // Acts read and write the disk, for which the main thread must not wait.
    let app = app.clone();
    tauri::async_runtime::spawn_blocking(move || {
        if let Some((act, handle)) = Act::read(event.id().as_ref()) {
            carry_out(&app, act, handle);
        }
    });
}

fn carry_out(app: &AppHandle, act: Act, handle: &str) {
    let kind = app.state::<Rooms>().current().map_or(RoomKind::Real, |room| room.kind);
    match act {
        Act::Open => actions::open(app, kind, handle, None),
        Act::Due => {}
        Act::Copy => actions::copy_next_update(app, kind, handle, None),
        Act::Log => windows::show_quick(app),
        Act::Snooze => {
            if let Some(key) = key_to_snooze(app, handle) {
                actions::snooze(app, kind, handle, &key);
            }
        }
        Act::Declare => windows::open(app, None, None),
        Act::Show => windows::show_main(app),
        Act::Quit => quit::quit(app),
    }
}

fn key_to_snooze(app: &AppHandle, handle: &str) -> Option<String> {
    let tray = app.state::<Tray>();
    let made = lock(tray.inner());
    let incident = made.as_ref()?.board.incidents.iter().find(|incident| incident.handle == handle)?;
    incident.key.clone()
}

fn lock(tray: &Tray) -> std::sync::MutexGuard<'_, Option<Made>> {
    tray.made.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_names_its_act_and_incident() {
        for act in Act::ALL {
            let id = format!("{} 2026-11-23-payments", act.word());
            assert_eq!(Act::read(&id), Some((act, "2026-11-23-payments")));
        }
        assert_eq!(Act::read("dance x"), None);
    }

    #[test]
    fn a_running_clock_does_not_rebuild_the_menu() {
        let incident = |due: &str| LiveIncident {
            handle: "h".to_owned(),
            title: "P1 Payments".to_owned(),
            due: Some(due.to_owned()),
            label: String::new(),
            key: None,
        };
        let board = |due: &str| Board { incidents: vec![incident(due)], practice: false };
        assert!(same_lines(&board("Update due in 05:00"), &board("Update due in 04:59")));
        assert!(!same_lines(&board("Update due in 05:00"), &Board::default()));
    }
}
