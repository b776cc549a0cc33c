//! What a key that works from anywhere does, and what is said where its window did not get the keyboard.

use tauri::{AppHandle, Manager};

use crate::keys::{KeyAct, Press};
use crate::notifications::{About, Notification, Notifier};
use crate::page::{Keyboard, QuickFor, windows};

/// Shows what the key is for.
pub fn on_press(app: &AppHandle, press: Press) {
    match press.act {
        KeyAct::Quick => windows::show_quick(app, press.permit, QuickFor::Anything),
        KeyAct::Declare => windows::open_declaration(app, press.permit),
    }
}

/// Quick entry says by itself that it is without the keyboard. Where a window manager leaves it behind a fullscreen program,
/// nobody sees that, so the desktop says it too.
pub fn on_keyboard(app: &AppHandle, keyboard: Keyboard) {
    let notifier = app.state::<Notifier>();
    match keyboard {
        Keyboard::Elsewhere => {}
        Keyboard::Fine => notifier.withdraw(|about| matches!(about, About::Keyboard)),
        // The window says it as well, whether or not this can be shown.
        Keyboard::Refused => notifier.show(without_keyboard(), |_| {}),
    }
}

fn without_keyboard() -> Notification {
    Notification {
        thread: "keyboard".to_owned(),
        title: "Quick entry is open without the keyboard".to_owned(),
        body: "What you type goes to the program in front; none of it is logged. Press the hotkey again, or Open.".to_owned(),
        critical: true,
        actions: vec![("open".to_owned(), "Open".to_owned())],
        about: About::Keyboard,
    }
}
