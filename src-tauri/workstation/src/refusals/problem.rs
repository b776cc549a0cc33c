//! A refusal beside the field that it is about.

use serde::Serialize;
use ts_rs::TS;

use super::error::Error;
use super::help::Help;

/// Something that cannot be done as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Problem {
    /// Where.
    pub field: ProblemField,
    /// What it is.
    pub message: String,
    /// What would help, in the words of the door that asked.
    pub hint: String,
}

/// What a problem is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ProblemField {
    /// The line as a whole.
    Line,
    /// When it began.
    Started,
    /// The severity, which is missing.
    Severity,
    /// The incident that it goes to.
    Target,
}

impl Problem {
    pub(crate) fn new(field: ProblemField, error: &Error, in_words: impl Fn(&Help) -> String) -> Self {
        Self { field, message: error.to_string(), hint: in_words(&error.help()) }
    }
}
