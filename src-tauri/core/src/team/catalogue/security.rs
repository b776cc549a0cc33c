//! By which words an incident is known as a security matter, as they are written.

use serde::Deserialize;

use super::sign_words::{Expression, SignWords};
use crate::text::is_blank;

/// One kind of security matter, and the words that tell it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SecuritySign {
    /// Its id, such as `breach`.
    pub id: String,
    /// What it is called in the question and on the timeline.
    pub kind: String,
    /// What follows from the words.
    pub means: SecurityMeaning,
    /// Expressions, their words in order.
    #[serde(default)]
    pub says: Vec<Expression>,
    /// What it befalls.
    #[serde(default)]
    pub of: Vec<Expression>,
    /// What befalls it.
    #[serde(default)]
    pub happened: Vec<Expression>,
}

/// What follows from words that tell of security.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SecurityMeaning {
    /// They are a name, or mean something of everyday.
    Nothing,
    /// A person is asked.
    Likely,
    /// It is a security matter.
    Certain,
}

impl SecuritySign {
    /// The words that it is known by.
    #[must_use]
    pub fn words(&self) -> SignWords<'_> {
        SignWords { says: &self.says, of: &self.of, happened: &self.happened }
    }

    pub(super) fn check(&self) -> Result<(), (String, String)> {
        if is_blank(&self.kind) { Err(("kind".to_owned(), "must not be empty".to_owned())) } else { self.words().check() }
    }
}
