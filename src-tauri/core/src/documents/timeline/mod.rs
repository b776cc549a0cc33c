//! The timeline as lines to read.
//!
//! Start with [`rows`]. Always true: an event is one line (`row`), or amends one; what it says stands in `words` alone.
//! Not here: the order of the lines, which the ledger keeps.

mod csv;
mod kind;
mod row;
mod words;

pub use csv::timeline_csv;
pub use kind::TimelineKind;
pub use row::{TimelineRow, amends_line, attached_words, has_line, is_editable, rows, without_corrected_starts};
pub(super) use words::words;
