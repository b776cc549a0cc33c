//! Words as HTML: every text is text.

use html_escape::{encode_double_quoted_attribute, encode_text};

use crate::paper::lines::{Line, Piece, Stretch, lines, one_line};
use crate::paper::words::{Look, Words};
use crate::text::isolated;

/// A text that is read from right to left moves nothing beside it.
pub(super) fn apart(text: &str) -> String {
    let escaped = encode_text(text);
    if isolated(text) == text { escaped.into_owned() } else { format!("<bdi>{escaped}</bdi>") }
}

/// Words as lines that stay lines.
pub(super) fn in_lines(words: &Words) -> String {
    lines(words).iter().map(line_written).collect::<Vec<_>>().join("<br>\n")
}

/// Words in one line.
pub(super) fn in_one_line(words: &Words) -> String {
    line_written(&one_line(words))
}

fn line_written(line: &Line<'_>) -> String {
    line.iter().map(stretch).collect()
}

fn stretch(stretch: &Stretch<'_>) -> String {
    let pieces: String = stretch.pieces.iter().map(piece).collect();
    if stretch.is_apart { format!("<bdi>{pieces}</bdi>") } else { pieces }
}

fn piece(piece: &Piece<'_>) -> String {
    let text = encode_text(&piece.text);
    let looked = match piece.look {
        Look::Plain => text.into_owned(),
        Look::Strong => format!("<strong>{text}</strong>"),
        Look::Emphasis => format!("<em>{text}</em>"),
        Look::Code => format!("<code>{text}</code>"),
        Look::Tag => format!("<span class=\"tag\">{text}</span>"),
    };
    match piece.link {
        Some(target) => format!("<a href=\"{}\" rel=\"noopener noreferrer\">{looked}</a>", encode_double_quoted_attribute(target.as_str())),
        None => looked,
    }
}
