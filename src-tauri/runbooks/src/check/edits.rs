//! Exact changes to a text.

use serde::Serialize;
use ts_rs::TS;

/// Lines that are put in place of others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "RunbookEdit")]
pub struct Edit {
    /// The first line that goes, or before which lines come, from 1.
    pub line: u32,
    /// How many lines go.
    pub goes: u32,
    /// The lines that come, without their ends.
    pub comes: Vec<String>,
}

impl Edit {
    /// Puts lines before one.
    pub(super) fn before(line: u32, comes: Vec<String>) -> Self {
        Self { line, goes: 0, comes }
    }

    /// Puts lines in one's place.
    pub(super) fn instead(line: u32, comes: Vec<String>) -> Self {
        Self { line, goes: 1, comes }
    }
}

/// The text with these changes. One that touches a line that another changed is left out.
#[must_use]
pub fn apply(text: &str, edits: &[Edit]) -> String {
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let mut sorted: Vec<&Edit> = edits.iter().collect();
    sorted.sort_by_key(|edit| edit.line);
    let (mut whole, mut next) = (String::with_capacity(text.len()), 0usize);
    for edit in sorted {
        let at = (edit.line.saturating_sub(1) as usize).min(lines.len());
        if at < next {
            continue;
        }
        whole.extend(lines.get(next..at).unwrap_or_default().iter().copied());
        put(&mut whole, &edit.comes, end);
        next = at.saturating_add(edit.goes as usize).min(lines.len());
    }
    whole.extend(lines.get(next..).unwrap_or_default().iter().copied());
    whole
}

fn put(whole: &mut String, lines: &[String], end: &str) {
    if !lines.is_empty() && !whole.is_empty() && !whole.ends_with('\n') {
        whole.push_str(end);
    }
    for line in lines {
        whole.push_str(line);
        whole.push_str(end);
    }
}
