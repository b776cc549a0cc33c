//! Words that say what follows: `**Expected**:`, `Rollback:`, `**Ask**:`.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use crate::model::{Block, BlockKind};
use crate::pattern::Pattern;

static EXPECTED: Pattern = Pattern::new(
    r"(?i)^[^\w`]{0,4}(?:expected(?:\s+(?:output|results?|outcomes?|responses?|behaviou?r|values?|state))?|(?:sample|example)?\s*output|success criteria|verification|(?:what )?you should see|desired (?:state|result|output)|should (?:see|return|show|output))\s*(?:\([^)]{0,60}\))?\s*(?::|\s[–—-]\s|$)\s*(?P<rest>.*)$",
);
static SHOULD: Pattern = Pattern::new(
    r"(?i)(?:^|[.!?:]\s+)(?P<rest>(?:you should (?:now )?(?:see|get)\b|(?:the )?(?:output|result|response|command) should\b|this should (?:return|show|print|output)\b|it should (?:return|show|print|output)\b|expect(?: to see)? )[^\n]*)",
);
static BACK: Pattern = Pattern::new(
    r"(?i)^[^\w`]{0,4}(?:roll ?-?back(?: (?:plan|procedure|steps|command))?|(?:the )?way back|back ?out(?: plan)?|to (?:undo|roll ?back|revert)(?: this| it)?|undo|revert|if (?:this|it) (?:makes (?:things|it) worse|goes wrong))\s*(?:[:,]|\s[–—-]\s|$)\s*(?P<rest>.*)$",
);
static ASK: Pattern = Pattern::new(r"(?i)^[^\w`]{0,4}(?:ask(?: for)?|record|capture|write down)\s*:\s*(?P<rest>.+)$");

/// The same behind another sentence.
static WITHIN_A_LINE: Pattern = Pattern::new(r"(?i)[.!?;)]\s+expected(?:\s+(?:output|results?|outcome))?:\s*(?P<rest>\S.*)$");

/// What a line begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lead {
    /// What should be seen.
    Expected(String),
    /// The way back.
    Back(String),
    /// A value that is asked for.
    Ask(String),
}

/// Of these words each lead has one; most lines have none, and no pattern is tried on them.
static OF_A_LEAD: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let words = [
        "expect",
        "output",
        "success",
        "should",
        "desired",
        "verification",
        "roll",
        "way back",
        "back",
        "undo",
        "revert",
        "if this",
        "if it",
        "ask",
        "record",
        "capture",
        "write down",
    ];
    AhoCorasick::builder().ascii_case_insensitive(true).build(words).ok()
});

fn may_lead(text: &str) -> bool {
    OF_A_LEAD.as_ref().is_some_and(|words| words.is_match(text))
}

/// What a line of words begins with. `Expected` alone, without a colon, counts where it is all there is.
pub fn lead(line: &str) -> Option<Lead> {
    let line = line.trim();
    if !may_lead(line) {
        return None;
    }
    let rest = |found: Option<regex::Captures<'_>>| found.and_then(|found| Some(found.name("rest")?.as_str().trim().to_owned()));
    let expected = || rest(EXPECTED.captures(line)).map(Lead::Expected);
    let back = || rest(BACK.captures(line)).map(Lead::Back);
    let ask = || rest(ASK.captures(line)).map(Lead::Ask);
    expected()
        .or_else(back)
        .or_else(ask)
        .or_else(|| rest(WITHIN_A_LINE.captures(line)).or_else(|| rest(SHOULD.captures(line))).map(Lead::Expected))
}

/// The leads of a block's words, each with its line, and with the lines that follow it up to the next lead.
pub fn leads(block: &Block) -> Vec<(u32, Lead)> {
    let is_words = matches!(block.kind, BlockKind::Words { .. } | BlockKind::Heading { .. });
    if !is_words {
        return Vec::new();
    }
    let text = block.text();
    let mut all: Vec<(u32, Lead)> = Vec::new();
    if !may_lead(&text) {
        return all;
    }
    for (number, line) in (block.lines.from..).zip(text.lines()) {
        match (lead(line), all.last_mut()) {
            (Some(lead), _) => all.push((number, lead)),
            (None, Some((_, Lead::Expected(text) | Lead::Back(text)))) => {
                text.push(' ');
                text.push_str(line.trim());
            }
            _ => {}
        }
    }
    all
}

/// Whether a block ends by announcing what should be seen, so that the code below it is no command.
fn announces_output(block: &Block) -> bool {
    let announces = |text: &str| text.is_empty() || text.ends_with(':');
    leads(block).last().is_some_and(|(_, lead)| matches!(lead, Lead::Expected(text) if announces(text)))
}

/// Code below `Expected output:` is what is printed.
pub fn outputs_are_no_commands(blocks: &mut [Block]) {
    for at in 1..blocks.len() {
        if !announces_output(&blocks[at - 1]) {
            continue;
        }
        if let BlockKind::Command(command) = &blocks[at].kind {
            blocks[at].kind = BlockKind::Code { language: command.language.clone(), text: command.text.clone() };
        }
    }
}
