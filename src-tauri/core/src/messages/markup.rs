//! The neutral markup that templates are written in: `# ` heads, `- ` lists, `**strong**`, a blank line divides.
//!
//! Printed values stand between two control characters that no value can hold, so nothing a person typed is ever read as markup.

use super::document::{Document, Line, LineKind, Span};
use super::one_line::in_one_line;
use crate::text::isolated;

const LITERAL: char = '\u{2}';
const LITERAL_END: char = '\u{3}';
const GAP: char = '\u{5}';
const GAP_END: char = '\u{6}';

/// A value for the neutral markup: in one line, as a person sees it, and laid out apart from what stands beside it.
pub(super) fn literal(text: &str) -> String {
    format!("{LITERAL}{}{LITERAL_END}", isolated(&in_one_line(text)))
}

/// Words that stand in for something that is not known yet.
pub(super) fn gap(text: &str) -> String {
    format!("{GAP}{}{GAP_END}", in_one_line(text))
}

impl Document {
    /// Reads a rendered template. Anything is a document.
    pub(super) fn read(rendered: &str) -> Self {
        let lines = tidy(rendered.lines().map(read_line).collect());
        Self::place(lines)
    }
}

fn read_line(line: &str) -> Line {
    let line = line.trim_matches(' ');
    let marks = [("# ", LineKind::Heading), ("## ", LineKind::Heading), ("- ", LineKind::Item)];
    if matches!(line, "-" | "#" | "") {
        return Line::BLANK;
    }
    let found = marks.iter().find_map(|(mark, kind)| line.strip_prefix(mark).map(|rest| (*kind, rest)));
    let (kind, rest) = found.unwrap_or((LineKind::Text, line));
    let spans = trim_spans(read_spans(rest));
    let kind = if spans.is_empty() { LineKind::Blank } else { kind };
    Line { kind, spans }
}

fn read_spans(line: &str) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let (mut strong, mut gap, mut literal) = (false, false, false);
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        match c {
            LITERAL | LITERAL_END => literal = c == LITERAL,
            GAP | GAP_END => gap = c == GAP,
            '*' if !literal && rest.starts_with('*') => {
                rest = &rest[1..];
                strong = !strong;
            }
            _ if c.is_control() => {}
            _ => push(&mut spans, c.encode_utf8(&mut [0; 4]), strong, gap),
        }
    }
    spans
}

/// Adds text to the last span, if it looks the same.
fn push(spans: &mut Vec<Span>, text: &str, strong: bool, gap: bool) {
    match spans.last_mut() {
        Some(last) if (last.strong, last.gap) == (strong, gap) => last.text.push_str(text),
        _ => spans.push(Span { text: text.to_owned(), strong, gap, start: 0 }),
    }
}

/// A mark beside a space marks nothing in most forms, so spaces stand outside strong words.
fn trim_spans(spans: Vec<Span>) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    for span in spans {
        let inner = span.text.trim();
        let lead = span.text.len() - span.text.trim_start().len();
        push(&mut out, &span.text[..lead], false, span.gap);
        push(&mut out, inner, span.strong, span.gap);
        push(&mut out, &span.text[lead + inner.len()..], false, span.gap);
    }
    if let Some(first) = out.first_mut() {
        first.text = first.text.trim_start().to_owned();
    }
    if let Some(last) = out.last_mut() {
        last.text = last.text.trim_end().to_owned();
    }
    out.retain(|span| !span.text.is_empty());
    out
}

/// Heads and labels with nothing under them go, and so does every blank line but one.
fn tidy(lines: Vec<Line>) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::new();
    for line in lines.into_iter().rev() {
        let below = out.iter().rev().find(|line| line.kind != LineKind::Blank).map(|line| line.kind);
        let next = out.last().map(|line| line.kind);
        let keep = match line.kind {
            LineKind::Blank => next.is_some_and(|next| next != LineKind::Blank),
            LineKind::Heading => below.is_some_and(|below| below != LineKind::Heading),
            LineKind::Text => !is_bare_label(&line) || next == Some(LineKind::Item),
            LineKind::Item => true,
        };
        if keep {
            out.push(line);
        }
    }
    while out.last().is_some_and(|line| line.kind == LineKind::Blank) {
        out.pop();
    }
    out.reverse();
    out
}

fn is_bare_label(line: &Line) -> bool {
    matches!(line.spans.as_slice(), [only] if only.strong && only.text.ends_with(':'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(text: &str) -> Vec<String> {
        let line = |line: &Line| {
            let mark = match line.kind {
                LineKind::Heading => "# ",
                LineKind::Item => "- ",
                LineKind::Text | LineKind::Blank => "",
            };
            let spans = line.spans.iter().map(|span| if span.strong { format!("<{}>", span.text) } else { span.text.clone() });
            format!("{mark}{}", spans.collect::<String>())
        };
        Document::read(text).lines.iter().map(line).collect()
    }

    #[test]
    fn the_neutral_markup_is_read() {
        assert_eq!(shape("# Head\n**Label:** words\n- one\n- **two**"), ["# Head", "<Label:> words", "- one", "- <two>"]);
    }

    #[test]
    fn a_value_is_never_markup() {
        let value = literal("# a\n- **b**\u{3}\u{2}\u{202e}");
        assert_eq!(shape(&format!("{value}\n- {value}")), ["# a - **b**", "- # a - **b**"]);
    }

    #[test]
    fn what_nobody_sees_is_no_word() {
        assert_eq!(shape("a\u{7}b"), ["ab"]);
    }

    #[test]
    fn nothing_empty_is_kept() {
        assert_eq!(
            shape("\n# Gone\n\n# Kept\n\n\n\nwords\n**Label:** \n**List:**\n- a\n- \n# Gone, too\n\n"),
            ["# Kept", "", "words", "<List:>", "- a"]
        );
    }
}
