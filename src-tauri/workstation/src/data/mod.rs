//! The data folder and the team's files, opened: what every act decides on and appends to.
//!
//! Start with [`Workstation`], which every door holds; `find` says which incident is meant. Always true: a decision is made on facts
//! that were loaded in the transaction that appends it, so two processes never decide on old news.
//! Not here: any act (`acts`), anything that is shown (`messages`, `screens`).

mod agenda;
mod backup;
mod clock;
mod debugging_news;
mod display_zone;
mod drafts;
mod event_size;
mod facts_cache;
mod find;
mod folders;
mod heeded_clock;
mod notices;
mod pictures;
mod policy;
mod practice_place;
mod runbook_folders;
mod runbook_reading;
mod runbook_shelf;
mod runbook_watch;
mod running;
mod search_desk;
mod searching;
mod secret_choice;
mod secrets;
mod security_news;
mod security_rule;
mod settings;
mod team;
mod templates;
mod timeline;
mod typed_text;
mod watch;
mod workstation;

pub use backup::{BackupContents, BackupMade, PendingRestore, RestoreDifference, RestoreDone, RestorePreview};
pub use clock::{Clock, SystemClock};
pub use folders::Folders;
pub use notices::DataNotice;
pub use runbook_shelf::RunbookReading;
pub use searching::SearchCoverage;
pub use security_news::SecurityNews;
pub use settings::{Settings, SettingsChange, Theme};
pub use timeline::{TimelineNews, TimelinePicture, TimelineSlice};
pub use watch::ChangeWatcher;
pub use workstation::{News, Workstation};

pub(crate) use agenda::Again;
pub(crate) use display_zone::typed_zone;
pub(crate) use event_size::check_sizes;
pub(crate) use folders::with_home;
pub(crate) use runbook_shelf::{FolderRules, Shelf, Shelved, ShelvedFolder};
pub(crate) use secret_choice::Secrets;
pub(crate) use secrets::Mask;
pub(crate) use timeline::revision;
pub(crate) use typed_text::{name_if_given, names, non_blank};
pub(crate) use workstation::{Decided, Inner, Sample};
