//! A key that was pressed, and whoever is told of it: keys know no window.

use tauri::{AppHandle, Manager};

use crate::page::Permit;

/// What a key is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyAct {
    /// Opens quick entry.
    Quick,
    /// Opens the declare line.
    Declare,
}

/// A key was pressed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Press {
    /// What for.
    pub act: KeyAct,
    /// By which the desktop lets a window take the keyboard.
    pub permit: Permit,
}

/// Who is told of each press, on a thread that must not be kept waiting. Given once, at the start.
pub struct OnPress(pub fn(&AppHandle, Press));

/// Tells of a press.
pub fn tell(app: &AppHandle, press: Press) {
    let on_press = app.state::<OnPress>().0;
    on_press(app, press);
}
