//! What the policy asks of an incident at a moment.

mod debugging_commander;
mod verification;

pub use debugging_commander::{DebuggingCommander, debugging_commander};
