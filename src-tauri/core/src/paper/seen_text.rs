//! Text as it is seen, which is all that a paper holds.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::text::{as_seen, tidy_line};

/// A text as a person sees it ([`as_seen`]), wherever it came from. It may have several lines.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct SeenText(String);

impl SeenText {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text in one line, with one space between words.
    #[must_use]
    pub fn in_one_line(&self) -> String {
        tidy_line(&self.0)
    }
}

impl From<&str> for SeenText {
    fn from(text: &str) -> Self {
        Self(as_seen(text).into_owned())
    }
}

impl From<String> for SeenText {
    fn from(text: String) -> Self {
        Self::from(text.as_str())
    }
}

impl From<SeenText> for String {
    fn from(text: SeenText) -> Self {
        text.0
    }
}

impl fmt::Display for SeenText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
