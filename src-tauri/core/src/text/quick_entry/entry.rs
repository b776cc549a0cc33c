//! A line of quick entry, read.

use chrono::{DateTime, TimeDelta, Utc};

use crate::vocabulary::{EntryKind, FindingAbout, HypothesisState, Lowering, MitigationState, Role, Severity, Status};

/// A line of quick entry, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuickEntry {
    /// What to do.
    pub intent: Intent,
    /// When it happened (UTC), if the line says so.
    pub at: Option<DateTime<Utc>>,
    /// The token that gave the time, as typed.
    pub time_token: Option<String>,
    /// Part of a handle, from `#payments`.
    pub target: Option<String>,
    /// What was typed like a verb and is none: the line is taken as words.
    pub unknown_verb: Option<String>,
}

/// What a line asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Intent {
    /// Nothing is typed yet.
    Nothing,
    /// Log an entry.
    Log {
        /// Note or decision.
        kind: EntryKind,
        /// The words.
        text: String,
    },
    /// Declare an incident from the rest of the line.
    Declare {
        /// `P1 Payments failing`.
        line: String,
    },
    /// Change the status.
    Status {
        /// To which.
        to: Status,
        /// Why, if given.
        reason: Option<String>,
    },
    /// Change the severity.
    Severity {
        /// To which.
        to: Severity,
        /// Where it is lowered, which lowering it is, if given.
        lowering: Option<Lowering>,
        /// Why, if given.
        reason: Option<String>,
    },
    /// Give a role to somebody.
    Role {
        /// Which.
        role: Role,
        /// To whom, as `@name`.
        person: String,
    },
    /// Start a time-box.
    Timebox {
        /// How long.
        length: TimeDelta,
        /// What for.
        text: String,
    },
    /// Say that it is a security matter, or that it is none.
    Security {
        /// It is one.
        is_one: bool,
        /// Why it is none, if given.
        reason: Option<String>,
    },
    /// Acknowledge.
    Acknowledge,
    /// Write down what a dashboard or a log shows.
    Finding {
        /// What it is about.
        about: FindingAbout,
        /// The words.
        text: String,
    },
    /// Write down what may be the cause.
    Hypothesis {
        /// What may be the cause.
        statement: String,
    },
    /// Say what became of a hypothesis.
    MoveHypothesis {
        /// To which state.
        to: HypothesisState,
        /// A part of its words; empty for the only one.
        part: String,
        /// The evidence, if given.
        because: Option<String>,
    },
    /// Start a mitigation.
    Mitigation {
        /// What is done.
        action: String,
    },
    /// Say what became of a mitigation.
    MoveMitigation {
        /// To which state.
        to: MitigationState,
        /// A part of its words; empty for the only one.
        part: String,
        /// What came of it, if seen.
        effect: Option<String>,
    },
}
