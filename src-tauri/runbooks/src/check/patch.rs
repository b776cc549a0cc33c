//! Changes as a patch that git takes.

use similar::TextDiff;

use super::edits::{Edit, apply};
use super::mark::Mark;

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
