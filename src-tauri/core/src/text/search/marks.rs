//! Where what was asked for stands in a text.

use std::ops::Range;

use super::query::{SearchPhrase, SearchQuery};
use super::words::{SearchWord, search_words};

impl SearchQuery {
    /// Which characters of a text were asked for, in order; no two ranges touch.
    #[must_use]
    pub fn marks(&self, text: &str) -> Vec<Range<usize>> {
        let words = search_words(text);
        let phrases = self.phrases.iter().flat_map(|phrase| phrase.places(&words));
        let signs = self.signs.iter().flat_map(|signs| places_of_signs(signs, text));
        merged(phrases.chain(signs).collect())
    }

    /// How much of what was asked for stands in a text.
    #[must_use]
    pub fn count_in(&self, text: &str) -> usize {
        let words = search_words(text);
        let phrases = self.phrases.iter().filter(|phrase| phrase.places(&words).next().is_some()).count();
        phrases + self.signs.iter().filter(|signs| !places_of_signs(signs, text).is_empty()).count()
    }

    /// How many of the phrases stand in a text as whole words, none of which goes on.
    #[must_use]
    pub fn whole_words_in(&self, text: &str) -> usize {
        let words = search_words(text);
        let whole = self.phrases.iter().map(|phrase| SearchPhrase { goes_on: false, ..phrase.clone() });
        whole.filter(|phrase| phrase.places(&words).next().is_some()).count()
    }

    /// Whether everything that was asked for stands in one or the other of these texts.
    #[must_use]
    pub fn is_in(&self, texts: &[&str]) -> bool {
        let words: Vec<Vec<SearchWord>> = texts.iter().map(|text| search_words(text)).collect();
        let has_phrase = |phrase: &SearchPhrase| words.iter().any(|words| phrase.places(words).next().is_some());
        self.phrases.iter().all(has_phrase) && self.has_signs(texts)
    }

    /// Whether the signs that were asked for stand in one or the other of these texts.
    #[must_use]
    pub fn has_signs(&self, texts: &[&str]) -> bool {
        self.signs.iter().all(|signs| texts.iter().any(|text| !places_of_signs(signs, text).is_empty()))
    }
}

impl SearchPhrase {
    fn places<'a>(&'a self, words: &'a [SearchWord]) -> impl Iterator<Item = Range<usize>> + 'a {
        words.windows(self.words.len().max(1)).filter_map(|some| self.place(some))
    }

    fn place(&self, some: &[SearchWord]) -> Option<Range<usize>> {
        let (asked, before) = self.words.split_last()?;
        let (last, first) = some.split_last()?;
        let is_here = first.iter().map(|word| &word.word).eq(before.iter()) && (self.goes_on || last.word == *asked);
        let end = is_here.then(|| last.place_of_beginning(asked))??;
        Some(first.first().map_or(end.start, |word| word.place.start)..end.end)
    }
}

/// Signs have no words and no accents: they are compared as they are, but for small and capital letters beside them.
fn places_of_signs(signs: &str, text: &str) -> Vec<Range<usize>> {
    let small = |text: &str| text.chars().map(|letter| letter.to_lowercase().next().unwrap_or(letter)).collect::<Vec<char>>();
    let (signs, text) = (small(signs), small(text));
    text.windows(signs.len().max(1)).enumerate().filter(|(_, some)| *some == signs).map(|(at, _)| at..at + signs.len()).collect()
}

fn merged(mut places: Vec<Range<usize>>) -> Vec<Range<usize>> {
    places.sort_by_key(|place| (place.start, place.end));
    let mut merged: Vec<Range<usize>> = Vec::new();
    for place in places {
        match merged.last_mut() {
            Some(last) if place.start <= last.end => last.end = last.end.max(place.end),
            _ => merged.push(place),
        }
    }
    merged
}
