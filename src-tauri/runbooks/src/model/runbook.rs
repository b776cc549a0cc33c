//! A runbook.

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::block::{Block, Inline, Lines};
use super::command::Command;
use super::step::Step;

/// A runbook, whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Runbook {
    /// Of the front matter, the first heading or the file's name, without `Runbook:`.
    pub title: String,
    /// The block that the title is of.
    pub titled_by: Option<u32>,
    /// What it says of itself.
    pub front: FrontMatter,
    /// Everything, in the text's order.
    pub blocks: Vec<Block>,
    /// The blocks of When to Use.
    pub when_to_use: Vec<u32>,
    /// What must be there before step 1.
    pub prerequisites: Vec<Prerequisite>,
    /// The steps.
    pub steps: Vec<Step>,
    /// The runbook's own way back.
    pub rollback: Vec<u32>,
    /// The lines of fences that nothing closes.
    pub open_fences: Vec<u32>,
}

/// What must be there before step 1. It can be ticked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "RunbookPrerequisite")]
pub struct Prerequisite {
    /// Its words.
    pub words: Vec<Inline>,
    /// Where it stands.
    pub line: u32,
}

/// What a runbook says of itself: in its front matter, or in lines such as `**Last verified**: 2026-04-23`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "RunbookFront")]
pub struct FrontMatter {
    /// The lines of the front matter, fences included.
    pub lines: Option<Lines>,
    /// What the front matter is written in: `yaml` or `toml`.
    pub form: Option<String>,
    /// Why it could not be read.
    pub problem: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// Its version.
    pub version: Option<String>,
    /// When it was last verified.
    pub verified: Option<NaiveDate>,
    /// Where that stands.
    pub verified_line: Option<u32>,
    /// The alerts it is for.
    pub alerts: Vec<String>,
    /// The services it is for.
    pub services: Vec<String>,
    /// Who looks after it.
    pub owner: Option<String>,
    /// Words to find it by.
    pub tags: Vec<String>,
}

impl Runbook {
    /// Blocks by their places.
    pub fn at<'a>(&'a self, places: &'a [u32]) -> impl Iterator<Item = &'a Block> {
        places.iter().filter_map(|place| self.blocks.get(*place as usize))
    }

    /// The commands of a step, in order: those of its blocks, or where there are none those in its words.
    pub fn commands<'a>(&'a self, step: &'a Step) -> impl Iterator<Item = &'a Command> {
        self.at(&step.blocks).filter_map(Block::command).chain(&step.in_words)
    }

    /// The blocks that belong to no step, neither to When to Use nor to the way back.
    pub fn rest(&self) -> impl Iterator<Item = &Block> {
        let mut taken = vec![false; self.blocks.len()];
        let of_steps = self.steps.iter().flat_map(|step| step.named_by.iter().chain(&step.blocks).chain(&step.rollback));
        for place in of_steps.chain(&self.when_to_use).chain(&self.rollback) {
            if let Some(taken) = taken.get_mut(*place as usize) {
                *taken = true;
            }
        }
        self.blocks.iter().zip(taken).filter(|(_, taken)| !taken).map(|(block, _)| block)
    }
}
