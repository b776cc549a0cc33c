//! The chords that are ours, and which of them a press means.

use tauri_plugin_global_shortcut::Shortcut;
use x11rb::protocol::xproto::{Keycode, ModMask};

use super::keyboard::{Grip, modifiers};
use crate::keys::press::KeyAct;

/// The modifiers of which a chord can be made; others, as the locks, are passed over.
const OF_CHORDS: u16 = 0b0100_1101;

/// The chords that are held.
#[derive(Default)]
pub struct HeldChords(Vec<Held>);

struct Held {
    shortcut: Shortcut,
    act: KeyAct,
    grip: Grip,
    /// A key that is kept down is pressed once.
    down: bool,
}

impl HeldChords {
    /// One more.
    pub fn add(&mut self, shortcut: Shortcut, act: KeyAct, grip: Grip) {
        self.0.push(Held { shortcut, act, grip, down: false });
    }

    /// One less; gives what was grabbed for it.
    pub fn remove(&mut self, shortcut: Shortcut) -> Option<Grip> {
        let at = self.0.iter().position(|held| held.shortcut == shortcut)?;
        Some(self.0.remove(at).grip)
    }

    /// Whether a chord is among them.
    pub fn has(&self, shortcut: Shortcut) -> bool {
        self.0.iter().any(|held| held.shortcut == shortcut)
    }

    /// Whether all are as the test wants them.
    pub fn all(&self, is_so: impl Fn(Shortcut, &Grip) -> bool) -> bool {
        self.0.iter().all(|held| is_so(held.shortcut, &held.grip))
    }

    /// What the press of a key is for; nothing where it only repeats.
    pub fn press(&mut self, key: Keycode, state: u16) -> Option<KeyAct> {
        let of_chord = ModMask::from(state & OF_CHORDS);
        let held = self.0.iter_mut().find(|held| held.grip.key == key && modifiers(held.shortcut) == of_chord)?;
        (!std::mem::replace(&mut held.down, true)).then_some(held.act)
    }

    /// A key was let up.
    pub fn let_up(&mut self, key: Keycode) {
        for held in self.0.iter_mut().filter(|held| held.grip.key == key) {
            held.down = false;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::str::FromStr;

    use super::*;

    const SPACE: Keycode = 65;
    const CONTROL_ALT: u16 = 0b1100;
    const NUM_LOCK: u16 = 0b1_0000;

    fn held() -> HeldChords {
        let mut held = HeldChords::default();
        for (chord, act) in [("Ctrl+Alt+Space", KeyAct::Quick), ("Ctrl+Space", KeyAct::Declare)] {
            held.add(Shortcut::from_str(chord).expect("a chord"), act, Grip { key: SPACE, masks: vec![] });
        }
        held
    }

    #[test]
    fn a_key_that_is_kept_down_is_pressed_once() {
        let mut held = held();
        assert_eq!(held.press(SPACE, CONTROL_ALT), Some(KeyAct::Quick));
        assert_eq!(held.press(SPACE, CONTROL_ALT), None);
        held.let_up(SPACE);
        assert_eq!(held.press(SPACE, CONTROL_ALT), Some(KeyAct::Quick));
    }

    #[test]
    fn modifiers_tell_chords_apart_and_locks_do_not() {
        let mut held = held();
        assert_eq!(held.press(SPACE, 0b0100 | NUM_LOCK), Some(KeyAct::Declare));
        assert_eq!(held.press(SPACE, 0b0101), None);
    }
}
