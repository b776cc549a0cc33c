//! What makes an incident a security matter (seed: Escalation Rules).

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Why an incident counts as a security matter and so is P0 (seed: Escalation Rules).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SecurityReason {
    /// A person said so, by the checkbox or `--security`.
    Stated,
    /// Something that was written says these words.
    Word(String),
}

impl SecurityReason {
    /// The reason in words, for a person.
    #[must_use]
    pub fn explain(&self) -> String {
        match self {
            Self::Stated => "P0, because a security incident is always P0.".to_owned(),
            Self::Word(words) => format!("P0, because it says '{words}': a data breach or security compromise is always P0."),
        }
    }

    /// The same behind a change of severity.
    #[must_use]
    pub fn in_brief(&self) -> String {
        match self {
            Self::Stated => "a security matter is always P0".to_owned(),
            Self::Word(words) => format!("'{words}' tells of a security matter, which is always P0"),
        }
    }

    /// The words that say so, if some do.
    #[must_use]
    pub fn words(&self) -> Option<&str> {
        match self {
            Self::Stated => None,
            Self::Word(words) => Some(words),
        }
    }
}
