//! What is known of recent changes (seed: Step 2, Check Recent Deploys).

use chrono::{DateTime, TimeDelta, Utc};

use crate::incident::{Change, Incident};
use crate::team::{Catalogue, DeployQuestion};
use crate::text::clock_time;
use crate::vocabulary::{DeployAnswer, EventId};

/// What was changed within this time before it began counts as recent.
const RECENT: TimeDelta = TimeDelta::hours(2);

/// A question about recent changes, and what is known of it.
#[derive(Debug, Clone, PartialEq)]
pub struct DeployQuestionState<'a> {
    /// The question.
    pub question: &'a DeployQuestion,
    /// The answer; none as long as it is open. A recent change that was noted since answers it as well.
    pub answer: Option<DeployAnswer>,
    /// The changes of its kinds that were noted, by when they were made.
    pub changes: Vec<&'a Change>,
}

impl DeployQuestionState<'_> {
    /// The answer in words, as read on the day of `now`: `Yes: v314 of 13:45 UTC`.
    #[must_use]
    pub fn in_words(&self, now: DateTime<Utc>) -> Option<String> {
        let answer = self.answer?;
        let named: Vec<String> =
            self.changes.iter().map(|change| format!("{} of {}", change.summary, clock_time(change.at, now))).collect();
        let with_changes = answer == DeployAnswer::Yes && !named.is_empty();
        Some(if with_changes { format!("{}: {}", answer.label(), named.join("; ")) } else { answer.label().to_owned() })
    }
}

/// The questions of the catalogue, each with what is known.
#[must_use]
pub fn deploy_questions<'a>(incident: &'a Incident, catalogue: &'a Catalogue) -> Vec<DeployQuestionState<'a>> {
    catalogue.deploy_questions.iter().map(|question| state(incident, question)).collect()
}

/// How many of them are open.
#[must_use]
pub fn open_deploy_questions(incident: &Incident, catalogue: &Catalogue) -> usize {
    deploy_questions(incident, catalogue).iter().filter(|state| state.answer.is_none()).count()
}

fn state<'a>(incident: &'a Incident, question: &'a DeployQuestion) -> DeployQuestionState<'a> {
    let mut changes: Vec<&Change> = incident.changes.iter().filter(|change| question.changes.contains(&change.kind)).collect();
    changes.sort_by_key(|change| (change.at, change.id));
    let said = incident.deploy_answers.get(&question.id);
    let noted_since = |said: Option<EventId>| {
        let recent = changes.iter().filter(|change| change.at >= incident.started_at - RECENT);
        recent.map(|change| change.id).max() > said
    };
    let answer = if noted_since(said.map(|said| said.event)) { Some(DeployAnswer::Yes) } else { said.map(|said| said.answer) };
    DeployQuestionState { question, answer, changes }
}
