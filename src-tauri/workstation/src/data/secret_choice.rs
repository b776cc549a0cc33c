//! What becomes of secrets in words that are recorded.

/// What becomes of secrets in words that are recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Secrets {
    /// `(removed)` stands in their place.
    Removed,
    /// A person said that they stay.
    Kept,
}
