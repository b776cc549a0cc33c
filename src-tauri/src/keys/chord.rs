//! A chord as a person writes it, read.

use std::str::FromStr;

use tauri_plugin_global_shortcut::{Modifiers, Shortcut};

use crate::refusal::Refusal;

/// Reads a chord that may be taken from every other program.
pub fn read(chord: &str) -> Result<Shortcut, Refusal> {
    let unreadable = || Refusal::HotkeyUnreadable { chord: chord.to_owned() };
    let shortcut = Shortcut::from_str(chord.trim()).map_err(|_| unreadable())?;
    // Shift alone types capitals, and no modifier at all would take a key away from every program.
    if shortcut.mods.intersects(Modifiers::CONTROL | Modifiers::ALT | Modifiers::SUPER) { Ok(shortcut) } else { Err(unreadable()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chords_that_would_take_a_key_away_from_typing_are_refused() {
        for chord in ["Ctrl+Alt+Space", "ctrl + alt + i", "Super+Shift+L", "Alt+F9"] {
            assert!(read(chord).is_ok(), "{chord}");
        }
        for chord in ["", "A", "Shift+A", "Ctrl+", "Ctrl+Nonsense", "Ctrl+A+B"] {
            assert!(read(chord).is_err(), "{chord}");
        }
    }
}
