//! A text as words, each with the part of its sentence.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::team::WordForm;

/// A word of a text.
pub(super) struct Token {
    /// In lower case.
    pub(super) word: String,
    /// Where it stands in the text.
    pub(super) place: Range<usize>,
    /// The part of a sentence it is in.
    pub(super) part: usize,
    /// Whether a comma stands behind it.
    pub(super) comma: bool,
    /// Whether its sentence asks.
    pub(super) asked: bool,
}

/// A text as it is read: its words, and where each stands.
pub(super) struct Words {
    pub(super) tokens: Vec<Token>,
    places: BTreeMap<String, Vec<usize>>,
}

impl Words {
    pub(super) fn of(text: &str) -> Self {
        let tokens = tokens(text);
        let mut places: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, token) in tokens.iter().enumerate() {
            places.entry(token.word.clone()).or_default().push(at);
        }
        Self { tokens, places }
    }

    /// Where words of these forms stand.
    pub(super) fn places(&self, forms: &[WordForm]) -> Vec<usize> {
        let mut places: Vec<usize> = forms
            .iter()
            .flat_map(|form| match form {
                WordForm::Whole(word) => self.places.get(word).into_iter().flatten().copied().collect::<Vec<_>>(),
                WordForm::Begins(begins) => {
                    let from = self.places.range(begins.clone()..);
                    from.take_while(|(word, _)| word.starts_with(begins.as_str())).flat_map(|(_, places)| places).copied().collect()
                }
            })
            .collect();
        places.sort_unstable();
        places.dedup();
        places
    }
}

/// The words in order. A hyphen divides, an apostrophe does not.
fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let (mut part, mut begun, mut sentence) = (0, None, 0);
    let ends = [(text.len(), '\n')];
    for (at, letter) in text.char_indices().chain(ends) {
        let inside = letter.is_alphanumeric() || (begun.is_some() && matches!(letter, '\'' | '’') && next_is_letter(text, at));
        match begun {
            None if inside => begun = Some(at),
            Some(from) if !inside => {
                tokens.push(token(text, from..at, part));
                begun = None;
            }
            _ => {}
        }
        if inside {
            continue;
        }
        if letter == ',' {
            tokens.iter_mut().next_back().into_iter().for_each(|last| last.comma = true);
        }
        if letter == '?' {
            tokens[sentence..].iter_mut().for_each(|token| token.asked = true);
        }
        if ends_part(text, at, letter) {
            part += 1;
        }
        if matches!(letter, '\n' | '.' | '!' | '?') && ends_part(text, at, letter) {
            sentence = tokens.len();
        }
    }
    tokens
}

fn token(text: &str, place: Range<usize>, part: usize) -> Token {
    let word = text[place.clone()].to_lowercase().replace('’', "'");
    Token { word, place, part, comma: false, asked: false }
}

fn next_is_letter(text: &str, at: usize) -> bool {
    text[at..].chars().nth(1).is_some_and(char::is_alphanumeric)
}

/// `v1.2` and `12:05` are not divided.
fn ends_part(text: &str, at: usize, letter: char) -> bool {
    let before_space = || text[at..].chars().nth(1).is_none_or(char::is_whitespace);
    match letter {
        '\n' | ';' | '(' | ')' | '!' | '?' | '|' | '—' | '–' | '→' => true,
        '.' | ':' => before_space(),
        '-' => before_space() && text[..at].ends_with(' '),
        _ => false,
    }
}
