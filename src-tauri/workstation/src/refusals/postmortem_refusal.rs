//! Why a written postmortem did not become an incident.

/// Why a written postmortem did not become an incident.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PostmortemRefusal {
    /// It says nowhere when it was.
    #[error("Nothing was recorded: the postmortem does not say on which day it was.")]
    NoDay,
    /// It has no title.
    #[error("Nothing was recorded: the postmortem has no title.")]
    NoTitle,
    /// What is said of the day is none.
    #[error("Nothing was recorded: '{0}' is no day.")]
    BadDay(String),
    /// It ends after now.
    #[error("Nothing was recorded: it would end in the future, at {0}.")]
    Ahead(String),
    /// It was brought in before.
    #[error("Nothing was recorded: it is there already, as {0}.")]
    Already(String),
}

impl PostmortemRefusal {
    /// A stable word for scripts and pages.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoDay => "postmortem_without_day",
            Self::NoTitle => "postmortem_without_title",
            Self::BadDay(_) => "bad_day",
            Self::Ahead(_) => "postmortem_ahead",
            Self::Already(_) => "backfilled_already",
        }
    }
}
