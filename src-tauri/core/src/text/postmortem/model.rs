//! What a written postmortem says.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::vocabulary::{ActionOutcome, ActionPriority, ReviewField, Severity};

/// How much of a line is shown where it is told what became of it, in letters.
const SHOWN: usize = 120;

/// What a written postmortem says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Postmortem {
    /// What was wrong.
    pub title: Option<String>,
    /// How bad.
    pub severity: Option<Severity>,
    /// On which day it began.
    pub day: Option<NaiveDate>,
    /// When that day begins in the zone of its times (UTC).
    pub day_begins: Option<DateTime<Utc>>,
    /// Letters that it has for a zone and that mean several, so that they are not heeded.
    pub several_zones: Option<String>,
    /// When it began (UTC), as its header says.
    pub started: Option<DateTime<Utc>>,
    /// When somebody knew of it (UTC), as its header says.
    pub detected: Option<DateTime<Utc>>,
    /// When it was over (UTC), as its header says.
    pub resolved: Option<DateTime<Utc>>,
    /// How long it lasted, as its header says.
    pub length: Option<TimeDelta>,
    /// Whether its review is complete.
    pub complete: bool,
    /// Since when (UTC), where it says so.
    pub completed: Option<DateTime<Utc>>,
    /// The parts of the review.
    pub parts: BTreeMap<ReviewField, String>,
    /// The timeline, in its order.
    pub lines: Vec<PostmortemLine>,
    /// The whys, each under one before it or at the top.
    pub whys: Vec<PostmortemWhy>,
    /// The action items.
    pub actions: Vec<PostmortemAction>,
    /// What became of each line that shows something, in the order of the text.
    pub placed: Vec<Placed>,
}

/// A line of its timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostmortemLine {
    /// When (UTC).
    pub at: DateTime<Utc>,
    /// Who recorded it, as `@ana`, where it says so.
    pub author: Option<String>,
    /// The words.
    pub text: String,
}

/// A why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostmortemWhy {
    /// What it asks, if it says so.
    pub question: Option<String>,
    /// The answer.
    pub answer: String,
    /// How deep it stands: 1 at the top.
    pub depth: usize,
    /// Whether it is marked as a root cause.
    pub root_cause: bool,
}

/// An action item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostmortemAction {
    /// What to do.
    pub text: String,
    /// Who does it, as `@ana`.
    pub owner: Option<String>,
    /// How much it matters.
    pub priority: ActionPriority,
    /// By the end of which day.
    pub due: Option<NaiveDate>,
    /// Whether somebody works on it.
    pub started: bool,
    /// How it ended, if it did.
    pub outcome: Option<ActionOutcome>,
}

/// What became of a line of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// Its number, from 1.
    pub line: usize,
    /// What it became: `Summary`, `14:05 UTC`; none where it could not be placed.
    pub became: Option<String>,
    /// The line, or its beginning.
    pub text: String,
}

impl Placed {
    pub(super) fn new(line: usize, became: Option<&str>, text: &str) -> Self {
        let text = text.trim();
        let shown: String = text.chars().take(SHOWN).collect();
        let text = if shown.len() < text.len() { format!("{shown}…") } else { shown };
        Self { line, became: became.map(str::to_owned), text }
    }
}
