//! What was asked about security, and what a person was asked or has answered for.

use std::collections::{BTreeSet, VecDeque};

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
    /// The questions that wait for an answer, in the order in which they came up.
    open: VecDeque<SecurityQuestion>,
    /// The words that a person said no to, in lower case.
    denied: BTreeSet<String>,
}

impl SecurityAsked {
    /// The question that is asked now.
    #[must_use]
    pub fn question(&self) -> Option<&SecurityQuestion> {
        self.open.front()
    }

    /// Whether a person said no to these words, or to more words that hold them.
    #[must_use]
    pub fn is_denied(&self, words: &str) -> bool {
        let words = words.to_lowercase();
        self.denied.iter().any(|denied| denied.contains(&words))
    }

    /// Whether a question that waits is about these words, or about the same.
    #[must_use]
    pub fn asks(&self, words: &str, of: &str) -> bool {
        let words = words.to_lowercase();
        self.open.iter().any(|open| open.of == of || open.words.to_lowercase().contains(&words))
    }

    pub(super) fn ask(&mut self, words: &str, of: &str) {
        self.open.push_back(SecurityQuestion { words: words.to_owned(), of: of.to_owned() });
    }

    /// What is denied is asked no more; the next question comes up.
    pub(super) fn deny(&mut self, words: Option<&str>) {
        let Some(words) = words else { return self.open.clear() };
        self.denied.insert(words.to_lowercase());
        self.open.retain(|open| open.words != words);
    }

    pub(super) fn settle(&mut self) {
        self.open.clear();
    }
}
