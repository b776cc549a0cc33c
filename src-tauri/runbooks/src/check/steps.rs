//! What each step should say.

use super::edits::Edit;
use super::mark::{Mark, Mend, Rule, Spot};
use super::rules::Rules;
use crate::model::{Block, BlockKind, Inline, Risk, Runbook, Step, StepKind};

pub fn marks(runbook: &Runbook, lines: &[&str], rules: &Rules) -> Vec<Mark> {
    let each = runbook.steps.iter().enumerate();
    each.flat_map(|(at, step)| One { runbook, lines, rules, step, later: runbook.steps.get(at + 1..).unwrap_or_default() }.marks())
        .collect()
}

struct One<'a> {
    runbook: &'a Runbook,
    lines: &'a [&'a str],
    rules: &'a Rules,
    step: &'a Step,
    later: &'a [Step],
}

impl One<'_> {
    fn marks(&self) -> Vec<Mark> {
        [self.vague(), self.no_expected(), self.no_verification(), self.no_rollback()].into_iter().flatten().collect()
    }

    fn has_command(&self) -> bool {
        self.runbook.commands(self.step).next().is_some()
    }

    fn vague(&self) -> Option<Mark> {
        let step = self.step;
        let says_what_to_do = self.has_command() || self.runbook.at(&step.blocks).any(leads_somewhere);
        let is_a_step = step.kind != StepKind::Other || self.is_numbered();
        if says_what_to_do || step.kind == StepKind::Escalation || !is_a_step {
            return None;
        }
        let (message, mend) = match step.expected {
            Some(_) => ("says what to see, not how to look", "Add the command that shows it, in a block of its own"),
            None => ("has words and no command", "Write the command that does it, in a block of its own"),
        };
        let spot = Spot::line(self.lines, step.line);
        Some(spot.mark(
            Rule::VagueStep,
            format!("Step {} {message}", step.number),
            "Under stress one should copy, not interpret.",
            Mend::by_hand(mend),
        ))
    }

    fn is_numbered(&self) -> bool {
        let named = self.step.named_by.and_then(|at| self.runbook.blocks.get(at as usize));
        named.is_some_and(|block| block.heading().is_none() || block.text().trim() != self.step.title)
    }

    /// A change may leave it to the step that verifies it.
    fn no_expected(&self) -> Option<Mark> {
        let step = self.step;
        let said_next =
            step.kind == StepKind::Apply && self.later.first().is_some_and(|next| next.kind == StepKind::Verify && next.expected.is_some());
        if !self.has_command() || step.expected.is_some() || step.kind == StepKind::Escalation || said_next {
            return None;
        }
        let line = self
            .runbook
            .commands(step)
            .next()
            .map_or(step.line, |command| command.alternatives.first().map_or(command.line, |one| one.line));
        let copy = "**Expected**: [what is seen when it worked]";
        let mend = self.exact("Copy an Expected line to fill in", copy, self.last_command());
        Some(Spot::line(self.lines, line).mark(
            Rule::NoExpected,
            format!("Step {} says nothing to expect", step.number),
            "Nobody can tell whether it worked.",
            mend,
        ))
    }

    fn no_verification(&self) -> Option<Mark> {
        let step = self.step;
        let changes = |step: &Step| {
            self.runbook
                .commands(step)
                .flat_map(|command| command.alternatives.iter().map(move |one| (one, command)))
                .any(|(one, command)| self.rules.risks.changes(&one.text, &command.language))
        };
        let until_next_change = || self.later.iter().take_while(|later| !changes(later));
        let is_verified = || step.expected.is_some() || until_next_change().any(|later| later.kind == StepKind::Verify);
        if !changes(step) || is_verified() {
            return None;
        }
        let message = format!("Nothing verifies what step {} changes", step.number);
        let mend = Mend::by_hand("Add a step behind it that looks, with its command and what to expect");
        Some(Spot::line(self.lines, step.line).mark(
            Rule::NoVerification,
            message,
            "What went wrong is found out later, by somebody else.",
            mend,
        ))
    }

    fn no_rollback(&self) -> Option<Mark> {
        let risk = self.risk().filter(|_| self.step.rollback.is_empty() && self.runbook.rollback.is_empty())?;
        let copy = "**Rollback**: [the command that puts it back, or: there is none]";
        let mend = self.exact("Copy a Rollback line to fill in", copy, self.step.blocks.last().copied());
        let why = "If it makes things worse, the way back must stand beside it.";
        Some(Spot::line(self.lines, risk.line).mark(Rule::NoRollback, risk.why, why, mend))
    }

    /// With the team's own risky commands.
    fn risk(&self) -> Option<Risk> {
        let ways = self.runbook.commands(self.step).flat_map(|command| command.alternatives.iter().map(move |one| (one, command)));
        let mut risks = ways.filter_map(|(one, command)| self.rules.risks.of(&one.text, &command.language, one.line));
        risks.next()
    }

    fn last_command(&self) -> Option<u32> {
        let is_command = |at: &&u32| self.runbook.blocks.get(**at as usize).is_some_and(|block| block.command().is_some());
        self.step.blocks.iter().rev().find(is_command).or_else(|| self.step.blocks.last()).copied()
    }

    /// A line behind a block, as far in as the block is.
    fn exact(&self, words: &str, copy: &str, behind: Option<u32>) -> Mend {
        let Some(block) = behind.and_then(|at| self.runbook.blocks.get(at as usize)).filter(|block| !block.quoted) else {
            return Mend { copy: Some(copy.to_owned()), ..Mend::by_hand(words) };
        };
        let line = self.lines.get(block.lines.to.saturating_sub(1) as usize).copied().unwrap_or_default();
        let is_fence = line.trim_start().starts_with("```") || line.trim_start().starts_with("~~~");
        let text = format!("{}{copy}", " ".repeat(self.room_before(block)));
        let comes = if is_fence { vec![text] } else { vec![String::new(), text] };
        Mend::exact(words, copy, vec![Edit::before(block.lines.to.saturating_add(1), comes)])
    }

    /// How far the text of a list's item stands in.
    fn room_before(&self, block: &Block) -> usize {
        if block.indent == 0 {
            return 0;
        }
        let line = self.lines.get(block.lines.from.saturating_sub(1) as usize).copied().unwrap_or_default();
        let bare = line.trim_start();
        let marker = if block.marker.is_some() { bare.find(' ').map_or(0, |at| at + 1) } else { 0 };
        (line.len() - bare.len() + marker).min(40)
    }
}

/// Code, or a link to open: more than words.
fn leads_somewhere(block: &Block) -> bool {
    let is_link = |part: &Inline| matches!(part, Inline::Link { url, .. } if url.contains("://"));
    matches!(block.kind, BlockKind::Code { .. }) || block.inlines().any(is_link)
}
