//! Words of one line, escaped and with their marks.

use super::spans::spans;
use crate::messages::escape_literally;
use crate::paper::lines::{Line, Piece, lines, one_line};
use crate::paper::link::LinkTarget;
use crate::paper::words::{Look, Words};
use crate::text::isolated;

/// Where a line stands, as far as it matters to what is in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// At the beginning of a line, where marks mean more.
    Line,
    /// Behind something else.
    Within,
    /// In a table, where a bar ends a cell.
    Cell,
}

/// A text that is no code, link or mark.
pub(super) fn text(text: &str, opens_line: bool) -> String {
    escape_literally(&isolated(text), opens_line)
}

/// Words as lines that stay lines.
pub(super) fn paragraph(words: &Words) -> String {
    lines(words).iter().map(|line| written(line, Place::Line)).collect::<Vec<_>>().join("  \n")
}

/// Words in one line.
pub(super) fn in_one_line(words: &Words, place: Place) -> String {
    written(&one_line(words), place)
}

fn written(line: &Line<'_>, place: Place) -> String {
    let spans = spans(line);
    with_marks(&spans, place).unwrap_or_else(|| {
        let text: String = spans.iter().map(|span| span.text.as_str()).collect();
        escape_literally(&text, place == Place::Line)
    })
}

/// None where code meets code, as a name is: nobody knows where one ends and the other begins.
fn with_marks(spans: &[Piece<'_>], place: Place) -> Option<String> {
    let mut out = String::new();
    for (at, span) in spans.iter().enumerate() {
        let next = spans.get(at + 1).map(|next| opening(next, place)).unwrap_or_default();
        let piece = span_written(span, &out, &next, place);
        if out.ends_with('`') && piece.starts_with('`') {
            return None;
        }
        out.push_str(&piece);
    }
    Some(out)
}

/// How a span begins, which decides whether the mark before it is one. Behind such a mark it has none of its own.
fn opening(span: &Piece<'_>, place: Place) -> String {
    match (span.look, span.link) {
        (_, Some(_)) => "[".to_owned(),
        (Look::Code, None) => code(&span.text, place),
        (_, None) => words(span, false),
    }
}

fn span_written(span: &Piece<'_>, before: &str, after: &str, place: Place) -> String {
    let body = match span.link {
        Some(target) => link(span, target, place),
        None if span.look == Look::Code => code(&span.text, place),
        // Marks may be left out, so what they would stand around is escaped like a beginning, too.
        None => words(span, place == Place::Line && before.is_empty()),
    };
    match span.look {
        Look::Strong | Look::Tag => marked(&body, "**", before, after),
        Look::Emphasis => emphasis(&body, before, after),
        Look::Plain | Look::Code => body,
    }
}

fn words(span: &Piece<'_>, opens_line: bool) -> String {
    escape_literally(&span.text, opens_line)
}

/// Code is to the letter between as many backticks as are not in it.
fn code(text: &str, place: Place) -> String {
    // No reader agrees with another on a backslash before a bar in a table's code.
    if place == Place::Cell && text.contains("\\|") {
        return escape_literally(text, false);
    }
    let ticks = "`".repeat(longest_run(text, '`') + 1);
    let edge = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    let text = if place == Place::Cell { text.replace('|', "\\|") } else { text.to_owned() };
    format!("{ticks}{edge}{text}{edge}{ticks}")
}

/// The longest row of this letter in a text.
pub(super) fn longest_run(text: &str, letter: char) -> usize {
    text.split(|c| c != letter).map(str::len).max().unwrap_or_default()
}

fn link(span: &Piece<'_>, target: &LinkTarget, place: Place) -> String {
    let target = target.as_str();
    if span.text == target && !target.starts_with("mailto:") && !target.contains('&') {
        return format!("<{target}>");
    }
    let words = if span.look == Look::Code { code(&span.text, place) } else { words(span, false) };
    let words = within_brackets(&words);
    // An entity is read in an address, too.
    format!("[{words}](<{}>)", target.replace('&', "\\&"))
}

/// What opens with this sign between brackets is a note at the foot to some.
pub(super) fn within_brackets(words: &str) -> String {
    if words.starts_with('^') { format!("\\{words}") } else { words.to_owned() }
}

/// Marks count only where they stand at the edge of words: where they would not, the words stand without them.
fn marked(body: &str, mark: &str, before: &str, after: &str) -> String {
    let (first, last) = (body.chars().next(), body.chars().next_back());
    let outside = [before.chars().next_back(), after.chars().next()];
    let counts = |inner: Option<char>, outer: Option<char>| {
        inner.is_some_and(|inner| !inner.is_whitespace()) && (inner.is_some_and(char::is_alphanumeric) || outer.is_none_or(is_edge))
    };
    // Beside another mark nobody knows which belongs to which.
    let is_one = counts(first, outside[0]) && counts(last, outside[1]) && !matches!(outside[0], Some('*' | '_'));
    if is_one { format!("{mark}{body}{mark}") } else { body.to_owned() }
}

/// Within a word `_` is a letter, and beside another `*` nobody knows which belongs to which.
fn emphasis(body: &str, before: &str, after: &str) -> String {
    let outside = [before.chars().next_back(), after.chars().next()];
    let mark = match outside {
        _ if outside.iter().all(|letter| letter.is_none_or(is_edge)) => "_",
        _ if outside.contains(&Some('*')) => "",
        _ => "*",
    };
    marked(body, mark, before, after)
}

/// A space, or a sign that every reader of Markdown takes for punctuation.
fn is_edge(letter: char) -> bool {
    letter.is_whitespace() || letter.is_ascii_punctuation()
}
