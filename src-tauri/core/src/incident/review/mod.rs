//! The review of an incident as people wrote it: its parts, the marks on its timeline, its whys, its ideas, and when it is.
//!
//! Start with [`Review`]. Always true: what was written is taken in the order of recording, so copies of an incident that were
//! written on apart come to the same by union; a version that its follower did not see stays readable beside it ([`Written::beside`]).
//! Not here: what the facts offer for a part, and the document (`documents`).

mod edits;
mod ideas;
mod lines;
mod scheduled;
mod whys;
mod written;

pub use ideas::Idea;
pub use lines::LineMarks;
pub use scheduled::ScheduledReview;
pub use whys::{Why, WhyBranch, WhyNode};
pub use written::{BesideText, Written};

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::vocabulary::{EventId, ReviewField};

/// What was written on a review.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Review {
    /// The parts that somebody wrote.
    pub parts: BTreeMap<ReviewField, Written>,
    /// The lines of the timeline that somebody chose, starred or marked.
    pub lines: BTreeMap<EventId, LineMarks>,
    /// The whys, in the order of being added, those taken out included.
    pub(super) whys: Vec<Why>,
    /// The ideas, in the order of being added, those taken out included.
    pub(super) ideas: Vec<Idea>,
    /// When others were asked to read it (UTC), if they are.
    pub asked_at: Option<DateTime<Utc>>,
}

impl Review {
    /// What somebody wrote for a part; nothing where it was taken out again.
    #[must_use]
    pub fn text(&self, field: &ReviewField) -> Option<&str> {
        self.parts.get(field).map(|written| written.text.as_str()).filter(|text| !text.is_empty())
    }

    /// Whether a line of the timeline stands in the review.
    #[must_use]
    pub fn has_line(&self, line: EventId) -> bool {
        self.lines.get(&line).is_none_or(|marks| marks.chosen)
    }

    /// The ideas that stand.
    pub fn ideas(&self) -> impl Iterator<Item = &Idea> {
        self.ideas.iter().filter(|idea| !idea.removed)
    }
}
