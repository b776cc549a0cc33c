//! What is new in an update against the last one sent.

use serde::{Deserialize, Serialize};
use similar::{ChangeTag, TextDiff};
use ts_rs::TS;

/// Whether words stayed, came or went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DifferenceKind {
    /// In both.
    Same,
    /// New.
    Added,
    /// Not said any more.
    Removed,
}

/// Some words and what became of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DifferencePart {
    /// The words.
    pub text: String,
    /// What became of them.
    pub changed: DifferenceKind,
}

/// The difference from `before` to `after`, line by line: words of two lines mixed are hard to read.
#[must_use]
pub fn difference(before: &str, after: &str) -> Vec<DifferencePart> {
    let mut changes: Vec<DifferencePart> = Vec::new();
    for change in TextDiff::from_lines(&end_line(before), &end_line(after)).iter_all_changes() {
        let changed = match change.tag() {
            ChangeTag::Equal => DifferenceKind::Same,
            ChangeTag::Insert => DifferenceKind::Added,
            ChangeTag::Delete => DifferenceKind::Removed,
        };
        match changes.last_mut() {
            Some(last) if last.changed == changed => last.text.push_str(change.value()),
            _ => changes.push(DifferencePart { text: change.value().to_owned(), changed }),
        }
    }
    changes
}

/// A last line without an end would differ from the same one with an end.
fn end_line(text: &str) -> String {
    format!("{}\n", text.trim_end_matches('\n'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_came_and_went_are_told() {
        let told = difference("Status: Investigating\nSame\nas before", "Status: Identified\nSame\nas before");
        let told: Vec<(DifferenceKind, &str)> = told.iter().map(|change| (change.changed, change.text.as_str())).collect();
        assert_eq!(
            told,
            [
                (DifferenceKind::Removed, "Status: Investigating\n"),
                (DifferenceKind::Added, "Status: Identified\n"),
                (DifferenceKind::Same, "Same\nas before\n")
            ]
        );
    }
}
