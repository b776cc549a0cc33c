//! Backups: one file that holds everything, and how it takes the place of a database.
//!
//! Start with [`Store::backup`](crate::Store::backup) and [`Restoration`]. Always true: nothing takes a place before it was read through, and what stood in that
//! place is kept. A backup is a Sitrep database with the pictures inside. Not here: whether a person wants it.

mod backup;
mod contents;
mod difference;
mod pictures_within;
mod place;
mod prepared;
mod restoration;

pub use backup::Backup;
pub use contents::Contents;
pub use difference::{Difference, IncidentDifference};
pub use pictures_within::PicturesWithin;
pub use place::Over;
pub(crate) use place::{InTheWay, folder_of};
pub use restoration::{Restoration, Restored};
