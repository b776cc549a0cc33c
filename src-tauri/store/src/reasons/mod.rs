//! What hinders work on files, as data that reads as the end of a sentence.
//!
//! Not here: what is done about it.

mod obstacle;

pub use obstacle::Obstacle;

pub(crate) use obstacle::letters;
