//! Exact changes to a text, and the patch they make.

use serde::Serialize;
use similar::TextDiff;
use ts_rs::TS;

use super::mark::Mark;

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

/// The exact mends of these marks as one patch that `git apply` takes; empty if none is exact. `path` is the file's from where it is applied.
#[must_use]
pub fn patch(text: &str, path: &str, marks: &[Mark]) -> String {
    let edits: Vec<Edit> = marks.iter().flat_map(|mark| mark.mend.edits.iter().cloned()).collect();
    unified(text, &apply(text, &edits), path)
}

/// The patch from one text to another; empty if they are the same.
#[must_use]
pub fn unified(old: &str, new: &str, path: &str) -> String {
    if old == new {
        return String::new();
    }
    let (old, new): (Vec<&str>, Vec<&str>) = (old.split_inclusive('\n').collect(), new.split_inclusive('\n').collect());
    TextDiff::configure()
        .newline_terminated(true)
        .diff_slices(&old, &new)
        .unified_diff()
        .context_radius(3)
        .header(&name("a", path), &name("b", path))
        .to_string()
}

/// As git writes a name: in quotes if it has signs of its own, with a tab behind it if it has blanks.
fn name(side: &str, path: &str) -> String {
    let whole = format!("{side}/{path}");
    let needs_quotes = whole.chars().any(|c| c.is_control() || c == '"' || c == '\\');
    match () {
        () if needs_quotes => format!("\"{}\"", whole.chars().map(quoted).collect::<String>()),
        () if whole.contains(' ') => format!("{whole}\t"),
        () => whole,
    }
}

fn quoted(c: char) -> String {
    match c {
        '"' | '\\' => format!("\\{c}"),
        c if c.is_ascii_control() => format!("\\{:03o}", u32::from(c)),
        c => c.to_string(),
    }
}
