//! A mark beside the text.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::edits::Edit;

/// A rule, by its code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "RunbookRule")]
pub enum Rule {
    /// A step with words and no command.
    VagueStep,
    /// A command, and nothing that says what should be seen.
    NoExpected,
    /// A change that nothing verifies.
    NoVerification,
    /// A risky command without a way back.
    NoRollback,
    /// Not verified for too long.
    Stale,
    /// No version and no date.
    NoVersion,
    /// No alert leads to it.
    NoAlert,
    /// A link that leads nowhere.
    DeadLink,
    /// An image that is not there.
    DeadImage,
    /// A fence that nothing closes.
    OpenFence,
    /// Several commands that one paste runs.
    PastesAndRuns,
}

impl Rule {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::VagueStep,
        Self::NoExpected,
        Self::NoVerification,
        Self::NoRollback,
        Self::Stale,
        Self::NoVersion,
        Self::NoAlert,
        Self::DeadLink,
        Self::DeadImage,
        Self::OpenFence,
        Self::PastesAndRuns,
    ];

    /// As people switch it: `no-expected`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::VagueStep => "vague-step",
            Self::NoExpected => "no-expected",
            Self::NoVerification => "no-verification",
            Self::NoRollback => "no-rollback",
            Self::Stale => "stale",
            Self::NoVersion => "no-version",
            Self::NoAlert => "no-alert",
            Self::DeadLink => "dead-link",
            Self::DeadImage => "dead-image",
            Self::OpenFence => "open-fence",
            Self::PastesAndRuns => "pastes-and-runs",
        }
    }

    /// The practice behind it, in a line.
    #[must_use]
    pub fn practice(self) -> &'static str {
        match self {
            Self::VagueStep => "Exact commands, not descriptions: under stress, responders should copy and paste, not interpret.",
            Self::NoExpected => "Include expected output, so that responders know if the command worked.",
            Self::NoVerification => "Verify after each step: catch issues early, do not proceed blindly.",
            Self::NoRollback => "A way back for each step, if a mitigation makes things worse.",
            Self::Stale => "Test regularly: outdated runbooks cause confusion during real incidents.",
            Self::NoVersion => "Date and version: know when it was last verified.",
            Self::NoAlert => "Link from alert to runbook: reduce the time to it to one click.",
            Self::DeadLink => "A link leads somewhere: at night a dead link costs minutes.",
            Self::DeadImage => "An image is there: what it shows cannot be guessed.",
            Self::OpenFence => "Each fence is closed: what follows an open one is no step.",
            Self::PastesAndRuns => "One command a block: pasted, all but the last run before anybody read them.",
        }
    }
}

/// What is wrong at a line, why it matters, and how to mend it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "RunbookMark")]
pub struct Mark {
    /// Which rule.
    pub rule: Rule,
    /// The line, from 1.
    pub line: u32,
    /// The first letter, from 1.
    pub column: u32,
    /// The letter behind the last.
    pub end_column: u32,
    /// What is wrong.
    pub message: String,
    /// Why it matters.
    pub why: String,
    /// How to mend it.
    pub mend: Mend,
}

/// How to mend it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "RunbookMend")]
pub struct Mend {
    /// In words.
    pub words: String,
    /// What is copied for it alone; none where only a person knows.
    pub copy: Option<String>,
    /// The exact changes; none where only a person knows.
    pub edits: Vec<Edit>,
}

impl Mend {
    /// One that only a person can make.
    pub(super) fn by_hand(words: impl Into<String>) -> Self {
        Self { words: words.into(), copy: None, edits: Vec::new() }
    }

    /// An exact one.
    pub(super) fn exact(words: impl Into<String>, copy: impl Into<String>, edits: Vec<Edit>) -> Self {
        Self { words: words.into(), copy: Some(copy.into()), edits }
    }
}

/// Where a mark stands: a line of the text, or a part of it.
pub(super) struct Spot {
    pub line: u32,
    pub column: u32,
    pub end_column: u32,
}

impl Spot {
    /// A whole line, without the blanks before and behind.
    pub fn line(lines: &[&str], line: u32) -> Self {
        let text = lines.get(line.saturating_sub(1) as usize).copied().unwrap_or_default();
        Self::part(lines, line, text.trim())
    }

    /// A part of a line; the whole, if it is not in it.
    pub fn part(lines: &[&str], line: u32, part: &str) -> Self {
        let text = lines.get(line.saturating_sub(1) as usize).copied().unwrap_or_default();
        let letters = |text: &str| u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        let (before, part) = match text.find(part).filter(|_| !part.is_empty()) {
            Some(at) => (text.get(..at).unwrap_or_default(), part),
            None => ("", text),
        };
        let column = letters(before).saturating_add(1);
        Self { line, column, end_column: column.saturating_add(letters(part)) }
    }

    pub fn mark(self, rule: Rule, message: impl Into<String>, why: impl Into<String>, mend: Mend) -> Mark {
        Mark { rule, line: self.line, column: self.column, end_column: self.end_column, message: message.into(), why: why.into(), mend }
    }
}
