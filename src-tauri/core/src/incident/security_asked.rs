//! What was asked about security, and what a person was asked or has answered for.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

/// Words that may tell of a security matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecurityQuestion {
    /// As they were written.
    pub words: String,
    /// What they tell of: `data breach`.
    pub of: String,
}

/// What was asked about security.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SecurityAsked {
    /// The question that waits for an answer.
    pub open: Option<SecurityQuestion>,
    /// The words that were asked about or decided on, in lower case.
    known: BTreeSet<String>,
}

impl SecurityAsked {
    /// Whether these words, or words that say as much, were asked about or decided on.
    #[must_use]
    pub fn holds(&self, words: &str) -> bool {
        let words = words.to_lowercase();
        self.known.iter().any(|known| known.contains(&words) || words.contains(known.as_str()))
    }

    pub(super) fn ask(&mut self, words: &str, of: &str) {
        self.know(words);
        self.open = Some(SecurityQuestion { words: words.to_owned(), of: of.to_owned() });
    }

    pub(super) fn know(&mut self, words: &str) {
        self.known.insert(words.to_lowercase());
    }
}
