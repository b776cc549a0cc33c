//! Commands that were run in a terminal during the incident, and what came of them (seed: Actions taken; use exact commands).

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::duration_text::took;
use crate::guard::{Guard, HitGroup, Scope};

/// What stands in place of a secret.
const REMOVED: &str = "(removed)";
/// Characters of a line that is kept.
const LINE_AT_MOST: usize = 500;

/// How a command ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CommandOutcome {
    /// It ended by itself, with this code.
    Exit(i32),
    /// This signal ended it.
    Signal(i32),
    /// It was not started, and why.
    NotStarted(String),
}

impl CommandOutcome {
    /// Whether it did what it was to do, as far as its exit code tells.
    #[must_use]
    pub fn is_success(&self) -> bool {
        *self == Self::Exit(0)
    }
}

/// One run of a command.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommandRun {
    /// As typed, quoted for a shell, without secrets.
    pub command: String,
    /// When it was started (UTC).
    pub started_at: DateTime<Utc>,
    /// How long it ran, in milliseconds.
    pub millis: u64,
    /// How it ended.
    pub outcome: CommandOutcome,
    /// The last lines that it printed, where a person wanted them kept, without secrets.
    #[serde(default)]
    pub kept: Vec<String>,
}

impl CommandRun {
    /// `ran kubectl rollout undo deployment/api: exit 0 after 3.2 s`.
    #[must_use]
    pub fn words(&self) -> String {
        let command = &self.command;
        let took = took(TimeDelta::milliseconds(i64::try_from(self.millis).unwrap_or(i64::MAX / 1000)));
        match &self.outcome {
            CommandOutcome::Exit(code) => format!("ran {command}: exit {code} after {took}"),
            CommandOutcome::Signal(signal) => format!("ran {command}: ended by {} after {took}", signal_name(*signal)),
            CommandOutcome::NotStarted(why) => format!("tried {command}: {why}"),
        }
    }

    /// The same run with what the guard takes for a secret removed, also where it goes over several lines.
    #[must_use]
    pub fn without_secrets(self, guard: &Guard) -> Self {
        let kept = without_secrets(guard, &self.kept.join("\n"));
        let kept = if self.kept.is_empty() { Vec::new() } else { kept.lines().map(str::to_owned).collect() };
        Self { command: without_secrets(guard, &self.command), kept, ..self }
    }

    /// The same run with the last `most` lines that it printed, each cut to what a person reads on a timeline. Half a secret is
    /// one still and not found any more, so this comes after they were removed.
    #[must_use]
    pub fn keeping(self, most: usize) -> Self {
        let surplus = self.kept.len().saturating_sub(most);
        let kept = self.kept.into_iter().skip(surplus).map(|line| line.chars().take(LINE_AT_MOST).collect()).collect();
        Self { kept, ..self }
    }
}

/// The text with `(removed)` in place of each secret that the guard finds.
#[must_use]
pub fn without_secrets(guard: &Guard, text: &str) -> String {
    let scope = Scope { for_customers: false, people: &[], verified: true, next_update: None };
    let mut masked = text.to_owned();
    // From the end, so that the places before stay where they are.
    for hit in guard.scan(text, &scope).into_iter().rev() {
        if let (HitGroup::Secret, Some(range)) = (hit.group, hit.range) {
            masked.replace_range(range, REMOVED);
        }
    }
    masked
}

/// The names that Linux and macOS share the numbers of; the rest are told by number.
fn signal_name(signal: i32) -> String {
    let name = match signal {
        1 => "SIGHUP",
        2 => "SIGINT",
        3 => "SIGQUIT",
        4 => "SIGILL",
        6 => "SIGABRT",
        8 => "SIGFPE",
        9 => "SIGKILL",
        11 => "SIGSEGV",
        13 => "SIGPIPE",
        14 => "SIGALRM",
        15 => "SIGTERM",
        _ => return format!("signal {signal}"),
    };
    name.to_owned()
}
