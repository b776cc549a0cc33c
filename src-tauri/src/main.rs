//! Sitrep's desktop app: windows, tray, keys, notifications and the clipboard around the workstation's use cases. It holds no
//! rule of an incident's.
//!
//! The folders and files are floors, and each uses only those named before it:
//! `help`, what would help, in keys and places · `refusal`, why the desktop did not do something · `workspaces`, the data
//! folders that are open · `desktop/`, what this computer is like and can do · `page/`, the windows and what is told to them ·
//! `notices`, what stands in the window · `keys/`, which work from anywhere · `notifications/`, and the reminders they show ·
//! `acts`, what their buttons do · `tray/` · `heartbeat`, what happens each second · `commands/`, which the pages call · `app/`,
//! start and end.
//! What is lower never calls up: a key press, a press on a notification and 'the data folder is open again' reach their owner
//! by a callback that `app/` gives at the start.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod acts;
mod alert_watch;
mod app;
mod commands;
mod desktop;
mod heartbeat;
mod help;
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
