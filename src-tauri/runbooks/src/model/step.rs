//! A step, and what it says of itself.

use serde::Serialize;
use ts_rs::TS;

use super::command::Command;

/// What a step is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "RunbookStepKind")]
pub enum StepKind {
    /// It looks.
    Verify,
    /// It changes something.
    Apply,
    /// It calls somebody.
    Escalation,
    /// Anything else.
    Other,
}

/// One step. Its blocks are named by their place in the runbook's list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "RunbookStep")]
pub struct Step {
    /// From 1, in the text's order.
    pub number: u32,
    /// Without `1.` or `Step 1:`.
    pub title: String,
    /// The line it begins in.
    pub line: u32,
    /// What it is for.
    pub kind: StepKind,
    /// The block that names it: a heading, or an item's first words. None where a text without headings is one step.
    pub named_by: Option<u32>,
    /// All other blocks but the way back.
    pub blocks: Vec<u32>,
    /// Commands that stand in its words, where it has none in a block.
    pub in_words: Vec<Command>,
    /// What should be seen.
    pub expected: Option<Expected>,
    /// The way back: its own, or for a risky step the runbook's.
    pub rollback: Vec<u32>,
    /// Why it is risky, the worst first.
    pub risk: Option<Risk>,
    /// What it asks for out of its output, which later steps use.
    pub asks: Vec<Asked>,
}

/// Why a step is risky.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "RunbookRisk")]
pub struct Risk {
    /// What was found in it, such as `kubectl delete lease`.
    pub command: String,
    /// In words: `Deleting a lease has no way back`.
    pub why: String,
    /// Where it stands.
    pub line: u32,
}

/// A value that a step asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "RunbookAsked")]
pub struct Asked {
    /// As later steps name it.
    pub name: String,
    /// Where it stands.
    pub line: u32,
    /// How it is asked for.
    pub by: AskedBy,
}

/// How a value is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "RunbookAskedBy")]
pub enum AskedBy {
    /// By a line such as `**Ask**: error rate`: a person types it.
    Line,
    /// By an assignment in a command, `POD=$(…)`: the shell has it, a person need not type it there.
    Assignment,
}

/// What should be seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "RunbookExpected")]
pub struct Expected {
    /// Without `**Expected**:`.
    pub text: String,
    /// Where it stands.
    pub line: u32,
    /// What to do in which case; fewer than two are no branch.
    pub outcomes: Vec<Outcome>,
    /// Until when it should be so, in minutes.
    pub within: Option<u32>,
}

/// One case of what can be seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "RunbookOutcome")]
pub struct Outcome {
    /// Its sentence: `If above, continue.`
    pub text: String,
    /// What follows.
    pub kind: OutcomeKind,
}

/// What follows from a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "RunbookOutcomeKind")]
pub enum OutcomeKind {
    /// The next step.
    Continue,
    /// The run ends, as a false alarm.
    Close,
    /// The run goes to the escalation.
    Escalate,
    /// What the words say.
    Other,
}
