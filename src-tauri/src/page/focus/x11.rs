//! Asking an X11 window manager for the keyboard.

use std::sync::OnceLock;

use gdkx11::X11Window;
use gtk::ApplicationWindow;
use gtk::glib::Cast;
use gtk::prelude::WidgetExt;
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{Atom, ClientMessageEvent, ConnectionExt, EventMask, Window};
use x11rb::rust_connection::RustConnection;

/// By EWMH: a person asked for it just now, and not the program itself. A request of the program's own is turned down by
/// fluxbox over a fullscreen program and while somebody types, and by mutter and metacity by its time.
const A_PERSON_ASKED: u32 = 2;

/// The time by the X server's clock; none on Wayland.
pub fn server_time(window: &ApplicationWindow) -> Option<u32> {
    on_x11(window).map(|window| gdkx11::functions::x11_get_server_time(&window))
}

/// A window manager decides by this time, when the window comes up, whether the person asked for it last.
pub fn note_asked(window: &ApplicationWindow, time: Option<u32>) {
    if let (Some(window), Some(time)) = (on_x11(window), time) {
        window.set_user_time(time);
    }
}

/// Asks for the keyboard, and for the place in front, for a window that was shown. Whether it is given is seen later.
pub fn ask_for_keyboard(window: &ApplicationWindow, time: u32) {
    let (Some(on_x11), Some(server)) = (on_x11(window), server()) else { return };
    // The window manager is to know of the window before it hears the request, which goes another way.
    window.display().sync();
    // What it does not hear it does not do, which is seen and said.
    let _ = server.ask(on_x11.xid(), time);
}

/// A connection of our own, kept: the toolkit's would ask as a program.
struct Server {
    connection: RustConnection,
    root: Window,
    active_window: Atom,
}

fn server() -> Option<&'static Server> {
    static SERVER: OnceLock<Option<Server>> = OnceLock::new();
    SERVER.get_or_init(|| Server::connect().ok()).as_ref()
}

impl Server {
    fn connect() -> Result<Self, Box<dyn std::error::Error>> {
        let (connection, screen) = x11rb::connect(None)?;
        let root = connection.setup().roots.get(screen).ok_or("no such screen")?.root;
        let active_window = connection.intern_atom(false, b"_NET_ACTIVE_WINDOW")?.reply()?.atom;
        Ok(Self { connection, root, active_window })
    }

    fn ask(&self, window: u64, time: u32) -> Result<(), Box<dyn std::error::Error>> {
        let message = ClientMessageEvent::new(32, Window::try_from(window)?, self.active_window, [A_PERSON_ASKED, time, 0, 0, 0]);
        let to_the_manager = EventMask::SUBSTRUCTURE_REDIRECT | EventMask::SUBSTRUCTURE_NOTIFY;
        self.connection.send_event(false, self.root, to_the_manager, message)?;
        Ok(self.connection.flush()?)
    }
}

fn on_x11(window: &ApplicationWindow) -> Option<X11Window> {
    window.window()?.downcast::<X11Window>().ok()
}
