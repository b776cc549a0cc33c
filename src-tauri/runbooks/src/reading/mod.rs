//! From blocks to a runbook: which part is what, and what a step says of itself.
//!
//! Start with [`parse`]. Always true: no text fails, and blocks are pointed at, never moved or dropped. Not here: Markdown itself, rules.

mod asks;
mod dates;
mod expected;
mod front;
mod leads;
mod outline;
mod sections;
mod spoken;
mod steps;
mod titles;

use crate::markdown::{self, Markdown};
use crate::model::{Block, FrontMatter, Lines, Prerequisite, Runbook};
use crate::shell::Risks;

pub use dates::{date_in, written_date};
pub use front::plain_key;

/// Reads a runbook. Any text is one.
#[must_use]
pub fn parse(text: &str, file_name: &str) -> Runbook {
    parse_with(text, file_name, &Risks::default())
}

/// The same with the team's own risky commands.
#[must_use]
pub fn parse_with(text: &str, file_name: &str, risks: &Risks) -> Runbook {
    let Markdown { front, mut blocks, open_fences } = markdown::read(text);
    leads::outputs_are_no_commands(&mut blocks);
    let mut front = front.as_ref().map_or_else(FrontMatter::default, front::from_front_matter);
    front::from_the_body(&mut front, &blocks);
    let title = sections::title(&blocks);
    let parts = outline::outline(&blocks, title);
    let name = front.title.clone().or_else(|| title.map(|at| titles::of_a_runbook(&blocks[at].text())));
    let name = name.filter(|name| !name.is_empty()).unwrap_or_else(|| titles::from_file_name(file_name));
    let steps = steps::steps(&blocks, &parts, &name, risks);
    Runbook {
        title: name,
        titled_by: title.map(markdown::count),
        front,
        when_to_use: places(parts.when_to_use),
        prerequisites: prerequisites(&blocks, parts.prerequisites),
        steps,
        rollback: places(parts.rollback),
        blocks,
        open_fences,
    }
}

fn places(of: Vec<usize>) -> Vec<u32> {
    of.into_iter().map(markdown::count).collect()
}

fn prerequisites(blocks: &[Block], places: Vec<usize>) -> Vec<Prerequisite> {
    let said = places.iter().filter_map(|place| blocks.get(*place)).filter(|block| block.heading().is_none() && !block.words().is_empty());
    let lists_follow = places.iter().any(|place| blocks.get(*place).is_some_and(|block| block.marker.is_some()));
    let said = said.filter(|block| !(lists_follow && block.marker.is_none() && block.text().trim_end().ends_with(':')));
    said.map(|block| Prerequisite { words: block.words().to_vec(), line: first_line(block.lines) }).collect()
}

fn first_line(lines: Lines) -> u32 {
    lines.from
}
