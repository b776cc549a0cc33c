//! Keys that the app takes itself, where a desktop lets programs do that.

use std::sync::{Mutex, MutexGuard, PoisonError};

use sitrep_workstation::Settings;
use tauri::{AppHandle, Manager};
use tauri_plugin_global_shortcut::Shortcut;

use super::chord;
use super::grab;
use super::press::KeyAct;
use super::report;
use super::shapes::HotkeyState;
use crate::notices;
use crate::page::NoticeKind;
use crate::refusal::Refusal;

/// Chords to offer when the set one is taken; they are tried before they are offered.
const CANDIDATES: [&str; 8] =
    ["Ctrl+Alt+L", "Ctrl+Shift+Space", "Ctrl+Alt+J", "Alt+Shift+L", "Ctrl+Alt+Enter", "Ctrl+Shift+F9", "Super+Shift+L", "Ctrl+Alt+F9"];
/// How many are offered.
const OFFERED: usize = 3;

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
    let (app, settings) = (app.clone(), settings.clone());
    tauri::async_runtime::spawn_blocking(move || {
        let hotkeys = app.state::<Hotkeys>();
        let mut keys = lock(&hotkeys);
        take_both(&app, &mut keys, &settings);
    });
}

/// Changes the chords before the settings are saved. A chord that is refused leaves both as they were.
pub fn change(app: &AppHandle, settings: &Settings) -> Result<(), Refusal> {
    let hotkeys = app.state::<Hotkeys>();
    let mut keys = lock(&hotkeys);
    for chord in [&settings.quick_entry_hotkey, &settings.declare_hotkey] {
        let shortcut = chord::read(chord)?;
        if !keys.have(chord, shortcut) && !grab::is_free(app, shortcut) {
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
    keys.quick = take(app, &settings.quick_entry_hotkey, KeyAct::Quick);
    keys.declare = take(app, &settings.declare_hotkey, KeyAct::Declare);
    tell(app, keys);
}

impl Keys {
    /// Whether a chord is one of ours already, working or not: keeping it is no change to refuse.
    fn have(&self, chord: &str, shortcut: Shortcut) -> bool {
        [&self.quick, &self.declare].into_iter().any(|key| key.chord == chord || key.held == Some(shortcut))
    }
}

/// How the key of quick entry stands. Other chords are tried only if it does not work.
pub fn hotkey_state(app: &AppHandle) -> HotkeyState {
    let hotkeys = app.state::<Hotkeys>();
    let key = lock(&hotkeys).quick.clone();
    let suggestions = if key.held.is_some() { vec![] } else { suggestions(app) };
    describe(&key, suggestions)
}

fn describe(key: &Key, suggestions: Vec<String>) -> HotkeyState {
    HotkeyState { works: key.held.is_some(), chord: key.chord.clone(), problem: key.problem.clone(), suggestions, desktop: None }
}

/// Holds `chord` for `act` from now on, or notes why that cannot be.
fn take(app: &AppHandle, chord: &str, act: KeyAct) -> Key {
    let held = chord::read(chord).map_err(|refusal| refusal.to_string());
    let held = held.and_then(|shortcut| match grab::hold(app, shortcut, act) {
        Ok(()) => Ok(shortcut),
        Err(_) => Err(format!("Another program holds {chord}.")),
    });
    Key { chord: chord.to_owned(), held: held.as_ref().ok().copied(), problem: held.err() }
}

fn release(app: &AppHandle, key: &mut Key) {
    if let Some(shortcut) = key.held.take() {
        grab::release(app, shortcut);
    }
}

fn suggestions(app: &AppHandle) -> Vec<String> {
    let free = CANDIDATES.into_iter().filter(|chord| chord::read(chord).is_ok_and(|shortcut| grab::is_free(app, shortcut)));
    free.take(OFFERED).map(str::to_owned).collect()
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
    report::keep(app, &describe(&keys.quick, vec![]));
}

fn lock(hotkeys: &Hotkeys) -> MutexGuard<'_, Keys> {
    hotkeys.keys.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_offer_can_be_read() {
        for chord in CANDIDATES {
            assert!(chord::read(chord).is_ok(), "{chord}");
        }
    }
}
