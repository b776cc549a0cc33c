//! Bringing in a past incident from what was written of it.
//!
//! Start with `preview`, which reads a postmortem and records nothing. Always true: it is over when it is recorded, nothing of it is due, and
//! all of the text goes along with it, so that what could not be placed is kept.

mod plan;
mod preview;
mod record;

pub use preview::{BackfillInput, BackfillPreview, ReadLine};
pub use record::Backfilled;
