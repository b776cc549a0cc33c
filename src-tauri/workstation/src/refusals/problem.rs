//! A refusal beside the field that it is about.

use serde::Serialize;
use ts_rs::TS;

use super::error::Error;

/// Something that cannot be done as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Problem {
    /// Where: `line`, `started`, `severity`.
    pub field: String,
    /// What it is.
    pub message: String,
    /// What would work.
    pub hint: String,
}

pub(crate) fn problem(field: &str, error: &Error) -> Problem {
    Problem { field: field.to_owned(), message: error.to_string(), hint: error.hint() }
}
