//! The five whys of a postmortem.

use super::model::PostmortemWhy;
use super::plain::{bare, numbered, plain};
use crate::text::read_why;

/// What marks a why as a root cause where a review is written.
const ROOT: &str = "Root cause";

/// The why that a line is; `last` is how deep the one before it stands.
pub(super) fn why(line: &str, last: usize) -> Option<PostmortemWhy> {
    let item = line.trim().trim_start_matches(['-', '*', '+']).trim_start();
    let number = numbered(item).map(|(number, _)| number);
    let words = plain(bare(item)).replace("-->", "->").replace("=>", "->");
    let (question, answer) = read_why(&words)?;
    // A line that asks nothing and has no number goes on with what stands above it.
    if question.is_none() && number.is_none() && !words.to_lowercase().starts_with("why") {
        return None;
    }
    let root_cause = answer.ends_with(ROOT);
    let answer = answer.strip_suffix(ROOT).unwrap_or(&answer).trim_end().to_owned();
    let question = question.filter(|question| !question.starts_with("did this happen"));
    let depth = number.unwrap_or(last + 1).clamp(1, last + 1);
    (!answer.is_empty()).then_some(PostmortemWhy { question, answer, depth, root_cause })
}
