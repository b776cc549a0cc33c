//! From a claimed reminder to something that a person sees.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use sitrep_core::vocabulary::DeadlineKind;
use sitrep_workstation::Reminder;
use tauri::{AppHandle, Manager};

use crate::notifier::{About, Notification, Notifier};
use crate::rooms::{Room, RoomKind, Rooms};
use crate::views::NoticeKind;
use crate::{notices, sound, windows};

/// More reminders than this on the screen are a pile, and become one.
const PILE: usize = 3;

/// The reminders that are on the screen, each by itself or within the summary of its room.
#[derive(Default)]
pub struct Standing(Mutex<HashMap<RoomKind, Vec<Reminder>>>);

impl Standing {
    /// Takes up reminders that are about to be shown, and gives all that stand in the room then, the most severe first.
    fn join(&self, kind: RoomKind, new: &[Reminder]) -> Vec<Reminder> {
        let mut rooms = self.lock();
        let standing = rooms.entry(kind).or_default();
        // A deadline's later reminder replaces its earlier one.
        standing.retain(|old| new.iter().all(|new| new.key != old.key));
        standing.extend(new.iter().cloned());
        standing.sort_by_key(|reminder| reminder.severity);
        standing.clone()
    }

    /// The reminder of this key and its room.
    pub fn find(&self, key: &str) -> Option<(RoomKind, Reminder)> {
        let rooms = self.lock();
        rooms.iter().find_map(|(kind, standing)| Some((*kind, standing.iter().find(|reminder| reminder.key == key)?.clone())))
    }

    fn retain(&self, keep: impl Fn(RoomKind, &Reminder) -> bool) {
        for (kind, standing) in self.lock().iter_mut() {
            standing.retain(|reminder| keep(*kind, reminder));
        }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<RoomKind, Vec<Reminder>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Shows what became due in a room: each by itself, or all that stand in one when they would make a pile, or came together
/// while nobody was there.
pub fn deliver(app: &AppHandle, room: &Arc<Room>, due: Vec<Reminder>, after_sleep: bool) {
    if due.is_empty() {
        return;
    }
    if room.kind == RoomKind::Real && due.iter().any(|reminder| reminder.alarm) {
        sound::play(app);
    }
    let standing = app.state::<Standing>().join(room.kind, &due);
    if after_sleep && due.len() > 1 {
        // A question about escalation that stands already still stands by itself, and is not asked again.
        let is_news = |reminder: &Reminder| due.iter().any(|due| due.key == reminder.key);
        let listed: Vec<Reminder> = standing.into_iter().filter(|reminder| !stands_alone(reminder) || is_news(reminder)).collect();
        withdraw_singles(app, room.kind);
        show(app, room, summary(room.kind, &listed, true), due);
        return;
    }
    let gathered: Vec<Reminder> = standing.into_iter().filter(|reminder| !stands_alone(reminder)).collect();
    let (alone, due): (Vec<_>, Vec<_>) = due.into_iter().partition(stands_alone);
    for reminder in alone {
        show(app, room, single(room.kind, &reminder), vec![reminder]);
    }
    if due.is_empty() {
        return;
    }
    if gathered.len() > PILE {
        withdraw_singles(app, room.kind);
        show(app, room, summary(room.kind, &gathered, false), due);
        return;
    }
    for reminder in due {
        show(app, room, single(room.kind, &reminder), vec![reminder]);
    }
}

/// A severity that goes up asks for a decision, or is news to all: it never hides among others.
fn stands_alone(reminder: &Reminder) -> bool {
    reminder.kind == DeadlineKind::Escalation
}

/// Takes back what no longer holds: reminders of deadlines that were met or snoozed, and of rooms that were left.
pub fn withdraw_met(app: &AppHandle) {
    let open = open_reminders(app);
    // A room that cannot be read has not said that anything was met.
    let is_open = move |kind: RoomKind, key: &str| open.get(&kind).is_some_and(|open| open.as_ref().is_none_or(|keys| keys.contains(key)));
    let kinds = [RoomKind::Real, RoomKind::Practice];
    notices::retain(app, NoticeKind::Reminder, |subject| kinds.into_iter().any(|kind| is_open(kind, subject)));
    app.state::<Standing>().retain(|kind, reminder| is_open(kind, &reminder.key));
    app.state::<Notifier>().withdraw(move |about| {
        about.reminders().is_some_and(|(kind, reminders)| !reminders.iter().any(|reminder| is_open(kind, &reminder.key)))
    });
}

/// A person put a notification away, or pressed it: what it said is on the screen no more.
pub fn on_gone(app: &AppHandle, about: &About) {
    let Some((kind, gone)) = about.reminders() else { return };
    let is_gone = |reminder: &Reminder| gone.iter().any(|gone| gone.key == reminder.key && gone.stage == reminder.stage);
    app.state::<Standing>().retain(|of, reminder| of != kind || !is_gone(reminder));
}

/// A notification was shown after all: what the window showed in its place is out of date.
fn on_shown(app: &AppHandle, about: &About) {
    let Some((_, shown)) = about.reminders() else { return };
    notices::retain(app, NoticeKind::Reminder, |subject| shown.iter().all(|reminder| reminder.key != subject));
}

fn open_reminders(app: &AppHandle) -> HashMap<RoomKind, Option<HashSet<String>>> {
    app.state::<Rooms>().all().into_iter().map(|room| (room.kind, room.workstation.open_reminder_keys().ok())).collect()
}

fn withdraw_singles(app: &AppHandle, of: RoomKind) {
    app.state::<Notifier>()
        .withdraw(move |about| matches!(about, About::Reminder(kind, reminder) if *kind == of && !stands_alone(reminder)));
}

fn show(app: &AppHandle, room: &Arc<Room>, notification: Notification, reminders: Vec<Reminder>) {
    let (app_then, room, about) = (app.clone(), Arc::clone(room), notification.about.clone());
    app.state::<Notifier>().show(notification, move |result| {
        match result {
            Ok(()) => on_shown(&app_then, &about),
            Err(_) => show_in_window(&app_then, &room, &reminders),
        }
        for reminder in &reminders {
            if let Err(error) = room.workstation.mark_reminder_shown(reminder) {
                // It is shown once more then, which is better than not at all.
                eprintln!("sitrep-desktop: a reminder may come twice: {error}");
            }
        }
    });
}

/// What was met while a service let us wait is not shown any more.
fn show_in_window(app: &AppHandle, room: &Room, reminders: &[Reminder]) {
    let open = room.workstation.open_reminder_keys().ok();
    let still_open: Vec<_> = reminders.iter().filter(|reminder| open.as_ref().is_none_or(|open| open.contains(&reminder.key))).collect();
    for reminder in &still_open {
        notices::put(app, &reminder.key, NoticeKind::Reminder, marked(room.kind, &reminder.title), reminder.body.clone());
    }
    if !still_open.is_empty() {
        windows::raise_main(app);
    }
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

fn summary(kind: RoomKind, reminders: &[Reminder], after_sleep: bool) -> Notification {
    let mut reminders = reminders.to_vec();
    reminders.sort_by_key(|reminder| reminder.severity);
    let line = |reminder: &Reminder| format!("{}: {}", reminder.body.lines().next().unwrap_or_default(), reminder.title);
    let count = reminders.len();
    let title = if after_sleep { format!("While you were away: {count} deadlines") } else { format!("{count} deadlines wait for you") };
    Notification {
        thread: format!("summary {kind:?}"),
        title: marked(kind, &title),
        body: reminders.iter().map(line).collect::<Vec<_>>().join("\n"),
        critical: reminders.iter().any(|reminder| reminder.critical),
        actions: vec![("open".to_owned(), "Open".to_owned())],
        about: About::Summary(kind, reminders),
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
    use sitrep_core::procedure::Stage;
    use sitrep_core::vocabulary::Severity;

    fn reminder(key: &str, severity: Severity, stage: u32) -> Reminder {
        Reminder {
            key: key.to_owned(),
            claim: key.to_owned(),
            stage: Stage(stage),
            handle: key.to_owned(),
            severity,
            kind: DeadlineKind::Update,
            update: None,
            title: format!("{key} is due"),
            body: format!("{severity} {key}\nmore"),
            critical: false,
            alarm: false,
            actions: vec![],
            pane: None,
        }
    }

    #[test]
    fn practice_is_marked() {
        assert_eq!(marked(RoomKind::Real, "Status update due"), "Status update due");
        assert_eq!(marked(RoomKind::Practice, "Status update due"), "Practice: Status update due");
    }

    #[test]
    fn what_stands_is_one_a_deadline_and_the_most_severe_first() {
        let standing = Standing::default();
        standing.join(RoomKind::Real, &[reminder("search", Severity::P2, 0), reminder("mail", Severity::P3, 0)]);
        standing.join(RoomKind::Practice, &[reminder("drill", Severity::P0, 0)]);
        let all = standing.join(RoomKind::Real, &[reminder("payments", Severity::P0, 1), reminder("search", Severity::P2, 1)]);
        let keys: Vec<(&str, u32)> = all.iter().map(|reminder| (reminder.key.as_str(), reminder.stage.0)).collect();
        assert_eq!(keys, [("payments", 1), ("search", 1), ("mail", 0)]);
        standing.retain(|_, reminder| reminder.key != "payments");
        assert_eq!(standing.join(RoomKind::Real, &[]).len(), 2);
    }

    #[test]
    fn a_summary_names_the_most_severe_first() {
        let notification = summary(RoomKind::Real, &[reminder("mail", Severity::P3, 1), reminder("pay", Severity::P1, 1)], false);
        assert_eq!(notification.title, "2 deadlines wait for you");
        assert_eq!(notification.body, "P1 pay: pay is due\nP3 mail: mail is due");
    }
}
