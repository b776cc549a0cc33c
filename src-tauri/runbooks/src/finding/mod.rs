//! Finds runbooks: by words, and for an incident with the reason.
//!
//! Start with [`Index`]. Always true: an answer needs no pass over texts but for the lines that it shows. Its own inverted index, as a library for search keeps
//! segments on disk and ranks prose; here a few thousand pages lie in memory, and a name counts more than a word. Not here: reading, checking.

mod index;
mod names;
mod suggest;
mod words;

pub use index::{Hit, Index};
pub use names::{is_alert_name, same_words, url_leads_to};
pub use suggest::{Context, Reason, Suggestion};
