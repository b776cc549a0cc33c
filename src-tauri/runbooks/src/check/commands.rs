//! Several commands that one paste runs.

use super::edits::Edit;
use super::fences::fence_of;
use super::mark::{Mark, Mend, Rule, Spot};
use crate::model::{Block, Command, Runbook};
use crate::shell::{Piece, commands_in, only_prepares};

pub fn marks(runbook: &Runbook, lines: &[&str]) -> Vec<Mark> {
    runbook.blocks.iter().filter_map(|block| mark(block, block.command()?, lines)).collect()
}

fn mark(block: &Block, command: &Command, lines: &[&str]) -> Option<Mark> {
    let (way, cuts) =
        command.alternatives.iter().map(|one| (one, cuts(&one.text, &command.language))).find(|(_, cuts)| !cuts.is_empty())?;
    let first =
        commands_in(&way.text, &command.language).into_iter().find(|piece| !only_prepares(piece.text)).map_or(0, |piece| piece.line);
    let many = match cuts.len() {
        1 => "Two".to_owned(),
        2 => "Three".to_owned(),
        more => more.saturating_add(1).to_string(),
    };
    let mend = mend(block, command, &cuts, lines).unwrap_or_else(|| Mend::by_hand("Give each command a block of its own"));
    let line = if command.console { command.line } else { way.line.saturating_add(first) };
    Some(Spot::line(lines, line).mark(
        Rule::PastesAndRuns,
        format!("{many} commands in one block"),
        "Pasting runs the first before it is read.",
        mend,
    ))
}

/// The lines of a text, from 0, before which a block ends and a new one begins.
fn cuts(text: &str, language: &str) -> Vec<u32> {
    let is_transaction =
        text.trim_start().get(..5).is_some_and(|word| word.eq_ignore_ascii_case("begin") || word.eq_ignore_ascii_case("start"));
    if is_transaction {
        return Vec::new();
    }
    let pieces = commands_in(text, language);
    let ran = |piece: &Piece<'_>| !only_prepares(piece.text);
    let mut any_before = false;
    let mut cuts = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| pieces.get(before));
        // What prepares a command stays with it.
        if any_before && before.is_some_and(ran) && pieces.get(at..).is_some_and(|rest| rest.iter().any(ran)) {
            cuts.extend(before.map(|before| before.line.saturating_add(u32::try_from(before.text.lines().count()).unwrap_or(1))));
        }
        any_before = any_before || ran(piece);
    }
    cuts
}

/// As so many blocks, where the block is fenced and has nothing but commands.
fn mend(block: &Block, command: &Command, cuts: &[u32], lines: &[&str]) -> Option<Mend> {
    let opens = *lines.get(block.lines.from.saturating_sub(1) as usize)?;
    let is_fenced = ["```", "~~~"].iter().any(|fence| opens.trim_start().starts_with(fence));
    if !is_fenced || command.console || command.asks_for_a_choice() || block.quoted || command.line != block.lines.from.saturating_add(1) {
        return None;
    }
    let between = [fence_of(lines, block.lines.from), String::new(), opens.to_owned()];
    let edits = cuts.iter().map(|cut| Edit::before(command.line.saturating_add(*cut), between.to_vec())).collect();
    let words = if cuts.len() == 1 { "Copy as two blocks".to_owned() } else { format!("Copy as {} blocks", cuts.len().saturating_add(1)) };
    let text = lines.get(block.lines.from.saturating_sub(1) as usize..block.lines.to as usize)?;
    let copy = text.iter().zip(block.lines.from..).flat_map(|(line, number)| {
        let cut = cuts.iter().any(|cut| command.line.saturating_add(*cut) == number);
        let between: &[String] = if cut { &between } else { &[] };
        between.iter().cloned().chain([(*line).to_owned()])
    });
    Some(Mend::exact(words, copy.collect::<Vec<_>>().join("\n"), edits))
}
