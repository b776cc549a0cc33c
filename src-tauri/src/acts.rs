//! What the buttons of notifications and the lines of the tray do. Each is in the window too.

use std::sync::Arc;

use sitrep_clipboard::{Clipboard, Copied};
use sitrep_core::event::UpdateSent;
use sitrep_core::procedure::Pane;
use sitrep_core::vocabulary::{EventId, UpdateKind};
use sitrep_workstation::acts::{AlertInput, WatchedAlerts};
use sitrep_workstation::messages::{ComposeInput, CopiedUpdate};
use sitrep_workstation::{Error, Reminder, ReminderAction, Workstation};
use tauri::{AppHandle, Manager};

use crate::notices;
use crate::notifications::{About, Event, Notification, Notifier, marked, reminders};
use crate::page::{NoticeKind, Permit, QuickFor, windows};
use crate::refusal::Refusal;
use crate::workspaces::{Workspace, WorkspaceKind, Workspaces};

/// How long a hushed alert is told of no more.
const HUSH_MINUTES: u32 = 30;
/// The words of an alert's buttons, as `alert_watch` gives them.
pub const ADD: &str = "add";
/// Tells nothing of them for a while.
pub const HUSH: &str = "hush";
/// How long the buttons snooze.
const SNOOZE_MINUTES: u32 = 5;
/// Why the button of a reminder reopens an incident.
const CAME_BACK: &str = "it came back while it was watched";
/// The word of the button that takes a copied update back.
const NOT_SENT: &str = "not_sent";

/// Something came back from the desktop's notifications.
pub fn on_event(app: &AppHandle, event: Event) {
    match event {
        Event::Available(Ok(())) => notices::clear(app, NoticeKind::Notifications),
        Event::Available(Err(why)) => {
            notices::put(
                app,
                "",
                NoticeKind::Notifications,
                "Desktop notifications are not available.",
                format!("{} Sitrep raises its window when something is due.", notices::sentence(&why.to_string())),
            );
        }
        Event::Gone(about) => reminders::on_gone(app, &about),
        // Acts read and write the disk, for which the notifier's thread must not wait.
        Event::Pressed(about, word) => {
            let app = app.clone();
            tauri::async_runtime::spawn_blocking(move || on_pressed(&app, &about, &word));
        }
    }
}

fn on_pressed(app: &AppHandle, about: &About, word: &str) {
    reminders::on_gone(app, about);
    match about {
        About::Test => {}
        About::Alerts(alerts) => on_alerts(app, alerts, word),
        About::Keyboard => windows::show_quick(app, Permit::Asked, QuickFor::Anything),
        About::Summary(kind, reminders) => {
            if let Some(first) = reminders.first() {
                open(app, *kind, &first.handle, first.pane);
            }
        }
        About::Trouble(kind, handle) => open(app, *kind, handle, None),
        About::Copied(kind, handle, id) if word == NOT_SENT => {
            act(app, *kind, handle, |workspace| Ok(workspace.workstation.take_back_update(handle, *id)?));
        }
        About::Copied(kind, handle, _) => open(app, *kind, handle, Some(Pane::Updates)),
        About::Reminder(kind, reminder) => {
            let action = reminder.actions.iter().copied().find(|action| action.id() == word);
            on_reminder(app, *kind, reminder, action.unwrap_or(ReminderAction::Open));
        }
    }
}

/// What was pressed of a watched alert. Only an incident that is named on the button gets it unseen; a declaration is looked at first.
fn on_alerts(app: &AppHandle, alerts: &WatchedAlerts, word: &str) {
    match (word, &alerts.belongs_to) {
        (HUSH, _) => {
            let hushed =
                |workspace: &Arc<Workspace>| Ok(workspace.workstation.hush_alerts(&alerts.source, &alerts.fingerprints, HUSH_MINUTES)?);
            act(app, WorkspaceKind::Real, "", hushed);
        }
        (ADD, Some((handle, _))) => {
            let input = AlertInput { text: alerts.text.clone(), ..AlertInput::default() };
            act(app, WorkspaceKind::Real, handle, |workspace| Ok(workspace.workstation.add_alerts(handle, &input)?));
            open(app, WorkspaceKind::Real, handle, None);
        }
        _ => {
            app.state::<Workspaces>().leave_practice();
            windows::open_alert(app, alerts.text.clone());
        }
    }
}

fn on_reminder(app: &AppHandle, kind: WorkspaceKind, reminder: &Reminder, action: ReminderAction) {
    match action {
        ReminderAction::Open => open(app, kind, &reminder.handle, reminder.pane),
        ReminderAction::CopyUpdate => copy_next_update(app, kind, &reminder.handle, reminder.update),
        other => answer(app, kind, &reminder.handle, &reminder.key, other),
    }
}

/// Does what a reminder offers, for the deadline of this key.
pub fn answer(app: &AppHandle, kind: WorkspaceKind, handle: &str, key: &str, action: ReminderAction) {
    let act = |what: fn(&Workstation, &str, &str) -> Result<(), Error>| {
        act(app, kind, handle, |workspace| Ok(what(&workspace.workstation, handle, key)?))
    };
    match action {
        ReminderAction::Open => open(app, kind, handle, None),
        ReminderAction::CopyUpdate => copy_next_update(app, kind, handle, None),
        ReminderAction::Acknowledge => act(|workstation, handle, _| workstation.acknowledge(handle)),
        ReminderAction::Snooze => act(|workstation, handle, key| workstation.snooze(handle, key, Some(SNOOZE_MINUTES), None)),
        ReminderAction::Escalate => act(|workstation, handle, key| workstation.escalate(handle, Some(key))),
        ReminderAction::NotYet => act(|workstation, handle, key| workstation.not_yet(handle, Some(key), None)),
        ReminderAction::CloseTimebox => act(|workstation, handle, key| workstation.close_timebox(handle, key)),
        ReminderAction::StayedQuiet => act(|workstation, handle, _| workstation.stayed_quiet(handle)),
        ReminderAction::Reopen => act(|workstation, handle, _| workstation.reopen(handle, Some(CAME_BACK))),
        ReminderAction::FinishAction => act(|workstation, handle, key| workstation.finish_action_due(handle, key)),
    }
}

/// Takes back the update of this event's id, as the tray names it.
pub fn take_back(app: &AppHandle, kind: WorkspaceKind, handle: &str, id: &str) {
    act(app, kind, handle, |workspace| {
        let id = id.parse().map_err(|_| Error::UnknownEvent)?;
        Ok(workspace.workstation.take_back_update(handle, EventId(id))?)
    });
}

/// Copies the next update as the facts have it. What is missing, to be looked at or half typed is shown in the window.
pub fn copy_next_update(app: &AppHandle, kind: WorkspaceKind, handle: &str, update: Option<UpdateKind>) {
    let Some(workspace) = app.state::<Workspaces>().get(kind) else { return };
    match copy_unseen(app, &workspace, handle, update) {
        Ok(Some((input, copied))) => confirm_copy(app, &workspace, &input, &copied),
        Ok(None) => open(app, kind, handle, Some(Pane::Updates)),
        Err(Refusal::Workstation(error)) if error.is_about_the_text() => open(app, kind, handle, Some(Pane::Updates)),
        Err(refusal) => report(app, kind, handle, &refusal),
    }
}

/// Copies nothing where somebody is in the middle of writing it: neither those words nor others go out unseen.
fn copy_unseen(
    app: &AppHandle,
    workspace: &Workspace,
    handle: &str,
    update: Option<UpdateKind>,
) -> Result<Option<(ComposeInput, CopiedUpdate)>, Refusal> {
    let input = workspace.workstation.compose_input(handle, update.map(UpdateKind::word), None)?;
    if workspace.workstation.has_message_draft(&input)? {
        return Ok(None);
    }
    let copied = copy_update(app, workspace, &input)?;
    Ok(Some((input, copied)))
}

/// Puts the update on the clipboard, and only then records it as sent.
pub fn copy_update(app: &AppHandle, workspace: &Workspace, input: &ComposeInput) -> Result<CopiedUpdate, Refusal> {
    let ready = workspace.workstation.ready_update(input)?;
    app.state::<Clipboard>().put(&flavours(&ready.message))?;
    let copied = workspace.workstation.record_update(&ready).map_err(Refusal::Uncounted)?;
    // It counts as sent, whether or not its draft could be cleared.
    let _ = workspace.workstation.clear_message_draft(input);
    Ok(copied)
}

/// What of a message goes on the clipboard.
pub fn flavours(message: &UpdateSent) -> Copied {
    Copied { text: message.text.clone(), html: message.html.clone() }
}

fn confirm_copy(app: &AppHandle, workspace: &Workspace, input: &ComposeInput, copied: &CopiedUpdate) {
    let next = workspace.workstation.compose_update(input).ok().and_then(|composed| composed.next_update);
    let body = next.map_or_else(|| "Paste it now.".to_owned(), |next| format!("Paste it now. {next}."));
    let notification = Notification {
        thread: format!("copied {}", input.handle),
        title: marked(workspace.kind, "Copied"),
        body,
        critical: false,
        actions: vec![(NOT_SENT.to_owned(), "Not sent".to_owned())],
        about: About::Copied(workspace.kind, input.handle.clone(), copied.id),
    };
    // The text is on the clipboard whether or not this can be shown.
    app.state::<Notifier>().show(notification, |_| {});
}

/// Opens an incident, in the workspace that it belongs to.
pub fn open(app: &AppHandle, kind: WorkspaceKind, handle: &str, pane: Option<Pane>) {
    match kind {
        WorkspaceKind::Real => app.state::<Workspaces>().leave_practice(),
        WorkspaceKind::Practice if app.state::<Workspaces>().get(kind).is_none() => return,
        WorkspaceKind::Practice => {}
    }
    windows::open(app, Some(handle.to_owned()), pane);
}

fn act(app: &AppHandle, kind: WorkspaceKind, handle: &str, what: impl FnOnce(&Arc<Workspace>) -> Result<(), Refusal>) {
    let Some(workspace) = app.state::<Workspaces>().get(kind) else { return };
    if let Err(refusal) = what(&workspace) {
        report(app, kind, handle, &refusal);
    }
}

/// Says what a button did not do, where the person is looking: in another notification, or else in the window.
fn report(app: &AppHandle, kind: WorkspaceKind, handle: &str, refusal: &Refusal) {
    let notification = Notification {
        thread: format!("trouble {handle}"),
        title: marked(kind, if refusal.may_be_done() { "That may not have been done" } else { "That was not done" }),
        body: refusal.to_string(),
        critical: false,
        actions: vec![("open".to_owned(), "Open".to_owned())],
        about: About::Trouble(kind, handle.to_owned()),
    };
    let (app_then, handle) = (app.clone(), handle.to_owned());
    app.state::<Notifier>().show(notification, move |shown| {
        if shown.is_err() {
            open(&app_then, kind, &handle, None);
        }
    });
}
