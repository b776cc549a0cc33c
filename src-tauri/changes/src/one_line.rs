//! Text of others on one line.

/// Longer texts end in an ellipsis. In characters.
const LONGEST: usize = 200;

/// What somebody else wrote, safe on one line of a screen or terminal: line breaks and tabs are spaces; bytes that are no
/// UTF-8, control characters and marks that turn the direction of writing show as `�`.
#[must_use]
pub fn one_line(bytes: &[u8]) -> String {
    // Four bytes at most a character: nothing is read for what is cut off.
    let read = String::from_utf8_lossy(&bytes[..bytes.len().min(4 * (LONGEST + 1))]);
    let mut line: String = read.chars().take(LONGEST + 1).map(harmless).collect();
    if line.chars().count() > LONGEST {
        line = line.chars().take(LONGEST - 1).chain(['…']).collect();
    }
    line.trim().to_owned()
}

fn harmless(c: char) -> char {
    match c {
        '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => ' ',
        _ if c.is_control() || turns_direction(c) || is_unseen(c) => char::REPLACEMENT_CHARACTER,
        _ => c,
    }
}

fn turns_direction(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The joiners of emoji and of some scripts stay.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_is_one_harmless_line() {
        for (bytes, line) in [
            (b"two\nlines\tand a tab\r\n".as_slice(), "two lines and a tab"),
            (b"caf\xe9", "caf\u{fffd}"),
            (b"\x1b[31mred\x07\x00", "\u{fffd}[31mred\u{fffd}\u{fffd}"),
            ("a\u{202e}b\u{2066}c\u{200f}d\u{feff}".as_bytes(), "a\u{fffd}b\u{fffd}c\u{fffd}d\u{fffd}"),
            ("\u{9b}31m\u{2028}x".as_bytes(), "\u{fffd}31m x"),
            ("👩‍🚒 שלום \"quoted\" <b>".as_bytes(), "👩‍🚒 שלום \"quoted\" <b>"),
            (b"", ""),
        ] {
            assert_eq!(one_line(bytes), line);
        }
    }

    #[test]
    fn a_long_text_is_cut_where_a_character_ends() {
        for long in ["é".repeat(LONGEST + 1), "🚒".repeat(10_000)] {
            let line = one_line(long.as_bytes());
            assert_eq!(line.chars().count(), LONGEST);
            assert!(line.ends_with('…') && !line.contains('\u{fffd}'), "{line}");
        }
        assert_eq!(one_line("é".repeat(LONGEST).as_bytes()), "é".repeat(LONGEST));
    }
}
