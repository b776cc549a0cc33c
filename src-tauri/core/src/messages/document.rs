//! A message before it has a form: lines of plain and strong words.

use std::ops::Range;

use super::one_line::in_one_line;
use super::replacement::Replacement;

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

impl Document {
    /// The words alone, a line each, as the guard reads them.
    #[must_use]
    pub fn words(&self) -> &str {
        &self.words
    }

    /// The same with words that stand in for others, those of the template itself included.
    pub(super) fn with_replacements(mut self, replacements: &[Replacement]) -> Self {
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
        self.lines.push(Line::BLANK);
        self.lines.push(Line::plain(text));
        Self::place(self.lines)
    }

    /// The lines, each span knowing where it stands among the words.
    pub(super) fn place(mut lines: Vec<Line>) -> Self {
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

impl Line {
    /// What divides.
    pub(super) const BLANK: Self = Self { kind: LineKind::Blank, spans: Vec::new() };

    fn plain(text: &str) -> Self {
        let span = Span { text: in_one_line(text), strong: false, gap: false, start: 0 };
        Self { kind: LineKind::Text, spans: vec![span] }
    }
}

impl Span {
    /// Its place in [`Document::words`].
    pub(super) fn range(&self) -> Range<usize> {
        self.start..self.start + self.text.len()
    }
}
