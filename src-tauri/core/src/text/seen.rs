//! What a person sees of a text: what is not seen neither stays in it nor makes words of it.

use std::borrow::Cow;
use std::sync::LazyLock;

use icu_properties::props::{DefaultIgnorableCodePoint, GeneralCategory};
use icu_properties::{CodePointMapData, CodePointSetData};
use regex::Regex;

use super::direction::{PDI, drop_unpaired_isolates, turns_direction, with_isolated_words};

/// The flags of England, Scotland and Wales are written in letters that nobody sees, behind this one.
const FLAG: char = '\u{1f3f4}';

/// The text as a person sees it, which is how it is kept, shown and sent: without escape sequences of terminals, control characters,
/// marks that turn the direction of others, hidden letters, and accents that stand on nothing. Its lines stay, and so do the joiners
/// within words and emoji.
#[must_use]
pub fn as_seen(text: &str) -> Cow<'_, str> {
    if !text.chars().any(may_hide) {
        return Cow::Borrowed(text);
    }
    let text = without_escape_sequences(text);
    let mut seen = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\r' if letters.peek() == Some(&'\n') => {}
            '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => seen.push('\n'),
            _ if stays(letter, &seen) => seen.push(letter),
            _ => {}
        }
    }
    Cow::Owned(if seen.contains(PDI) || seen.contains('\u{2068}') { drop_unpaired_isolates(&seen) } else { seen })
}

/// As [`as_seen`], in one line.
#[must_use]
pub fn one_line(text: &str) -> String {
    as_seen(text).chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// As [`as_seen`], in one line with one space between words; what looks like a word and shows nothing is none.
#[must_use]
pub fn tidy_line(text: &str) -> String {
    as_seen(text).split_whitespace().filter(|word| !is_blank(word)).collect::<Vec<_>>().join(" ")
}

/// A whole line or more for a place that Sitrep does not draw, as a terminal or a menu: as a person sees it, and words that are read
/// from right to left move nothing beside them. Every such place is written to through this.
#[must_use]
pub fn as_printed(text: &str) -> String {
    with_isolated_words(&as_seen(text)).into_owned()
}

/// Whether there is nothing in it to see: no words, whatever characters it has.
#[must_use]
pub fn is_blank(text: &str) -> bool {
    as_seen(text).chars().all(leaves_no_ink)
}

/// Whether a text with this letter has to be looked at more closely.
pub(super) fn may_hide(letter: char) -> bool {
    match letter {
        '\n' | '\t' | ' '..='~' => false,
        '\u{2028}' | '\u{2029}' | '\u{2068}' | PDI => true,
        _ => letter.is_control() || turns_direction(letter) || is_tag(letter) || is_mark(letter),
    }
}

fn stays(letter: char, before: &str) -> bool {
    let last = before.chars().next_back();
    match letter {
        '\n' | '\t' => true,
        _ if letter.is_control() || turns_direction(letter) => false,
        _ if is_tag(letter) => last.is_some_and(|last| last == FLAG || is_tag(last)),
        _ if is_mark(letter) => last.is_some_and(|last| last == '\u{a0}' || !last.is_whitespace()),
        _ => true,
    }
}

fn is_tag(letter: char) -> bool {
    matches!(letter, '\u{e0000}'..='\u{e007f}')
}

/// An accent, which is drawn over what stands before it; a vowel sign with a place of its own is none.
fn is_mark(letter: char) -> bool {
    matches!(category(letter), GeneralCategory::EnclosingMark | GeneralCategory::NonspacingMark)
}

fn category(letter: char) -> GeneralCategory {
    CodePointMapData::<GeneralCategory>::new().get(letter)
}

/// Blanks, what Unicode lets a font leave out, what only stands on another letter, and two signs that are drawn as nothing.
fn leaves_no_ink(letter: char) -> bool {
    let ignorable = || CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(letter);
    let invisible = || category(letter) == GeneralCategory::Format || matches!(letter, '\u{2800}' | '\u{1d159}');
    letter.is_whitespace() || letter.is_control() || ignorable() || invisible() || is_mark(letter)
}

/// Colours, cursor movements, titles and links of a terminal, whole.
fn without_escape_sequences(text: &str) -> Cow<'_, str> {
    static SEQUENCE: LazyLock<Option<Regex>> = LazyLock::new(|| {
        let cursor_or_colour = r"(?:\x1b\[|\x{9b})[0-?]*[ -/]*[@-~]";
        let title_or_link = r"(?:\x1b[\]PX^_]|[\x{9d}\x{90}\x{98}\x{9e}\x{9f}])[^\x07\x1b\x{9c}\n]*(?:\x07|\x1b\\|\x{9c})";
        Regex::new(&format!(r"{cursor_or_colour}|{title_or_link}|\x1b[()][0AB]|\x1b[=>78]")).ok()
    });
    SEQUENCE.as_ref().map_or(Cow::Borrowed(text), |sequence| sequence.replace_all(text, ""))
}
