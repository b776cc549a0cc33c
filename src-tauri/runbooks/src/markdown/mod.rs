//! From a text to blocks: comrak reads the Markdown, and what it leaves out is put back as it stands.
//!
//! Start with [`read`]. Always true: each line of the body that is not blank lies in exactly one block, and lines are those of the text as it was given.
//! Not here: what a block means for a runbook (`reading`).

mod anchors;
mod blocks;
mod front;
mod inlines;
mod lines;
mod wrapped;

pub use anchors::anchors;
pub use front::{Front, front_value};
pub use lines::{as_read, count};

use crate::model::Block;

/// A text, read.
#[derive(Debug, Default)]
pub struct Markdown {
    /// What stands before the body.
    pub front: Option<Front>,
    /// The body, in order.
    pub blocks: Vec<Block>,
    /// The lines of fences that nothing closes.
    pub open_fences: Vec<u32>,
}

/// Reads a text.
#[must_use]
pub fn read(text: &str) -> Markdown {
    let text = as_read(text);
    let front = front::front(&text);
    let body = front.as_ref().map_or_else(|| text.to_string(), |front| lines::without(&text, &[front.lines]));
    let body = wrapped::unwrapped(body);
    let (blocks, open_fences) = blocks::blocks(&body);
    let from = front.as_ref().map_or(1, |front| front.lines.to.saturating_add(1));
    Markdown { blocks: lines::complete(blocks, &text, from), front, open_fences }
}
