//! Bringing a window up with the keyboard. Desktops keep a program from taking it out of a person's hands, unless it can show
//! that the person asked.

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
        Permit::Asked => linux::server_time(&window),
    };
    window.deiconify();
    linux::note_asked(&window, time);
    window.show_all();
    match time {
        Some(time) => window.present_with_time(time),
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

#[cfg(target_os = "linux")]
mod linux {
    use gdkx11::X11Window;
    use gtk::glib::Cast;
    use gtk::prelude::WidgetExt;

    /// The time by the X server's clock; none on Wayland.
    pub fn server_time(window: &gtk::ApplicationWindow) -> Option<u32> {
        on_x11(window).map(|window| gdkx11::functions::x11_get_server_time(&window))
    }

    /// A window manager decides by this time, when the window comes up, whether the person asked for it last.
    pub fn note_asked(window: &gtk::ApplicationWindow, time: Option<u32>) {
        if let (Some(window), Some(time)) = (on_x11(window), time) {
            window.set_user_time(time);
        }
    }

    fn on_x11(window: &gtk::ApplicationWindow) -> Option<X11Window> {
        window.window()?.downcast::<X11Window>().ok()
    }
}
