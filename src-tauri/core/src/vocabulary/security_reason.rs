//! What makes an incident a security matter (seed: Escalation Rules).

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Why an incident counts as a security matter and so is P0 (seed: Escalation Rules).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SecurityReason {
    /// A person said so, by the checkbox or `--security`.
    Stated,
    /// The title holds this word.
    Word(String),
}

impl SecurityReason {
    /// The reason in words, for a person.
    #[must_use]
    pub fn explain(&self) -> String {
        match self {
            Self::Stated => "P0, because a security incident is always P0.".to_owned(),
            Self::Word(word) => format!("P0, because the title says '{word}': a data breach or security compromise is always P0."),
        }
    }
}
