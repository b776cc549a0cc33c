//! Who reads a message.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Who reads an update; each audience has its own cadence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// Stakeholders inside the company.
    Internal,
    /// Customers.
    Customers,
    /// Those who respond: paged, briefed, handed over to. They have no cadence.
    Responders,
}

impl Audience {
    /// The name on screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Internal => "Stakeholders",
            Self::Customers => "Customers",
            Self::Responders => "Responders",
        }
    }
}
