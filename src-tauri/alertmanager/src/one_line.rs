//! Text of others on one line.

/// Longer texts end in an ellipsis. In characters.
const LONGEST: usize = 200;

/// What somebody else wrote as one short line: line breaks are spaces, control characters and marks that turn the direction of
/// writing are left out.
pub fn one_line(text: &str) -> String {
    let spaced = text.chars().take(4 * LONGEST).filter_map(harmless).collect::<String>();
    let mut line = spaced.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    if let Some((end, _)) = line.char_indices().nth(LONGEST) {
        line.truncate(end);
        line.push('…');
    }
    line
}

fn harmless(c: char) -> Option<char> {
    match c {
        _ if c.is_whitespace() => Some(' '),
        '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' => None,
        _ => Some(c).filter(|c| !c.is_control()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_is_one_harmless_line() {
        for (text, line) in [
            ("two\nlines\tand  a tab\r\n", "two lines and a tab"),
            ("\u{1b}[31mred\u{7}\0", "[31mred"),
            ("a\u{202e}b\u{2066}c", "abc"),
            ("", ""),
        ] {
            assert_eq!(one_line(text), line);
        }
        assert_eq!(one_line(&"é".repeat(LONGEST + 1)), format!("{}…", "é".repeat(LONGEST)));
    }
}
