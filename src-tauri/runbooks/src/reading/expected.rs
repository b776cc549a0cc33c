//! What should be seen, in which cases, and until when.

use super::leads::{Lead, leads};
use crate::model::{Block, BlockKind, Expected, Outcome, OutcomeKind};
use crate::pattern::Pattern;

static WITHIN: Pattern = Pattern::new(
    r"(?i)\b(?:within|in under|in less than|in at most|after at most|no later than)\s+(?:about\s+|approximately\s+|around\s+|the next\s+|~\s*)?(?P<number>\d{1,5}|an?|one|two|three|five|ten|fifteen|thirty)(?:\s*(?:-|–|to)\s*(?P<upper>\d{1,5}))?\s*(?P<unit>seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h)\b",
);
static CASE: Pattern = Pattern::new(r"(?i)^(?:and |or |but )?(?:if|when|in case|otherwise|else|unless)\b");
static CLOSE: Pattern = Pattern::new(
    r"(?i)\b(?:clos(?:e|ed|ing)|false (?:alarm|positive)|no (?:further )?action|nothing to do|stop here|you are done|you're done|resolve the alert|end here|can be ignored|ignore)\b",
);
static CALL: Pattern = Pattern::new(r"(?i)\b(?:escalat\w*|page|contact|call|notify)\b");
static GO_ON: Pattern = Pattern::new(r"(?i)\b(?:continue|proceed|go on|next step|go to|move on|carry on|follow)\b");

/// What the blocks of a step say should be seen; else what a session among them shows as printed.
pub fn expected(blocks: &[&Block]) -> Option<Expected> {
    let said = blocks.iter().enumerate().find_map(|(at, block)| said(blocks, at, block));
    said.or_else(|| blocks.iter().find_map(|block| printed(block)))
}

fn said(blocks: &[&Block], at: usize, block: &Block) -> Option<Expected> {
    let (line, text) = leads(block).into_iter().find_map(|(line, lead)| match lead {
        Lead::Expected(text) => Some((line, text)),
        Lead::Back(_) | Lead::Ask(_) => None,
    })?;
    let wants_more = text.is_empty() || text.ends_with(':');
    let below = blocks.get(at + 1..).unwrap_or_default().iter().take(if wants_more { 12 } else { 0 });
    let below: Vec<String> = below
        .take_while(|block| block.heading().is_none() && block.command().is_none())
        .scan(false, |over, block| follows(over, block))
        .collect();
    let whole: Vec<String> = [text].into_iter().chain(below).filter(|text| !text.is_empty()).collect();
    (!whole.is_empty()).then(|| new(whole.join("\n"), line))
}

/// One paragraph or one block of code, and all items of a list.
fn follows(over: &mut bool, block: &Block) -> Option<String> {
    let is_over = std::mem::replace(over, block.marker.is_none());
    (!is_over).then(|| block.text().trim_end().to_owned())
}

fn printed(block: &Block) -> Option<Expected> {
    let BlockKind::Command(command) = &block.kind else { return None };
    Some(new(command.output.clone()?, command.line))
}

fn new(text: String, line: u32) -> Expected {
    Expected { outcomes: outcomes(&text), within: within(&text), text, line }
}

/// The sentences that say what to do in which case.
fn outcomes(text: &str) -> Vec<Outcome> {
    let cases = sentences(text).into_iter().filter(|sentence| CASE.is_match(sentence));
    cases.map(|sentence| Outcome { text: sentence.to_owned(), kind: follows_from(sentence) }).collect()
}

fn follows_from(sentence: &str) -> OutcomeKind {
    match () {
        () if CLOSE.is_match(sentence) => OutcomeKind::Close,
        () if CALL.is_match(sentence) => OutcomeKind::Escalate,
        () if GO_ON.is_match(sentence) => OutcomeKind::Continue,
        () => OutcomeKind::Other,
    }
}

fn sentences(text: &str) -> Vec<&str> {
    let mut rest = text;
    let mut all = Vec::new();
    while !rest.is_empty() {
        let ends = [". ", "! ", "; ", "\n"].iter().filter_map(|end| Some(rest.find(end)? + end.len())).min().unwrap_or(rest.len());
        let (sentence, after) = rest.split_at(ends);
        all.push(sentence.trim().trim_end_matches(';'));
        rest = after;
    }
    all
}

/// Minutes, rounded up.
fn within(text: &str) -> Option<u32> {
    let found = WITHIN.captures(text)?;
    let number = found.name("upper").or_else(|| found.name("number"))?.as_str().to_lowercase();
    let number = match number.as_str() {
        "a" | "an" | "one" => 1,
        "two" => 2,
        "three" => 3,
        "five" => 5,
        "ten" => 10,
        "fifteen" => 15,
        "thirty" => 30,
        digits => digits.parse::<u32>().ok()?,
    };
    let minutes = match found.name("unit")?.as_str().to_lowercase().chars().next()? {
        's' => number.div_ceil(60),
        'h' => number.saturating_mul(60),
        _ => number,
    };
    (minutes > 0).then_some(minutes)
}
