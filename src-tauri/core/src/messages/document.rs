//! A message before it has a form: lines of plain and strong words.
//!
//! Templates are written in a small neutral markup: `# ` heads, `- ` lists, `**strong**`, a blank line divides. Printed values
//! stand between two control characters that no value can hold, so nothing a person typed is ever read as markup.

use std::ops::Range;

use super::replacement::Replacement;

const LITERAL: char = '\u{2}';

const LITERAL_END: char = '\u{3}';

const GAP: char = '\u{5}';

const GAP_END: char = '\u{6}';

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LineKind {
    Heading,
    Item,
    Text,
    Blank,
}

/// Words of one look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Span {
    pub text: String,
    pub strong: bool,
    /// Stands in for something that is still to be filled.
    pub gap: bool,
    /// Where it begins in [`Document::words`].
    pub start: usize,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub kind: LineKind,
    pub spans: Vec<Span>,
}

/// A message without a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    pub(super) lines: Vec<Line>,
    words: String,
}

/// A value for the neutral markup: in one line, without control characters or marks that turn the direction of what follows.
pub(super) fn literal(text: &str) -> String {
    format!("{LITERAL}{}{LITERAL_END}", in_one_line(text))
}

/// Words that stand in for something that is not known yet.
pub(super) fn gap(text: &str) -> String {
    format!("{GAP}{}{GAP_END}", in_one_line(text))
}

/// What a person can see of a text, in one line.
pub(super) fn in_one_line(text: &str) -> String {
    let visible: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).filter(|c| !turns_direction(*c)).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Embeddings, overrides and isolates reach beyond the text that holds them; right-to-left letters need none of them.
fn turns_direction(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

impl Document {
    /// Reads a rendered template. Anything is a document.
    pub(super) fn read(rendered: &str) -> Self {
        let lines = tidy(rendered.lines().map(read_line).collect());
        Self::place(lines)
    }

    /// The words alone, a line each, as the guard reads them.
    #[must_use]
    pub fn words(&self) -> &str {
        &self.words
    }

    /// The same with words that stand in for others, those of the template itself included.
    pub(super) fn replaced(mut self, replacements: &[Replacement]) -> Self {
        if replacements.is_empty() {
            return self;
        }
        for span in self.lines.iter_mut().flat_map(|line| &mut line.spans) {
            span.text = Replacement::all_in(replacements, &span.text);
        }
        Self::place(self.lines)
    }

    /// The same with a last line.
    pub(super) fn with_last_line(mut self, text: &str) -> Self {
        self.lines.push(Line { kind: LineKind::Blank, spans: vec![] });
        self.lines.push(read_line(&literal(text)));
        Self::place(self.lines)
    }

    fn place(mut lines: Vec<Line>) -> Self {
        let mut words = String::new();
        for (index, line) in lines.iter_mut().enumerate() {
            if index > 0 {
                words.push('\n');
            }
            for span in &mut line.spans {
                span.start = words.len();
                words.push_str(&span.text);
            }
        }
        Self { lines, words }
    }
}

impl Span {
    /// Its place in [`Document::words`].
    pub(super) fn range(&self) -> Range<usize> {
        self.start..self.start + self.text.len()
    }
}

fn read_line(line: &str) -> Line {
    let line = line.trim_matches(' ');
    let marks = [("# ", LineKind::Heading), ("## ", LineKind::Heading), ("- ", LineKind::Item)];
    if matches!(line, "-" | "#" | "") {
        return Line { kind: LineKind::Blank, spans: vec![] };
    }
    let found = marks.iter().find_map(|(mark, kind)| line.strip_prefix(mark).map(|rest| (*kind, rest)));
    let (kind, rest) = found.unwrap_or((LineKind::Text, line));
    let spans = trimmed(read_spans(rest));
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
            _ => match spans.last_mut() {
                Some(last) if (last.strong, last.gap) == (strong, gap) => last.text.push(c),
                _ => spans.push(Span { text: c.to_string(), strong, gap, start: 0 }),
            },
        }
    }
    spans
}

/// A mark beside a space marks nothing in most forms, so spaces stand outside strong words.
fn trimmed(spans: Vec<Span>) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    for span in spans {
        let inner = span.text.trim().len();
        let lead = span.text.len() - span.text.trim_start().len();
        let parts = [(&span.text[..lead], false), (&span.text[lead..lead + inner], span.strong), (&span.text[lead + inner..], false)];
        let parts = if span.strong { parts.to_vec() } else { vec![(span.text.as_str(), false)] };
        for (text, strong) in parts.into_iter().filter(|(text, _)| !text.is_empty()) {
            match out.last_mut() {
                Some(last) if (last.strong, last.gap) == (strong, span.gap) => last.text.push_str(text),
                _ => out.push(Span { text: text.to_owned(), strong, gap: span.gap, start: 0 }),
            }
        }
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
    fn nothing_empty_is_kept() {
        assert_eq!(
            shape("\n# Gone\n\n# Kept\n\n\n\nwords\n**Label:** \n**List:**\n- a\n- \n# Gone, too\n\n"),
            ["# Kept", "", "words", "<List:>", "- a"]
        );
    }
}
