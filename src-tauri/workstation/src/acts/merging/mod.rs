//! Merging an incident into another that it is a part of, splitting one that is two, and taking either back.
//!
//! Always true: what is recorded in the other incident is on disk before this one is withdrawn, and what is there is not recorded again, so
//! that either is done to its end where it was cut off. Practice has a folder of its own, so that none of it gets into a real one.

mod merge;
mod record;
mod split;
mod undo;

pub use merge::Merged;
pub use split::Split;
