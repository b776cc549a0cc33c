//! A text as the letters that are compared: small ones, without accents and without what only looks different, each with its place.

use icu_properties::props::{DefaultIgnorableCodePoint, GeneralCategory, LineBreak};
use icu_properties::{CodePointMapData, CodePointSetData};
use unicode_normalization::char::{canonical_combining_class, decompose_compatible};

/// What a letter is to the words of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// One of several that make a word.
    InWord,
    /// A word by itself: a sign, or a letter of a script that puts no spaces between words.
    Alone,
    /// It belongs to the letter before it.
    Mark,
}

/// A letter as it is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Letter {
    pub(super) reads: char,
    pub(super) standing: Standing,
}

/// Calls `tell` for each character of a text with its place, once for each part that it reads as.
pub(super) fn each_letter(text: &str, mut tell: impl FnMut(usize, Read)) {
    for (at, letter) in text.chars().enumerate() {
        if letter.is_ascii() {
            tell(at, of_ascii(letter));
        } else {
            each_part(letter, |read| tell(at, read));
        }
    }
}

/// What a character, or a part of one, is read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Read {
    /// A letter.
    Letter(Letter),
    /// Nothing that divides words: an accent that is left out, a joiner.
    Silent,
    /// The end of a word.
    Between,
}

fn of_ascii(letter: char) -> Read {
    if letter.is_ascii_alphanumeric() { in_word(letter.to_ascii_lowercase()) } else { Read::Between }
}

fn in_word(reads: char) -> Read {
    Read::Letter(Letter { reads, standing: Standing::InWord })
}

/// Written small first: a capital with an accent may be another letter than a small one with it.
fn each_part(letter: char, mut tell: impl FnMut(Read)) {
    decompose_compatible(letter, |part| part.to_lowercase().for_each(|small| decompose_compatible(small, |part| plain(part, &mut tell))));
}

/// Letters that no decomposition takes apart, and that a keyboard without them writes so.
fn plain(letter: char, tell: &mut impl FnMut(Read)) {
    let written = match letter {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ı' => "i",
        'ς' => "σ",
        _ => return tell(of(letter)),
    };
    written.chars().for_each(|letter| tell(in_word(letter)));
}

fn of(letter: char) -> Read {
    if letter.is_ascii() {
        return of_ascii(letter);
    }
    if is_accent(letter) || CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(letter) {
        return Read::Silent;
    }
    standing(letter).map_or(Read::Between, |standing| Read::Letter(Letter { reads: letter, standing }))
}

/// An accent, a point of Hebrew or Arabic: who searches leaves them out. What tells one letter of a script from another is none: a vowel of Hindi or Thai,
/// the voicing of Japanese.
fn is_accent(letter: char) -> bool {
    matches!(canonical_combining_class(letter), 1 | 10..=36 | 200..=240)
}

fn standing(letter: char) -> Option<Standing> {
    use GeneralCategory as Category;
    if follows_in_syllable(letter) {
        return Some(Standing::Mark);
    }
    match CodePointMapData::<Category>::new().get(letter) {
        Category::NonspacingMark | Category::SpacingMark | Category::EnclosingMark => Some(Standing::Mark),
        Category::MathSymbol | Category::CurrencySymbol | Category::ModifierSymbol | Category::OtherSymbol => Some(Standing::Alone),
        _ if !letter.is_alphanumeric() => None,
        _ if is_written_without_spaces(letter) => Some(Standing::Alone),
        _ => Some(Standing::InWord),
    }
}

/// Vowels and last consonants of Korean, into which a syllable is taken apart.
fn follows_in_syllable(letter: char) -> bool {
    matches!(letter, '\u{1160}'..='\u{11ff}' | '\u{d7b0}'..='\u{d7ff}')
}

/// Where a line may be broken between any two letters, or only a dictionary knows, no space tells words apart. Korean has spaces, and joins to a word what
/// other languages put beside it.
fn is_written_without_spaces(letter: char) -> bool {
    matches!(
        CodePointMapData::<LineBreak>::new().get(letter),
        LineBreak::Ideographic | LineBreak::ConditionalJapaneseStarter | LineBreak::Nonstarter | LineBreak::ComplexContext | LineBreak::JL
    )
}
