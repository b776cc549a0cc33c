//! A text as a person reads it: what hides a word from a pattern is folded away, and each letter knows its place in the text.

use std::sync::LazyLock;

use html_escape::decode_html_entities;
use icu_properties::props::{DefaultIgnorableCodePoint, GeneralCategory};
use icu_properties::{CodePointMapData, CodePointSetData};
use percent_encoding::percent_decode_str;
use regex::Regex;
use unicode_normalization::char::decompose_compatible;
use unicode_security::confusable_detection::skeleton;

use super::letter::Letter;
use super::line_breaks::join_words;

/// One entity of HTML, or a run of percent codes.
static CODES: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new("&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});|(?:%[0-9A-Fa-f]{2})+").ok());

/// The words as they read, in one line.
pub(super) fn as_read(text: &str) -> String {
    let letters = fold(text);
    let letters = join_words(&letters).unwrap_or(letters);
    letters.iter().map(|letter| letter.reads).collect()
}

pub(super) fn may_hide(text: &str) -> bool {
    !text.is_ascii() || CODES.as_ref().is_some_and(|codes| codes.is_match(text))
}

/// Decoded twice (`%2541`), without letters that nobody sees, and with the plain letter for each that looks like it.
pub(super) fn fold(text: &str) -> Vec<Letter> {
    let letters = text.char_indices().map(|(at, reads)| Letter { reads, place: at..at + reads.len_utf8() }).collect();
    let decoded = decode_all(decode_all(letters));
    let mut folded = Vec::with_capacity(decoded.len());
    for letter in decoded {
        if letter.reads.is_ascii() {
            folded.push(letter);
        } else {
            for_each_plain(letter.reads, |reads| folded.push(Letter { reads, place: letter.place.clone() }));
        }
    }
    folded
}

fn decode_all(letters: Vec<Letter>) -> Vec<Letter> {
    let text: String = letters.iter().map(|letter| letter.reads).collect();
    let Some(codes) = CODES.as_ref().filter(|codes| codes.is_match(&text)) else { return letters };
    let mut decoded = Vec::with_capacity(letters.len());
    let mut rest = letters.into_iter();
    let mut from = 0;
    for code in codes.find_iter(&text) {
        decoded.extend(rest.by_ref().take(text[from..code.start()].chars().count()));
        let coded: Vec<Letter> = rest.by_ref().take(code.as_str().chars().count()).collect();
        decode(code.as_str(), coded, &mut decoded);
        from = code.end();
    }
    decoded.extend(rest);
    decoded
}

/// What the code stands for, each letter of it in the place of the whole; of percent codes for plain letters each in its own.
fn decode(code: &str, coded: Vec<Letter>, decoded: &mut Vec<Letter>) {
    if let Some(codes) = code.strip_prefix('%') {
        let bytes: Vec<u8> = codes.split('%').filter_map(|hex| u8::from_str_radix(hex, 16).ok()).collect();
        if bytes.iter().all(u8::is_ascii) {
            decoded.extend(bytes.iter().zip(coded.chunks(3)).filter_map(|(byte, coded)| letter_over(char::from(*byte), coded)));
            return;
        }
    }
    let reads =
        if code.starts_with('%') { percent_decode_str(code).decode_utf8().unwrap_or(code.into()) } else { decode_html_entities(code) };
    if reads == code {
        decoded.extend(coded);
    } else {
        decoded.extend(reads.chars().filter_map(|letter| letter_over(letter, &coded)));
    }
}

fn letter_over(reads: char, coded: &[Letter]) -> Option<Letter> {
    let (first, last) = (coded.first()?, coded.last()?);
    Some(Letter { reads, place: first.place.start..last.place.end })
}

/// Calls `reads` with the letters that `letter` reads as: none for what is not seen, those it is made of (NFKD, without the accents that a pattern
/// wouldn't know), and the plain one that it looks like.
fn for_each_plain(letter: char, mut reads: impl FnMut(char)) {
    if CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(letter) || is_format(letter) {
        return;
    }
    if letter.is_alphabetic() && is_latin_with_accent(letter) {
        reads(letter);
        return;
    }
    decompose_compatible(letter, |part| reads(if part.is_ascii() { part } else { look_alike(part) }));
}

fn is_latin_with_accent(letter: char) -> bool {
    matches!(letter, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

fn is_format(letter: char) -> bool {
    CodePointMapData::<GeneralCategory>::new().get(letter) == GeneralCategory::Format
}

/// The plain letter that `letter` looks like, by Unicode's own table; itself where there is none.
fn look_alike(letter: char) -> char {
    let written = letter.to_string();
    let mut alike = skeleton(&written);
    match (alike.next(), alike.next()) {
        (Some(plain), None) if plain.is_ascii_graphic() => plain,
        _ => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reads(text: &str) -> String {
        fold(text).iter().map(|letter| letter.reads).collect()
    }

    #[test]
    fn what_hides_a_word_is_folded_away() {
        for (hidden, plain) in [
            ("gh\u{ad}p_\u{200b}a\u{202e}b\u{2060}", "ghp_ab"),
            ("ｇｈｐ＿ａ１", "ghp_a1"),
            ("ghр_а", "ghp_a"),
            ("&#103;hp&#x5f;a&amp;b", "ghp_a&b"),
            ("%67hp%5Fa %2567 100%", "ghp_a g 100%"),
            ("payments‑api – x", "payments-api - x"),
            ("Zoë, José, Łódź und Straße", "Zoë, José, Łódź und Straße"),
            ("𝗵𝘂𝗻𝘁𝗲𝗿𝟮", "hunter2"),
        ] {
            assert_eq!(reads(hidden), plain, "{hidden}");
        }
    }

    #[test]
    fn a_key_goes_on_over_a_line_end_and_a_word_does_not() {
        for (broken, whole) in [
            ("token ghp_abc1\nDEF2ghi", "token ghp_abc1DEF2ghi"),
            ("> key AKIA2X\n> 3Y4Z done", "> key AKIA2X3Y4Z done"),
            ("a1b2c3 \\\n  d4", "a1b2c3 \\\n  d4"),
            ("abc1\\\n  def2", "abc1def2"),
            ("12345678\r\n12345678", "1234567812345678"),
            ("token ghp_abc1\nThen we rolled back", "token ghp_abc1\nThen we rolled back"),
            ("ghp_abc1\ndone\n", "ghp_abc1\ndone\n"),
            ("ghp_abc1\n14:05 rolled back", "ghp_abc1\n14:05 rolled back"),
            ("kind: Secret\nmetadata:\n", "kind: Secret\nmetadata:\n"),
        ] {
            assert_eq!(as_read(broken), whole, "{broken}");
        }
    }
}
