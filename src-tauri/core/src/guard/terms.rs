//! Words with a plainer one for each: jargon, and what the team calls its services.

use std::collections::BTreeMap;
use std::ops::Range;

use regex::{Regex, RegexBuilder};

use super::wording::is_in_place;

/// A list of terms, found in one pass.
#[derive(Debug)]
pub(super) struct Terms {
    pattern: Option<Regex>,
    replacements: BTreeMap<String, Option<String>>,
    /// Whether they are names that stand in paths, too, and are written in several ways: `payments_api`, `/payments-api/v2`.
    are_names: bool,
}

impl Terms {
    /// Words, each with a plainer one.
    pub(super) fn words(terms: &BTreeMap<String, String>) -> Result<Self, regex::Error> {
        Self::new(terms.iter().map(|(term, plain)| (term, Some(plain.clone()))), false)
    }

    /// Names, each with what customers know it by; none where only a person finds the words.
    pub(super) fn names(terms: &BTreeMap<String, Option<String>>) -> Result<Self, regex::Error> {
        Self::new(terms.iter().map(|(term, known)| (term, known.clone())), true)
    }

    /// Longer terms come first, so that `connection pool` is not read as `pool`.
    fn new<'t>(terms: impl Iterator<Item = (&'t String, Option<String>)>, are_names: bool) -> Result<Self, regex::Error> {
        let terms: BTreeMap<String, Option<String>> = terms.map(|(term, plain)| (words_of(term, are_names), plain)).collect();
        let mut words: Vec<&String> = terms.keys().filter(|term| !term.is_empty()).collect();
        words.sort_by_key(|term| std::cmp::Reverse(term.len()));
        let between = if are_names { r"[\s_./-]?" } else { r"[\s-]" };
        let any: Vec<String> = words.iter().map(|term| regex::escape(term).replace(' ', between)).collect();
        let pattern = if words.is_empty() { None } else { Some(RegexBuilder::new(&any.join("|")).case_insensitive(true).build()?) };
        let replacements = terms.into_iter().map(|(term, plain)| (key(&term, are_names), plain)).collect();
        Ok(Self { pattern, replacements, are_names })
    }

    /// Each place with the plainer words for it; none where only a person finds them.
    pub(super) fn find(&self, text: &str) -> Vec<(Range<usize>, Option<String>)> {
        let (mut found, mut from) = (Vec::new(), 0);
        let Some(pattern) = &self.pattern else { return found };
        while let Some(term) = pattern.find_at(text, from) {
            let of_several = self.are_names && term.as_str().contains(|letter: char| !letter.is_alphanumeric());
            let stands = stands_alone(text, &term.range()) || (of_several && is_whole(text, &term.range()));
            if !stands {
                from = next_char(text, term.start());
                continue;
            }
            from = term.end();
            let Some(plain) = self.replacements.get(&key(term.as_str(), self.are_names)) else { continue };
            if !plain.as_ref().is_some_and(|plain| is_in_place(plain, text, &term.range())) {
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

/// A name of several words is one wherever no letter goes on.
fn is_whole(text: &str, range: &Range<usize>) -> bool {
    let beside = [text[..range.start].chars().next_back(), text[range.end..].chars().next()];
    !beside.into_iter().flatten().any(char::is_alphanumeric)
}

/// Terms are the same in any case, with blanks or hyphens; names with any mark, or none, between their words.
fn key(term: &str, is_name: bool) -> String {
    let words = words_of(term, is_name);
    if is_name { words.replace(' ', "") } else { words }
}

fn words_of(term: &str, is_name: bool) -> String {
    let between = |letter: char| letter.is_whitespace() || letter == '-' || (is_name && matches!(letter, '_' | '.' | '/'));
    let words: Vec<&str> = term.split(between).filter(|word| !word.is_empty()).collect();
    // A path begins with its mark.
    let root = if is_name && term.starts_with('/') { "/" } else { "" };
    format!("{root}{}", words.join(" ").to_lowercase())
}

fn next_char(text: &str, at: usize) -> usize {
    at + text[at..].chars().next().map_or(1, char::len_utf8)
}
