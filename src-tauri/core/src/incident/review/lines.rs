//! What was said of a line of the timeline for the review.

use serde::{Deserialize, Serialize};

use crate::vocabulary::MomentMarker;

/// What was said of a line of the timeline for the review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineMarks {
    /// Whether it stands in the review.
    pub chosen: bool,
    /// Whether it is a key one.
    pub starred: bool,
    /// What it was for the course of the incident.
    pub marker: Option<MomentMarker>,
    /// The answer to what the marker asks.
    pub answer: Option<String>,
}

impl Default for LineMarks {
    fn default() -> Self {
        Self { chosen: true, starred: false, marker: None, answer: None }
    }
}
