//! Texts that Sitrep proposes: a new runbook, and the date of a run that went well.
//!
//! Start with [`new_runbook`] and [`verified_stamp`]. Always true: a text is returned and nothing is written; a file keeps its line ends and everything else of its own.
//! Not here: when to propose them.

mod new;
mod stamp;

pub use new::{Draft, DraftMitigation, new_runbook};
pub use stamp::{Stamped, verified_stamp};
