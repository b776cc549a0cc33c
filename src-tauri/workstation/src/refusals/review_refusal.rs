//! Why something was not written on the review.

use chrono::{DateTime, Utc};
use sitrep_core::text::clock_time;
use sitrep_core::vocabulary::ReviewField;

/// Why something was not written on the review.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReviewRefusal {
    /// Another wrote it since, which its writer did not see.
    #[error("Not saved yet: {by} also wrote '{field}', at {}.", clock_time(*at, *at))]
    WrittenMeanwhile {
        /// Which part.
        field: ReviewField,
        /// Who wrote the other.
        by: String,
        /// When (UTC).
        at: DateTime<Utc>,
    },
    /// Another wrote that why since.
    #[error("Not saved yet: {by} also wrote that why.")]
    WhyWrittenMeanwhile {
        /// Who wrote the other.
        by: String,
    },
    /// The team has no such section.
    #[error("Nothing was written: a review has no part '{0}'.")]
    UnknownPart(String),
    /// There is no such why, or it was taken out.
    #[error("Nothing was written: that why is not there, or was taken out.")]
    NoSuchWhy,
}

impl ReviewRefusal {
    /// A stable word for scripts and pages.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::WrittenMeanwhile { .. } => "written_meanwhile",
            Self::WhyWrittenMeanwhile { .. } => "why_written_meanwhile",
            Self::UnknownPart(_) => "unknown_review_part",
            Self::NoSuchWhy => "unknown_why",
        }
    }
}
