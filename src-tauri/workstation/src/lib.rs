//! The use cases. Every door calls these: load, decide, append, tell.

mod acts;
mod data;
mod desktop;
mod editing;
mod messages;
mod practice;
mod refusals;
mod reminders;
mod screens;
mod team_files;

pub use acts::entries::NewEntry;
pub use data::clock::{Clock, SystemClock};
pub use data::folders::Folders;
pub use data::watch::ChangeWatcher;
pub use data::workstation::Workstation;
pub use desktop::chord::Chord;
pub use desktop::report::DesktopReport;
pub use desktop::shortcut_steps::ShortcutSteps;
pub use editing::team_file_views;
pub use messages::updates::ReadyUpdate;
pub use practice::story::seed_practice;
pub use refusals::error::Error;
pub use refusals::team_file_refusal::TeamFileRefusal;
pub use reminders::claims::{Reminder, ReminderAction};
pub use screens::recent_changes_views::{ChangesProblem, RecentChangeRow, RecentChanges, RepositoryRows};
pub use screens::{guidance, investigation_views, service_help, views};
pub use sitrep_changes::{RecentChange, RecentChangeKind, Repository};
pub use sitrep_store::PictureSize;
