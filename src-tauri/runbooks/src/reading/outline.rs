//! Which blocks are steps, and which are the other parts.

use std::ops::Range;

use super::sections::{Section, sections};
use super::spoken::commands_in_words;
use super::titles::{Part, is_numbered, kind, part};
use crate::model::{Block, Marker, StepKind};

/// A step to be.
#[derive(Debug, Clone)]
pub struct StepRange {
    /// The block that names it.
    pub named_by: Option<usize>,
    /// What follows it.
    pub body: Range<usize>,
}

/// The parts of a runbook, as places of blocks.
#[derive(Debug, Default)]
pub struct Parts {
    pub steps: Vec<StepRange>,
    pub when_to_use: Vec<usize>,
    pub prerequisites: Vec<usize>,
    pub rollback: Vec<usize>,
}

/// The parts of these blocks.
pub fn outline(blocks: &[Block], title: Option<usize>) -> Parts {
    let mut outline = Outline { blocks, parts: Parts::default(), has_steps: false };
    let start = title.map_or(0, |title| title + 1);
    let roots = sections(blocks, start..blocks.len());
    outline.has_steps = roots.iter().any(|root| outline.part(root) == Part::Steps);
    let lead = start..roots.first().map_or(blocks.len(), |root| root.heading);
    roots.iter().for_each(|root| outline.take(root));
    outline.lead(lead);
    outline.parts
}

struct Outline<'a> {
    blocks: &'a [Block],
    parts: Parts,
    has_steps: bool,
}

impl Outline<'_> {
    fn title(&self, section: &Section) -> String {
        self.blocks.get(section.heading).map(Block::text).unwrap_or_default()
    }

    fn part(&self, section: &Section) -> Part {
        part(&self.title(section))
    }

    fn take(&mut self, section: &Section) {
        match self.part(section) {
            Part::When => self.parts.when_to_use.extend(section.body.clone()),
            Part::Before => self.parts.prerequisites.extend(section.body.clone()),
            Part::Back => self.parts.rollback.extend(section.body.clone()),
            Part::Context => {}
            Part::Steps => self.expand(section),
            Part::Other if self.has_steps && kind(&self.title(section)) == StepKind::Other => {}
            Part::Other => self.group(section),
        }
    }

    /// The steps of a section that says it holds steps.
    fn expand(&mut self, section: &Section) {
        let below = sections(self.blocks, section.body.clone());
        if !below.is_empty() {
            return below.iter().for_each(|one| self.one_below(one));
        }
        if !self.items(&section.body, true) {
            self.whole(section);
        }
    }

    /// A section that may hold steps, or be one.
    fn group(&mut self, section: &Section) {
        let below = sections(self.blocks, section.body.clone());
        let is_escalation = kind(&self.title(section)) == StepKind::Escalation;
        if let (Some(first), false) = (below.first(), is_escalation) {
            let own = section.body.start..first.heading;
            if self.has_command(&own) {
                self.parts.steps.push(StepRange { named_by: Some(section.heading), body: own });
            }
            return below.iter().for_each(|one| self.one_below(one));
        }
        if is_escalation || !self.has_command(&section.body) || !self.items(&section.body, false) {
            self.whole(section);
        }
    }

    fn one_below(&mut self, section: &Section) {
        match self.part(section) {
            Part::Steps => self.expand(section),
            Part::Back if !is_numbered(&self.title(section)) => self.parts.rollback.extend(section.body.clone()),
            Part::Before => self.parts.prerequisites.extend(section.body.clone()),
            Part::When if !self.has_command(&section.body) => self.parts.when_to_use.extend(section.body.clone()),
            Part::Context if !self.has_command(&section.body) => {}
            _ => self.whole(section),
        }
    }

    fn whole(&mut self, section: &Section) {
        self.parts.steps.push(StepRange { named_by: Some(section.heading), body: section.body.clone() });
    }

    /// The items of a list as steps, if there are two: numbered ones, else boxes to tick, else any.
    fn items(&mut self, range: &Range<usize>, any: bool) -> bool {
        let numbered = self.starts(range, |marker| matches!(marker, Marker::Number { .. }));
        let tasks = || self.starts(range, |marker| matches!(marker, Marker::Task { .. }));
        let starts = if numbered.len() < 2 { tasks() } else { numbered };
        let starts = if starts.len() < 2 && any { self.starts(range, |_| true) } else { starts };
        if starts.len() < 2 {
            return false;
        }
        let ends = starts.iter().skip(1).copied().chain([range.end]);
        self.parts.steps.extend(starts.iter().zip(ends).map(|(start, end)| StepRange { named_by: Some(*start), body: start + 1..end }));
        true
    }

    fn starts(&self, range: &Range<usize>, is: impl Fn(&Marker) -> bool) -> Vec<usize> {
        let begins = |at: &usize| self.blocks.get(*at).is_some_and(|block| block.indent == 1 && block.marker.as_ref().is_some_and(&is));
        range.clone().filter(begins).collect()
    }

    /// What stands before the first section is steps where no section is one.
    fn lead(&mut self, lead: Range<usize>) {
        if self.parts.steps.is_empty() && !self.items(&lead, false) && self.has_command(&lead) {
            self.parts.steps.push(StepRange { named_by: None, body: lead });
        }
    }

    fn has_command(&self, range: &Range<usize>) -> bool {
        let blocks = self.blocks.get(range.clone()).unwrap_or_default();
        blocks.iter().any(|block| block.command().is_some() || commands_in_words(block).next().is_some())
    }
}
