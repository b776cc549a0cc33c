//! People's names: those who are known, with and without `@`.

use std::ops::Range;

use super::scope::Scope;

/// Between two names of one list.
const JOINS: [&str; 7] = [", and ", ", ", " and ", " & ", " or ", "/", " "];

/// Every place that names a person who is known. `everyday` are names that are words, too.
pub(super) fn find_known(text: &str, scope: &Scope<'_>, everyday: &[String]) -> Vec<Range<usize>> {
    let names: Vec<Name> = scope.people.iter().flat_map(|name| Name::all(name, everyday)).collect();
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

/// Each name for itself; one that is a part of another, such as `ana-service` or `ana.internal`, names nobody.
pub(super) fn alone(text: &str, mut places: Vec<Range<usize>>) -> Vec<Range<usize>> {
    places.sort_by_key(|place| (place.start, std::cmp::Reverse(place.end)));
    places.dedup_by(|next, before| next.start < before.end);
    places.retain(|place| !is_part_of_a_name(text, place));
    places
}

fn is_part_of_a_name(text: &str, place: &Range<usize>) -> bool {
    let goes_on = |mut letters: Box<dyn Iterator<Item = char> + '_>| {
        letters.next().is_some_and(|letter| "-._/".contains(letter)) && letters.next().is_some_and(is_word)
    };
    goes_on(Box::new(text[place.end..].chars())) || goes_on(Box::new(text[..place.start].chars().rev()))
}

struct Name {
    letters: Vec<char>,
    /// When it counts.
    counts: Counts,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Counts {
    InAnyCase,
    /// A part of a name may be a word, too.
    WithCapital,
    /// `will` is a name only as `@will`, or as Will within a sentence.
    WithinSentence,
}

impl Name {
    /// The name, the ways to write it as one word, and its parts: Ana Keller, `ana.keller`, Ana and Keller.
    fn all(name: &str, everyday: &[String]) -> Vec<Self> {
        let written = name.trim().trim_start_matches('@');
        let name = written.to_lowercase();
        let parts: Vec<&str> = written.split([' ', '.', '_', '-']).filter(|part| !part.is_empty()).collect();
        let mut names = vec![Self::new(&name, Counts::InAnyCase, everyday)];
        // `on-call` is no name with two parts.
        let has_parts = written.contains(['.', ' ']) || parts.iter().all(|part| part.starts_with(char::is_uppercase));
        if (2..=4).contains(&parts.len()) && has_parts {
            let parts: Vec<String> = parts.iter().map(|part| part.to_lowercase()).collect();
            let joined = [" ", ".", "_", "-", ""].map(|between| parts.join(between));
            names.extend(joined.iter().map(|way| Self::new(way, Counts::InAnyCase, everyday)));
            let long = parts.iter().filter(|part| part.chars().count() >= 3);
            names.extend(long.map(|part| Self::new(part, Counts::WithCapital, everyday)));
        }
        names.into_iter().flatten().collect()
    }

    fn new(name: &str, counts: Counts, everyday: &[String]) -> Option<Self> {
        // A single letter would be found in every text.
        let long_enough = name.chars().filter(|letter| letter.is_alphanumeric()).count() >= 2;
        let counts = if everyday.iter().any(|word| word == name) { Counts::WithinSentence } else { counts };
        long_enough.then(|| Self { counts, letters: name.chars().collect() })
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

    fn may_stand(&self, text: &str, at: usize, before: Option<char>) -> bool {
        if self.counts == Counts::InAnyCase || before == Some('@') {
            return true;
        }
        let starts = text[..at].trim_end_matches([' ', '*', '_']).chars().next_back().is_none_or(|end| ".!?:\n•-".contains(end));
        text[at..].starts_with(char::is_uppercase) && !(starts && self.counts == Counts::WithinSentence)
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
