//! The database as a file, and files beside it. Not here: what is in its tables.

mod whole_file;

pub use whole_file::{sync_folder, write_whole};
