//! Which heading holds what.

use std::ops::Range;

use super::titles::{Part, part};
use crate::model::Block;

/// A heading and all that stands below it.
#[derive(Debug, Clone)]
pub struct Section {
    /// The heading's place.
    pub heading: usize,
    /// What stands below it, deeper headings too.
    pub body: Range<usize>,
}

/// The highest sections of a range: one begins where no section before it holds its heading.
pub fn sections(blocks: &[Block], range: Range<usize>) -> Vec<Section> {
    let mut all: Vec<(u8, Section)> = Vec::new();
    for at in range.clone() {
        let Some(level) = blocks.get(at).filter(|block| block.indent == 0).and_then(Block::heading) else { continue };
        if all.last().is_some_and(|(above, _)| level > *above) {
            continue;
        }
        if let Some((_, before)) = all.last_mut() {
            before.body.end = at;
        }
        all.push((level, Section { heading: at, body: at + 1..range.end }));
    }
    all.into_iter().map(|(_, section)| section).collect()
}

/// The place of the title: the first heading, if it is the highest of all or of the first level, and names no part.
pub fn title(blocks: &[Block]) -> Option<usize> {
    let mut headings = blocks.iter().enumerate().filter_map(|(at, block)| Some((at, block.heading()?)));
    let (first, level) = headings.next()?;
    let highest = headings.all(|(_, other)| other > level);
    let names_a_part = matches!(part(&blocks[first].text()), Part::When | Part::Before | Part::Back)
        || (!highest && part(&blocks[first].text()) != Part::Other);
    ((highest || level == 1) && !names_a_part && blocks[first].indent == 0).then_some(first)
}
