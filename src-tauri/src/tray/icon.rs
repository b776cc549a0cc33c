//! The tray: the active incidents, what is due, and the acts that cannot wait for a window.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use sitrep_workstation::ReminderAction;
use tauri::image::Image;
use tauri::menu::{Menu, MenuEvent, MenuItem, PredefinedMenuItem};
use tauri::tray::{TrayIcon, TrayIconBuilder};
use tauri::{AppHandle, Manager, Wry};

use super::host;
use super::summary::{Board, LiveIncident};
use crate::desktop::report;
use crate::page::{NoticeKind, windows};
use crate::workspaces::{WorkspaceKind, Workspaces};
use crate::{acts, notices};

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
    /// The items whose words change each second: the headline, then each incident's due line, in the board's order.
    running_lines: Vec<MenuItem<Wry>>,
}

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
            *lock(app.state::<Tray>().inner()) = Some(made);
            let app = app.clone();
            tauri::async_runtime::spawn(async move { host::watch(|shown| on_host(&app, shown)).await });
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
    let board = Board::default();
    let (menu, running_lines) = menu(app, &board)?;
    let mut builder = TrayIconBuilder::with_id("sitrep")
        .icon(Image::from_bytes(include_bytes!("../../../icons/tray.png"))?)
        .tooltip("Sitrep")
        .menu(&menu)
        .show_menu_on_left_click(true)
        .on_menu_event(on_menu);
    // The icon is handed over as a file; a folder of this person's own keeps other people's processes away from it.
    if let Some(folder) = std::env::var_os("XDG_RUNTIME_DIR") {
        builder = builder.temp_dir_path(folder);
    }
    Ok(Made { icon: builder.build(app)?, board, running_lines })
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
        if self.board.label != board.label {
            self.icon.set_title(Some(board.label.as_deref().unwrap_or_default()))?;
        }
        if same_lines(&self.board, board) {
            for ((item, before), now) in self.running_lines.iter().zip(running_texts(&self.board)).zip(running_texts(board)) {
                if before != now {
                    item.set_text(now)?;
                }
            }
        } else {
            let (menu, running_lines) = menu(app, board)?;
            self.icon.set_menu(Some(menu))?;
            self.running_lines = running_lines;
        }
        self.board = board.clone();
        Ok(())
    }
}

/// Whether the two differ at most in what is due.
fn same_lines(old: &Board, new: &Board) -> bool {
    let timeless = |incident: &LiveIncident| LiveIncident { due: None, key: None, ..incident.clone() };
    let lines = |board: &Board| -> Vec<LiveIncident> { board.incidents.iter().map(timeless).collect() };
    old.practice == new.practice && old.headline.is_some() == new.headline.is_some() && lines(old) == lines(new)
}

fn running_texts(board: &Board) -> Vec<String> {
    board.headline.iter().cloned().chain(board.incidents.iter().map(due_text)).collect()
}

fn due_text(incident: &LiveIncident) -> String {
    incident.due.clone().unwrap_or_else(|| "Nothing due".to_owned())
}

fn menu(app: &AppHandle, board: &Board) -> tauri::Result<(Menu<Wry>, Vec<MenuItem<Wry>>)> {
    let menu = Menu::new(app)?;
    let mut running_lines = Vec::new();
    if let Some(headline) = &board.headline {
        let line = item(app, &Line::of(Act::Due, "headline"), headline, false)?;
        menu.append(&line)?;
        menu.append(&PredefinedMenuItem::separator(app)?)?;
        running_lines.push(line);
    }
    for incident in &board.incidents {
        let mark = if board.practice { "Practice: " } else { "" };
        menu.append(&item(app, &Line::of(Act::Open, &incident.handle), &format!("{mark}{}", incident.title), true)?)?;
        let due = item(app, &Line::of(Act::Due, &incident.handle), &due_text(incident), false)?;
        menu.append(&due)?;
        running_lines.push(due);
        for (line, text) in acts_of(incident) {
            menu.append(&item(app, &line, &text, true)?)?;
        }
        menu.append(&PredefinedMenuItem::separator(app)?)?;
    }
    for (act, text) in [(Act::Declare, "Declare an incident"), (Act::Show, "Open Sitrep"), (Act::Quit, "Quit")] {
        menu.append(&item(app, &Line::of(act, ""), text, true)?)?;
    }
    Ok((menu, running_lines))
}

/// What can be done about an incident: first what waits for an answer, then what can be done at any time.
fn acts_of(incident: &LiveIncident) -> Vec<(Line, String)> {
    let handle = &incident.handle;
    let mut acts: Vec<(Line, String)> = incident
        .asks
        .iter()
        .map(|ask| (Line { act: Act::Ask(ask.action), handle: handle.clone(), key: ask.key.clone() }, ask.label.clone()))
        .collect();
    if let Some(id) = incident.just_copied {
        acts.push((Line { act: Act::NotSent, handle: handle.clone(), key: id.0.to_string() }, "Not sent".to_owned()));
    }
    if incident.active {
        acts.push((Line::of(Act::Copy, handle), "Copy update".to_owned()));
        acts.push((Line::of(Act::Log, handle), "Log an entry".to_owned()));
    }
    acts.push((Line::of(Act::Snooze, handle), "Snooze 5 min".to_owned()));
    acts
}

fn item(app: &AppHandle, line: &Line, text: &str, enabled: bool) -> tauri::Result<MenuItem<Wry>> {
    // In menus a single '&' marks the key of a line.
    let text = text.replace('&', "&&");
    MenuItem::with_id(app, line.id(), text, enabled, None::<&str>)
}

/// A line of the menu: what it does, for which incident, about which deadline or event. None of these holds a space.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Line {
    act: Act,
    handle: String,
    key: String,
}

impl Line {
    fn of(act: Act, handle: &str) -> Self {
        Self { act, handle: handle.to_owned(), key: String::new() }
    }

    fn id(&self) -> String {
        format!("{} {} {}", self.act.word(), self.handle, self.key)
    }

    fn read(id: &str) -> Option<Self> {
        let mut parts = id.split(' ').map(str::to_owned);
        let act = Act::read(&parts.next()?)?;
        Some(Self { act, handle: parts.next()?, key: parts.next()? })
    }
}

/// What a line of the menu does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Act {
    Open,
    Due,
    Copy,
    Log,
    Snooze,
    NotSent,
    Declare,
    Show,
    Quit,
    /// Answers what a reminder asks.
    Ask(ReminderAction),
}

impl Act {
    const PLAIN: [Self; 9] =
        [Self::Open, Self::Due, Self::Copy, Self::Log, Self::Snooze, Self::NotSent, Self::Declare, Self::Show, Self::Quit];

    fn all() -> impl Iterator<Item = Self> {
        Self::PLAIN.into_iter().chain(ReminderAction::ALL.map(Self::Ask))
    }

    fn word(self) -> String {
        let word = match self {
            Self::Open => "open",
            Self::Due => "due",
            Self::Copy => "copy",
            Self::Log => "log",
            Self::Snooze => "snooze",
            Self::NotSent => "not-sent",
            Self::Declare => "declare",
            Self::Show => "show",
            Self::Quit => "quit",
            Self::Ask(action) => return format!("ask-{}", action.id()),
        };
        word.to_owned()
    }

    fn read(word: &str) -> Option<Self> {
        Self::all().find(|act| act.word() == word)
    }
}

fn on_menu(app: &AppHandle, event: MenuEvent) {
    // Acts read and write the disk, for which the main thread must not wait.
    let app = app.clone();
    tauri::async_runtime::spawn_blocking(move || {
        if let Some(line) = Line::read(event.id().as_ref()) {
            carry_out(&app, &line);
        }
    });
}

fn carry_out(app: &AppHandle, line: &Line) {
    let kind = app.state::<Workspaces>().current().map_or(WorkspaceKind::Real, |workspace| workspace.kind);
    let handle = line.handle.as_str();
    match line.act {
        Act::Open => acts::open(app, kind, handle, None),
        Act::Due => {}
        Act::Copy => acts::copy_next_update(app, kind, handle, None),
        Act::Log => windows::show_quick(app),
        Act::Snooze => {
            if let Some(key) = key_to_snooze(app, handle) {
                acts::answer(app, kind, handle, &key, ReminderAction::Snooze);
            }
        }
        Act::NotSent => acts::take_back(app, kind, handle, &line.key),
        Act::Declare => windows::open(app, None, None),
        Act::Show => windows::show_main(app),
        Act::Quit => app.exit(0),
        Act::Ask(action) => acts::answer(app, kind, handle, &line.key, action),
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
        for act in Act::all() {
            let line =
                Line { act, handle: "2026-11-23-payments".to_owned(), key: "2026-11-23-payments/update/20261123T143000000Z".to_owned() };
            assert_eq!(Line::read(&line.id()), Some(line));
            assert_eq!(Line::read(&Line::of(act, "").id()), Some(Line::of(act, "")));
        }
        assert_eq!(Line::read("dance x y"), None);
    }

    #[test]
    fn a_running_clock_does_not_rebuild_the_menu() {
        let incident = |due: &str| LiveIncident {
            handle: "h".to_owned(),
            title: "P1 Payments".to_owned(),
            active: true,
            due: Some(due.to_owned()),
            asks: vec![],
            key: None,
            just_copied: None,
        };
        let board = |due: &str| Board { incidents: vec![incident(due)], ..Board::default() };
        assert!(same_lines(&board("Update due in 05:00"), &board("Update due in 04:59")));
        assert!(!same_lines(&board("Update due in 05:00"), &Board::default()));
    }
}
