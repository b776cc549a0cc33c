//! What a person asked for.

use super::words::search_words;
use crate::text::is_blank;

/// More words than that are a text that was pasted, and the first of them tell it from any other.
const MOST_WORDS: usize = 32;
/// Of a word that goes on, this many letters have to be there: with one, almost every line would have such a word.
const LETTERS_OF_A_BEGINNING: usize = 2;

/// Words that stand one behind the other, as those of `prod-db-1` do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchPhrase {
    /// As they are compared, in order.
    pub words: Vec<String>,
    /// Whether the last one may go on: `paym` finds payments.
    pub goes_on: bool,
}

/// What a person asked for: a line has it if it has all of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SearchQuery {
    /// A phrase for each word that was typed, as spaces divide them.
    pub phrases: Vec<SearchPhrase>,
    /// What no index of words tells: signs alone (`++`), and one letter with signs (`C++`). They are looked for in the text itself.
    pub signs: Vec<String>,
}

impl SearchQuery {
    /// Reads what was typed. Nothing in it means anything but itself.
    #[must_use]
    pub fn read(typed: &str) -> Self {
        let mut query = Self::default();
        typed.split_whitespace().filter(|word| !is_blank(word)).take(MOST_WORDS).for_each(|word| query.add(word));
        query
    }

    /// Whether nothing was asked for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.phrases.is_empty() && self.signs.is_empty()
    }

    fn add(&mut self, typed: &str) {
        let words = search_words(typed);
        let characters = typed.chars().count();
        let reaches_the_end = words.last().is_some_and(|last| last.place.end == characters);
        let words: Vec<String> = words.into_iter().map(|word| word.word).collect();
        if characters > 1 && words.iter().map(|word| word.chars().count()).sum::<usize>() <= 1 || words.is_empty() {
            self.signs.push(typed.to_owned());
        }
        let letters = words.last().map(|last| last.chars().count()).unwrap_or_default();
        if !words.is_empty() {
            self.phrases.push(SearchPhrase { words, goes_on: reaches_the_end && letters >= LETTERS_OF_A_BEGINNING });
        }
    }
}
