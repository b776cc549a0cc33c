//! Words with a plainer one for each: jargon, and what the team calls its own.

use std::collections::BTreeMap;
use std::ops::Range;

use aho_corasick::{AhoCorasick, BuildError, Input, MatchKind};

use super::letter::Letter;
use super::wording::is_in_place;

/// Thousands of terms, found in one pass.
#[derive(Debug)]
pub(super) struct Terms {
    automaton: AhoCorasick,
    terms: Vec<Term>,
    written: Written,
}

/// How terms may be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Written {
    /// With blanks or hyphens between their words.
    AsWords,
    /// With any mark, or none, between their words, in paths, too: `payments_api`, `/payments-api/v2`.
    AsNames,
}

/// One term.
#[derive(Debug)]
struct Term {
    /// The plainer words; none where only a person finds them.
    plain: Option<String>,
    is_one_word: bool,
    /// It begins with the mark of a path.
    is_path: bool,
}

impl Terms {
    /// Words, each with a plainer one.
    pub(super) fn words(terms: &BTreeMap<String, String>) -> Result<Self, BuildError> {
        Self::new(terms.iter().map(|(term, plain)| (term.as_str(), Some(plain.clone()))), Written::AsWords)
    }

    /// Names, each with what customers know it by; none where only a person finds the words.
    pub(super) fn names(terms: &BTreeMap<String, Option<String>>) -> Result<Self, BuildError> {
        Self::new(terms.iter().map(|(term, known)| (term.as_str(), known.clone())), Written::AsNames)
    }

    fn new<'t>(terms: impl Iterator<Item = (&'t str, Option<String>)>, written: Written) -> Result<Self, BuildError> {
        let term = |(term, plain): (&str, Option<String>)| {
            let words: Vec<&str> = term.split(|letter| written.parts(letter)).filter(|word| !word.is_empty()).collect();
            let is_path = written == Written::AsNames && term.starts_with('/');
            (words.join(written.between()).to_lowercase(), Term { plain, is_one_word: words.len() == 1, is_path })
        };
        let terms: BTreeMap<String, Term> = terms.map(term).filter(|(letters, _)| !letters.is_empty()).collect();
        // Of two that begin at one place the longer counts, so that `connection pool` is not read as `pool`.
        let automaton = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(terms.keys())?;
        Ok(Self { automaton, terms: terms.into_values().collect(), written })
    }

    /// Each place with the plainer words for it; none where only a person finds them.
    pub(super) fn find(&self, text: &str) -> Vec<(Range<usize>, Option<String>)> {
        let letters = self.written.letters(text);
        let searched: String = letters.iter().map(|letter| letter.reads).collect();
        let starts: Vec<usize> = searched.char_indices().map(|(at, _)| at).collect();
        let letter_at = |at: usize| starts.partition_point(|start| *start < at);
        let (mut found, mut from) = (Vec::new(), 0);
        while let Some(place) = self.automaton.find(Input::new(&searched).span(from..searched.len())) {
            let (first, after) = (letter_at(place.start()), letter_at(place.end()));
            let term = &self.terms[place.pattern().as_usize()];
            let range = letters[first].place.start..letters[after - 1].place.end;
            match self.written.place_of(term, text, range) {
                Some(range) => {
                    from = place.end();
                    if !term.plain.as_ref().is_some_and(|plain| is_in_place(plain, text, &range)) {
                        found.push((range, term.plain.clone()));
                    }
                }
                None => from = starts.get(first + 1).copied().unwrap_or(searched.len()),
            }
        }
        found
    }
}

impl Written {
    /// Whether a letter stands between the words of a term.
    fn parts(self, letter: char) -> bool {
        letter.is_whitespace() || letter == '-' || (self == Self::AsNames && matches!(letter, '_' | '.' | '/'))
    }

    /// What is searched for between the words of a term.
    fn between(self) -> &'static str {
        if self == Self::AsNames { "" } else { " " }
    }

    /// The text in small letters, as terms are searched in it: every mark between words reads alike, and between the parts of a name a
    /// single one is left out.
    fn letters(self, text: &str) -> Vec<Letter> {
        let mut letters = Vec::with_capacity(text.len());
        let mut before = None;
        let mut rest = text.char_indices().peekable();
        while let Some((at, letter)) = rest.next() {
            let place = at..at + letter.len_utf8();
            let next = rest.peek().map(|(_, next)| *next);
            let is_single = |beside: Option<char>| beside.is_some_and(|beside| !self.parts(beside));
            if !self.parts(letter) {
                letters.extend(letter.to_lowercase().map(|reads| Letter { reads, place: place.clone() }));
            } else if self == Self::AsWords || !is_single(before) || !is_single(next) {
                letters.push(Letter { reads: ' ', place });
            }
            before = Some(letter);
        }
        letters
    }

    /// Where a term stands, if it stands for itself there.
    fn place_of(self, term: &Term, text: &str, range: Range<usize>) -> Option<Range<usize>> {
        if term.is_one_word && text[range.clone()].contains(|letter| self.parts(letter)) {
            return None;
        }
        let range = if term.is_path { text[..range.start].strip_suffix('/')?.len()..range.end } else { range };
        let of_several = self == Self::AsNames && text[range.clone()].contains(|letter: char| !letter.is_alphanumeric());
        (stands_alone(text, &range) || (of_several && is_whole(text, &range))).then_some(range)
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
