//! What is new in an update against the last one sent.

use serde::{Deserialize, Serialize};
use similar::{ChangeTag, TextDiff};
use ts_rs::TS;

/// Whether words stayed, came or went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WordChange {
    /// In both.
    Same,
    /// New.
    Added,
    /// Not said any more.
    Removed,
}

/// Some words and what became of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Change {
    /// The words.
    pub text: String,
    /// What became of them.
    pub changed: WordChange,
}

/// The difference from `before` to `after`, line by line: words of two lines mixed are hard to read.
#[must_use]
pub fn difference(before: &str, after: &str) -> Vec<Change> {
    let mut changes: Vec<Change> = Vec::new();
    for change in TextDiff::from_lines(&ended(before), &ended(after)).iter_all_changes() {
        let changed = match change.tag() {
            ChangeTag::Equal => WordChange::Same,
            ChangeTag::Insert => WordChange::Added,
            ChangeTag::Delete => WordChange::Removed,
        };
        match changes.last_mut() {
            Some(last) if last.changed == changed => last.text.push_str(change.value()),
            _ => changes.push(Change { text: change.value().to_owned(), changed }),
        }
    }
    changes
}

/// A last line without an end would differ from the same one with an end.
fn ended(text: &str) -> String {
    format!("{}\n", text.trim_end_matches('\n'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_came_and_went_are_told() {
        let told = difference("Status: Investigating\nSame", "Status: Identified\nSame");
        let told: Vec<(WordChange, &str)> = told.iter().map(|change| (change.changed, change.text.as_str())).collect();
        assert_eq!(
            told,
            [(WordChange::Removed, "Status: Investigating\n"), (WordChange::Added, "Status: Identified\n"), (WordChange::Same, "Same\n")]
        );
    }
}
