//! Which windows somebody can see. What changes is told to their pages alone; the others are told when they come up.
//!
//! It is noted as windows are shown and put away, because asking the toolkit waits for its thread.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use tauri::{AppHandle, Manager, WebviewWindow};

use super::events;
use super::shapes::Changed;

/// How a window stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Sight {
    /// Put away: only the app brings it back.
    #[default]
    Hidden,
    /// In the desktop's list of windows alone.
    Minimised,
    /// On the screen, even if behind another.
    Seen,
}

/// The windows, by their labels.
#[derive(Default)]
pub struct SeenWindows(Mutex<BTreeMap<String, Window>>);

#[derive(Default)]
struct Window {
    sight: Sight,
    missed: Changed,
}

impl SeenWindows {
    /// How a window stands.
    pub fn sight(&self, label: &str) -> Sight {
        self.lock().get(label).map_or(Sight::Hidden, |window| window.sight)
    }

    /// Notes how a window stands. Of one that has come up, gives what its page has not been told.
    fn note(&self, label: &str, sight: Sight) -> Option<Changed> {
        let mut windows = self.lock();
        let window = windows.entry(label.to_owned()).or_default();
        let before = std::mem::replace(&mut window.sight, sight);
        (sight == Sight::Seen && before != Sight::Seen).then(|| std::mem::take(&mut window.missed))
    }

    /// The labels of those to tell of a change; of the others it is kept.
    fn to_tell(&self, changed: &Changed) -> Vec<String> {
        let mut windows = self.lock();
        for window in windows.values_mut().filter(|window| window.sight != Sight::Seen) {
            window.missed.add(changed);
        }
        windows.iter().filter(|(_, window)| window.sight == Sight::Seen).map(|(label, _)| label.clone()).collect()
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<String, Window>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Notes how a window stands, and tells the page of one that has come up what it missed.
pub fn note(app: &AppHandle, label: &str, sight: Sight) {
    let missed = app.state::<SeenWindows>().note(label, sight);
    if let Some(missed) = missed.filter(|missed| !missed.is_nothing()) {
        events::changed(app, &[label], &missed);
    }
}

/// Tells the pages what changed.
pub fn tell_changed(app: &AppHandle, changed: &Changed) {
    if !changed.is_nothing() {
        events::changed(app, &app.state::<SeenWindows>().to_tell(changed), changed);
    }
}

/// Notes from now on when the person minimises a window or brings it back. Must be called on the main thread.
#[cfg(target_os = "linux")]
pub fn follow(window: &WebviewWindow) -> tauri::Result<()> {
    use gtk::gdk::WindowState;
    use gtk::prelude::WidgetExt;

    let noted = window.clone();
    window.gtk_window()?.connect_window_state_event(move |_, event| {
        let state = event.new_window_state();
        let sight = match state {
            _ if state.contains(WindowState::WITHDRAWN) => Sight::Hidden,
            _ if state.contains(WindowState::ICONIFIED) => Sight::Minimised,
            _ => Sight::Seen,
        };
        note(noted.app_handle(), noted.label(), sight);
        gtk::glib::Propagation::Proceed
    });
    Ok(())
}

/// Elsewhere a window that is minimised counts as seen; it is told more than it needs.
#[cfg(not(target_os = "linux"))]
pub fn follow(_window: &WebviewWindow) -> tauri::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(handles: &[&str]) -> Changed {
        Changed { handles: handles.iter().map(|handle| (*handle).to_owned()).collect(), everything: false }
    }

    #[test]
    fn a_window_that_nobody_sees_is_told_when_it_comes_up() {
        let windows = SeenWindows::default();
        windows.note("main", Sight::Seen);
        windows.note("quick", Sight::Hidden);
        assert_eq!(windows.to_tell(&of(&["payments"])), ["main"]);
        windows.note("main", Sight::Minimised);
        assert_eq!(windows.to_tell(&of(&["search", "payments"])), Vec::<String>::new());

        assert_eq!(windows.note("main", Sight::Seen), Some(of(&["search", "payments"])));
        assert_eq!(windows.note("main", Sight::Seen), None, "it was seen already");
        assert_eq!(windows.note("quick", Sight::Seen), Some(of(&["payments", "search"])));
        windows.note("quick", Sight::Hidden);
        assert_eq!(windows.note("quick", Sight::Seen), Some(of(&[])), "nothing happened meanwhile");
    }

    #[test]
    fn what_was_missed_has_a_bound() {
        let windows = SeenWindows::default();
        windows.note("main", Sight::Hidden);
        for number in 0..10_000 {
            windows.to_tell(&of(&[&format!("incident-{number}")]));
        }
        assert_eq!(windows.note("main", Sight::Seen), Some(Changed { handles: vec![], everything: true }));
    }
}
