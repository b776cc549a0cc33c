//! Fences that nothing closes, and fences within fences.

use super::edits::Edit;
use super::mark::{Mark, Mend, Rule, Spot};
use crate::model::{Block, BlockKind, Runbook};

pub fn marks(runbook: &Runbook, lines: &[&str]) -> Vec<Mark> {
    let open = runbook.open_fences.iter().map(|line| open(*line, lines));
    open.chain(runbook.blocks.iter().filter_map(|block| within(block, lines))).collect()
}

fn open(line: u32, lines: &[&str]) -> Mark {
    let below = lines.get(line as usize..).unwrap_or_default();
    let is_last = below.iter().all(|line| line.trim().is_empty());
    let spot = Spot::line(lines, line);
    if is_last {
        let mend = Mend::exact("Take this line away", "", vec![Edit { line, goes: 1, comes: Vec::new() }]);
        return spot.mark(
            Rule::OpenFence,
            "The last fence opens, and nothing closes it",
            "It closes nothing either: whoever counts fences loses their place.",
            mend,
        );
    }
    let fence = fence_of(lines, line);
    let close = close_before(line, lines);
    let mend = Mend::exact(format!("Put {} before line {close}", fence.trim()), fence.clone(), vec![Edit::before(close, vec![fence])]);
    spot.mark(Rule::OpenFence, "This fence is never closed", "All that follows is read as code: no step is found there.", mend)
}

/// The blanks and ticks that a fence begins with.
pub fn fence_of(lines: &[&str], line: u32) -> String {
    let text = lines.get(line.saturating_sub(1) as usize).copied().unwrap_or_default();
    let blanks: String = text.chars().take_while(|c| c.is_whitespace()).collect();
    let rest = text.trim_start();
    let sign = rest.chars().next().filter(|c| matches!(c, '`' | '~')).unwrap_or('`');
    let ticks: String = rest.chars().take_while(|c| *c == sign).collect();
    format!("{blanks}{}", if ticks.len() < 3 { "```" } else { &ticks })
}

/// The line before which it should be closed: a heading, an expectation, or the end.
fn close_before(line: u32, lines: &[&str]) -> u32 {
    let says_more = |text: &str| text.starts_with("##") || text.starts_with("**") || text.starts_with("> **");
    let below = (line.saturating_add(1)..).zip(lines.get(line as usize..).unwrap_or_default());
    let mut close = line.saturating_add(1);
    for (number, text) in below {
        if says_more(text) {
            return close;
        }
        close = if text.trim().is_empty() { close } else { number.saturating_add(1) };
    }
    close
}

/// A fence with a language within a block of code: the block ends where that one was meant to.
fn within(block: &Block, lines: &[&str]) -> Option<Mark> {
    let (BlockKind::Code { text, language } | BlockKind::Command(crate::model::Command { text, language, .. })) = &block.kind else {
        return None;
    };
    let fence = fence_of(lines, block.lines.from);
    let fence = fence.trim();
    let is_fenced = lines.get(block.lines.from.saturating_sub(1) as usize)?.trim_start().starts_with(fence);
    let opens = |line: &str| {
        line.trim_start().strip_prefix(fence).is_some_and(|rest| rest.trim().chars().all(char::is_alphanumeric) && !rest.trim().is_empty())
    };
    let at = text.lines().position(opens).filter(|_| is_fenced && (language == "markdown" || language == "md" || language.is_empty()))?;
    let line = block.lines.from.saturating_add(1).saturating_add(u32::try_from(at).ok()?);
    let mend = Mend::by_hand("Give the outer fence four backticks, above and below");
    Some(Spot::line(lines, line).mark(
        Rule::OpenFence,
        "A fence within a fence of the same length",
        "The outer one ends where the inner one does: half of it is read as text.",
        mend,
    ))
}
