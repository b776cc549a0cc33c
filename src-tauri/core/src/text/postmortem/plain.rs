//! Markdown without its marks.

use html_escape::decode_html_entities;

use crate::text::is_blank;

/// The words of a line: escapes undone, code and strong words without their signs.
pub(super) fn plain(text: &str) -> String {
    let text = decode_html_entities(text);
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' if letters.peek().is_some_and(char::is_ascii_punctuation) => out.extend(letters.next()),
            '`' | '\u{2068}' | '\u{2069}' => {}
            '*' if letters.peek() == Some(&'*') => {
                letters.next();
            }
            _ => out.push(letter),
        }
    }
    out.trim().to_owned()
}

/// A line without what makes it an item of a list or a quotation.
pub(super) fn bare(line: &str) -> &str {
    let line = line.trim().trim_start_matches("> ");
    let item = ["- ", "* ", "+ ", "• "].into_iter().find_map(|mark| line.strip_prefix(mark));
    item.or_else(|| numbered(line).map(|(_, rest)| rest)).unwrap_or(line).trim_start()
}

/// The number of an item, and what is in it.
pub(super) fn numbered(line: &str) -> Option<(usize, &str)> {
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = line.get(digits..)?.strip_prefix(['.', ')'])?.strip_prefix(' ')?;
    Some((line.get(..digits)?.parse().ok()?, rest))
}

/// The cells of a row of a table, as they are written; none where it is no row.
pub(super) fn cells(line: &str) -> Option<Vec<String>> {
    let inner = line.trim().strip_prefix('|')?;
    let mut cells = vec![String::new()];
    let mut letters = inner.chars().peekable();
    while let Some(letter) = letters.next() {
        let last = cells.last_mut()?;
        match letter {
            '\\' if letters.peek() == Some(&'|') => last.extend(letters.next()),
            '|' => cells.push(String::new()),
            _ => last.push(letter),
        }
    }
    if cells.last().is_some_and(|last| is_blank(last)) {
        cells.pop();
    }
    Some(cells.into_iter().map(|cell| plain(&cell)).collect())
}

/// Whether the cells are what parts a table's heading from its rows.
pub(super) fn is_rule(cells: &[String]) -> bool {
    !cells.is_empty() && cells.iter().all(|cell| !cell.is_empty() && cell.chars().all(|c| matches!(c, '-' | ':' | ' ')))
}

/// Whether a text stands for one that is still to be written: `[2-3 sentences]`, or a hint that is set apart.
pub(super) fn is_open(text: &str) -> bool {
    let text = text.trim();
    let between = |open: char, end: char| text.len() > 1 && text.starts_with(open) && text.ends_with(end);
    let strong = text.starts_with("**") || text.starts_with("__") || text.chars().nth(1).is_some_and(char::is_whitespace);
    text.is_empty() || (between('[', ']') && !text.contains("](")) || (!strong && (between('_', '_') || between('*', '*')))
}
