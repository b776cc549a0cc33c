//! What a review should not say.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is marked in a review (seed: Blameless Culture Principles).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MarkKind {
    /// It names a person.
    Person,
    /// It blames.
    Blame,
    /// It tells of what did not happen.
    Counterfactual,
    /// It knows one cause alone.
    SingleCause,
}

impl MarkKind {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::Person, Self::Blame, Self::Counterfactual, Self::SingleCause];

    /// The word in the rules.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Blame => "blame",
            Self::Counterfactual => "counterfactual",
            Self::SingleCause => "single_cause",
        }
    }
}
