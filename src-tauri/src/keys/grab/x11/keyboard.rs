//! Which key of the keyboard at hand a chord means.

use gtk::gdk::keys::{Key, constants};
use tauri_plugin_global_shortcut::{Modifiers, Shortcut};
use x11rb::errors::ReplyError;
use x11rb::protocol::xproto::{ConnectionExt, Keycode, ModMask};
use x11rb::rust_connection::RustConnection;

/// The keys whose names on the web and on X differ by more than a prefix.
const NAMES: [(&str, &str); 36] = [
    ("Backquote", "grave"),
    ("Backslash", "backslash"),
    ("BracketLeft", "bracketleft"),
    ("BracketRight", "bracketright"),
    ("Comma", "comma"),
    ("Equal", "equal"),
    ("Minus", "minus"),
    ("Period", "period"),
    ("Quote", "apostrophe"),
    ("Semicolon", "semicolon"),
    ("Slash", "slash"),
    ("Backspace", "BackSpace"),
    ("CapsLock", "Caps_Lock"),
    ("Enter", "Return"),
    ("Space", "space"),
    ("PageDown", "Page_Down"),
    ("PageUp", "Page_Up"),
    ("PrintScreen", "Print"),
    ("ScrollLock", "Scroll_Lock"),
    ("NumLock", "Num_Lock"),
    ("NumpadAdd", "KP_Add"),
    ("NumpadDecimal", "KP_Decimal"),
    ("NumpadDivide", "KP_Divide"),
    ("NumpadEnter", "KP_Enter"),
    ("NumpadEqual", "KP_Equal"),
    ("NumpadMultiply", "KP_Multiply"),
    ("NumpadSubtract", "KP_Subtract"),
    ("AudioVolumeDown", "AudioLowerVolume"),
    ("AudioVolumeUp", "AudioRaiseVolume"),
    ("AudioVolumeMute", "AudioMute"),
    ("MediaPlay", "AudioPlay"),
    ("MediaPlayPause", "AudioPlay"),
    ("MediaPause", "AudioPause"),
    ("MediaStop", "AudioStop"),
    ("MediaTrackNext", "AudioNext"),
    ("MediaTrackPrevious", "AudioPrev"),
];

/// What is grabbed for a chord.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grip {
    /// The key.
    pub key: Keycode,
    /// With each of these modifiers.
    pub masks: Vec<ModMask>,
}

/// The keyboard as it is laid out now.
pub struct Keyboard {
    first: Keycode,
    /// What each key types, on each of its levels.
    levels: Vec<Vec<u32>>,
    /// The modifiers that lock; a chord means the same with and without them.
    locks: Vec<ModMask>,
}

impl Keyboard {
    /// Asks the server for it.
    pub fn read(connection: &RustConnection) -> Result<Self, ReplyError> {
        use x11rb::connection::Connection as _;

        let (first, last) = (connection.setup().min_keycode, connection.setup().max_keycode);
        let mapping = connection.get_keyboard_mapping(first, last - first + 1)?.reply()?;
        let levels = mapping.keysyms.chunks(usize::from(mapping.keysyms_per_keycode.max(1))).map(<[u32]>::to_vec).collect();
        let modifiers = connection.get_modifier_mapping()?.reply()?;
        let holders = modifiers.keycodes.chunks(usize::from(modifiers.keycodes_per_modifier().max(1))).map(<[Keycode]>::to_vec);
        Ok(Self::of(first, levels, &holders.collect::<Vec<_>>()))
    }

    /// `holders` are the keys of each of the eight modifiers.
    fn of(first: Keycode, levels: Vec<Vec<u32>>, holders: &[Vec<Keycode>]) -> Self {
        let mut keyboard = Self { first, levels, locks: vec![ModMask::LOCK] };
        for lock in [constants::Num_Lock, constants::Scroll_Lock] {
            let Some(key) = keyboard.key_that_types(*lock) else { continue };
            let modifier = holders.iter().position(|keys| keys.contains(&key));
            keyboard.locks.extend(modifier.map(|place| ModMask::from(1_u16 << place)));
        }
        keyboard
    }

    /// The key that types this, on its lowest level where several do.
    fn key_that_types(&self, keysym: u32) -> Option<Keycode> {
        let most = self.levels.iter().map(Vec::len).max().unwrap_or(0);
        let on_level = |level: usize| self.levels.iter().position(|key| key.get(level) == Some(&keysym));
        let place = (0..most).find_map(on_level)?;
        Some(self.first + Keycode::try_from(place).ok()?)
    }

    /// What has to be grabbed for a chord, if there is a key for it.
    pub fn grip_on(&self, shortcut: Shortcut) -> Option<Grip> {
        let key = self.key_that_types(keysym(&shortcut.key.to_string())?)?;
        Some(Grip { key, masks: self.with_locks(shortcut) })
    }

    /// The modifiers of a chord with each combination of those that lock.
    fn with_locks(&self, shortcut: Shortcut) -> Vec<ModMask> {
        let mut all = vec![modifiers(shortcut)];
        for lock in &self.locks {
            let with_lock: Vec<ModMask> = all.iter().map(|mask| *mask | *lock).filter(|mask| !all.contains(mask)).collect();
            all.extend(with_lock);
        }
        all
    }
}

/// What a chord's modifiers are on X.
pub fn modifiers(shortcut: Shortcut) -> ModMask {
    let pairs = [
        (Modifiers::SHIFT, ModMask::SHIFT),
        (Modifiers::CONTROL, ModMask::CONTROL),
        (Modifiers::ALT, ModMask::M1),
        (Modifiers::SUPER, ModMask::M4),
    ];
    let held = pairs.into_iter().filter(|(held, _)| shortcut.mods.contains(*held));
    held.fold(ModMask::default(), |mask, (_, on_x)| mask | on_x)
}

/// What a key that is named as on the web types on X.
fn keysym(name: &str) -> Option<u32> {
    let named = NAMES.iter().find(|(web, _)| *web == name).map(|(_, x)| (*x).to_owned());
    let letter = || name.strip_prefix("Key").map(str::to_lowercase);
    let digit = || name.strip_prefix("Digit").map(str::to_owned);
    let numpad = || name.strip_prefix("Numpad").map(|digit| format!("KP_{digit}"));
    let arrow = || name.strip_prefix("Arrow").map(str::to_owned);
    let keyval = Key::from_name(&named.or_else(letter).or_else(digit).or_else(numpad).or_else(arrow).unwrap_or_else(|| name.to_owned()));
    Some(*keyval).filter(|keyval| *keyval != *constants::VoidSymbol)
}

#[cfg(test)]
mod tests {
    use std::str::FromStr;

    use super::*;

    fn chord(text: &str) -> Shortcut {
        Shortcut::from_str(text).expect("a chord")
    }

    /// Keys 8 and up: `a A`, `l L`, `space`, Num_Lock; the second modifier row holds Num_Lock.
    fn keyboard() -> Keyboard {
        let levels = vec![vec![0x61, 0x41], vec![0x6c, 0x4c], vec![0x20, 0x61], vec![*constants::Num_Lock]];
        Keyboard::of(8, levels, &[vec![], vec![], vec![], vec![], vec![11], vec![], vec![], vec![]])
    }

    #[test]
    fn every_key_that_a_chord_can_name_is_known_here() {
        let named = "A 7 Space Enter , . - = / \\ ; ' ` [ ] Backspace Tab Delete End Home Insert PageDown PageUp Escape Up Down Left \
                     Right F1 F12 F24 Num5 NumAdd NumEnter CapsLock NumLock ScrollLock PrintScreen Pause VolumeUp VolumeDown \
                     VolumeMute MediaPlay MediaPause MediaStop MediaTrackNext MediaTrackPrev MediaPlayPause";
        for name in named.split_whitespace() {
            let key = chord(&format!("Ctrl+{name}")).key.to_string();
            assert!(keysym(&key).is_some(), "{name} is {key}");
        }
        assert_eq!(keysym("KeyL"), Some(0x6c));
        assert_eq!(keysym("Nonsense"), None);
    }

    #[test]
    fn a_chord_is_the_key_that_types_it_on_this_layout() {
        let key_of = |text: &str| keyboard().grip_on(chord(text)).map(|grip| grip.key);
        assert_eq!(key_of("Ctrl+L"), Some(9));
        assert_eq!(key_of("Ctrl+A"), Some(8), "and not a key that types it with AltGr");
        assert_eq!(key_of("Ctrl+F9"), None);
    }

    #[test]
    fn locks_make_no_other_chord() {
        let num = ModMask::from(1_u16 << 4);
        let control = ModMask::CONTROL;
        let wanted = [control, control | ModMask::LOCK, control | num, control | ModMask::LOCK | num];
        assert_eq!(keyboard().with_locks(chord("Ctrl+L")), wanted);
    }
}
