//! People's names: those who are known, with and without `@`.

use std::ops::Range;

use super::scope::Scope;

/// Between two names of one list.
const JOINS: [&str; 7] = [", and ", ", ", " and ", " & ", " or ", "/", " "];

/// Every place that names a person who is known. `everyday` are names that are words, too.
pub(super) fn find_known(text: &str, scope: &Scope<'_>, everyday: &[String]) -> Vec<Range<usize>> {
    let names: Vec<Name> = scope.people.iter().filter_map(|name| Name::new(name, everyday)).collect();
    let (mut found, mut before) = (Vec::new(), None);
    let mut free_from = 0;
    for (at, letter) in text.char_indices() {
        if at >= free_from && !before.is_some_and(is_word) && letter.is_alphanumeric() {
            let end = names.iter().filter_map(|name| name.end_at(text, at, before)).max();
            if let Some(end) = end {
                let start = if before == Some('@') { at - 1 } else { at };
                found.push(start..end);
                free_from = end;
            }
        }
        before = Some(letter);
    }
    found
}

/// Names that follow one another are one place: `ana, raj and kim`.
pub(super) fn join(text: &str, mut places: Vec<Range<usize>>) -> Vec<Range<usize>> {
    places.sort_by_key(|place| (place.start, place.end));
    let mut lists: Vec<Range<usize>> = Vec::new();
    for place in places {
        match lists.last_mut() {
            Some(list) if place.start < list.end || JOINS.contains(&&text[list.end..place.start]) => list.end = list.end.max(place.end),
            _ => lists.push(place),
        }
    }
    lists
}

struct Name {
    letters: Vec<char>,
    everyday: bool,
}

impl Name {
    fn new(name: &str, everyday: &[String]) -> Option<Self> {
        let name = name.trim().trim_start_matches('@').to_lowercase();
        // A single letter would be found in every text.
        let long_enough = name.chars().filter(|letter| letter.is_alphanumeric()).count() >= 2;
        long_enough.then(|| Self { everyday: everyday.contains(&name), letters: name.chars().collect() })
    }

    /// Where this name ends, if it starts at `at`.
    fn end_at(&self, text: &str, at: usize, before: Option<char>) -> Option<usize> {
        let rest = &text[at..];
        let (mut letters, mut wanted, mut end) = (rest.chars(), self.letters.as_slice(), at);
        while !wanted.is_empty() {
            let letter = letters.next()?;
            for lower in letter.to_lowercase() {
                wanted = wanted.strip_prefix(&[lower])?;
            }
            end += letter.len_utf8();
        }
        if letters.next().is_some_and(is_word) || !self.may_stand(text, at, before) {
            return None;
        }
        Some(end + surname(&text[end..], rest))
    }

    /// `will` is a name only as `@will`, or as Will within a sentence.
    fn may_stand(&self, text: &str, at: usize, before: Option<char>) -> bool {
        if !self.everyday || before == Some('@') {
            return true;
        }
        let starts = text[..at].trim_end_matches([' ', '*', '_']).chars().next_back().is_none_or(|end| ".!?:\n•-".contains(end));
        !starts && text[at..].starts_with(char::is_uppercase)
    }
}

/// How far the family name after a capital first name reaches: a first name alone may go, `Lima` alone would stay.
fn surname(after: &str, name: &str) -> usize {
    let Some(word) = after.strip_prefix(' ').filter(|word| name.starts_with(char::is_uppercase) && word.starts_with(char::is_uppercase))
    else {
        return 0;
    };
    let length = word.find(|letter: char| !letter.is_alphabetic() && letter != '-').unwrap_or(word.len());
    let has_lower = word[..length].chars().any(char::is_lowercase);
    if has_lower { 1 + length } else { 0 }
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}
