//! What changed of an action item.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::vocabulary::{ActionKind, ActionPriority};

/// What changed of an action item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum ActionChange {
    /// Its words.
    Text {
        /// After.
        to: String,
    },
    /// How much it matters.
    Priority {
        /// After.
        to: ActionPriority,
    },
    /// What it is for.
    Kind {
        /// After.
        to: Option<ActionKind>,
    },
    /// By the end of which day it is due.
    Due {
        /// After; none where nobody says.
        to: Option<NaiveDate>,
    },
    /// Somebody works on it, or nobody any more.
    Started {
        /// Whether somebody does.
        started: bool,
    },
    /// It was closed and is to be done after all.
    Reopened {
        /// Why.
        reason: String,
    },
}
