//! What goes from one incident into another: as two that are one are merged, and as a part of one is split off.
//!
//! Start with [`merged`]. Always true: nothing is taken out of either; what goes along is recorded again with its origin, what is taken back is
//! only taken from view, and what is there already is never recorded twice, so that either can be done again where it was cut off.

mod back;
mod copies;
mod going;
mod into;
mod off;
mod recording;

pub use back::{UNMERGED, taken_back, taken_home};
pub use copies::Side;
pub use into::merged;
pub use off::{split_off, split_told, taken_off};
pub use recording::Recording;
