//! Starting with the desktop: reminders come only while the app runs.

use tauri::plugin::TauriPlugin;
use tauri::{AppHandle, Wry};
use tauri_plugin_autostart::ManagerExt;

use crate::refusal::Refusal;

/// The plugin that knows where each system keeps what it starts; the desktop starts the app with this word.
pub fn plugin(word: &str) -> TauriPlugin<Wry> {
    tauri_plugin_autostart::Builder::new().arg(word).build()
}

/// Whether the app starts at login.
pub fn is_on(app: &AppHandle) -> Result<bool, Refusal> {
    app.autolaunch().is_enabled().map_err(refused)
}

/// Turns it on or off, and says how it stands then.
pub fn set(app: &AppHandle, on: bool) -> Result<bool, Refusal> {
    let launch = app.autolaunch();
    if on {
        if let Some(why) = obstacle() {
            return Err(Refusal::Login(why));
        }
        launch.enable().map_err(refused)?;
    } else {
        launch.disable().map_err(refused)?;
    }
    is_on(app)
}

fn refused(error: tauri_plugin_autostart::Error) -> Refusal {
    Refusal::Login(error.to_string())
}

/// What would keep an entry from having any effect: better said now than found out after the next login.
#[cfg(target_os = "linux")]
fn obstacle() -> Option<String> {
    let program = std::env::current_exe().ok()?;
    let config = std::env::var_os("XDG_CONFIG_HOME").filter(|folder| !folder.is_empty()).map(std::path::PathBuf::from);
    let home = std::env::var_os("HOME").map(std::path::PathBuf::from).unwrap_or_default();
    linux::obstacle(&program.to_string_lossy(), config.as_deref(), &home)
}

#[cfg(not(target_os = "linux"))]
fn obstacle() -> Option<String> {
    None
}

#[cfg(target_os = "linux")]
mod linux {
    use std::path::Path;

    /// The entry is written to `~/.config`, with the program's path as it is.
    pub fn obstacle(program: &str, config: Option<&Path>, home: &Path) -> Option<String> {
        if program.contains(|letter: char| letter.is_whitespace() || "\"'\\$`%;&|<>()*?#~".contains(letter)) {
            return Some(format!(
                "the desktop could not start {program}, whose path has a space or sign in it that has a meaning of its own"
            ));
        }
        let elsewhere = config.filter(|config| *config != home.join(".config"))?;
        Some(format!("this desktop reads what it starts from {}, and the entry would be in ~/.config", elsewhere.display()))
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn an_entry_without_effect_is_refused() {
            let home = Path::new("/home/ana");
            assert_eq!(obstacle("/usr/bin/sitrep-desktop", None, home), None);
            assert_eq!(obstacle("/usr/bin/sitrep-desktop", Some(Path::new("/home/ana/.config")), home), None);
            assert!(obstacle("/opt/My Apps/sitrep-desktop", None, home).is_some());
            assert!(obstacle("/usr/bin/sitrep-desktop", Some(Path::new("/etc/ana")), home).is_some());
        }
    }
}
