//! Quick entry's line: how it is typed, and what it asks for.
//!
//! Start with [`parse`]; `verbs` is the table of what stands behind a `/`. Always true: a line that cannot be done is refused with
//! the part that cannot, what only looks like a verb, a target or a time is words, and no word is lost. Not here: doing what it asks for.

mod ends;
mod entry;
mod error;
mod parse;
mod verbs;

pub use entry::{Intent, QuickEntry};
pub use error::QuickEntryError;
pub use parse::parse;
pub use verbs::VERBS;
