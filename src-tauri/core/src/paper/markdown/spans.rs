//! The pieces of a line as Markdown can tell them apart.

use crate::paper::lines::{Line, Piece};
use crate::paper::words::Look;

/// Opens and ends words that are laid out in a direction of their own.
const APART: [&str; 2] = ["\u{2068}", "\u{2069}"];

/// The pieces of a line, none of which looks like the one before it: two marks that meet are none.
pub(super) fn spans<'a>(line: &Line<'a>) -> Vec<Piece<'a>> {
    let mut spans: Vec<Piece<'a>> = Vec::new();
    for stretch in line {
        let [open, end] = APART.map(|mark| stretch.is_apart.then(|| Piece { text: mark.to_owned(), look: Look::Plain, link: None }));
        for piece in open.into_iter().chain(stretch.pieces.iter().cloned()).chain(end) {
            push(&mut spans, piece);
        }
    }
    spans
}

fn push<'a>(spans: &mut Vec<Piece<'a>>, piece: Piece<'a>) {
    let look = if piece.look == Look::Tag { Look::Strong } else { piece.look };
    match spans.last_mut().filter(|last| last.look == look && last.link == piece.link) {
        Some(last) => last.text.push_str(&piece.text),
        None => spans.push(Piece { look, ..piece }),
    }
}
