//! How a hit is shown: the words of the line, or the part of what stands behind it that has what was asked for.

use std::ops::Range;

use super::line::SearchedLine;
use crate::text::search::SearchQuery;

/// A longer text is cut to about so many characters around what was asked for.
const MOST_CHARACTERS: usize = 240;
/// So many characters before what was asked for are left.
const LEFT_BEFORE: usize = 60;
/// Of a line that stands before what is behind it.
const OF_A_HEADING: usize = 80;

/// A hit as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownHit {
    /// The words.
    pub text: String,
    /// Which characters (Unicode scalar values) of these were asked for, in order.
    pub marks: Vec<Range<usize>>,
}

impl SearchedLine {
    /// The line as a hit of a query; `None` where it does not have all that was asked for.
    #[must_use]
    pub fn shown(&self, query: &SearchQuery) -> Option<ShownHit> {
        let texts: Vec<&str> = self.texts().collect();
        if !query.is_in(&texts) {
            return None;
        }
        let most = texts.iter().map(|text| query.count_in(text)).max().unwrap_or_default();
        let best = texts.iter().position(|text| query.count_in(text) == most).unwrap_or_default();
        let text = match (best, self.behind.get(best.wrapping_sub(1))) {
            (0, _) | (_, None) => cut(&self.text, &query.marks(&self.text), MOST_CHARACTERS),
            (_, Some(behind)) => format!("{}: {}", cut(&self.text, &[], OF_A_HEADING), cut(behind, &query.marks(behind), MOST_CHARACTERS)),
        };
        let marks = query.marks(&text);
        Some(ShownHit { text, marks })
    }
}

/// The part of a text around the first mark, with a sign where it was cut.
fn cut(text: &str, marks: &[Range<usize>], most: usize) -> String {
    let characters: Vec<char> = text.chars().collect();
    if characters.len() <= most {
        return text.to_owned();
    }
    let first = marks.first().map_or(0, |mark| mark.start.saturating_sub(LEFT_BEFORE));
    let from = beginning(&characters, first.min(characters.len() - most));
    let to = (from + most).min(characters.len());
    let before = if from > 0 { "…" } else { "" };
    let after = if to < characters.len() { "…" } else { "" };
    format!("{before}{}{after}", characters[from..to].iter().collect::<String>().trim())
}

/// The first beginning of a word from a place on, if one is near.
fn beginning(characters: &[char], from: usize) -> usize {
    let near = characters.iter().enumerate().skip(from).take(LEFT_BEFORE / 2);
    let space = near.filter(|(at, letter)| *at > 0 && letter.is_whitespace()).map(|(at, _)| at + 1).next();
    if from == 0 { 0 } else { space.unwrap_or(from) }
}
