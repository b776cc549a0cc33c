//! What the security rule made of what was just recorded, for the door to say.

use serde::Serialize;
use ts_rs::TS;

/// What followed from words that this process recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SecurityNews {
    /// Of which incident.
    pub handle: String,
    /// The words.
    pub words: String,
    /// Whether it is a security matter by them, or a person is to say.
    pub certain: bool,
}
