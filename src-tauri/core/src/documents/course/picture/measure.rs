//! How much room words take. The font is not known, so they are measured by the widest that is likely: what fits then fits.

use crate::text::one_line;

/// The size of all letters, in units of the picture.
pub(super) const SIZE: f64 = 11.0;

/// What a chip has around its words, both sides together.
const CHIP_PADDING: f64 = 12.0;

/// The most that the words take.
pub(super) fn width(words: &str) -> f64 {
    one_line(words).chars().map(of_letter).sum::<f64>() * SIZE
}

/// The most that a chip takes, whose words are bolder.
pub(super) fn chip_width(words: &str) -> f64 {
    width(words) * 1.12 + CHIP_PADDING
}

/// The words, cut to a room with an ellipsis where they are longer.
pub(super) fn cut(words: &str, room: f64) -> String {
    let words = one_line(words);
    if width(&words) <= room {
        return words;
    }
    let mut used = of_letter('…') * SIZE;
    let fits = |letter: &char| {
        used += of_letter(*letter) * SIZE;
        used <= room
    };
    let cut: String = words.chars().take_while(fits).collect();
    format!("{}…", cut.trim_end())
}

/// In parts of the size of the letters.
fn of_letter(letter: char) -> f64 {
    match letter {
        ' ' | 'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' => 0.36,
        'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '-' | '/' | '!' => 0.44,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '…' => 1.0,
        'A'..='Z' | '+' | '=' | '<' | '>' | '#' | '~' | '^' | '&' => 0.85,
        letter if letter.is_ascii() => 0.65,
        letter if u32::from(letter) < 0x1100 => 1.1,
        _ => 1.25,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_cut_fits() {
        for words in ["", "a", "Roll back the payments-api deployment to v312", "ページが遅い、支払いが失敗する", "WWWWWWWWWWWWWWW"]
        {
            for room in [20.0, 60.0, 200.0] {
                assert!(width(&cut(words, room)) <= room, "{words} in {room}");
            }
        }
        assert_eq!(cut("Roll back", 200.0), "Roll back", "what fits stays");
        assert_eq!(cut("Roll back the deploy", 70.0), "Roll back…");
    }
}
