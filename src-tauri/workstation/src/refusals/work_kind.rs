//! What a person names by its number in a list or by a part of its words.

use std::fmt;

/// A kind of thing that an incident has several of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorkKind {
    /// What may be the cause.
    Hypothesis,
    /// What is done against the impact.
    Mitigation,
    /// What a dashboard or a log shows.
    Finding,
    /// What was changed, such as a deploy.
    Change,
    /// What the timeline tells.
    Entry,
    /// Who is to be told.
    Notified,
}

impl WorkKind {
    /// As it stands in a sentence.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Hypothesis => "hypothesis",
            Self::Mitigation => "mitigation",
            Self::Finding => "finding",
            Self::Change => "change",
            Self::Entry => "entry",
            Self::Notified => "person to notify",
        }
    }
}

impl fmt::Display for WorkKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}
