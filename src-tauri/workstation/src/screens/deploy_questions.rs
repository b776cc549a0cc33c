//! The questions about recent changes, as they are listed.

use chrono::{DateTime, Utc};
use serde::Serialize;
use sitrep_core::procedure::DeployQuestionState;
use sitrep_core::vocabulary::DeployAnswer;
use ts_rs::TS;

/// A question about recent changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DeployQuestionView {
    /// Its id.
    pub id: String,
    /// As asked.
    pub question: String,
    /// The answer; none as long as it is open.
    pub answer: Option<DeployAnswer>,
    /// The same in words, with the changes: `Yes: v314 of 13:45 UTC`.
    pub answer_label: Option<String>,
    /// Whether a yes needs to be told what was changed: no change of its kinds is noted yet.
    pub needs_change: bool,
}

pub(crate) fn deploy_question_view(state: &DeployQuestionState<'_>, now: DateTime<Utc>) -> DeployQuestionView {
    DeployQuestionView {
        id: state.question.id.clone(),
        question: state.question.question.clone(),
        answer: state.answer,
        answer_label: state.in_words(now),
        needs_change: state.changes.is_empty(),
    }
}
