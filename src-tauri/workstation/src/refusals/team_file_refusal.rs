//! Why a team's file was not opened or saved.

/// Why a team's file was not opened, saved or set aside. What was typed is kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TeamFileRefusal {
    /// There is no file of that name to write.
    #[error("Nothing was opened: '{0}' is no name for a template.")]
    Name(String),
    /// The file is there and cannot be read.
    #[error("{name} was not opened: {reason}.")]
    Unreadable {
        /// Which file.
        name: String,
        /// Why.
        reason: String,
    },
    /// Somebody wrote it meanwhile.
    #[error("Nothing was saved: {0} was changed elsewhere since you opened it.")]
    ChangedElsewhere(String),
    /// The text cannot be followed.
    #[error("Nothing was saved: {name} would not be followed, {problem}.")]
    Faulty {
        /// Which file.
        name: String,
        /// What is wrong, and in which line.
        problem: String,
    },
}

impl TeamFileRefusal {
    /// A stable word for scripts and pages.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Name(_) => "bad_team_file_name",
            Self::Unreadable { .. } => "team_file_unreadable",
            Self::ChangedElsewhere(_) => "team_file_changed",
            Self::Faulty { .. } => "team_file_faulty",
        }
    }

    /// What would work.
    #[must_use]
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Name(_) => "Use lower-case letters, digits and hyphens, such as: bridge-notice",
            Self::Unreadable { .. } => "Look at the file with another program. It is untouched.",
            Self::ChangedElsewhere(_) => "What you typed is kept. Take the file as it is now, or save yours over it.",
            Self::Faulty { .. } => "Mend it, or save it as it is: what is in force now stays until then.",
        }
    }
}
