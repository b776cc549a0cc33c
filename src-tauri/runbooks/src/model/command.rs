//! A command.

use serde::Serialize;
use ts_rs::TS;

/// What is copied into a terminal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "RunbookCommand")]
pub struct Command {
    /// As the fence names it, in small letters; empty where it does not.
    pub language: String,
    /// The line of its first letter.
    pub line: u32,
    /// As it stands in the text, without fences.
    pub text: String,
    /// Whether the text shows a prompt. It is no part of what is copied.
    pub console: bool,
    /// What is copied: one, or several of which one is chosen. Never none.
    pub alternatives: Vec<Alternative>,
    /// What the text shows as printed, below the prompts.
    pub output: Option<String>,
}

/// One way to do it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "RunbookAlternative")]
pub struct Alternative {
    /// As the text calls it, such as `Option A: Restart`; empty for the only one.
    pub label: String,
    /// What is copied, comments included, places unfilled.
    pub text: String,
    /// The line it begins in.
    pub line: u32,
}

impl Command {
    /// Whether one of several is to be chosen.
    #[must_use]
    pub fn asks_for_a_choice(&self) -> bool {
        self.alternatives.len() > 1
    }
}
