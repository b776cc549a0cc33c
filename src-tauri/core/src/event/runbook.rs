//! The run of a runbook: what was begun, and what happened in it (seed: Runbook Structure).

use serde::{Deserialize, Serialize};

use crate::vocabulary::{AttachedText, RunEnd, RunStepState};

/// A runbook as it was when its run began.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunbookBegun {
    /// What it is called.
    pub title: String,
    /// Its folder's name and its place in it: `runbooks/payments/errors-high.md`.
    pub path: String,
    /// Its version, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// The titles of its steps.
    pub steps: Vec<String>,
    /// All of its text: a run goes by that, whatever becomes of the file.
    pub text: AttachedText,
}

/// What happened in a run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum RunMove {
    /// A step was begun, done, failed, skipped or rolled back.
    Step {
        /// Its number, from 1.
        number: u32,
        /// What it is called.
        step: String,
        /// Whether it changes something, rather than looks: done, it is an action taken.
        #[serde(default)]
        changes: bool,
        /// Where it stands now.
        to: RunStepState,
        /// What a person said of it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
    /// A place has a value, for all of the run.
    Value {
        /// The place: `release`.
        name: String,
        /// What stands there; empty to take it back.
        value: String,
        /// The step whose output it was read from, if it was.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        step: Option<u32>,
    },
    /// A prerequisite was ticked or unticked.
    Prerequisite {
        /// Its number, from 1.
        number: u32,
        /// Its words.
        text: String,
        /// Ticked or unticked.
        done: bool,
    },
    /// One of a step's alternatives was chosen.
    Alternative {
        /// The step's number, from 1.
        step: u32,
        /// What the alternative is called: `Option B: Rollback`.
        label: String,
    },
    /// The run ended.
    Ended {
        /// How.
        how: RunEnd,
        /// What a person said of it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
}

impl RunMove {
    /// Whether a step that changes something was done: an action taken.
    #[must_use]
    pub fn is_deed(&self) -> bool {
        matches!(self, Self::Step { to: RunStepState::Done, changes: true, .. })
    }
}
