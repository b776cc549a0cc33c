//! The ways to read a text in which words are looked for: as it stands, as the guard reads it, with escapes and base64 taken back.
//!
//! In each, letters are small and what stands between words is one space, so that `pay-7f.eu-1` is `Pay 7f eu_1` as well.

use std::ops::Range;
use std::sync::LazyLock;

use base64::Engine as _;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use regex::Regex;

use crate::guard::Reading;

const LENIENT: GeneralPurposeConfig =
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent).with_decode_allow_trailing_bits(true);
const BASE64: GeneralPurpose = GeneralPurpose::new(&alphabet::STANDARD, LENIENT);

/// Letters that may be base64 of a word.
static RUN: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new("[A-Za-z0-9+/_-]{8,}={0,2}").ok());

/// A text in small letters, each of which knows its place in the text itself.
#[derive(Debug, Default)]
pub(super) struct LooseText {
    pub(super) text: String,
    places: Vec<(usize, Range<usize>)>,
}

impl LooseText {
    /// Every way to read a text.
    pub(super) fn all(text: &str) -> Vec<Self> {
        let read = Reading::all(text).into_iter().map(|reading| {
            let places = reading.text.char_indices().map(|(at, letter)| (letter, reading.place_in_text(&(at..at + letter.len_utf8()))));
            Self::of(places)
        });
        read.chain(unescaped(text)).chain(decoded(text)).collect()
    }

    fn of(letters: impl Iterator<Item = (char, Range<usize>)>) -> Self {
        let mut loose = Self::default();
        for (letter, place) in letters {
            loose.push(letter, place);
        }
        loose
    }

    fn push(&mut self, letter: char, place: Range<usize>) {
        if !stands_between(letter) {
            for small in letter.to_lowercase() {
                self.places.push((self.text.len(), place.clone()));
                self.text.push(small);
            }
        } else if self.text.ends_with(' ') {
            self.places.last_mut().into_iter().for_each(|(_, last)| last.end = last.end.max(place.end));
        } else {
            self.places.push((self.text.len(), place));
            self.text.push(' ');
        }
    }

    /// Where a place of this reading stands in the text itself.
    pub(super) fn place_in_text(&self, place: &Range<usize>) -> Range<usize> {
        let [first, after] = [place.start, place.end].map(|at| self.places.partition_point(|(from, _)| *from < at));
        let here = self.places.get(first..after).unwrap_or_default();
        match (here.first(), here.last()) {
            (Some((_, first)), Some((_, last))) => first.start..last.end.max(first.end),
            _ => 0..0,
        }
    }
}

/// Words as they are looked for.
pub(super) fn loose(words: &str) -> String {
    LooseText::of(words.char_indices().map(|(at, letter)| (letter, at..at + letter.len_utf8()))).text.trim().to_owned()
}

fn stands_between(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '-' | '_' | '.' | '/' | '\\')
}

/// Without the escapes of JSON and Markdown, and without the marks of code; none where there are no such.
fn unescaped(text: &str) -> Option<LooseText> {
    if !text.contains(['\\', '`']) {
        return None;
    }
    let (mut letters, mut loose) = (text.char_indices().peekable(), LooseText::default());
    while let Some((at, letter)) = letters.next() {
        match letter {
            '`' => {}
            '\\' => {
                let (reads, length) = escape_at(&text[at + 1..]);
                let end = at + 1 + length;
                while letters.next_if(|(next, _)| *next < end).is_some() {}
                reads.into_iter().for_each(|reads| loose.push(reads, at..end));
            }
            _ => loose.push(letter, at..at + letter.len_utf8()),
        }
    }
    Some(loose)
}

/// What an escape stands for, and how long it is behind its backslash.
fn escape_at(rest: &str) -> (Option<char>, usize) {
    match rest.chars().next() {
        Some('n' | 'r' | 't') => (Some('\n'), 1),
        Some('u') => match rest.get(1..5).and_then(|hex| u32::from_str_radix(hex, 16).ok()).and_then(char::from_u32) {
            Some(letter) => (Some(letter), 5),
            None => (Some('u'), 1),
        },
        Some(letter) => (Some(letter), letter.len_utf8()),
        None => (None, 0),
    }
}

/// What base64 in a text says, each letter of it in the place of the whole; none where there is no such.
fn decoded(text: &str) -> Option<LooseText> {
    let mut loose = LooseText::default();
    for run in RUN.as_ref()?.find_iter(text) {
        for letter in said_by(run.as_str()).into_iter().flat_map(|said| said.chars().collect::<Vec<_>>()).chain([' ']) {
            loose.push(letter, run.range());
        }
    }
    (loose.text.len() > 1).then_some(loose)
}

/// The words that base64 stands for, if it is some.
fn said_by(run: &str) -> Option<String> {
    let run = run.trim_end_matches('=').replace('-', "+").replace('_', "/");
    let bytes = BASE64.decode(run).ok()?;
    let said = String::from_utf8(bytes).ok()?;
    let reads = said.chars().all(|letter| !letter.is_control() || letter.is_whitespace());
    (reads && !said.is_empty()).then_some(said)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_however_they_are_written() {
        for text in [
            "x ana ruiz y",
            "x Ana-Ruiz y",
            "x ana&#x2e;ruiz y",
            "x%20ana%2Eruiz y",
            "x\\nana\\u002eruiz y",
            "x `ana\\_ruiz` y",
            "x\u{200b} a\u{ad}na ruiz",
        ] {
            let found: Vec<String> =
                LooseText::all(text).into_iter().map(|loose| loose.text).filter(|text| text.contains(" ana ruiz")).collect();
            assert!(!found.is_empty(), "{text}");
        }
    }

    #[test]
    fn base64_is_read_in_the_place_of_the_whole() {
        let text = "key: cGF5LTdmLmV1LTEuaW50ZXJuYWw= end";
        let loose = decoded(text).expect("some is there");
        let at = loose.text.find("eu 1").expect("it says so");

        assert_eq!(&text[loose.place_in_text(&(at..at + 4))], "cGF5LTdmLmV1LTEuaW50ZXJuYWw=");
    }
}
