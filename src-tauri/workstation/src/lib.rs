//! The use cases. Every door calls these: load, decide, append, tell.
//!
//! Start with [`Workstation`], which every door holds. The folders are floors: `refusals`, `team_files`, `data`, [`acts`], [`messages`],
//! `reminders`, `bundles`, [`screens`], [`export`], `practice`, [`editing`], `desktop`. A file uses its own folder and those named before it,
//! never one after.
//! Not here: drawing, printing, and any word that only one door knows, such as a flag or a key.

pub mod acts;
mod bundles;
mod data;
mod desktop;
pub mod editing;
pub mod export;
pub mod messages;
mod practice;
mod refusals;
mod reminders;
pub mod screens;
mod team_files;

pub use acts::NewEntry;
pub use bundles::{BundleImported, BundleMade, BundlePreview, DueReminder, IncidentInBundle, OpenBundle, RenamedIncident};
pub use data::{
    BackupContents, BackupMade, ChangeWatcher, Clock, DataNotice, Folders, News, PendingRestore, RestoreDifference, RestoreDone,
    RestorePreview, RunbookReading, SearchCoverage, SecurityNews, Settings, SettingsChange, SystemClock, Theme, TimelineNews,
    TimelinePicture, TimelineSlice, Workstation,
};
pub use desktop::{APP, Chord, DesktopReport, NAME_ON_BUS, ShortcutSteps, foreign_program, session_folder};
pub use export::{Existing, ExportFormat};
pub use messages::ReadyUpdate;
pub use practice::seed_practice;
pub use refusals::{
    DeclaredAlready, Error, Help, MergeRefusal, PostmortemRefusal, Problem, ProblemField, ReasonNeeded, ReviewRefusal, TeamFileRefusal,
    WorkKind,
};
pub use reminders::{Reminder, ReminderAction, StandingReminders};
pub use sitrep_alertmanager::Client as AlertmanagerClient;
pub use sitrep_alerts::LinkFill;
pub use sitrep_changes::{RecentChange, RecentChangeKind, Repository};
pub use sitrep_printer::{PrintError, Printed, Printer};
pub use sitrep_store::{Over, PictureSize};
