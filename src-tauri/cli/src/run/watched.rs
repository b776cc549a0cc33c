//! What was seen of a command.

use super::ending::Ending;

/// A command that is over.
pub struct Watched {
    pub ending: Ending,
    /// What it printed last, as plain lines: at least as many as may be kept.
    pub kept: Vec<String>,
}
