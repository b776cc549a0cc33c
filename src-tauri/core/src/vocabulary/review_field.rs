//! The parts of a review that a person writes (seed: Post-Incident Review Template).

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The longest name of a team's own section.
const NAME_AT_MOST: usize = 40;

/// A part of the review that a person writes; the rest of it follows from the facts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(into = "String", try_from = "String")]
#[ts(type = "string")]
pub enum ReviewField {
    /// Who writes it.
    Author,
    /// Who sees to it that it is finished.
    Owner,
    /// What happened, the impact and the resolution.
    Summary,
    /// Who was affected, and how many.
    UsersAffected,
    /// What it cost, and what was promised and not kept.
    RevenueImpact,
    /// What became of the data.
    DataImpact,
    /// What went wrong and why.
    RootCause,
    /// What the first why asks about.
    Problem,
    /// What went well.
    WentWell,
    /// What could improve.
    CouldImprove,
    /// Where luck helped.
    Lucky,
    /// Who is thanked, and for what (seed: Reward transparency).
    Thanks,
    /// What others may read of it: what happened, impact, cause, what changes.
    ShortSummary,
    /// A section of the team's own, by its name in `review.toml`.
    Own(String),
}

impl ReviewField {
    /// Those that every review has, in its order.
    pub const ALL: [Self; 13] = [
        Self::Author,
        Self::Owner,
        Self::Summary,
        Self::UsersAffected,
        Self::RevenueImpact,
        Self::DataImpact,
        Self::RootCause,
        Self::Problem,
        Self::WentWell,
        Self::CouldImprove,
        Self::Lucky,
        Self::Thanks,
        Self::ShortSummary,
    ];

    /// The word on the command line.
    #[must_use]
    pub fn word(&self) -> &str {
        match self {
            Self::Author => "author",
            Self::Owner => "owner",
            Self::Summary => "summary",
            Self::UsersAffected => "users_affected",
            Self::RevenueImpact => "revenue_impact",
            Self::DataImpact => "data_impact",
            Self::RootCause => "root_cause",
            Self::Problem => "problem",
            Self::WentWell => "went_well",
            Self::CouldImprove => "could_improve",
            Self::Lucky => "lucky",
            Self::Thanks => "thanks",
            Self::ShortSummary => "short_summary",
            Self::Own(name) => name,
        }
    }

    /// The name on screen and in the document; a team's own section has its title from the team.
    #[must_use]
    pub fn label(&self) -> &str {
        match self {
            Self::Author => "Author",
            Self::Owner => "Owner",
            Self::Summary => "Summary",
            Self::UsersAffected => "Users affected",
            Self::RevenueImpact => "Revenue/SLA impact",
            Self::DataImpact => "Data impact",
            Self::RootCause => "Root Cause",
            Self::Problem => "What the first why asks about",
            Self::WentWell => "What went well",
            Self::CouldImprove => "What could improve",
            Self::Lucky => "Where we were lucky",
            Self::Thanks => "Thanks",
            Self::ShortSummary => "Short summary",
            Self::Own(name) => name,
        }
    }

    /// Whether it is a single line.
    #[must_use]
    pub fn is_one_line(&self) -> bool {
        matches!(self, Self::Author | Self::Owner | Self::Problem)
    }
}

impl fmt::Display for ReviewField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.label())
    }
}

/// What names no part of a review.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is no part of a review: parts are small letters, digits, - and _, as in went_well")]
pub struct UnknownReviewField(pub String);

impl FromStr for ReviewField {
    type Err = UnknownReviewField;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let word = text.trim().to_lowercase().replace([' ', '-'], "_");
        if let Some(field) = Self::ALL.into_iter().find(|field| field.word() == word) {
            return Ok(field);
        }
        let is_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_');
        let name = text.trim();
        let holds = !name.is_empty() && name.len() <= NAME_AT_MOST && name.chars().all(is_name);
        if holds { Ok(Self::Own(name.to_owned())) } else { Err(UnknownReviewField(text.to_owned())) }
    }
}

impl From<ReviewField> for String {
    fn from(field: ReviewField) -> Self {
        field.word().to_owned()
    }
}

impl TryFrom<String> for ReviewField {
    type Error = UnknownReviewField;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}
