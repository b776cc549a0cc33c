//! What a person wrote, as blocks: paragraphs, and lines that begin with a dash as a list.

use crate::paper::{Block, ListOrder, Words};

/// A text as blocks.
pub(super) fn prose(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    for paragraph in text.trim().split("\n\n").filter(|paragraph| !paragraph.trim_matches('\n').is_empty()) {
        let lines: Vec<&str> = paragraph.trim_matches('\n').lines().collect();
        for run in lines.chunk_by(|one, next| item(one).is_some() == item(next).is_some()) {
            blocks.push(block(run));
        }
    }
    blocks
}

fn block(lines: &[&str]) -> Block {
    let items: Vec<&str> = lines.iter().filter_map(|line| item(line)).collect();
    if items.is_empty() { Block::paragraph(lines.join("\n")) } else { Block::list(ListOrder::Bullets, items.into_iter().map(Words::from)) }
}

/// What stands in an item of a list.
fn item(line: &str) -> Option<&str> {
    let line = line.trim_start();
    ["- ", "* ", "• "].into_iter().find_map(|mark| line.strip_prefix(mark))
}

/// An item of a list that says what it is of: `Users affected: all of them`; a text of several lines below it.
pub(super) fn labelled_item(label: Words, text: Option<&str>, hint: &str) -> Vec<Block> {
    let label = label.plain(": ");
    let Some(text) = text else { return vec![Block::paragraph(label.emphasis(hint))] };
    let mut blocks = prose(text);
    match blocks.first_mut() {
        Some(Block::Paragraph { words }) => {
            *words = label.and(std::mem::take(words));
            blocks
        }
        _ => [vec![Block::paragraph(label)], blocks].concat(),
    }
}
