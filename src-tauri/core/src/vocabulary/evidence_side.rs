//! What a piece of evidence speaks for.

use std::str::FromStr;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a piece of evidence speaks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum EvidenceSide {
    /// For it.
    For,
    /// Against it.
    Against,
}

impl EvidenceSide {
    /// The side in words.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::For => "for",
            Self::Against => "against",
        }
    }
}

/// The text is neither side.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is neither 'for' nor 'against'")]
pub struct UnknownSide(pub String);

impl FromStr for EvidenceSide {
    type Err = UnknownSide;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.trim().to_ascii_lowercase().as_str() {
            "for" => Ok(Self::For),
            "against" => Ok(Self::Against),
            _ => Err(UnknownSide(text.trim().to_owned())),
        }
    }
}
