//! Words with a plainer one for each: jargon, and what the team calls its services.

use std::collections::BTreeMap;
use std::ops::Range;

use regex::{Regex, RegexBuilder};

use super::wording::is_in_place;

/// A list of terms, found in one pass.
#[derive(Debug)]
pub(super) struct Terms {
    pattern: Option<Regex>,
    replacements: BTreeMap<String, String>,
}

impl Terms {
    /// Longer terms come first, so that `connection pool` is not read as `pool`.
    pub(super) fn new(terms: &BTreeMap<String, String>) -> Result<Self, regex::Error> {
        let replacements: BTreeMap<String, String> = terms.iter().map(|(term, plain)| (key(term), plain.clone())).collect();
        let mut words: Vec<&String> = replacements.keys().filter(|term| !term.is_empty()).collect();
        words.sort_by_key(|term| std::cmp::Reverse(term.len()));
        let any: Vec<String> = words.iter().map(|term| regex::escape(term).replace(' ', r"[\s-]")).collect();
        let pattern = if words.is_empty() { None } else { Some(RegexBuilder::new(&any.join("|")).case_insensitive(true).build()?) };
        Ok(Self { pattern, replacements })
    }

    /// Each place with the plainer words for it.
    pub(super) fn find(&self, text: &str) -> Vec<(Range<usize>, String)> {
        let (mut found, mut from) = (Vec::new(), 0);
        let Some(pattern) = &self.pattern else { return found };
        while let Some(term) = pattern.find_at(text, from) {
            if !stands_alone(text, &term.range()) {
                from = next_char(text, term.start());
                continue;
            }
            from = term.end();
            let Some(plain) = self.replacements.get(&key(term.as_str())) else { continue };
            if !is_in_place(plain, text, &term.range()) {
                found.push((term.range(), plain.clone()));
            }
        }
        found
    }
}

/// A part of a longer name or of an address is no word of the sentence.
fn stands_alone(text: &str, range: &Range<usize>) -> bool {
    let part = |letter: char| letter.is_alphanumeric() || letter == '_';
    let mut before = text[..range.start].chars().rev();
    let before_ok = match before.next() {
        Some('/' | '@' | '#') => false,
        Some('.' | '-') => !before.next().is_some_and(part),
        Some(letter) => !part(letter),
        None => true,
    };
    let mut after = text[range.end..].chars();
    let after_ok = match after.next() {
        Some('/' | '@' | '=') => false,
        Some('.' | '-' | ':') => !after.next().is_some_and(|next| part(next) || next == '/'),
        Some(letter) => !part(letter),
        None => true,
    };
    before_ok && after_ok
}

/// Terms are the same in any case, with blanks or hyphens.
fn key(term: &str) -> String {
    let words: Vec<&str> = term.split(|letter: char| letter.is_whitespace() || letter == '-').filter(|word| !word.is_empty()).collect();
    words.join(" ").to_lowercase()
}

fn next_char(text: &str, at: usize) -> usize {
    at + text[at..].chars().next().map_or(1, char::len_utf8)
}
