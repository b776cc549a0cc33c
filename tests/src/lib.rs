//! The test bench: a real desktop without a screen, the built app on it, and the hands and eyes to use both.
//!
//! A journey starts a [`desktop::Desktop`] (Xvfb, a window manager, a private message bus, dunst) with its own home, data and
//! config folders, then opens the app on it, presses real keys and reads what a person would see. Nothing waits for a
//! fixed time: [`wait::eventually`] asks until the answer is there, and says what it waited for when it never comes.

pub mod alertmanager;
pub mod app;
pub mod binaries;
pub mod browser;
pub mod cli;
pub mod clipboard;
pub mod desktop;
pub mod driven_clock;
pub mod dunst;
pub mod earlier;
pub mod failure;
pub mod fake_logind;
pub mod fake_notifications;
pub mod fake_portal;
pub mod keyboard;
pub mod many;
pub mod page;
pub mod past;
pub mod picture;
pub mod process;
pub mod pty;
pub mod tray;
pub mod wait;
pub mod window_manager;
pub mod windows;

pub use failure::{Failure, Outcome};
