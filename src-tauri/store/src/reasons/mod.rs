//! What hinders work on files, as data that reads as the end of a sentence.
//!
//! Not here: what is done about it.

mod damage;
mod obstacle;

pub use damage::{Damage, LeftThere};
pub use obstacle::Obstacle;

pub(crate) use obstacle::letters;
