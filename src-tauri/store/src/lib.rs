//! Sitrep's SQLite file.
//!
//! One file a data folder: events, their projection, reminders, drafts and settings; pictures are files beside it, and so is the index that is searched. `now` is always a parameter. Every
//! write is one immediate transaction and on disk when the call returns.

mod bundles;
mod copies;
mod drafts;
mod error;
mod file;
mod hex;
mod ledger;
mod open;
mod pictures;
mod reasons;
mod reminders;
mod search;
mod settings;

pub use bundles::{BUNDLE_AT_MOST, Bundle, BundleCopy, BundleWritten, TakenIn, seal};
pub use copies::{Backup, Contents, Difference, IncidentDifference, Over, PicturesWithin, Restoration, Restored};
pub use error::StoreError;
pub use file::{OpenToOthers, is_for_its_owner_alone, make_private, make_private_folder, sync_folder, write_whole};
pub use ledger::{
    Appended, Changed, Declaring, IncidentRow, KeptFacts, NewEvent, NewWords, OtherIncidents, Redacted, Redaction, Renamed, Standing,
    StoredEvent, Taken, TimelineNews, TimelinePart, Union, United, UnitedIncident, Untold,
};
pub use open::{DATABASE_FILE, SEARCH_FILE, Store};
pub use pictures::{PictureFolder, PictureSize, picture_id};
pub use reasons::{BackupRefusal, BundleFault, BundleRefusal, Contradiction, Damage, LeftThere, Obstacle};
pub use reminders::Claim;
pub use search::{Alike, Coverage, FoundIncident, IncidentState, Known, SearchAnswer, SearchFilter, SearchIndex, SearchRequest};
pub use settings::RESTORED;
