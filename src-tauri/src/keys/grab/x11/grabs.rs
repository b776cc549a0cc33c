//! The chords that are held, and hearing when one is pressed.

use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
use std::thread;

use tauri::{AppHandle, Manager};
use tauri_plugin_global_shortcut::Shortcut;
use x11rb::connection::Connection as _;
use x11rb::errors::ReplyError;
use x11rb::protocol::Event;
use x11rb::protocol::xkb::{self, ConnectionExt as _};
use x11rb::protocol::xproto::{ConnectionExt as _, GrabMode, Keycode, ModMask, Window};
use x11rb::rust_connection::RustConnection;

use super::held::HeldChords;
use super::keyboard::{Grip, Keyboard};
use crate::keys::grab::refused::Refused;
use crate::keys::press::{self, KeyAct, Press};
use crate::page::Permit;

/// The connection, made when the first chord is asked for.
pub struct Grabs {
    server: OnceLock<Option<Server>>,
    on_new_layout: fn(&AppHandle),
}

impl Grabs {
    /// `on_new_layout` is called when what is held no longer fits the keyboard, on a thread that must not be kept waiting.
    pub fn new(on_new_layout: fn(&AppHandle)) -> Self {
        Self { server: OnceLock::new(), on_new_layout }
    }
}

struct Server {
    connection: RustConnection,
    root: Window,
    held: Mutex<HeldChords>,
}

/// Holds a chord for `act` from now on.
pub fn hold(app: &AppHandle, shortcut: Shortcut, act: KeyAct) -> Result<(), Refused> {
    server(app)?.hold(shortcut, act)
}

/// Lets a chord go.
pub fn release(app: &AppHandle, shortcut: Shortcut) {
    if let Ok(server) = server(app) {
        server.release(shortcut);
    }
}

/// Whether nobody holds it, found out by holding it for a moment.
pub fn is_free(app: &AppHandle, shortcut: Shortcut) -> bool {
    server(app).is_ok_and(|server| server.is_free(shortcut))
}

/// A server that cannot be reached gives no keys.
fn server(app: &AppHandle) -> Result<&Server, Refused> {
    let grabs = app.state::<Grabs>().inner();
    let server = grabs.server.get_or_init(|| {
        let server = Server::connect().ok();
        if server.is_some() {
            let app = app.clone();
            // Without its thread no press is heard, which is said as any chord that cannot be had.
            thread::Builder::new().name("keys".to_owned()).spawn(move || listen(&app)).ok()?;
        }
        server
    });
    server.as_ref().ok_or(Refused::Taken)
}

/// Sleeps until something comes. Ends with the connection, which is when the display ends.
fn listen(app: &AppHandle) {
    let Ok(server) = server(app) else { return };
    while let Ok(event) = server.connection.wait_for_event() {
        match event {
            Event::KeyPress(pressed) => {
                if let Some(act) = server.lock().press(pressed.detail, pressed.state.into()) {
                    press::tell(app, Press { act, permit: Permit::PressedAt(pressed.time) });
                }
            }
            Event::KeyRelease(released) => server.lock().let_up(released.detail),
            Event::XkbMapNotify(_) | Event::XkbNewKeyboardNotify(_) | Event::MappingNotify(_) if !server.fits_keyboard() => {
                (app.state::<Grabs>().on_new_layout)(app)
            }
            _ => {}
        }
    }
}

impl Server {
    fn connect() -> Result<Self, Box<dyn std::error::Error>> {
        let (connection, screen) = x11rb::connect(None)?;
        let root = connection.setup().roots.get(screen).ok_or("no such screen")?.root;
        let server = Self { connection, root, held: Mutex::default() };
        server.listen_as_xkb_does()?;
        Ok(server)
    }

    /// A key that is kept down then comes as presses alone with one release at its end; and who listens like this is told of
    /// another layout as XKB tells it.
    fn listen_as_xkb_does(&self) -> Result<(), ReplyError> {
        let keyboard = xkb::ID::USE_CORE_KBD.into();
        let repeat = xkb::PerClientFlag::DETECTABLE_AUTO_REPEAT;
        let (none, all) = (xkb::BoolCtrl::default(), xkb::MapPart::from(u16::from(u8::MAX)));
        let layout = xkb::EventType::MAP_NOTIFY | xkb::EventType::NEW_KEYBOARD_NOTIFY;
        self.connection.xkb_use_extension(1, 0)?.reply()?;
        self.connection.xkb_per_client_flags(keyboard, repeat, repeat, none, none, none)?.reply()?;
        let details = xkb::SelectEventsAux::new();
        self.connection.xkb_select_events(keyboard, xkb::EventType::default(), layout, all, all, &details)?.check()
    }

    fn hold(&self, shortcut: Shortcut, act: KeyAct) -> Result<(), Refused> {
        let mut held = self.lock();
        let grip = self.grab(shortcut)?;
        held.add(shortcut, act, grip);
        Ok(())
    }

    fn release(&self, shortcut: Shortcut) {
        if let Some(grip) = self.lock().remove(shortcut) {
            self.ungrab(&grip);
        }
    }

    fn is_free(&self, shortcut: Shortcut) -> bool {
        let held = self.lock();
        if held.has(shortcut) {
            return false;
        }
        self.grab(shortcut).map(|grip| self.ungrab(&grip)).is_ok()
    }

    /// Another layout may have what a chord names on another key.
    fn fits_keyboard(&self) -> bool {
        let Ok(keyboard) = Keyboard::read(&self.connection) else { return true };
        self.lock().all(|shortcut, grip| keyboard.grip_on(shortcut).as_ref() == Some(grip))
    }

    /// All of its combinations with the locks, or none.
    fn grab(&self, shortcut: Shortcut) -> Result<Grip, Refused> {
        let keyboard = Keyboard::read(&self.connection).map_err(|_| Refused::Taken)?;
        let grip = keyboard.grip_on(shortcut).ok_or(Refused::NotOnKeyboard)?;
        for mask in &grip.masks {
            if self.grab_one(grip.key, *mask).is_err() {
                self.ungrab(&grip);
                return Err(Refused::Taken);
            }
        }
        Ok(grip)
    }

    fn grab_one(&self, key: Keycode, mask: ModMask) -> Result<(), ReplyError> {
        self.connection.grab_key(false, self.root, mask, key, GrabMode::ASYNC, GrabMode::ASYNC)?.check()
    }

    fn ungrab(&self, grip: &Grip) {
        for mask in &grip.masks {
            // What is not held needs no letting go.
            let _ = self.connection.ungrab_key(grip.key, self.root, *mask);
        }
        let _ = self.connection.flush();
    }

    fn lock(&self) -> MutexGuard<'_, HeldChords> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
