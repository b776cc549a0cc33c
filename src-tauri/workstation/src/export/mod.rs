//! What is handed on of an incident: the review as Markdown, as one HTML file or as PDF, everything as JSON, the timeline as CSV, the review's
//! time for a calendar; each whole, or redacted.
//!
//! Start with [`Workstation::export`](crate::Workstation::export); [`Workstation::redacted_copy`](crate::Workstation::redacted_copy) tells beforehand what becomes
//! what. Always true: a redacted copy is made from redacted facts, read through byte by byte, and not handed on while an original stands
//! in it; a file appears whole or not at all. Not here: what has to go (`sitrep_core::redaction`).

mod exported;
mod form;
mod format;
mod incident_json;
mod material;
mod pdf;
mod pictures;
mod preview;
mod redacted;
mod save;

pub use exported::Exported;
pub use format::{ExportFormat, UnknownExportFormat};
pub use pictures::{BoxInPicture, PictureChoice};
pub use preview::{PictureInCopy, RedactionPreview, RedactionRow};
pub use redacted::RedactedInput;
pub use save::{Existing, SavedExport};
