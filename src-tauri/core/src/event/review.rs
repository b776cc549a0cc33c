//! What was written on a review: its parts, the marks on its timeline, its whys and its ideas.

use serde::{Deserialize, Serialize};

use crate::vocabulary::{EventId, MomentMarker, ReviewField};

/// What was written on a review. What it is about is named by the event's `amends`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "edit", rename_all = "snake_case")]
pub enum ReviewEdit {
    /// A part was written; `amends` names the version that its writer saw.
    Written {
        /// Which part.
        field: ReviewField,
        /// The words; empty where they were taken out.
        text: String,
        /// What the facts offered for it when it was written.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        offer: Option<String>,
    },
    /// A line of the timeline stands in the review, or is left out.
    LineChosen {
        /// Whether it stands there.
        chosen: bool,
    },
    /// A line of the timeline is a key one, or is none.
    LineStarred {
        /// Whether it is.
        starred: bool,
    },
    /// A line of the timeline was marked, or its mark taken away.
    LineMarked {
        /// As what.
        marker: Option<MomentMarker>,
        /// The answer to the question that the marker asks.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        answer: Option<String>,
    },
    /// A why was added.
    WhyAdded {
        /// What it asks and answers.
        #[serde(flatten)]
        why: WhyWords,
        /// Where it stands.
        #[serde(flatten)]
        at: WhyPlace,
    },
    /// The words of a why were changed.
    WhyWritten {
        /// What it asks and answers.
        #[serde(flatten)]
        why: WhyWords,
        /// The version that its writer saw.
        follows: EventId,
    },
    /// A why went elsewhere, with those under it.
    WhyMoved {
        /// Where it stands.
        #[serde(flatten)]
        at: WhyPlace,
    },
    /// A why was taken out, with those under it.
    WhyRemoved,
    /// A why that was taken out is back.
    WhyRestored,
    /// A why was linked to an entry or an action item, or the link taken away.
    WhyLinked {
        /// The event that wrote it.
        to: EventId,
        /// Linked or not.
        linked: bool,
    },
    /// A why is a root cause, or is none.
    WhyRooted {
        /// Whether it is.
        root_cause: bool,
    },
    /// An idea was noted, before it is anybody's action.
    IdeaAdded {
        /// The words.
        text: String,
    },
    /// The words of an idea were changed.
    IdeaWritten {
        /// The words.
        text: String,
    },
    /// An idea was taken out, or has become an action item.
    IdeaRemoved,
    /// An idea that was taken out is back.
    IdeaRestored,
}

/// What a why asks and answers (seed: Five Whys).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WhyWords {
    /// What it asks, without the why: `did orders fail`; none where it asks about the answer above it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<String>,
    /// The answer.
    pub answer: String,
}

/// Where a why stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct WhyPlace {
    /// Under which; none at the top.
    pub under: Option<EventId>,
    /// Behind which of those that stand there; none before them all.
    pub after: Option<EventId>,
}
