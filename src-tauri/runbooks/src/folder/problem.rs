//! What could not be read.

/// What could not be read, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Its path from the folder; empty for the folder itself.
    pub path: String,
    /// Why, as a sentence's end or a sentence.
    pub why: String,
}

impl Problem {
    pub(super) fn new(path: &str, why: impl Into<String>) -> Self {
        Self { path: path.to_owned(), why: why.into() }
    }
}
