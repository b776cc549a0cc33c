//! A command that was run in a terminal during the incident, and what came of it (seed: Actions taken; use exact commands).

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::text::precise;
use crate::vocabulary::CommandOutcome;

/// Characters of a line that is kept.
const LINE_AT_MOST: usize = 500;

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
        let took = precise(TimeDelta::milliseconds(i64::try_from(self.millis).unwrap_or(i64::MAX / 1000)));
        match &self.outcome {
            CommandOutcome::Exit(code) => format!("ran {command}: exit {code} after {took}"),
            CommandOutcome::Signal(signal) => format!("ran {command}: ended by {} after {took}", signal_name(*signal)),
            CommandOutcome::NotStarted(why) => format!("tried {command}: {why}"),
        }
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
