//! Bundles: what one file holds that carries incidents from laptop to laptop, line by line; and the one value of JSON that carries one.
//!
//! Start with [`BundleHead`], then [`BundleLine`]; [`IncidentFile`] is the JSON. Always true: an event stands here as it is stored, to the byte, also one that only a newer
//! Sitrep can read; and a line that no Sitrep writes is a [`LineFault`], whatever it would do to those who read it. `docs/bundles.md` describes
//! the file. Not here: the file itself, and what its events are to those that a laptop has (the store's `bundles` and `ledger/union`).

mod event_line;
mod fault;
mod head;
mod incident_file;
mod line;
mod strange_times;

pub use event_line::EventLine;
pub use fault::LineFault;
pub use head::{BundleCounts, BundleHead, MAGIC, VERSION};
pub use incident_file::{EventInFile, INCIDENT_FILE, INCIDENT_FILE_VERSION, IncidentFile, PictureInFile, TextInFile};
pub use line::{BundleLine, ClockLine, LINE_AT_MOST, PICTURE_AT_MOST, PictureLine, TEXT_AT_MOST, TextLine};
