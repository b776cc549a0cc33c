//! The header of a postmortem: `**Date**: 2026-11-23 | **Severity**: P1`.

use super::plain::{bare, cells, is_rule, plain};

/// The facts that a line of the header states, each with its label; none where it states none.
pub(super) fn facts(line: &str) -> Vec<(String, String)> {
    if let Some(cells) = cells(line) {
        return if is_rule(&cells) { Vec::new() } else { pair(&cells).into_iter().collect() };
    }
    let parts: Vec<&str> = bare(line).split(" | ").collect();
    let facts: Vec<(String, String)> = parts.iter().filter_map(|part| labelled(part)).collect();
    if facts.len() == parts.len() { facts } else { Vec::new() }
}

fn pair(cells: &[String]) -> Option<(String, String)> {
    match cells {
        [label, value] if is_label(label) => Some((label.trim_end_matches(':').to_lowercase(), value.clone())),
        _ => None,
    }
}

/// `**Users affected**: all`, `Severity: P1`: the label in small letters, and its value.
pub(super) fn labelled(text: &str) -> Option<(String, String)> {
    let words = plain(text);
    let (label, value) = words.split_once(':')?;
    is_label(label).then(|| (label.trim().to_lowercase(), value.trim().to_owned()))
}

fn is_label(text: &str) -> bool {
    let text = text.trim();
    let letters = |c: char| c.is_alphabetic() || matches!(c, ' ' | '/' | '-' | '(' | ')' | '\'');
    (2..=40).contains(&text.len()) && text.chars().all(letters) && text.split(' ').count() <= 5
}
