//! Sitrep's desktop app.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod acts;
mod app;
mod commands;
mod desktop;
mod heartbeat;
mod keys;
mod notices;
mod notifications;
mod page;
mod refusal;
mod tray;
mod workspaces;

use std::process::ExitCode;

fn main() -> ExitCode {
    match sitrep_clipboard::hold_if_asked() {
        Some(code) => code,
        None => app::run(),
    }
}
