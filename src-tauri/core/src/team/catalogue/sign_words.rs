//! The words that a sign is known by, as they are written in a file.

use serde::Deserialize;

/// The words that a sign is known by.
#[derive(Debug, Clone, Copy)]
pub struct SignWords<'a> {
    /// Expressions, their words in order.
    pub says: &'a [Expression],
    /// What it befalls.
    pub of: &'a [Expression],
    /// What befalls it.
    pub happened: &'a [Expression],
}

impl SignWords<'_> {
    pub(super) fn check(&self) -> Result<(), (String, String)> {
        let refuse = |key: &str, reason: &str| Err((key.to_owned(), reason.to_owned()));
        if self.of.is_empty() != self.happened.is_empty() {
            return refuse(if self.of.is_empty() { "of" } else { "happened" }, "what it befalls and what befalls it belong together");
        }
        if self.says.is_empty() && self.of.is_empty() {
            return refuse("says", "names no words");
        }
        Ok(())
    }
}

/// Words in order, each with what it may be.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Expression(pub Vec<Vec<WordForm>>);

/// A word, or how it begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WordForm {
    /// The whole word, in lower case.
    Whole(String),
    /// How it begins, in lower case.
    Begins(String),
}

impl WordForm {
    fn read(form: &str) -> Result<Self, String> {
        let form = form.to_lowercase();
        let begins = form.strip_suffix('*');
        let letters = begins.unwrap_or(&form);
        if letters.is_empty() || !letters.chars().all(|c| c.is_alphanumeric() || c == '\'') {
            return Err(format!("'{form}' is no word; words are letters and digits, with * at the end or | between two"));
        }
        Ok(begins.map_or_else(|| Self::Whole(form.clone()), |begins| Self::Begins(begins.to_owned())))
    }

    /// Whether a word in lower case is of this form.
    #[must_use]
    pub fn fits(&self, word: &str) -> bool {
        match self {
            Self::Whole(whole) => word == whole,
            Self::Begins(begins) => word.starts_with(begins.as_str()),
        }
    }
}

impl TryFrom<String> for Expression {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let words: Vec<Vec<WordForm>> =
            text.split_whitespace().map(|word| word.split('|').map(WordForm::read).collect()).collect::<Result<_, String>>()?;
        if words.is_empty() { Err("an expression must not be empty".to_owned()) } else { Ok(Self(words)) }
    }
}
