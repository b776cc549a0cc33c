//! By which words an incident reads like an example of a severity (seed: Severity Levels).

use serde::Deserialize;

use super::sign_words::{Expression, SignWords};
use crate::text::is_blank;
use crate::vocabulary::Severity;

/// One example of a severity, and the words that read like it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeveritySign {
    /// Its id, such as `payments`.
    pub id: String,
    /// The severity that it is an example of.
    pub severity: Severity,
    /// The example.
    pub like: String,
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

impl SeveritySign {
    /// The words that it is known by.
    #[must_use]
    pub fn words(&self) -> SignWords<'_> {
        SignWords { says: &self.says, of: &self.of, happened: &self.happened }
    }

    pub(super) fn check(&self) -> Result<(), (String, String)> {
        if is_blank(&self.like) { Err(("like".to_owned(), "must not be empty".to_owned())) } else { self.words().check() }
    }
}
