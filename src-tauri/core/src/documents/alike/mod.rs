//! What tells that two incidents are alike.
//!
//! Start with [`traits`]: the services, alerts and telling words of an incident, by which another is found that has the same. Always true: words are of what was seen
//! and suspected, never of what was done about it. Not here: which words are rare, which only all incidents together tell.

mod common_words;
mod symptoms;
mod traits;
mod words;

pub use traits::{Trait, shared_words, traits};
