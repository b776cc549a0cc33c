//! Keys pressed through the X server at a known moment.

use std::time::{Instant, SystemTime};

use sitrep_tests::desktop::Desktop;
use sitrep_tests::{Failure, Outcome};
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{ConnectionExt as _, KEY_PRESS_EVENT, KEY_RELEASE_EVENT};
use x11rb::protocol::xtest::ConnectionExt as _;
use x11rb::rust_connection::RustConnection;

/// Keys by their symbols.
pub const CONTROL: u32 = 0xffe3;
pub const ALT: u32 = 0xffe9;
pub const SPACE: u32 = 0x20;
pub const ENTER: u32 = 0xff0d;

/// A keyboard on one desktop.
pub struct Hands {
    connection: RustConnection,
}

impl Hands {
    /// Takes the keyboard of a desktop.
    pub fn on(desktop: &Desktop) -> Outcome<Self> {
        Ok(Self { connection: x11rb::connect(Some(desktop.display()))?.0 })
    }

    /// Presses a chord and lets it go; gives the moment before its last key went down, by both clocks.
    pub fn press(&self, keys: &[u32]) -> Outcome<(Instant, SystemTime)> {
        let codes = keys.iter().map(|key| self.code(*key)).collect::<Outcome<Vec<_>>>()?;
        let (last, held) = codes.split_last().ok_or_else(|| Failure::new("no key"))?;
        for code in held {
            self.send(KEY_PRESS_EVENT, *code)?;
        }
        self.connection.get_input_focus()?.reply()?;
        let moment = (Instant::now(), SystemTime::now());
        self.send(KEY_PRESS_EVENT, *last)?;
        for code in codes.iter().rev() {
            self.send(KEY_RELEASE_EVENT, *code)?;
        }
        self.connection.flush()?;
        Ok(moment)
    }

    fn send(&self, what: u8, code: u8) -> Outcome {
        self.connection.xtest_fake_input(what, code, 0, x11rb::NONE, 0, 0, 0)?;
        Ok(())
    }

    fn code(&self, symbol: u32) -> Outcome<u8> {
        let (first, last) = (self.connection.setup().min_keycode, self.connection.setup().max_keycode);
        let map = self.connection.get_keyboard_mapping(first, last - first + 1)?.reply()?;
        let mut symbols = (first..=last).zip(map.keysyms.chunks(usize::from(map.keysyms_per_keycode)));
        let found = symbols.find(|(_, symbols)| symbols.contains(&symbol));
        found.map(|(code, _)| code).ok_or_else(|| Failure::new(format!("no key gives {symbol:#x}")))
    }
}
