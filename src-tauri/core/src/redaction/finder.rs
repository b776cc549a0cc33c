//! Finds words that are to be replaced: whole words, in any case, the longest first.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

use aho_corasick::AhoCorasick;

use super::item::{Counts, RedactionItem};
use super::readings::{LooseText, loose};
use crate::guard::Reading;

/// A place in a text, and what stands there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) range: Range<usize>,
    /// By its number among the items.
    pub(super) item: usize,
}

impl Place {
    /// The same place where so many bytes stand before.
    pub(super) fn shifted(self, by: usize) -> Self {
        Self { range: self.range.start + by..self.range.end + by, ..self }
    }
}

/// Thousands of words, found in one pass each way that a text is read.
#[derive(Debug, Default)]
pub(super) struct Finder {
    automaton: Option<AhoCorasick>,
    words: Vec<Word>,
}

#[derive(Debug, Clone, Copy)]
struct Word {
    item: usize,
    counts: Counts,
}

impl Finder {
    /// For the items of which this holds.
    pub(super) fn of(items: &[RedactionItem], counts: impl Fn(&RedactionItem) -> bool) -> Self {
        let mut words: BTreeMap<String, Word> = BTreeMap::new();
        let wanted = || items.iter().enumerate().filter(|(_, item)| counts(item));
        // What somebody is called comes before the ways to write it: a first name may be that of two.
        for (at, item) in wanted() {
            item.originals.iter().for_each(|original| add(&mut words, original, Word { item: at, counts: Counts::Always }, item));
        }
        for (at, item) in wanted() {
            item.also.iter().for_each(|also| add(&mut words, &also.words, Word { item: at, counts: also.counts }, item));
        }
        let automaton = (!words.is_empty()).then(|| AhoCorasick::new(words.keys()).ok()).flatten();
        Self { automaton, words: words.into_values().collect() }
    }

    /// Every place in a text, in its order. Nothing overlaps.
    pub(super) fn places(&self, text: &str) -> Vec<Place> {
        if self.automaton.is_none() || text.is_empty() {
            return Vec::new();
        }
        longest(LooseText::all(text).iter().flat_map(|reading| self.in_reading(reading, text)).collect())
    }

    /// The first of the items that stands in bytes which are no text, if one does.
    pub(super) fn in_bytes(&self, items: &[RedactionItem], bytes: &[u8]) -> Option<usize> {
        let told_apart: Vec<(usize, &str)> = items
            .iter()
            .enumerate()
            .filter(|(at, _)| self.words.iter().any(|word| word.item == *at))
            .flat_map(|(at, item)| item.originals.iter().map(move |original| (at, original.trim_start_matches('@'))))
            .filter(|(_, original)| original.len() >= TOLD_APART)
            .collect();
        let automaton = AhoCorasick::builder().ascii_case_insensitive(true).build(told_apart.iter().map(|(_, original)| original)).ok()?;
        automaton.find(bytes).map(|found| told_apart[found.pattern().as_usize()].0)
    }

    fn in_reading<'a>(&'a self, reading: &'a LooseText, text: &'a str) -> impl Iterator<Item = Place> + 'a {
        let found = self.automaton.iter().flat_map(move |automaton| automaton.find_overlapping_iter(&reading.text));
        found.filter_map(move |found| {
            let word = self.words[found.pattern().as_usize()];
            let within = found.range();
            let range = reading.place_in_text(&within);
            let mentioned = reading.text[..within.start].ends_with('@');
            let stands = stands_alone(&reading.text, &within) && (mentioned || counts(word.counts, text, &range));
            let start = if mentioned { reading.place_in_text(&(within.start - 1..within.end)).start } else { range.start };
            stands.then_some(Place { range: start..range.end, item: word.item })
        })
    }
}

/// Shorter words stand in any picture's bytes by chance.
const TOLD_APART: usize = 6;

fn add(words: &mut BTreeMap<String, Word>, spelling: &str, word: Word, item: &RedactionItem) {
    let bare = spelling.trim().trim_start_matches('@');
    let plain = Reading::all(bare).into_iter().map(|reading| loose(&reading.text));
    let ascii = deunicode::deunicode(bare);
    for letters in plain.chain([loose(&ascii)]).filter(|letters| !letters.is_empty()) {
        let bound = item.also.iter().find(|also| loose(&also.words) == letters).map_or(word.counts, |also| also.counts);
        words.entry(letters).or_insert(Word { counts: bound, ..word });
    }
}

/// Of places that overlap the longest, in their order.
pub(super) fn longest(mut places: Vec<Place>) -> Vec<Place> {
    places.sort_by_key(|place| (Reverse(place.range.len()), place.range.start, place.item));
    let mut taken: BTreeMap<usize, Place> = BTreeMap::new();
    for place in places {
        let before = taken.range(..place.range.end).next_back();
        if before.is_none_or(|(_, before)| before.range.end <= place.range.start) {
            taken.insert(place.range.start, place);
        }
    }
    taken.into_values().collect()
}

fn stands_alone(text: &str, within: &Range<usize>) -> bool {
    let parts = |inner: Option<char>, outer: Option<char>| {
        !inner.is_some_and(char::is_alphanumeric)
            || inner.is_some_and(is_without_spaces)
            || !outer.is_some_and(char::is_alphanumeric)
            || outer.is_some_and(is_without_spaces)
    };
    let word = &text[within.clone()];
    parts(word.chars().next(), text[..within.start].chars().next_back())
        && parts(word.chars().next_back(), text[within.end..].chars().next())
}

/// Scripts that put no space between words.
fn is_without_spaces(letter: char) -> bool {
    matches!(letter, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

fn counts(counts: Counts, text: &str, range: &Range<usize>) -> bool {
    let has_capital = || text[range.clone()].starts_with(char::is_uppercase);
    match counts {
        Counts::Always => true,
        Counts::WithCapital => has_capital(),
        Counts::WithinSentence => has_capital() && !begins_sentence(&text[..range.start]),
        Counts::Mentioned => false,
    }
}

fn begins_sentence(before: &str) -> bool {
    before.trim_end_matches([' ', '*', '_']).chars().next_back().is_none_or(|end| ".!?:\n•-".contains(end))
}
