//! Whether the app starts with the desktop.

use std::env;
use std::path::PathBuf;

use super::check::Check;

const LOGIN: &str = "start_at_login";

/// Off is a choice and no fault.
pub fn check() -> Check {
    match entry() {
        None => Check::good(LOGIN, "is turned on and off in Sitrep's Settings."),
        Some(file) if file.exists() => Check::good(LOGIN, format!("on, by {}.", file.display())),
        Some(_) => Check::good(LOGIN, "off: after a restart reminders come once Sitrep is opened. Its Settings turn this on."),
    }
}

/// What the desktop reads at login; only on Linux is that a file to look for.
fn entry() -> Option<PathBuf> {
    let home = env::var_os("HOME").filter(|_| cfg!(target_os = "linux"))?;
    Some(PathBuf::from(home).join(".config/autostart/Sitrep.desktop"))
}
