//! What the main window has before the person: which incident is open there, and whether the keyboard is on it.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use tauri::{Manager, Window, WindowEvent};

use super::labels::MAIN;

/// A key that is taken everywhere takes the keyboard from the window first; this soon after, the window still counts as having it.
const JUST_NOW: Duration = Duration::from_millis(500);

/// The main window, as its page and the desktop told.
#[derive(Default)]
pub struct MainWindow(Mutex<State>);

#[derive(Default)]
struct State {
    open: Option<String>,
    keyboard: Keyboard,
}

#[derive(Default, Clone, Copy)]
enum Keyboard {
    #[default]
    Elsewhere,
    Here,
    LeftAt(Instant),
}

impl MainWindow {
    /// From now on this incident is open, or none.
    pub fn note_open(&self, handle: Option<String>) {
        self.lock().open = handle;
    }

    /// The incident that is open.
    pub fn open_incident(&self) -> Option<String> {
        self.lock().open.clone()
    }

    /// Whether the keyboard is there, or was a moment ago.
    pub fn has_keyboard(&self) -> bool {
        self.had_keyboard_at(Instant::now())
    }

    fn had_keyboard_at(&self, now: Instant) -> bool {
        match self.lock().keyboard {
            Keyboard::Here => true,
            Keyboard::LeftAt(left) => now.duration_since(left) < JUST_NOW,
            Keyboard::Elsewhere => false,
        }
    }

    fn note_keyboard(&self, here: bool, now: Instant) {
        let mut state = self.lock();
        state.keyboard = match (here, state.keyboard) {
            (true, _) => Keyboard::Here,
            (false, Keyboard::Here) => Keyboard::LeftAt(now),
            (false, before) => before,
        };
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Notes where the keyboard is.
pub fn on_event(window: &Window, event: &WindowEvent) {
    if let WindowEvent::Focused(here) = event
        && window.label() == MAIN
    {
        window.state::<MainWindow>().note_keyboard(*here, Instant::now());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_press_that_takes_the_keyboard_finds_the_window_that_had_it() {
        let (window, now) = (MainWindow::default(), Instant::now());
        assert!(!window.had_keyboard_at(now));

        window.note_keyboard(true, now);
        assert!(window.had_keyboard_at(now + Duration::from_secs(60)));

        window.note_keyboard(false, now);
        window.note_keyboard(false, now + Duration::from_millis(400));
        assert!(window.had_keyboard_at(now + Duration::from_millis(100)));
        assert!(!window.had_keyboard_at(now + JUST_NOW), "by then somebody is elsewhere");
    }
}
