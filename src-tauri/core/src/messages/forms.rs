//! A document in the form of its channel.

use std::ops::Range;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::document::{Document, Line, LineKind, Span};
use super::escape::{LineMarks, escape_pieces};
use crate::vocabulary::UpdateFormat;

/// How a piece of the preview looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Look {
    /// Words.
    Text,
    /// Strong words.
    Strong,
    /// Markup of the form, which is drawn dim.
    Mark,
    /// Stands in for something that is still to be filled.
    Gap,
    /// Something to look at before it is copied.
    Found,
}

/// A piece of the preview. The pieces together are what will paste, to the letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Piece {
    /// Its text.
    pub text: String,
    /// How it looks.
    pub look: Look,
}

/// A document written in a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The text flavour, piece by piece.
    pub pieces: Vec<Piece>,
    /// The formatted flavour, for the forms that have one.
    pub html: Option<String>,
}

impl Written {
    /// What pastes as text.
    #[must_use]
    pub fn text(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.as_str()).collect()
    }
}

impl Document {
    /// The document in a form. `found` are places in [`Document::words`] to look at.
    #[must_use]
    pub fn write(&self, format: UpdateFormat, found: &[Range<usize>]) -> Written {
        // The text beside a formatted flavour is for a channel that takes none, and so is plain.
        let text_format = if format.is_formatted() { UpdateFormat::Plain } else { format };
        let shows_strong = !matches!(format, UpdateFormat::Plain | UpdateFormat::StatusPage);
        let mut writer = Writer { format: text_format, shows_strong, found, pieces: Vec::new() };
        for (index, line) in self.lines.iter().enumerate() {
            if index > 0 {
                writer.end_line(&self.lines[index - 1], line);
            }
            writer.line(line);
        }
        Written { pieces: writer.pieces, html: format.is_formatted().then(|| html(&self.lines)) }
    }
}

struct Writer<'a> {
    format: UpdateFormat,
    /// Whether strong words paste as such.
    shows_strong: bool,
    found: &'a [Range<usize>],
    pieces: Vec<Piece>,
}

impl Writer<'_> {
    fn end_line(&mut self, above: &Line, below: &Line) {
        if self.format != UpdateFormat::Markdown {
            return self.push("\n", Look::Text);
        }
        match (above.kind, below.kind) {
            // Two spaces keep the lines apart where a line's end alone does not.
            (LineKind::Text, LineKind::Text) => self.push("  \n", Look::Mark),
            // Words right under a list would go on with its last line.
            (LineKind::Item, LineKind::Text) => self.push("\n\n", Look::Text),
            _ => self.push("\n", Look::Text),
        }
    }

    fn line(&mut self, line: &Line) {
        match (line.kind, self.format) {
            (LineKind::Heading, UpdateFormat::Markdown) => self.push("## ", Look::Mark),
            (LineKind::Item, UpdateFormat::Slack) => self.push("• ", Look::Mark),
            (LineKind::Item, _) => self.push("- ", Look::Mark),
            _ => {}
        }
        let marks = LineMarks::of(line.spans.iter().map(|span| (span.text.as_str(), self.is_marked(line, span))));
        for (index, span) in line.spans.iter().enumerate() {
            let strong = span.strong || line.kind == LineKind::Heading;
            let mark = self.strong_mark(line.kind, strong);
            self.push(mark, Look::Mark);
            self.words(span, strong, index == 0 && mark.is_empty(), marks);
            self.push(mark, Look::Mark);
        }
    }

    fn strong_mark(&self, kind: LineKind, strong: bool) -> &'static str {
        match (self.format, strong) {
            (UpdateFormat::Slack, true) => "*",
            (UpdateFormat::Markdown, true) if kind != LineKind::Heading => "**",
            _ => "",
        }
    }

    /// Whether the form's own marks stand around it.
    fn is_marked(&self, line: &Line, span: &Span) -> bool {
        !self.strong_mark(line.kind, span.strong || line.kind == LineKind::Heading).is_empty()
    }

    fn words(&mut self, span: &Span, strong: bool, opens_line: bool, marks: LineMarks) {
        let words = span.range();
        let plain = match (span.gap, strong) {
            (true, _) => Look::Gap,
            (false, true) if self.shows_strong => Look::Strong,
            (false, _) => Look::Text,
        };
        let found: Vec<&Range<usize>> = self.found.iter().filter(|found| found.start < words.end && words.start < found.end).collect();
        let pieces = &mut self.pieces;
        escape_pieces(&span.text, self.format, opens_line, marks, |index, piece| {
            let at = words.start + index;
            let look = if found.iter().any(|found| found.contains(&at)) { Look::Found } else { plain };
            push(pieces, piece, look);
        });
    }

    fn push(&mut self, text: &str, look: Look) {
        push(&mut self.pieces, text, look);
    }
}

fn push(pieces: &mut Vec<Piece>, text: &str, look: Look) {
    match pieces.last_mut() {
        _ if text.is_empty() => {}
        Some(last) if last.look == look => last.text.push_str(text),
        _ => pieces.push(Piece { text: text.to_owned(), look }),
    }
}

/// Tags that every mail program and message box takes, without styles of our own.
fn html(lines: &[Line]) -> String {
    let mut out = String::new();
    for (index, line) in lines.iter().enumerate() {
        let above = index.checked_sub(1).map(|above| lines[above].kind);
        let below = lines.get(index + 1).map(|line| line.kind);
        let marks = LineMarks::of(line.spans.iter().map(|span| (span.text.as_str(), false)));
        let words: String = line.spans.iter().map(|span| span_html(span, marks)).collect();
        match line.kind {
            LineKind::Blank => {}
            LineKind::Heading => out.push_str(&format!("<h3>{words}</h3>\n")),
            LineKind::Item => {
                let open = if above == Some(LineKind::Item) { "" } else { "<ul>\n" };
                let close = if below == Some(LineKind::Item) { "" } else { "</ul>\n" };
                out.push_str(&format!("{open}<li>{words}</li>\n{close}"));
            }
            LineKind::Text => {
                let open = if above == Some(LineKind::Text) { "" } else { "<p>" };
                let close = if below == Some(LineKind::Text) { "<br>\n" } else { "</p>\n" };
                out.push_str(&format!("{open}{words}{close}"));
            }
        }
    }
    out.trim_end().to_owned()
}

fn span_html(span: &Span, marks: LineMarks) -> String {
    let mut words = String::new();
    escape_pieces(&span.text, UpdateFormat::Html, false, marks, |_, piece| words.push_str(piece));
    if span.strong { format!("<strong>{words}</strong>") } else { words }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each look by a mark of its own: `*strong*`, `<mark>`, `[gap]`, `{found}`.
    fn shown(rendered: &str, format: UpdateFormat, found: &str) -> String {
        let document = Document::read(rendered);
        let place = document.words().find(found).filter(|_| !found.is_empty()).map(|start| start..start + found.len());
        let written = document.write(format, place.as_slice());
        let mark = |Piece { text, look }: &Piece| match look {
            Look::Text => text.clone(),
            Look::Strong => format!("*{text}*"),
            Look::Mark => format!("<{text}>"),
            Look::Gap => format!("[{text}]"),
            Look::Found => format!("{{{text}}}"),
        };
        written.pieces.iter().map(mark).collect()
    }

    const MESSAGE: &str = "# Head\nsome **strong** words\n- item";

    #[test]
    fn a_piece_looks_as_it_will_paste() {
        let looks = [
            (UpdateFormat::Slack, "<*>*Head*<*>\nsome <*>*strong*<*> words\n<• >item"),
            (UpdateFormat::Markdown, "<## >*Head*\nsome <**>*strong*<**> words\n<- >item"),
            (UpdateFormat::Plain, "Head\nsome strong words\n<- >item"),
            (UpdateFormat::StatusPage, "Head\nsome strong words\n<- >item"),
            (UpdateFormat::Html, "*Head*\nsome *strong* words\n<- >item"),
        ];
        for (format, wanted) in looks {
            assert_eq!(shown(MESSAGE, format, ""), wanted, "{format}");
        }
    }

    #[test]
    fn what_is_still_to_be_filled_looks_so() {
        assert_eq!(shown("by \u{5}nobody yet\u{6} so far", UpdateFormat::Plain, ""), "by [nobody yet] so far");
    }

    #[test]
    fn only_what_opens_a_line_is_guarded_there() {
        let written = |rendered: &str, format| Document::read(rendered).write(format, &[]).text().replace('\u{200b}', "_");
        assert_eq!(written("\u{2}- a\u{3} **\u{2}- b\u{3}**", UpdateFormat::StatusPage), "_- a - b");
        assert_eq!(written("**\u{2}> a\u{3}** b", UpdateFormat::Slack), "*> a* b", "the form's own mark opens it");
    }

    #[test]
    fn what_was_found_is_shown_where_it_stands() {
        for (found, wanted) in [
            ("Head", "{Head}\nsome strong words\n<- >item"),
            ("me strong wo", "Head\nso{me strong wo}rds\n<- >item"),
            ("item", "Head\nsome strong words\n<- >{item}"),
        ] {
            assert_eq!(shown(MESSAGE, UpdateFormat::Plain, found), wanted);
        }
    }

    #[test]
    fn within_strong_words_each_mark_of_a_person_is_guarded() {
        let guarded = |rendered: &str| Document::read(rendered).write(UpdateFormat::Slack, &[]).text().replace('\u{200b}', "_");
        assert_eq!(guarded("2 * 3"), "2 * 3");
        assert_eq!(guarded("# 2 \u{2}*\u{3} 3\nx"), "*2 _*_ 3*\nx");
        assert_eq!(guarded("**2 \u{2}*\u{3} 3**"), "*2 _*_ 3*");
        assert_eq!(guarded("2 \u{2}*\u{3} **3**"), "2 * *3*", "the form's marks are none of a person's");
    }
}
