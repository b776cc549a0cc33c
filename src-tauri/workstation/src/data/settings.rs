//! What a person can set.

use std::env;

use serde::{Deserialize, Serialize};
use sitrep_core::text::at_name;
use ts_rs::TS;

use super::display_zone::{UTC, ZONE, typed_zone};
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
    /// The zone that times are typed in: `UTC`, `local`, or one by its name, such as `Europe/Berlin`.
    pub zone: String,
}

/// What of the settings is to be another; the rest stays as it is by then.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct SettingsChange {
    /// Who writes.
    pub author: Option<String>,
    /// Which colours.
    pub theme: Option<Theme>,
    /// The chord that opens quick entry.
    pub quick_entry_hotkey: Option<String>,
    /// The chord that declares from anywhere.
    pub declare_hotkey: Option<String>,
    /// Whether a P0's deadline is heard.
    pub p0_sound: Option<bool>,
    /// The zone that times are typed in.
    pub zone: Option<String>,
}

impl Settings {
    /// The settings with a change in them.
    #[must_use]
    pub fn with(self, change: &SettingsChange) -> Self {
        let SettingsChange { author, theme, quick_entry_hotkey, declare_hotkey, p0_sound, zone } = change.clone();
        Self {
            author: author.unwrap_or(self.author),
            theme: theme.unwrap_or(self.theme),
            quick_entry_hotkey: quick_entry_hotkey.unwrap_or(self.quick_entry_hotkey),
            declare_hotkey: declare_hotkey.unwrap_or(self.declare_hotkey),
            p0_sound: p0_sound.unwrap_or(self.p0_sound),
            zone: zone.unwrap_or(self.zone),
        }
    }
}

impl From<Settings> for SettingsChange {
    fn from(Settings { author, theme, quick_entry_hotkey, declare_hotkey, p0_sound, zone }: Settings) -> Self {
        Self {
            author: Some(author),
            theme: Some(theme),
            quick_entry_hotkey: Some(quick_entry_hotkey),
            declare_hotkey: Some(declare_hotkey),
            p0_sound: Some(p0_sound),
            zone: Some(zone),
        }
    }
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
            zone: get(ZONE, UTC)?,
        })
    }

    /// Keeps what is to be another, and gives the settings back as kept: two changes at once both stay.
    ///
    /// # Errors
    /// [`Error::Empty`] for an empty name, [`Error::Instant`] for a zone that is none, [`Error::Store`] when they cannot be written.
    pub fn change_settings(&self, change: &SettingsChange) -> Result<Settings, Error> {
        let author = change.author.as_ref().map(|author| at_name(author).ok_or(Error::Empty("your name"))).transpose()?;
        let zone = change.zone.as_deref().map(str::trim);
        zone.map(typed_zone).transpose()?;
        let changed = [
            (AUTHOR, author.as_deref()),
            (THEME, change.theme.map(theme_word)),
            (QUICK_ENTRY_HOTKEY, change.quick_entry_hotkey.as_deref()),
            (DECLARE_HOTKEY, change.declare_hotkey.as_deref()),
            (P0_SOUND, change.p0_sound.map(on_or_off)),
            (ZONE, zone),
        ];
        let changed: Vec<(&str, &str)> = changed.into_iter().filter_map(|(name, value)| Some((name, value?))).collect();
        self.lock().store.set_settings(&changed)?;
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

fn theme_word(theme: Theme) -> &'static str {
    match theme {
        Theme::System => "system",
        Theme::Dark => "dark",
        Theme::Light => "light",
    }
}

fn read_theme(text: &str) -> Theme {
    match text {
        "system" => Theme::System,
        "light" => Theme::Light,
        // Most who open it in an emergency do so at night.
        _ => Theme::Dark,
    }
}
