//! The keys that work from anywhere: one opens quick entry, one declares.

use std::str::FromStr;
use std::sync::{Mutex, MutexGuard, PoisonError};

use sitrep_workstation::Settings;
use tauri::{AppHandle, Manager};
use tauri_plugin_global_shortcut::{GlobalShortcutExt, Modifiers, Shortcut, ShortcutState};

use crate::refusal::Refusal;
use crate::views::{HotkeyState, NoticeKind};
use crate::{desktop_keys, desktop_report, display, notices, windows};

/// Chords to offer when the set one is taken; they are tried before they are offered.
const CANDIDATES: [&str; 8] =
    ["Ctrl+Alt+L", "Ctrl+Shift+Space", "Ctrl+Alt+J", "Alt+Shift+L", "Ctrl+Alt+Enter", "Ctrl+Shift+F9", "Super+Shift+L", "Ctrl+Alt+F9"];
/// How many are offered.
const OFFERED: usize = 3;

/// What a key does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Opens quick entry.
    Quick,
    /// Opens the declare line.
    Declare,
}

/// The keys as they stand.
#[derive(Default)]
pub struct Hotkeys {
    keys: Mutex<Keys>,
}

#[derive(Default)]
struct Keys {
    quick: Key,
    declare: Key,
}

/// One chord and whether it fires.
#[derive(Debug, Clone, Default)]
struct Key {
    chord: String,
    held: Option<Shortcut>,
    problem: Option<String>,
}

/// Takes the chords of the settings, on a thread of its own: each takes the system a moment, and asking for one from within
/// a key's handler would freeze the app.
pub fn apply(app: &AppHandle, settings: &Settings) {
    if !display::has_global_keys() {
        return desktop_keys::apply(app, settings);
    }
    let (app, settings) = (app.clone(), settings.clone());
    tauri::async_runtime::spawn_blocking(move || {
        let hotkeys = app.state::<Hotkeys>();
        let mut keys = lock(&hotkeys);
        take_both(&app, &mut keys, &settings);
    });
}

/// Changes the chords before the settings are saved. A chord that is refused leaves both as they were.
pub fn change(app: &AppHandle, settings: &Settings) -> Result<(), Refusal> {
    let (quick, declare) = (read(&settings.quick_entry_hotkey)?, read(&settings.declare_hotkey)?);
    if quick == declare {
        return Err(Refusal::HotkeyTwice { chord: settings.declare_hotkey.clone() });
    }
    if !display::has_global_keys() {
        desktop_keys::apply(app, settings);
        return Ok(());
    }
    let hotkeys = app.state::<Hotkeys>();
    let mut keys = lock(&hotkeys);
    for (chord, shortcut) in [(&settings.quick_entry_hotkey, quick), (&settings.declare_hotkey, declare)] {
        if !keys.have(chord, shortcut) && !is_free(app, shortcut) {
            return Err(Refusal::HotkeyTaken { chord: chord.clone(), free: suggestions(app) });
        }
    }
    take_both(app, &mut keys, settings);
    Ok(())
}

/// Both are let go before either is taken, so that the two may change places.
fn take_both(app: &AppHandle, keys: &mut Keys, settings: &Settings) {
    release(app, &mut keys.quick);
    release(app, &mut keys.declare);
    keys.quick = take(app, &settings.quick_entry_hotkey, Act::Quick);
    keys.declare = take(app, &settings.declare_hotkey, Act::Declare);
    tell(app, keys);
}

impl Keys {
    /// Whether a chord is one of ours already, working or not: keeping it is no change to refuse.
    fn have(&self, chord: &str, shortcut: Shortcut) -> bool {
        [&self.quick, &self.declare].into_iter().any(|key| key.chord == chord || key.held == Some(shortcut))
    }
}

/// How the key of quick entry stands. Other chords are tried only if it does not work.
pub fn state(app: &AppHandle) -> HotkeyState {
    if !display::has_global_keys() {
        return desktop_keys::state(app);
    }
    let hotkeys = app.state::<Hotkeys>();
    let key = lock(&hotkeys).quick.clone();
    let suggestions = if key.held.is_some() { vec![] } else { suggestions(app) };
    standing(&key, suggestions)
}

fn standing(key: &Key, suggestions: Vec<String>) -> HotkeyState {
    HotkeyState { works: key.held.is_some(), chord: key.chord.clone(), problem: key.problem.clone(), suggestions, desktop: None }
}

/// Holds `chord` for `act` from now on, or notes why that cannot be.
fn take(app: &AppHandle, chord: &str, act: Act) -> Key {
    let held = read(chord).map_err(|refusal| refusal.to_string());
    let held = held.and_then(|shortcut| match hold(app, shortcut, act) {
        Ok(()) => Ok(shortcut),
        Err(_) => Err(format!("Another program holds {chord}.")),
    });
    Key { chord: chord.to_owned(), held: held.as_ref().ok().copied(), problem: held.err() }
}

fn hold(app: &AppHandle, shortcut: Shortcut, act: Act) -> Result<(), tauri_plugin_global_shortcut::Error> {
    app.global_shortcut().on_shortcut(shortcut, move |app, _, event| {
        if event.state == ShortcutState::Pressed {
            fire(app, act, None);
        }
    })
}

/// Does what a key does. On Wayland the desktop's token lets the window take the keyboard.
pub fn fire(app: &AppHandle, act: Act, token: Option<String>) {
    let label = if act == Act::Quick { windows::QUICK } else { windows::MAIN };
    if let Some(token) = token {
        display::may_take_keyboard(app, label, token);
    }
    match act {
        Act::Quick => windows::show_quick(app),
        Act::Declare => windows::open(app, None, None),
    }
}

fn release(app: &AppHandle, key: &mut Key) {
    if let Some(shortcut) = key.held.take() {
        // A key that is not held needs no letting go.
        let _ = app.global_shortcut().unregister(shortcut);
    }
}

fn read(chord: &str) -> Result<Shortcut, Refusal> {
    let unreadable = || Refusal::HotkeyUnreadable { chord: chord.to_owned() };
    let shortcut = Shortcut::from_str(chord.trim()).map_err(|_| unreadable())?;
    // Shift alone types capitals, and no modifier at all would take a key away from every program.
    if shortcut.mods.intersects(Modifiers::CONTROL | Modifiers::ALT | Modifiers::SUPER) { Ok(shortcut) } else { Err(unreadable()) }
}

fn suggestions(app: &AppHandle) -> Vec<String> {
    let free = CANDIDATES.into_iter().filter(|chord| read(chord).is_ok_and(|shortcut| is_free(app, shortcut)));
    free.take(OFFERED).map(str::to_owned).collect()
}

/// Whether nobody holds it, found out by holding it for a moment.
fn is_free(app: &AppHandle, shortcut: Shortcut) -> bool {
    let keys = app.global_shortcut();
    if keys.is_registered(shortcut) {
        return false;
    }
    let free = keys.register(shortcut).is_ok();
    if free {
        let _ = keys.unregister(shortcut);
    }
    free
}

fn tell(app: &AppHandle, keys: &Keys) {
    for (subject, key, still) in [
        ("quick", &keys.quick, "`sitrep quick` still opens quick entry."),
        ("declare", &keys.declare, "Ctrl+N in the window and `sitrep declare` still declare."),
    ] {
        match &key.problem {
            Some(problem) => drop(notices::put(app, subject, NoticeKind::Hotkey, problem.clone(), still)),
            None => notices::retain(app, NoticeKind::Hotkey, |present| present != subject),
        }
    }
    desktop_report::hotkey(app, &standing(&keys.quick, vec![]));
}

fn lock(hotkeys: &Hotkeys) -> MutexGuard<'_, Keys> {
    hotkeys.keys.lock().unwrap_or_else(PoisonError::into_inner)
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

    #[test]
    fn every_offer_can_be_read() {
        for chord in CANDIDATES {
            assert!(read(chord).is_ok(), "{chord}");
        }
    }
}
