//! Files that others wrote: a team's policy, a transcript, a picture.
//!
//! Start with [`read`], for many with [`read_each`], and for one that is too long to be held with [`read_in_parts`]. Always true: only a regular file is read, no more of it than was asked for, and whoever asks has an answer in a moment, also
//! of a pipe that nobody fills and of a share that hangs. Not here: what a file says, and files of Sitrep's own.

mod many;
mod moment;
mod parts;
mod read;
mod size;
mod unread;

pub use many::{Wanted, read_each};
pub use moment::in_a_moment;
pub use parts::{Untaken, read_in_parts};
pub use read::{Found, look, read, read_text};
pub use size::{MB, size};
pub use unread::Unread;
