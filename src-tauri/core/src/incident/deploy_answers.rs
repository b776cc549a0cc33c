//! Answers to the questions about recent changes (seed: Step 2, Check Recent Deploys).

use serde::{Deserialize, Serialize};

use crate::vocabulary::{DeployAnswer, EventId};

/// What was answered to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeployAnswered {
    /// The event that answered it.
    pub event: EventId,
    /// The answer.
    pub answer: DeployAnswer,
}
