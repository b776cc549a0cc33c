//! Answers to the questions about recent changes (seed: Step 2, Check Recent Deploys).

use serde::{Deserialize, Serialize};
use sitrep_core::event::EventBody;
use sitrep_core::procedure::deploy_questions;
use sitrep_core::vocabulary::{ChangeKind, DeployAnswer};
use ts_rs::TS;

use super::changes::{ChangeInput, noted_event};
use crate::data::{Workstation, non_blank};
use crate::refusals::Error;

/// An answer to a question about recent changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DeployAnswerInput {
    /// The id of the question.
    pub id: String,
    /// The answer.
    pub answer: DeployAnswer,
    /// With yes: what was changed, where it is not noted yet.
    pub change: Option<String>,
    /// When that was made, as typed.
    pub at: Option<String>,
}

impl Workstation {
    /// Answers a question about recent changes. Yes comes with the change: one that is noted already, or what is typed, which is noted.
    /// Saying the same again says nothing.
    ///
    /// # Errors
    /// [`Error::UnknownQuestion`] for a question that is not in the catalogue, [`Error::Empty`] for a yes without a change,
    /// [`Error::Instant`] for its time.
    pub fn answer_deploy_question(&self, handle: &str, input: &DeployAnswerInput) -> Result<(), Error> {
        let (catalogue, answer, clock) = (self.catalogue(), input.answer, self.wall_clock());
        self.decide(handle, |incident, _| {
            let states = deploy_questions(incident, &catalogue);
            let state = states.into_iter().find(|state| state.question.id == input.id.trim()).ok_or(Error::UnknownQuestion)?;
            let typed = non_blank(input.change.as_deref()).filter(|_| answer == DeployAnswer::Yes);
            if answer == DeployAnswer::Yes && typed.is_none() && state.changes.is_empty() {
                return Err(Error::Empty("what was changed"));
            }
            let kind = state.question.changes.first().copied().unwrap_or(ChangeKind::Deploy);
            let change = typed.map(|summary| noted_event(&change_input(kind, summary, input.at.clone()), clock)).transpose()?;
            let said = incident.deploy_answers.get(&state.question.id).is_some_and(|said| said.answer == answer);
            let (id, question) = (state.question.id.clone(), state.question.question.clone());
            let told = (!said || change.is_some() || state.answer != Some(answer))
                .then(|| EventBody::DeployQuestionAnswered { id, question, answer }.into());
            Ok(change.into_iter().chain(told).collect())
        })
        .map(|_| ())
    }
}

fn change_input(change: ChangeKind, summary: String, at: Option<String>) -> ChangeInput {
    let at = at.unwrap_or_default();
    ChangeInput { change, summary, at, reference: None, repository: None, by: None, suspect: false }
}
