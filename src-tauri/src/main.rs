//! Sitrep's desktop app.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod actions;
mod app;
mod board;
mod commands;
mod desktop_keys;
mod desktop_report;
mod display;
mod heartbeat;
mod hotkey;
mod login;
mod notices;
mod notifier;
mod pictures;
mod portal;
mod quit;
mod refusal;
mod reminders;
mod request;
mod rooms;
mod sound;
mod tray;
mod tray_host;
mod views;
mod wake;
mod windows;

use std::process::ExitCode;

fn main() -> ExitCode {
    match sitrep_clipboard::hold_if_asked() {
        Some(code) => code,
        None => app::run(),
    }
}
