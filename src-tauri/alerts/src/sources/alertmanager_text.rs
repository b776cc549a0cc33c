//! The text that Alertmanager writes into PagerDuty, Opsgenie, SNS and mail: blocks of `Labels:`, `Annotations:` and `Source:`.

use std::collections::BTreeMap;

use super::alertmanager;
use super::found::Found;
use crate::alert::{AlertState, Source};
use crate::draft::Draft;
use crate::fields::Notes;
use crate::words;

const LOOKED_AT: &str = "Annotations summary, description; Labels alertname";
/// More blocks than a text of one page holds.
const BLOCKS: usize = 200;

/// One alert of the text.
#[derive(Debug, Default)]
pub(super) struct Block {
    pub(super) labels: BTreeMap<String, String>,
    pub(super) annotations: BTreeMap<String, String>,
    pub(super) rule: Option<String>,
    is_resolved: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum Part {
    Labels,
    Annotations,
    Other,
}

pub(super) fn knows(text: &str) -> bool {
    blocks(text).iter().any(|block| block.labels.contains_key("alertname"))
}

/// The alerts of the text; none where it is of another kind.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let (mut part, mut is_resolved) = (Part::Other, false);
    for line in text.lines().map(str::trim) {
        match line {
            "Alerts Firing:" => is_resolved = false,
            "Alerts Resolved:" => is_resolved = true,
            "Labels:" if blocks.len() == BLOCKS => break,
            "Labels:" => {
                blocks.push(Block { is_resolved, ..Block::default() });
                part = Part::Labels;
            }
            "Annotations:" => part = Part::Annotations,
            _ => part = blocks.last_mut().map_or(Part::Other, |block| take(block, part, line)),
        }
    }
    blocks
}

/// Whether a title is Alertmanager's own, as `[FIRING:1] CheckoutErrors (critical)`: what is wrong stands in the block.
pub(super) fn is_subject(title: &str) -> bool {
    title.starts_with("[FIRING") || title.starts_with("[RESOLVED")
}

/// Takes a line into a block, and says in which part the next one stands.
fn take(block: &mut Block, part: Part, line: &str) -> Part {
    if let Some(rule) = line.strip_prefix("Source:") {
        block.rule = Some(rule.trim().to_owned());
        return Part::Other;
    }
    let pair = line.strip_prefix("- ").and_then(|pair| pair.split_once(" = "));
    let pairs = match part {
        Part::Labels => &mut block.labels,
        Part::Annotations => &mut block.annotations,
        Part::Other => return part,
    };
    if let Some((name, value)) = pair.and_then(|(name, value)| words::line(name, words::LINE).zip(words::line(value, words::LINE))) {
        pairs.insert(name, value);
    }
    part
}

pub(super) fn read(text: &str, notes: &Notes) -> Found {
    notes.add("Alertmanager's text tells no start time: ask its webhook or API, or say when it began");
    Found { drafts: blocks(text).into_iter().map(draft).collect(), ..Found::default() }
}

fn draft(block: Block) -> Draft {
    let state = if block.is_resolved { AlertState::Resolved } else { AlertState::Firing };
    let mut draft = Draft::new(Source::Alertmanager, state, LOOKED_AT);
    alertmanager::describe(&mut draft, block.labels, |name| block.annotations.get(name).cloned());
    draft.link("Rule", block.rule);
    draft
}
