//! The commands that the desktop itself answers: clipboard, windows, keys, notifications, practice.

use std::sync::mpsc;
use std::time::Duration;

use sitrep_clipboard::{Clipboard, Copied};
use sitrep_core::vocabulary::{EventId, Picture};
use sitrep_workstation::acts::{AlertInput, AlertSourceInput, DeclareInput, DeclarePreview, QuickAim, QuickPreview};
use sitrep_workstation::messages::{ComposeInput, CopiedUpdate};
use sitrep_workstation::screens::{Clocks, RunbookLink, RunbookText};
use sitrep_workstation::{Settings, SettingsChange};
use tauri::{AppHandle, Manager};

use super::caller::Caller;
use crate::acts;
use crate::alert_watch::AlertWatch;
use crate::desktop::{login, sound};
use crate::help::help_in_words;
use crate::keys::{HotkeyState, hotkey};
use crate::notices::Notices;
use crate::notifications::{About, Notification, Notifier, ShownReminders, Unavailable};
use crate::page::{DrawnClocks, MainWindow, Notice, OpenRequest, PendingOpen, QuickOpening, pictures, quick_showing, windows};
use crate::refusal::Refusal;
use crate::workspaces::Workspaces;

/// Longer than the notifier itself waits for the desktop.
const TEST_PATIENCE: Duration = Duration::from_secs(12);

pub fn notices(app: &AppHandle) -> Result<Vec<Notice>, Refusal> {
    Ok(app.state::<Notices>().all())
}

pub fn take_open_request(app: &AppHandle) -> Result<Option<OpenRequest>, Refusal> {
    Ok(app.state::<PendingOpen>().take())
}

pub fn follow_clocks(app: &AppHandle, handles: Vec<String>) -> Result<Clocks, Refusal> {
    let drawn = app.state::<DrawnClocks>();
    drawn.follow(handles);
    Ok(drawn.read(&app.state::<Workspaces>().current()?.workstation)?)
}

pub fn follow_reminder(app: &AppHandle, key: String) -> Result<(), Refusal> {
    match app.state::<ShownReminders>().find(&key) {
        Some((kind, reminder)) => acts::open(app, kind, &reminder.handle, reminder.pane),
        None => windows::show_main(app),
    }
    Ok(())
}

/// Only the desktop knows the words for what would help.
pub fn preview_declaration(app: &AppHandle, input: DeclareInput) -> Result<DeclarePreview, Refusal> {
    Ok(app.state::<Workspaces>().current()?.workstation.preview_declaration(&input, help_in_words)?)
}

/// As a declaration is previewed.
pub fn preview_quick_entry(caller: &Caller, line: String, aim: QuickAim) -> Result<QuickPreview, Refusal> {
    Ok(caller.workspace()?.workstation.preview_quick_entry(&line, &aim, help_in_words)?)
}

pub fn quick_opening(app: &AppHandle) -> Result<QuickOpening, Refusal> {
    quick_showing::opening(app)
}

pub fn note_open_incident(app: &AppHandle, handle: Option<String>) -> Result<(), Refusal> {
    app.state::<MainWindow>().note_open(handle);
    Ok(())
}

pub fn load_draft(caller: &Caller, key: String) -> Result<String, Refusal> {
    caller.has_draft(&key)?;
    Ok(caller.workspace()?.workstation.load_draft(&key)?)
}

pub fn save_draft(caller: &Caller, key: String, text: String) -> Result<(), Refusal> {
    caller.has_draft(&key)?;
    Ok(caller.workspace()?.workstation.save_draft(&key, &text)?)
}

pub fn paste_picture(caller: &Caller) -> Result<Option<Picture>, Refusal> {
    pictures::paste(caller, &*caller.workspace()?)
}

pub fn hide_quick_entry(app: &AppHandle) -> Result<(), Refusal> {
    Ok(windows::hide(app, windows::QUICK)?)
}

pub fn copy_channel(app: &AppHandle, handle: String) -> Result<String, Refusal> {
    let name = app.state::<Workspaces>().current()?.workstation.find(Some(&handle))?.summary.channel;
    app.state::<Clipboard>().put(&Copied::from(name.as_str()))?;
    Ok(name)
}

pub fn copy_text(app: &AppHandle, text: String) -> Result<(), Refusal> {
    Ok(app.state::<Clipboard>().put(&Copied::from(text))?)
}

/// In the person's own browser. The desktop is asked; no shell reads the link.
pub fn open_dashboard(app: &AppHandle, handle: String, place: u32) -> Result<(), Refusal> {
    browse(app.state::<Workspaces>().current()?.workstation.dashboard_link(&handle, place)?)
}

/// As a dashboard is opened.
pub fn open_history(app: &AppHandle, handle: String, place: u32) -> Result<(), Refusal> {
    browse(app.state::<Workspaces>().current()?.workstation.history_link(&handle, place)?)
}

/// As a dashboard is opened.
pub fn open_runbook(app: &AppHandle, handle: String, place: u32) -> Result<(), Refusal> {
    browse(app.state::<Workspaces>().current()?.workstation.runbook_link(&handle, place)?)
}

/// As a dashboard is opened.
pub fn open_alert_link(app: &AppHandle, input: AlertInput, place: u32) -> Result<(), Refusal> {
    browse(app.state::<Workspaces>().current()?.workstation.alert_link(&input, place)?)
}

/// A page is opened in the browser, another runbook by the page that asks; of the rest, the address is copied.
pub fn follow_runbook_link(app: &AppHandle, text: RunbookText, url: String) -> Result<RunbookLink, Refusal> {
    let leads = app.state::<Workspaces>().current()?.workstation.runbook_leads_to(&text, &url)?;
    match &leads {
        RunbookLink::Web { url } => browse(url.clone())?,
        RunbookLink::Elsewhere { what } => app.state::<Clipboard>().put(&Copied::from(what.as_str()))?,
        RunbookLink::Runbook { .. } => {}
    }
    Ok(leads)
}

/// Watches an Alertmanager, and looks at once.
pub fn add_alert_source(app: &AppHandle, input: AlertSourceInput) -> Result<(), Refusal> {
    app.state::<Workspaces>().real()?.workstation.add_alert_source(&input)?;
    app.state::<AlertWatch>().look_now();
    Ok(())
}

/// In whatever opens a calendar's files.
pub fn open_invitation(app: &AppHandle, handle: String) -> Result<(), Refusal> {
    let file = app.state::<Workspaces>().current()?.workstation.save_invitation(&handle)?;
    open::that_detached(&file).map_err(|why| Refusal::Calendar { file, why })
}

fn browse(link: String) -> Result<(), Refusal> {
    open::that_detached(&link).map_err(|why| Refusal::Browser { link, why })
}

pub fn copy_update(app: &AppHandle, input: ComposeInput) -> Result<CopiedUpdate, Refusal> {
    let workspace = app.state::<Workspaces>().current()?;
    acts::copy_update(app, &workspace, &input)
}

pub fn copy_sent_update(app: &AppHandle, handle: String, id: EventId) -> Result<(), Refusal> {
    let message = app.state::<Workspaces>().current()?.workstation.sent_update(&handle, id)?;
    Ok(app.state::<Clipboard>().put(&acts::flavours(&message))?)
}

pub fn copy_review(app: &AppHandle, handle: String) -> Result<(), Refusal> {
    let markdown = app.state::<Workspaces>().current()?.workstation.review_document(&handle)?;
    Ok(app.state::<Clipboard>().put(&Copied::from(markdown))?)
}

/// The keys are this person's and not the practice folder's, so settings are kept with the real data.
pub fn settings(app: &AppHandle) -> Result<Settings, Refusal> {
    Ok(app.state::<Workspaces>().real()?.workstation.settings()?)
}

/// Keys change first: a key that is refused leaves the settings as they were.
pub fn change_settings(app: &AppHandle, change: SettingsChange) -> Result<Settings, Refusal> {
    let workspaces = app.state::<Workspaces>();
    let before = workspaces.real()?.workstation.settings()?;
    hotkey::change(app, &before.clone().with(&change))?;
    for workspace in workspaces.all() {
        if let Err(error) = workspace.workstation.change_settings(&change) {
            hotkey::apply(app, &before);
            return Err(error.into());
        }
    }
    Ok(workspaces.real()?.workstation.settings()?)
}

pub fn hotkey_state(app: &AppHandle) -> Result<HotkeyState, Refusal> {
    Ok(hotkey::state(app))
}

pub fn bind_portal_shortcuts(app: &AppHandle) -> Result<HotkeyState, Refusal> {
    hotkey::ask(app)?;
    Ok(hotkey::state(app))
}

pub fn starts_at_login(app: &AppHandle) -> Result<bool, Refusal> {
    login::is_on(app)
}

pub fn start_at_login(app: &AppHandle, on: bool) -> Result<bool, Refusal> {
    login::set(app, on)
}

pub fn play_p0_sound(app: &AppHandle) -> Result<(), Refusal> {
    sound::try_play(app)
}

pub fn send_test_notification(app: &AppHandle) -> Result<(), Refusal> {
    let notification = Notification {
        thread: "test".to_owned(),
        title: "Notifications work".to_owned(),
        body: "Sitrep reminds you here when an update is due.".to_owned(),
        critical: false,
        actions: vec![],
        about: About::Test,
    };
    let (tell, told) = mpsc::channel();
    app.state::<Notifier>().show(notification, move |shown| drop(tell.send(shown)));
    let shown = told.recv_timeout(TEST_PATIENCE).unwrap_or(Err(Unavailable::Silent));
    shown.map_err(|why| Refusal::Notifications(why.to_string()))
}

pub fn start_practice(app: &AppHandle) -> Result<Option<String>, Refusal> {
    app.state::<Workspaces>().start_practice().map(Some)
}

pub fn leave_practice(app: &AppHandle) -> Result<(), Refusal> {
    app.state::<Workspaces>().leave_practice();
    Ok(())
}

pub fn quit(app: &AppHandle) -> Result<(), Refusal> {
    app.exit(0);
    Ok(())
}
