//! Keys that the app takes itself, where a desktop lets programs do that.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use sitrep_workstation::Settings;
use tauri::{AppHandle, Manager};
use tauri_plugin_global_shortcut::Shortcut;

use super::chord;
use super::grab::{self, Grabs, Refused};
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
/// How long a chord that cannot be had is left before it is tried again: nobody is told when another program lets it go.
const BETWEEN_TRIES: Duration = Duration::from_secs(5);

/// The keys as they stand.
#[derive(Default)]
pub struct Hotkeys(Mutex<Keys>);

#[derive(Default)]
struct Keys {
    quick: Key,
    declare: Key,
    /// Whether what is lacking is being tried for again.
    trying: bool,
}

/// One chord and whether it fires.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Key {
    chord: String,
    held: Option<Shortcut>,
    problem: Option<String>,
}

/// What the system needs to hold keys; on a keyboard that is laid out anew they are taken anew.
pub fn grabs() -> Grabs {
    Grabs::new(|app| {
        let app = app.clone();
        tauri::async_runtime::spawn_blocking(move || {
            let hotkeys = app.state::<Hotkeys>();
            let mut keys = hotkeys.lock();
            keys.release(&app);
            keys.take_missing(&app);
        });
    })
}

/// Takes the chords of the settings, on a thread of its own: each takes the system a moment, and asking for one from within
/// a key's handler would freeze the app.
pub fn apply(app: &AppHandle, settings: &Settings) {
    let (app, settings) = (app.clone(), settings.clone());
    tauri::async_runtime::spawn_blocking(move || app.state::<Hotkeys>().lock().take_both(&app, &settings));
}

/// Changes the chords before the settings are saved. A chord that is refused leaves both as they were.
pub fn change(app: &AppHandle, settings: &Settings) -> Result<(), Refusal> {
    let hotkeys = app.state::<Hotkeys>();
    let mut keys = hotkeys.lock();
    for chord in [&settings.quick_entry_hotkey, &settings.declare_hotkey] {
        let shortcut = chord::read(chord)?;
        if !keys.have(chord, shortcut) && !grab::is_free(app, shortcut) {
            return Err(Refusal::HotkeyTaken { chord: chord.clone(), free: suggestions(app) });
        }
    }
    keys.take_both(app, settings);
    Ok(())
}

/// How the key of quick entry stands. Other chords are tried only if it does not work.
pub fn hotkey_state(app: &AppHandle) -> HotkeyState {
    let key = app.state::<Hotkeys>().lock().quick.clone();
    let suggestions = if key.held.is_some() { vec![] } else { suggestions(app) };
    describe(&key, suggestions)
}

impl Hotkeys {
    fn lock(&self) -> MutexGuard<'_, Keys> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Keys {
    fn each(&mut self) -> [(&mut Key, KeyAct); 2] {
        [(&mut self.quick, KeyAct::Quick), (&mut self.declare, KeyAct::Declare)]
    }

    /// Whether a chord is one of ours already, working or not: keeping it is no change to refuse.
    fn have(&self, chord: &str, shortcut: Shortcut) -> bool {
        [&self.quick, &self.declare].into_iter().any(|key| key.chord == chord || key.held == Some(shortcut))
    }

    /// Both are let go before either is taken, so that the two may change places.
    fn take_both(&mut self, app: &AppHandle, settings: &Settings) {
        self.release(app);
        self.quick = Key::new(&settings.quick_entry_hotkey);
        self.declare = Key::new(&settings.declare_hotkey);
        self.take_missing(app);
    }

    fn release(&mut self, app: &AppHandle) {
        for shortcut in self.each().into_iter().filter_map(|(key, _)| key.held.take()) {
            grab::release(app, shortcut);
        }
    }

    /// Takes what is not held, tells how the keys stand then, and tries again later for what could not be had.
    fn take_missing(&mut self, app: &AppHandle) {
        for (key, act) in self.each().into_iter().filter(|(key, _)| key.held.is_none()) {
            key.take(app, act);
        }
        tell(app, self);
        let lacks_one = self.each().iter().any(|(key, _)| key.held.is_none());
        if lacks_one && !std::mem::replace(&mut self.trying, true) {
            let app = app.clone();
            tauri::async_runtime::spawn_blocking(move || try_again(&app));
        }
    }
}

fn try_again(app: &AppHandle) {
    thread::sleep(BETWEEN_TRIES);
    let hotkeys = app.state::<Hotkeys>();
    let mut keys = hotkeys.lock();
    keys.trying = false;
    keys.take_missing(app);
}

impl Key {
    fn new(chord: &str) -> Self {
        Self { chord: chord.to_owned(), ..Self::default() }
    }

    /// Holds the chord from now on, or notes why that cannot be.
    fn take(&mut self, app: &AppHandle, act: KeyAct) {
        let read = chord::read(&self.chord).map_err(|refusal| refusal.to_string());
        let held = read.and_then(|shortcut| match grab::hold(app, shortcut, act) {
            Ok(()) => Ok(shortcut),
            Err(Refused::Taken) => Err(format!("Another program holds {}.", self.chord)),
            Err(Refused::NotOnKeyboard) => Err(format!("This keyboard has no key for {}.", self.chord)),
        });
        self.problem = held.as_ref().err().cloned();
        self.held = held.ok();
    }
}

fn describe(key: &Key, suggestions: Vec<String>) -> HotkeyState {
    HotkeyState { works: key.held.is_some(), chord: key.chord.clone(), problem: key.problem.clone(), suggestions, desktop: None }
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
