//! The windows on a desktop, as the X server knows them.

use x11rb::connection::Connection;
use x11rb::protocol::xproto::{Atom, AtomEnum, ConnectionExt, GrabMode, MapState, ModMask, Window};
use x11rb::rust_connection::RustConnection;

use crate::desktop::Desktop;
use crate::wait::{eventually, until};
use crate::{Failure, Outcome};

/// Whether a title is the main window's.
#[must_use]
pub fn is_main(title: &str) -> bool {
    title.contains("Sitrep") && !is_quick(title)
}

/// Whether a title is quick entry's.
#[must_use]
pub fn is_quick(title: &str) -> bool {
    title == "Sitrep quick entry"
}

/// Whether a title is the terminal's.
#[must_use]
pub fn is_terminal(title: &str) -> bool {
    title == TERMINAL
}

/// The title of the terminal that a journey opens.
pub(crate) const TERMINAL: &str = "terminal";

/// A look at the screen.
pub struct Screen {
    connection: RustConnection,
    root: Window,
}

impl Screen {
    /// Looks at a desktop's screen.
    pub fn of(desktop: &Desktop) -> Outcome<Self> {
        let (connection, number) = x11rb::connect(Some(desktop.display()))?;
        let root = connection.setup().roots[number].root;
        Ok(Self { connection, root })
    }

    fn atom(&self, name: &str) -> Outcome<Atom> {
        Ok(self.connection.intern_atom(false, name.as_bytes())?.reply()?.atom)
    }

    fn words(&self, window: Window, property: &str) -> Outcome<Vec<u32>> {
        let property = self.atom(property)?;
        let reply = self.connection.get_property(false, window, property, AtomEnum::ANY, 0, 1024)?.reply()?;
        Ok(reply.value32().map(Iterator::collect).unwrap_or_default())
    }

    fn words_of_title(&self, window: Window, property: &str) -> Outcome<String> {
        let property = self.atom(property)?;
        let reply = self.connection.get_property(false, window, property, AtomEnum::ANY, 0, 1024)?.reply()?;
        Ok(String::from_utf8_lossy(&reply.value).into_owned())
    }

    /// A window's title, in the modern property or, as xterm sets it, the old one.
    pub fn title(&self, window: Window) -> Outcome<String> {
        let modern = self.words_of_title(window, "_NET_WM_NAME")?;
        if modern.is_empty() { self.words_of_title(window, "WM_NAME") } else { Ok(modern) }
    }

    /// Whether a window manager is at work.
    pub fn has_manager(&self) -> Outcome<bool> {
        Ok(!self.words(self.root, "_NET_SUPPORTING_WM_CHECK")?.is_empty())
    }

    /// The windows that the window manager looks after and that are on the screen, with their titles.
    pub fn windows(&self) -> Outcome<Vec<(Window, String)>> {
        let mut shown = Vec::new();
        for window in self.words(self.root, "_NET_CLIENT_LIST")? {
            let Ok(attributes) = self.connection.get_window_attributes(window)?.reply() else { continue };
            if attributes.map_state == MapState::VIEWABLE {
                shown.push((window, self.title(window)?));
            }
        }
        Ok(shown)
    }

    /// The window that has the keyboard, by the window manager's word.
    pub fn active(&self) -> Outcome<Option<Window>> {
        Ok(self.words(self.root, "_NET_ACTIVE_WINDOW")?.first().copied().filter(|window| *window != 0))
    }

    /// The title of the window that has the keyboard.
    pub fn active_title(&self) -> Outcome<String> {
        self.active()?.map_or_else(|| Ok(String::new()), |window| self.title(window))
    }

    /// Whether a window that the test accepts is on the screen.
    pub fn shows(&self, accepts: impl Fn(&str) -> bool) -> Outcome<bool> {
        Ok(self.windows()?.iter().any(|(_, title)| accepts(title)))
    }

    /// Waits until no window that the test accepts is on the screen.
    pub fn wait_until_gone(&self, what: &str, accepts: impl Fn(&str) -> bool) -> Outcome {
        until(&format!("{what} to be gone"), || Ok(!self.shows(&accepts)?))
    }

    /// The width and height of a window.
    pub fn size(&self, window: Window) -> Outcome<(u16, u16)> {
        let geometry = self.connection.get_geometry(window)?.reply()?;
        Ok((geometry.width, geometry.height))
    }

    /// Whether a window fills the screen, by the window manager's word.
    pub fn is_fullscreen(&self, window: Window) -> Outcome<bool> {
        let fullscreen = self.atom("_NET_WM_STATE_FULLSCREEN")?;
        Ok(self.words(window, "_NET_WM_STATE")?.contains(&fullscreen))
    }

    /// Whether nothing lies over the middle of a window.
    pub fn is_in_front(&self, window: Window) -> Outcome<bool> {
        let (width, height) = self.size(window)?;
        let middle = (i16::try_from(width / 2)?, i16::try_from(height / 2)?);
        let at = self.connection.translate_coordinates(window, self.root, middle.0, middle.1)?.reply()?;
        let there = self.connection.translate_coordinates(self.root, self.root, at.dst_x, at.dst_y)?.reply()?.child;
        Ok(there == self.frame_of(window)?)
    }

    /// The outermost window around a window, which the window manager may have put there.
    fn frame_of(&self, window: Window) -> Outcome<Window> {
        let mut frame = window;
        loop {
            let parent = self.connection.query_tree(frame)?.reply()?.parent;
            if parent == self.root || parent == x11rb::NONE {
                return Ok(frame);
            }
            frame = parent;
        }
    }

    fn key_code(&self, symbol: u32) -> Outcome<u8> {
        let (first, last) = (self.connection.setup().min_keycode, self.connection.setup().max_keycode);
        let map = self.connection.get_keyboard_mapping(first, last - first + 1)?.reply()?;
        let mut symbols = map.keysyms.chunks(usize::from(map.keysyms_per_keycode));
        let found = (first..=last).find(|_| symbols.next().is_some_and(|symbols| symbols.contains(&symbol)));
        found.ok_or_else(|| Failure::new(format!("no key gives the symbol {symbol:#x}")))
    }

    /// Takes Control+Alt and a key for itself, as another program would, until this look at the screen ends.
    pub fn hold_control_alt(&self, key: char) -> Outcome {
        let code = self.key_code(u32::from(key))?;
        let chord = ModMask::CONTROL | ModMask::M1;
        self.connection.grab_key(false, self.root, chord, code, GrabMode::ASYNC, GrabMode::ASYNC)?.check()?;
        Ok(())
    }

    /// Lays the keyboard out anew: two keys change places.
    pub fn swap_keys(&self, one: char, other: char) -> Outcome {
        let (one, other) = (self.key_code(u32::from(one))?, self.key_code(u32::from(other))?);
        let (of_one, of_other) =
            (self.connection.get_keyboard_mapping(one, 1)?.reply()?, self.connection.get_keyboard_mapping(other, 1)?.reply()?);
        for (key, mapping) in [(one, of_other), (other, of_one)] {
            self.connection.change_keyboard_mapping(1, key, mapping.keysyms_per_keycode, &mapping.keysyms)?.check()?;
        }
        Ok(())
    }

    /// Waits for a window whose title the test accepts.
    pub fn wait_for(&self, what: &str, accepts: impl Fn(&str) -> bool) -> Outcome<Window> {
        eventually(what, || Ok(self.windows()?.into_iter().find(|(_, title)| accepts(title)).map(|(window, _)| window)))
    }

    /// Waits until the window with the keyboard is one that the test accepts.
    pub fn wait_until_active(&self, what: &str, accepts: impl Fn(&str) -> bool) -> Outcome {
        until(what, || Ok(accepts(&self.active_title()?)))
    }
}
