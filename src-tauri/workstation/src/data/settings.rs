//! What a person can set.

use std::env;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::typed_text::at_name;
use super::workstation::{Inner, Workstation};
use crate::refusals::Error;

/// What a person can set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Settings {
    /// Who writes, as `@name`.
    pub author: String,
    /// `dark`, `light` or `system`.
    pub theme: Theme,
    /// The chord that opens quick entry, such as `Ctrl+Alt+Space`.
    pub quick_entry_hotkey: String,
    /// The chord that declares from anywhere.
    pub declare_hotkey: String,
    /// Whether a P0's deadline is heard as well as seen.
    pub p0_sound: bool,
}

/// Which colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the desktop is.
    System,
    /// Dark.
    Dark,
    /// Light.
    Light,
}

const AUTHOR: &str = "author";
const THEME: &str = "theme";
const QUICK_ENTRY_HOTKEY: &str = "quick_entry_hotkey";
const DECLARE_HOTKEY: &str = "declare_hotkey";
const P0_SOUND: &str = "p0_sound";
const PORTAL_KEYS: &str = "portal_keys";
const ON: &str = "on";
const OFF: &str = "off";

/// Opens quick entry unless another chord is set.
const DEFAULT_QUICK_ENTRY_HOTKEY: &str = if cfg!(target_os = "macos") { "Ctrl+Alt+L" } else { "Ctrl+Alt+Space" };

/// Declares from anywhere unless another chord is set.
const DEFAULT_DECLARE_HOTKEY: &str = "Ctrl+Alt+I";

impl Workstation {
    /// The settings, each with its default where none was set.
    ///
    /// # Errors
    /// [`Error::Store`] when they cannot be read.
    pub fn settings(&self) -> Result<Settings, Error> {
        let inner = self.lock();
        let get = |name, default: &str| Ok::<_, Error>(inner.store.setting(name)?.unwrap_or_else(|| default.to_owned()));
        Ok(Settings {
            author: inner.author()?,
            theme: read_theme(&get(THEME, "")?),
            quick_entry_hotkey: get(QUICK_ENTRY_HOTKEY, DEFAULT_QUICK_ENTRY_HOTKEY)?,
            declare_hotkey: get(DECLARE_HOTKEY, DEFAULT_DECLARE_HOTKEY)?,
            p0_sound: get(P0_SOUND, OFF)? == ON,
        })
    }

    /// Keeps the settings and gives them back as kept.
    ///
    /// # Errors
    /// [`Error::Empty`] for an empty name, [`Error::Store`] when they cannot be written.
    pub fn save_settings(&self, settings: &Settings) -> Result<Settings, Error> {
        let author = at_name(&settings.author).ok_or(Error::Empty("your name"))?;
        let theme = match settings.theme {
            Theme::System => "system",
            Theme::Dark => "dark",
            Theme::Light => "light",
        };
        self.lock().store.set_settings(&[
            (AUTHOR, &author),
            (THEME, theme),
            (QUICK_ENTRY_HOTKEY, &settings.quick_entry_hotkey),
            (DECLARE_HOTKEY, &settings.declare_hotkey),
            (P0_SOUND, on_or_off(settings.p0_sound)),
        ])?;
        self.settings()
    }

    /// Whether the desktop was asked for the keys and gave them, so that it may be asked again without the person.
    ///
    /// # Errors
    /// [`Error::Store`] when it cannot be read.
    pub fn has_portal_keys(&self) -> Result<bool, Error> {
        Ok(self.lock().store.setting(PORTAL_KEYS)?.as_deref() == Some(ON))
    }

    /// Keeps whether the desktop gave the keys.
    ///
    /// # Errors
    /// [`Error::Store`] when it cannot be written.
    pub fn keep_portal_keys(&self, given: bool) -> Result<(), Error> {
        Ok(self.lock().store.set_settings(&[(PORTAL_KEYS, on_or_off(given))])?)
    }
}

impl Inner {
    /// Who writes: the set name, else the account's.
    pub(crate) fn author(&self) -> Result<String, Error> {
        if let Some(author) = self.store.setting(AUTHOR)? {
            return Ok(author);
        }
        let account = env::var("USER").or_else(|_| env::var("USERNAME")).unwrap_or_default();
        Ok(at_name(&account).unwrap_or_else(|| "@me".to_owned()))
    }
}

fn on_or_off(on: bool) -> &'static str {
    if on { ON } else { OFF }
}

fn read_theme(text: &str) -> Theme {
    match text {
        "system" => Theme::System,
        "light" => Theme::Light,
        // Most who open it in an emergency do so at night.
        _ => Theme::Dark,
    }
}
