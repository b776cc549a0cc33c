//! A text as the words that are indexed.

use std::ops::Range;

use super::letters::{Read, Standing, each_letter};
use crate::text::is_blank;

/// Of a longer word, as a token or a line of Base64, this many letters are compared.
pub const MOST_LETTERS: usize = 64;

/// Stands between two texts of one line, so that no phrase reaches from one into the other. It is nothing that a word is made of.
const BETWEEN_TEXTS: char = '\u{f8ff}';

/// A word as it is compared, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchWord {
    /// Its letters.
    pub word: String,
    /// Which characters of the text it is.
    pub place: Range<usize>,
    /// Whether it is one letter of a script that puts no spaces between words, or a sign.
    pub stands_alone: bool,
    /// Where each letter ends in the text: letters can be more or fewer than characters.
    ends: Vec<usize>,
}

impl SearchWord {
    /// Which characters of the text its first letters are, where it begins with these.
    #[must_use]
    pub fn place_of_beginning(&self, beginning: &str) -> Option<Range<usize>> {
        let letters = self.word.starts_with(beginning).then(|| beginning.chars().count())?;
        let end = self.ends.get(letters.checked_sub(1)?)?;
        Some(self.place.start..*end)
    }

    fn reach(&mut self, end: usize) {
        self.place.end = end;
        if let Some(last) = self.ends.last_mut() {
            *last = end;
        }
    }
}

/// The words of a text in order.
#[must_use]
pub fn search_words(text: &str) -> Vec<SearchWord> {
    let (mut divider, mut words) = (Divider::default(), Vec::<SearchWord>::new());
    each_letter(text, |at, read| match (divider.step(read), words.last_mut()) {
        (Step::Begins(letter), _) => {
            words.push(SearchWord { word: letter.into(), place: at..at + 1, stands_alone: !divider.is_open, ends: vec![at + 1] })
        }
        (Step::GoesOn(letter), Some(word)) => {
            word.word.push(letter);
            word.place.end = at + 1;
            word.ends.push(at + 1);
        }
        (Step::Silent, Some(word)) => word.reach(at + 1),
        (Step::GoesOn(_) | Step::Silent | Step::Ends, _) => {}
    });
    words
}

/// The words of the texts of one line as they are given to the index: with a space between any two.
#[must_use]
pub fn indexed_words<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    let mut all = String::new();
    for (number, text) in texts.into_iter().enumerate() {
        if number > 0 {
            all.push(' ');
            all.push(BETWEEN_TEXTS);
        }
        let mut divider = Divider::default();
        each_letter(text, |_, read| match divider.step(read) {
            Step::Begins(letter) => {
                all.push(' ');
                all.push(letter);
            }
            Step::GoesOn(letter) => all.push(letter),
            Step::Silent | Step::Ends => {}
        });
    }
    all
}

/// Whether a text has a part as it is searched: in any script, whatever its capitals and accents.
#[must_use]
pub fn has_part(text: &str, part: &str) -> bool {
    let (text, part) = (indexed_words([text]), indexed_words([part]));
    !is_blank(&part) && text.contains(part.trim())
}

/// What a letter does to the words before it.
enum Step {
    /// It begins a word.
    Begins(char),
    /// It is one more of the last word.
    GoesOn(char),
    /// It is shown with the last word, and not compared.
    Silent,
    /// It is no part of a word.
    Ends,
}

/// Where a text is divided into words.
#[derive(Default)]
struct Divider {
    /// Letters of the last word; none once it has ended.
    letters: usize,
    /// Whether the last word is one of several letters.
    is_open: bool,
}

impl Divider {
    fn step(&mut self, read: Read) -> Step {
        match read {
            Read::Silent if self.letters > 0 => Step::Silent,
            Read::Silent => Step::Ends,
            Read::Between => {
                self.letters = 0;
                Step::Ends
            }
            Read::Letter(letter) => self.take(letter.reads, letter.standing),
        }
    }

    fn take(&mut self, reads: char, standing: Standing) -> Step {
        let goes_on = self.letters > 0 && (standing == Standing::Mark || (standing == Standing::InWord && self.is_open));
        if !goes_on {
            self.is_open = standing != Standing::Alone;
            self.letters = 0;
        }
        self.letters += 1;
        match self.letters {
            1 => Step::Begins(reads),
            more if more <= MOST_LETTERS => Step::GoesOn(reads),
            _ => Step::Silent,
        }
    }
}
