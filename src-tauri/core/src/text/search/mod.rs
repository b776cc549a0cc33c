//! How a text is searched: as which words it is indexed, what a person asked for, and where that stands in a text.
//!
//! Start with [`SearchQuery`]. Always true: what is indexed, what is asked for and what is marked go through one folding (`letters`), so that a text which the
//! index gives holds marks; places are counted in characters (Unicode scalar values). Not here: the index, and which texts an event has.

mod letters;
mod marks;
mod query;
mod words;

pub use query::{SearchPhrase, SearchQuery};
pub use words::{MOST_LETTERS, SearchWord, has_part, indexed_words, search_words};
