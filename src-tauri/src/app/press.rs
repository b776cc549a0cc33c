//! What a key that works from anywhere does.

use tauri::AppHandle;

use crate::desktop::display;
use crate::keys::{KeyAct, Press};
use crate::page::windows;

/// Shows what the key is for. On Wayland the desktop's token lets the window take the keyboard.
pub fn on_press(app: &AppHandle, press: Press) {
    let label = match press.act {
        KeyAct::Quick => windows::QUICK,
        KeyAct::Declare => windows::MAIN,
    };
    if let Some(token) = press.token {
        display::may_take_keyboard(app, label, token);
    }
    match press.act {
        KeyAct::Quick => windows::show_quick(app),
        KeyAct::Declare => windows::open(app, None, None),
    }
}
