//! Sitrep's SQLite file.
//!
//! One file a data folder: events, their projection, reminders, drafts and settings; pictures are files beside it. `now` is always a parameter. Every
//! write is one immediate transaction and on disk when the call returns.

mod drafts;
mod error;
mod ledger;
mod open;
mod pictures;
mod reminders;
mod settings;
mod whole_file;

pub use error::StoreError;
pub use ledger::{Appended, Changed, IncidentRow, KeptFacts, NewEvent, Standing, TimelineNews, TimelinePart, Untold};
pub use open::{DATABASE_FILE, Store};
pub use pictures::{PictureFolder, PictureSize};
pub use reminders::Claim;
pub use whole_file::{sync_folder, write_whole};
