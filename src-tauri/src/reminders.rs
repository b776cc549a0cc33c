//! From a claimed reminder to something that a person sees.

use std::collections::HashSet;
use std::sync::Arc;

use sitrep_workstation::Reminder;
use tauri::{AppHandle, Manager};

use crate::notifier::{About, Notification, Notifier};
use crate::rooms::{Room, RoomKind, Rooms};
use crate::views::NoticeKind;
use crate::{notices, windows};

/// Shows what became due in a room. After a sleep there is one summary and not a burst.
pub fn deliver(app: &AppHandle, room: &Arc<Room>, reminders: Vec<Reminder>, after_sleep: bool) {
    if after_sleep && reminders.len() > 1 {
        show(app, room, summary(room.kind, &reminders), reminders);
        return;
    }
    for reminder in reminders {
        show(app, room, single(room.kind, &reminder), vec![reminder]);
    }
}

/// Takes back what no longer holds: reminders of deadlines that were met or snoozed.
pub fn withdraw_met(app: &AppHandle) {
    let open = open_deadlines(app);
    let is_open = move |subject: &(RoomKind, String)| open.contains(subject);
    let notices_open = is_open.clone();
    notices::retain(app, NoticeKind::Reminder, move |subject| {
        [RoomKind::Real, RoomKind::Practice].into_iter().any(|kind| notices_open(&(kind, subject.to_owned())))
    });
    app.state::<Notifier>().withdraw(move |about| match about {
        About::Reminder(kind, reminder) => !is_open(&(*kind, reminder.key.clone())),
        _ => false,
    });
}

fn open_deadlines(app: &AppHandle) -> HashSet<(RoomKind, String)> {
    let mut open = HashSet::new();
    for room in app.state::<Rooms>().all() {
        let Ok(clocks) = room.workstation.clocks() else { continue };
        let deadlines = clocks.incidents.into_iter().flat_map(|incident| incident.deadlines);
        open.extend(deadlines.filter(|deadline| deadline.snoozed.is_none()).map(|deadline| (room.kind, deadline.key)));
    }
    open
}

fn show(app: &AppHandle, room: &Arc<Room>, notification: Notification, reminders: Vec<Reminder>) {
    let (app_then, room) = (app.clone(), Arc::clone(room));
    app.state::<Notifier>().show(notification, move |result| {
        match result {
            // What the window showed of these in place of a notification is out of date now.
            Ok(()) => notices::retain(&app_then, NoticeKind::Reminder, |subject| reminders.iter().all(|reminder| reminder.key != subject)),
            Err(_) => show_in_window(&app_then, &reminders),
        }
        for reminder in &reminders {
            if let Err(error) = room.workstation.mark_reminder_shown(reminder) {
                // It is shown once more then, which is better than not at all.
                eprintln!("sitrep-desktop: a reminder may come twice: {error}");
            }
        }
    });
}

fn show_in_window(app: &AppHandle, reminders: &[Reminder]) {
    for reminder in reminders {
        notices::put(app, &reminder.key, NoticeKind::Reminder, reminder.title.clone(), reminder.body.clone());
    }
    windows::raise_main(app);
}

fn single(kind: RoomKind, reminder: &Reminder) -> Notification {
    Notification {
        thread: reminder.key.clone(),
        title: marked(kind, &reminder.title),
        body: reminder.body.clone(),
        critical: reminder.critical,
        actions: reminder.actions.iter().map(|action| (action.id().to_owned(), action.label().to_owned())).collect(),
        about: About::Reminder(kind, reminder.clone()),
    }
}

fn summary(kind: RoomKind, reminders: &[Reminder]) -> Notification {
    let lines: Vec<String> = reminders.iter().map(|reminder| format!("{}: {}", reminder.body, reminder.title)).collect();
    let first = reminders.first().map(|reminder| reminder.handle.clone()).unwrap_or_default();
    Notification {
        thread: "summary".to_owned(),
        title: marked(kind, &format!("{} deadlines came while this computer slept", reminders.len())),
        body: lines.join("\n"),
        critical: reminders.iter().any(|reminder| reminder.critical),
        actions: vec![("open".to_owned(), "Open".to_owned())],
        about: About::Summary(kind, first),
    }
}

/// Nobody must take a practice reminder for a real one.
pub fn marked(kind: RoomKind, title: &str) -> String {
    match kind {
        RoomKind::Real => title.to_owned(),
        RoomKind::Practice => format!("Practice: {title}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn practice_is_marked() {
        assert_eq!(marked(RoomKind::Real, "Status update due"), "Status update due");
        assert_eq!(marked(RoomKind::Practice, "Status update due"), "Practice: Status update due");
    }
}
