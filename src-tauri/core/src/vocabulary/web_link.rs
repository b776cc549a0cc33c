//! A link that came with something: a dashboard of an alert.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A link to be opened by a person.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
pub struct WebLink {
    /// What it leads to: `Dashboard`.
    pub title: String,
    /// Where: http or https.
    pub url: String,
}
