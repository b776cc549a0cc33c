//! Starting the app, or bringing it to the front.

use std::env;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use sitrep_workstation::APP;

use super::display::DisplayServer;
use crate::output::Refusal;

/// Starts the app with `arguments`; one that is running already takes them over and comes to the front.
pub fn open_app(arguments: &[&str]) -> Result<(), Refusal> {
    // The app says so itself, but nobody reads what it prints.
    if DisplayServer::here() == DisplayServer::None {
        return Err(Refusal::Desktop("there is no display here".to_owned()));
    }
    let app = beside().unwrap_or_else(|| PathBuf::from(APP));
    let started = Command::new(&app).args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    started.map(drop).map_err(|error| Refusal::Desktop(format!("{} did not start ({error})", app.display())))
}

/// Whether the app lies beside the command line.
pub fn has_app() -> bool {
    beside().is_some()
}

/// The app is installed beside the command line; else it is looked for on the PATH.
fn beside() -> Option<PathBuf> {
    let app = env::current_exe().ok()?.with_file_name(APP);
    app.exists().then_some(app)
}
