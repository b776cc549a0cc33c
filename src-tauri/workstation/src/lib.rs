//! The use cases. Every door calls these: load, decide, append, tell.

mod actions;
mod agenda;
mod chord;
mod clock;
mod desktop_report;
mod error;
mod escalate;
mod find;
mod folders;
mod policy_file;
mod practice;
mod quick;
mod reminder_words;
mod reminders;
mod respond;
mod review;
mod screens;
mod settings;
mod shortcut_steps;
mod steady;
mod timeline;
mod updates;
pub mod views;
mod watch;
mod workstation;

pub use chord::Chord;
pub use clock::{Clock, SystemClock};
pub use desktop_report::DesktopReport;
pub use error::Error;
pub use folders::Folders;
pub use practice::seed_practice;
pub use reminders::{Reminder, ReminderAction};
pub use shortcut_steps::ShortcutSteps;
pub use updates::ReadyUpdate;
pub use watch::ChangeWatcher;
pub use workstation::Workstation;
