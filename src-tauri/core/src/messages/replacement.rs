//! Words that stand in for others, as the guard's fixes put them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Every `find` reads as `with`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
pub struct Replacement {
    /// The words, to the letter.
    pub find: String,
    /// What stands in their place.
    pub with: String,
}

impl Replacement {
    /// `text` with every replacement made, in their order.
    #[must_use]
    pub fn all_in(replacements: &[Self], text: &str) -> String {
        replacements.iter().fold(text.to_owned(), |text, replacement| replacement.make_in(&text))
    }

    /// Whole words only: `DB` is none in `DBA`.
    fn make_in(&self, text: &str) -> String {
        if self.find.is_empty() {
            return text.to_owned();
        }
        let mut out = String::with_capacity(text.len());
        let mut from = 0;
        for (at, found) in text.match_indices(&self.find) {
            if at < from {
                continue;
            }
            let end = at + found.len();
            if !continues(&text[..at], found, true) && !continues(&text[end..], found, false) {
                out.push_str(&text[from..at]);
                out.push_str(&self.with);
                from = end;
            }
        }
        out.push_str(&text[from..]);
        out
    }
}

/// Whether a word goes on over the edge of what was found.
fn continues(beside: &str, found: &str, before: bool) -> bool {
    let (outer, inner) =
        if before { (beside.chars().next_back(), found.chars().next()) } else { (beside.chars().next(), found.chars().next_back()) };
    outer.is_some_and(char::is_alphanumeric) && inner.is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_replaced_whole() {
        let replacements = [Replacement { find: "DB".into(), with: "database".into() }];
        assert_eq!(Replacement::all_in(&replacements, "DB, DBA and the DB"), "database, DBA and the database");
    }
}
