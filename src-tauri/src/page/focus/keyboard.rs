//! Whether quick entry, once it is up, has the keyboard. Where it has not, what is typed goes to the program behind: it is said,
//! and asked for again.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tauri::{AppHandle, Manager, WebviewWindow, WindowEvent};

use super::{Permit, present};
use crate::page::events;
use crate::page::seen::{SeenWindows, Sight};

/// Longer than a window manager takes, shorter than a word.
const A_MOMENT: Duration = Duration::from_millis(300);

/// Where the keyboard is, as far as quick entry is concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keyboard {
    /// In quick entry, or quick entry is put away.
    Fine,
    /// With another program, while quick entry is up and says so.
    Elsewhere,
    /// Still there after it was asked for again: quick entry may lie behind what has it, where nobody reads what it says.
    Refused,
}

/// Who is told each time that it changes. Given once, at the start.
pub struct OnKeyboard(pub fn(&AppHandle, Keyboard));

/// How it stands.
#[derive(Default)]
pub struct QuickKeyboard(Mutex<Watch>);

/// A look that was put off counts only if nothing happened since.
#[derive(Debug, Default)]
struct Watch {
    turn: u64,
    told: Option<Keyboard>,
}

/// What is done about a look that finds the keyboard elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    /// A person asked for quick entry: it is asked for again.
    Shown,
    /// It was asked for again.
    AskedAgain,
    /// A person went elsewhere, from where nobody is fetched back.
    Left,
}

impl Watch {
    /// Something happened; looks that were put off before it are void.
    fn begin(&mut self) -> u64 {
        self.turn += 1;
        self.turn
    }

    /// Whether this is news.
    fn tell(&mut self, keyboard: Keyboard) -> bool {
        self.told.replace(keyboard).unwrap_or(Keyboard::Fine) != keyboard
    }
}

impl QuickKeyboard {
    fn lock(&self) -> MutexGuard<'_, Watch> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Quick entry was shown.
pub fn on_shown(quick: &WebviewWindow) {
    look_later(quick, Look::Shown);
}

/// Quick entry was put away.
pub fn on_hidden(quick: &WebviewWindow) {
    be_content(quick);
}

/// Follows where the keyboard goes from now on.
pub fn follow(quick: &WebviewWindow) {
    let window = quick.clone();
    quick.on_window_event(move |event| match event {
        WindowEvent::Focused(true) => be_content(&window),
        WindowEvent::Focused(false) if is_up(&window) => look_later(&window, Look::Left),
        _ => {}
    });
}

fn be_content(quick: &WebviewWindow) {
    quick.state::<QuickKeyboard>().lock().begin();
    tell(quick, Keyboard::Fine);
}

fn is_up(quick: &WebviewWindow) -> bool {
    quick.state::<SeenWindows>().sight(quick.label()) == Sight::Seen
}

fn look_later(quick: &WebviewWindow, look: Look) {
    let turn = quick.state::<QuickKeyboard>().lock().begin();
    let quick = quick.clone();
    tauri::async_runtime::spawn(async move {
        tokio::time::sleep(A_MOMENT).await;
        let then = quick.clone();
        // An app that is ending says nothing more.
        drop(quick.run_on_main_thread(move || look_now(&then, look, turn)));
    });
}

fn look_now(quick: &WebviewWindow, look: Look, turn: u64) {
    if quick.state::<QuickKeyboard>().lock().turn != turn {
        return;
    }
    // Where the toolkit cannot say, nothing is claimed.
    if !is_up(quick) || quick.is_focused().unwrap_or(true) {
        return tell(quick, Keyboard::Fine);
    }
    match look {
        Look::Shown => {
            tell(quick, Keyboard::Elsewhere);
            present(quick, Permit::Asked);
            look_later(quick, Look::AskedAgain);
        }
        Look::AskedAgain => tell(quick, Keyboard::Refused),
        Look::Left => tell(quick, Keyboard::Elsewhere),
    }
}

fn tell(quick: &WebviewWindow, keyboard: Keyboard) {
    if quick.state::<QuickKeyboard>().lock().tell(keyboard) {
        events::keyboard_elsewhere(quick.app_handle(), &[quick.label()], &(keyboard != Keyboard::Fine));
        let on_keyboard = quick.state::<OnKeyboard>().0;
        on_keyboard(quick.app_handle(), keyboard);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_change_is_told_once() {
        let mut watch = Watch::default();
        assert!(!watch.tell(Keyboard::Fine), "nothing was said before");
        assert!(watch.tell(Keyboard::Elsewhere));
        assert!(!watch.tell(Keyboard::Elsewhere));
        assert!(watch.tell(Keyboard::Refused));
        assert!(watch.tell(Keyboard::Fine));
    }
}
