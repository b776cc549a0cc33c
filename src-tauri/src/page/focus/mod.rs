//! Bringing a window up with the keyboard. Desktops keep a program from taking it out of a person's hands, unless it can show
//! that the person asked. What X11 alone knows is in `x11`; whether quick entry got the keyboard is seen to in `keyboard`.

pub mod keyboard;
#[cfg(target_os = "linux")]
mod x11;

use tauri::WebviewWindow;

/// What shows that a person asked for the window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Permit {
    /// A key was pressed at this time by the clock of the X server.
    #[cfg(target_os = "linux")]
    PressedAt(u32),
    /// The token that a Wayland desktop gave with a press.
    Token(String),
    /// The person asked in another way, just now.
    Asked,
}

/// Shows a window, in front and with the keyboard where the desktop allows it. For the windows' own thread.
#[cfg(target_os = "linux")]
pub fn present(window: &WebviewWindow, permit: Permit) {
    use gtk::prelude::{GtkWindowExt, WidgetExt};

    let Ok(window) = window.gtk_window() else { return };
    let time = match permit {
        Permit::PressedAt(time) => Some(time),
        Permit::Token(token) => {
            window.set_startup_id(&token);
            None
        }
        Permit::Asked => x11::server_time(&window),
    };
    window.deiconify();
    x11::note_asked(&window, time);
    window.show_all();
    match time {
        Some(time) => {
            window.present_with_time(time);
            x11::ask_for_keyboard(&window, time);
        }
        None => window.present(),
    }
}

/// Shows a window, in front and with the keyboard. Each step is tried: a window manager may ignore any of them.
#[cfg(not(target_os = "linux"))]
pub fn present(window: &WebviewWindow, _permit: Permit) {
    let _ = window.unminimize();
    let _ = window.show();
    let _ = window.set_focus();
}
