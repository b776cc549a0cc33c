//! Why incidents were not merged, or one not split.

/// Why incidents were not merged, or one not split.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MergeRefusal {
    /// Both are the same.
    #[error("Nothing was merged: that is the same incident.")]
    IntoItself,
    /// The other was withdrawn, or merged itself.
    #[error("Nothing was merged: {0} is withdrawn.")]
    IntoWithdrawn(String),
    /// It is a part of another already.
    #[error("Nothing was merged: it is a part of {0} already.")]
    Already(String),
    /// It is a part of none.
    #[error("Nothing was taken back: the incident was not merged into another.")]
    NotMerged,
    /// No entry was chosen.
    #[error("Nothing was split off: no entry was chosen.")]
    NothingChosen,
    /// What was chosen is no entry, or is not there.
    #[error("Nothing was split off: '{0}' is no entry of this timeline.")]
    NoEntry(String),
}

impl MergeRefusal {
    /// A stable word for scripts and pages.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::IntoItself => "merge_into_itself",
            Self::IntoWithdrawn(_) => "merge_into_withdrawn",
            Self::Already(_) => "already_merged",
            Self::NotMerged => "not_merged",
            Self::NothingChosen => "nothing_chosen",
            Self::NoEntry(_) => "no_such_entry",
        }
    }
}
