//! The words of a text that say something by themselves.

use std::ops::Range;

use super::common_words::is_common;
use crate::text::search::{SearchWord, search_words};

/// A shorter word says little by itself.
const LETTERS_AT_LEAST: usize = 3;

/// A word as it is compared, and which characters of the text it is.
pub(super) struct TellingWord {
    pub(super) word: String,
    pub(super) place: Range<usize>,
}

/// The telling words of a text in order. Of a script that puts no spaces between words two letters are one.
pub(super) fn telling_words(text: &str) -> Vec<TellingWord> {
    let words = search_words(text);
    let pairs = words.windows(2).filter_map(|two| if let [one, other] = two { pair(one, other) } else { None });
    let mut telling: Vec<TellingWord> = words.iter().filter_map(whole).chain(pairs).collect();
    telling.sort_by_key(|word| word.place.start);
    telling
}

fn whole(word: &SearchWord) -> Option<TellingWord> {
    let tells = !word.stands_alone
        && word.word.chars().count() >= LETTERS_AT_LEAST
        && word.word.chars().any(char::is_alphabetic)
        && !is_common(&word.word);
    tells.then(|| TellingWord { word: word.word.clone(), place: word.place.clone() })
}

fn pair(one: &SearchWord, other: &SearchWord) -> Option<TellingWord> {
    let is_letter = |word: &SearchWord| word.stands_alone && word.word.starts_with(char::is_alphabetic);
    let joined = is_letter(one) && is_letter(other) && one.place.end == other.place.start;
    joined.then(|| TellingWord { word: format!("{}{}", one.word, other.word), place: one.place.start..other.place.end })
}
