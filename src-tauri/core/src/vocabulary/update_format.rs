//! The forms in which a message pastes.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::unknown_word::UnknownUpdateWord;

/// The form in which an update is copied: the one of the channel that it goes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum UpdateFormat {
    /// Slack's mrkdwn, as pasted into the message box.
    #[default]
    Slack,
    /// Teams' message box, which takes formatted text.
    Teams,
    /// CommonMark.
    Markdown,
    /// The seed's templates to the letter.
    Plain,
    /// A mail with a subject, as formatted text.
    Html,
    /// The text field of a status page.
    #[serde(rename = "statuspage")]
    StatusPage,
}

impl UpdateFormat {
    /// All forms, the default first.
    pub const ALL: [Self; 6] = [Self::Slack, Self::Teams, Self::Markdown, Self::Plain, Self::Html, Self::StatusPage];

    /// The name on screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Slack => "Slack",
            Self::Teams => "Teams",
            Self::Markdown => "Markdown",
            Self::Plain => "Plain",
            Self::Html => "Mail",
            Self::StatusPage => "Status page",
        }
    }

    /// The word on the command line.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Slack => "slack",
            Self::Teams => "teams",
            Self::Markdown => "markdown",
            Self::Plain => "plain",
            Self::Html => "html",
            Self::StatusPage => "statuspage",
        }
    }

    /// Whether it pastes as formatted text, with the plain words beside it.
    #[must_use]
    pub fn is_formatted(self) -> bool {
        matches!(self, Self::Teams | Self::Html)
    }
}

impl FromStr for UpdateFormat {
    type Err = UnknownUpdateWord;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|format| format.word() == text).ok_or_else(|| UnknownUpdateWord(text.to_owned()))
    }
}

impl fmt::Display for UpdateFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.label())
    }
}
