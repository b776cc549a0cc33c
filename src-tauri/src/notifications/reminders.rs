//! From a claimed reminder to something that a person sees.

use std::collections::HashMap;
use std::sync::Arc;

use sitrep_core::vocabulary::DeadlineKind;
use sitrep_workstation::{Reminder, StandingReminders};
use tauri::{AppHandle, Manager};

use super::notification::{About, Notification};
use super::notifier::Notifier;
use super::shown::ShownReminders;
use super::wording::{marked, single, summary};
use crate::desktop::sound;
use crate::notices;
use crate::page::{NoticeKind, windows};
use crate::workspaces::{Workspace, WorkspaceKind, Workspaces};

/// More reminders than this on the screen are a pile, and become one.
const PILE: usize = 3;

/// Shows what became due in a workspace: each by itself, or all that stand in one when they would make a pile, or came together
/// while nobody was there.
pub fn deliver(app: &AppHandle, workspace: &Arc<Workspace>, due: Vec<Reminder>, after_sleep: bool) {
    if due.is_empty() {
        return;
    }
    if workspace.kind == WorkspaceKind::Real && due.iter().any(|reminder| reminder.alarm) {
        sound::play(app);
    }
    let shown = app.state::<ShownReminders>().join(workspace.kind, &due);
    if after_sleep && due.len() > 1 {
        // A question about escalation that stands already still stands by itself, and is not asked again.
        let is_news = |reminder: &Reminder| due.iter().any(|due| due.key == reminder.key);
        let listed: Vec<Reminder> = shown.into_iter().filter(|reminder| !stands_alone(reminder) || is_news(reminder)).collect();
        withdraw_singles(app, workspace.kind);
        show(app, workspace, summary(workspace.kind, &listed, true), due);
        return;
    }
    let gathered: Vec<Reminder> = shown.into_iter().filter(|reminder| !stands_alone(reminder)).collect();
    let (alone, due): (Vec<_>, Vec<_>) = due.into_iter().partition(stands_alone);
    for reminder in alone {
        show(app, workspace, single(workspace.kind, &reminder), vec![reminder]);
    }
    if due.is_empty() {
        return;
    }
    if gathered.len() > PILE {
        withdraw_singles(app, workspace.kind);
        show(app, workspace, summary(workspace.kind, &gathered, false), due);
        return;
    }
    for reminder in due {
        show(app, workspace, single(workspace.kind, &reminder), vec![reminder]);
    }
}

/// A severity that goes up asks for a decision, or is news to all: it never hides among others.
fn stands_alone(reminder: &Reminder) -> bool {
    reminder.kind == DeadlineKind::Escalation
}

/// Takes back what is true no more: reminders of deadlines that were met or snoozed, of what a clock that is right again says is not
/// due, and of workspaces that were left.
pub fn withdraw_untrue(app: &AppHandle) {
    let standing = standing_reminders(app);
    // A workspace that cannot be read has not said that anything was met.
    let holds = move |kind: WorkspaceKind, reminder: &Reminder| {
        standing.get(&kind).is_some_and(|standing| standing.as_ref().is_none_or(|standing| standing.hold(reminder)))
    };
    let shown = app.state::<ShownReminders>();
    notices::retain(app, NoticeKind::Reminder, |subject| shown.find(subject).is_some_and(|(kind, reminder)| holds(kind, &reminder)));
    shown.retain(&holds);
    app.state::<Notifier>()
        .withdraw(move |about| about.reminders().is_some_and(|(kind, said)| !said.iter().any(|reminder| holds(kind, reminder))));
}

/// A person put a notification away, or pressed it: what it said is on the screen no more.
pub fn on_gone(app: &AppHandle, about: &About) {
    let Some((kind, gone)) = about.reminders() else { return };
    let is_gone = |reminder: &Reminder| gone.iter().any(|gone| gone.key == reminder.key && gone.stage == reminder.stage);
    app.state::<ShownReminders>().retain(|of, reminder| of != kind || !is_gone(reminder));
}

/// A notification was shown after all: what the window showed in its place is out of date.
fn on_shown(app: &AppHandle, about: &About) {
    let Some((_, shown)) = about.reminders() else { return };
    notices::retain(app, NoticeKind::Reminder, |subject| shown.iter().all(|reminder| reminder.key != subject));
}

fn standing_reminders(app: &AppHandle) -> HashMap<WorkspaceKind, Option<StandingReminders>> {
    app.state::<Workspaces>().all().into_iter().map(|workspace| (workspace.kind, workspace.workstation.standing_reminders().ok())).collect()
}

fn withdraw_singles(app: &AppHandle, of: WorkspaceKind) {
    app.state::<Notifier>()
        .withdraw(move |about| matches!(about, About::Reminder(kind, reminder) if *kind == of && !stands_alone(reminder)));
}

fn show(app: &AppHandle, workspace: &Arc<Workspace>, notification: Notification, reminders: Vec<Reminder>) {
    let (app_then, workspace, about) = (app.clone(), Arc::clone(workspace), notification.about.clone());
    app.state::<Notifier>().show(notification, move |result| {
        match result {
            Ok(()) => on_shown(&app_then, &about),
            Err(_) => show_in_window(&app_then, &workspace, &reminders),
        }
        for reminder in &reminders {
            if let Err(error) = workspace.workstation.mark_reminder_shown(reminder) {
                // It is shown once more then, which is better than not at all.
                eprintln!("sitrep-desktop: a reminder may come twice: {error}");
            }
        }
    });
}

/// What was met while a service let us wait is not shown any more.
fn show_in_window(app: &AppHandle, workspace: &Workspace, reminders: &[Reminder]) {
    let standing = workspace.workstation.standing_reminders().ok();
    let still_open: Vec<_> = reminders.iter().filter(|reminder| standing.as_ref().is_none_or(|standing| standing.hold(reminder))).collect();
    for reminder in &still_open {
        notices::put(app, &reminder.key, NoticeKind::Reminder, marked(workspace.kind, &reminder.title), reminder.body.clone());
    }
    if !still_open.is_empty() {
        windows::raise_main(app);
    }
}
