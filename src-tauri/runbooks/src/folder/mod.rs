//! A folder of runbooks, as a team keeps it.
//!
//! Start with [`read_folder`]. Always true: nothing is written; links are followed within the folder and never out of it; what cannot be read is told and stops
//! nothing. Not here: watching, which the caller does with [`Stamp`]s.

mod beside;
mod decode;
mod links;
mod problem;
mod read;
mod walk;

pub use beside::is_beside;
pub use decode::{Decoded, decode};
pub use links::{Target, candidates, led_to, target};
pub use problem::Problem;
pub use read::{FolderReading, Read, Stamp, is_there, read_file, read_folder, read_folder_again};
