//! A written postmortem, read: its header, its parts, and its timeline with all its times.
//!
//! Start with [`read`]. Always true: each line that shows something is in [`Postmortem::placed`] once, with what it became or with nothing,
//! so that no word is lost in silence; and reading takes time in proportion to the text. Not here: what is recorded of it.

mod actions;
mod head;
mod lines;
mod model;
mod plain;
mod reading;
mod section;
mod times;
mod whys;

pub use model::{Placed, Postmortem, PostmortemAction, PostmortemLine, PostmortemWhy};
pub use reading::read;
pub use times::read_day;
