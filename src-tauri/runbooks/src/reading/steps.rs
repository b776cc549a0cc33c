//! A step, from its blocks.

use super::asks::asks;
use super::expected::expected;
use super::leads::{Lead, leads};
use super::outline::{Parts, StepRange};
use super::spoken::commands_in_words;
use super::titles::{self, Part};
use crate::markdown::count;
use crate::model::{Block, BlockKind, Command, Inline, Risk, Step, StepKind};
use crate::shell::Risks;

/// The steps of these parts, in the text's order.
pub fn steps(blocks: &[Block], parts: &Parts, title: &str, risks: &Risks) -> Vec<Step> {
    let mut ranges: Vec<&StepRange> = parts.steps.iter().collect();
    ranges.sort_by_key(|range| range.named_by.unwrap_or(range.body.start));
    let made = (1u32..).zip(ranges).map(|(number, range)| step(blocks, range, number, title, risks));
    made.map(|step| with_the_runbooks_way_back(step, &parts.rollback)).collect()
}

fn with_the_runbooks_way_back(mut step: Step, rollback: &[usize]) -> Step {
    if step.risk.is_some() && step.rollback.is_empty() {
        step.rollback = rollback.iter().copied().map(count).collect();
    }
    step
}

fn step(blocks: &[Block], range: &StepRange, number: u32, title: &str, risks: &Risks) -> Step {
    let named = range.named_by.and_then(|at| blocks.get(at));
    let title = named.map_or_else(|| title.to_owned(), step_title);
    let says_more = named.is_some_and(|named| named.heading().is_none() && says_more(named, &title));
    let back = way_back(blocks, range);
    let own: Vec<usize> = range
        .named_by
        .filter(|_| says_more)
        .into_iter()
        .chain(range.body.clone())
        .filter(|at| !back.contains(at) || holds_more(&blocks[*at]))
        .collect();
    let all: Vec<&Block> = own.iter().map(|at| &blocks[*at]).collect();
    let in_blocks = all.iter().any(|block| block.command().is_some());
    let heard = named.into_iter().filter(|_| !says_more).chain(all.iter().copied());
    let in_words: Vec<Command> = if in_blocks { Vec::new() } else { heard.flat_map(commands_in_words).collect() };
    let risk = all.iter().filter_map(|block| block.command()).chain(&in_words).find_map(|command| risk(command, risks));
    Step {
        number,
        kind: kind(&title, all.iter().filter_map(|block| block.command()).chain(&in_words), risks),
        line: named.or_else(|| all.first().copied()).map_or(1, |block| block.lines.from),
        title,
        named_by: range.named_by.map(count),
        blocks: own.iter().copied().map(count).collect(),
        in_words,
        expected: expected(&all),
        rollback: back.into_iter().map(count).collect(),
        risk,
        asks: asks(&all),
    }
}

/// By its title; where that is no word for it, or is the command itself, by what its commands do.
fn kind<'a>(title: &str, commands: impl Iterator<Item = &'a Command> + Clone, risks: &Risks) -> StepKind {
    let by_title = titles::kind(title);
    let says_nothing = by_title == StepKind::Other || commands.clone().any(|command| command.text.trim() == title);
    let changes = |command: &Command| command.alternatives.iter().any(|one| risks.changes(&one.text, &command.language));
    match () {
        () if !says_nothing || commands.clone().next().is_none() => by_title,
        () if commands.clone().any(changes) => StepKind::Apply,
        () => StepKind::Verify,
    }
}

fn risk(command: &Command, risks: &Risks) -> Option<Risk> {
    command.alternatives.iter().find_map(|one| risks.of(&one.text, &command.language, one.line))
}

/// A heading's words, or an item's first sentence.
fn step_title(block: &Block) -> String {
    let text = block.text();
    if block.heading().is_some() {
        return titles::of_a_step(&text);
    }
    let line = text.lines().next().unwrap_or_default();
    let end = [". ", ": ", "; "].iter().filter_map(|end| line.find(end)).filter(|at| *at > 3).min().unwrap_or(line.len());
    let title = titles::of_a_step(line.get(..end).unwrap_or(line));
    if title.is_empty() { block.command().map_or_else(|| "Step".to_owned(), |command| first_words(&command.text)) } else { title }
}

fn first_words(text: &str) -> String {
    text.lines().next().unwrap_or_default().trim().chars().take(80).collect()
}

/// Whether an item says more than its title: more words, a command, a link.
fn says_more(block: &Block, title: &str) -> bool {
    let bare = block.text();
    let only_text = block.words().iter().all(|part| matches!(part, Inline::Text { .. } | Inline::Strong { .. } | Inline::Emphasis { .. }));
    !only_text || block.words().is_empty() || titles::of_a_step(bare.trim()) != title
}

/// The places of the way back within a step: below a heading that says so, or a line that does, with the code that follows it.
fn way_back(blocks: &[Block], range: &StepRange) -> Vec<usize> {
    let mut back = Vec::new();
    let (mut below, mut code) = (None, false);
    for at in range.body.clone() {
        let Some(block) = blocks.get(at) else { break };
        if let Some(level) = block.heading() {
            let says_so = titles::part(&block.text()) == Part::Back;
            below = if says_so { Some(level) } else { below.filter(|above| level > *above) };
        }
        let leads = leads(block);
        let begins = leads.iter().any(|(_, lead)| matches!(lead, Lead::Back(_)));
        let is_code = matches!(block.kind, BlockKind::Command(_) | BlockKind::Code { .. });
        code = begins || (code && is_code && leads.is_empty());
        if below.is_some() || code {
            back.push(at);
        }
    }
    back
}

/// Whether a block with the way back also says what to expect, or asks.
fn holds_more(block: &Block) -> bool {
    let leads = leads(block);
    leads.iter().any(|(_, lead)| matches!(lead, Lead::Back(_))) && leads.iter().any(|(_, lead)| !matches!(lead, Lead::Back(_)))
}
