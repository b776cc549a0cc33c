//! The runs of runbooks, each with where its steps stand.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::event::{Event, EventBody, RunMove};
use crate::vocabulary::{AttachedText, EventId, RunEnd, RunStepState};

/// One run of a runbook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunbookRun {
    /// The event that began it.
    pub id: EventId,
    /// What the runbook is called.
    pub title: String,
    /// Its folder's name and its place in it.
    pub path: String,
    /// Its version, where it has one.
    pub version: Option<String>,
    /// All of its text, as it was when the run began.
    pub text: AttachedText,
    /// Its steps, in order.
    pub steps: Vec<RunStep>,
    /// What stands in its places.
    pub values: BTreeMap<String, RunValue>,
    /// The prerequisites that are ticked, by their number from 1.
    pub prerequisites: BTreeSet<u32>,
    /// The alternative that was chosen of a step, by its number from 1.
    pub alternatives: BTreeMap<u32, String>,
    /// Who began it.
    pub by: String,
    /// When (UTC).
    pub at: DateTime<Utc>,
    /// How it ended, if it has.
    pub ended: Option<RunEnded>,
}

/// A step of a run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunStep {
    /// What it is called.
    pub title: String,
    /// Where it stands, once somebody has begun or closed it.
    pub moved: Option<RunStepMoved>,
}

/// Where a step stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunStepMoved {
    /// The event that said so.
    pub id: EventId,
    /// Where.
    pub to: RunStepState,
    /// What was said of it.
    pub note: Option<String>,
    /// By whom.
    pub by: String,
    /// When (UTC).
    pub at: DateTime<Utc>,
}

/// What stands in a place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunValue {
    /// The words.
    pub value: String,
    /// The step whose output it was read from, if it was.
    pub step: Option<u32>,
}

/// How a run ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunEnded {
    /// How.
    pub how: RunEnd,
    /// What was said of it.
    pub note: Option<String>,
    /// When (UTC).
    pub at: DateTime<Utc>,
}

impl RunbookRun {
    pub(super) fn begun(event: &Event) -> Option<Self> {
        let EventBody::RunbookBegun(begun) = &event.body else { return None };
        Some(Self {
            id: event.id,
            title: begun.title.clone(),
            path: begun.path.clone(),
            version: begun.version.clone(),
            text: begun.text.clone(),
            steps: begun.steps.iter().map(|title| RunStep { title: title.clone(), moved: None }).collect(),
            values: BTreeMap::new(),
            prerequisites: BTreeSet::new(),
            alternatives: BTreeMap::new(),
            by: event.author.clone(),
            at: event.occurred_at,
            ended: None,
        })
    }

    pub(super) fn take(&mut self, event: &Event, moved: &RunMove) {
        match moved {
            RunMove::Step { number, to, note, .. } => self.move_step(event, *number, *to, note.as_ref()),
            RunMove::Value { name, value, .. } if value.is_empty() => {
                self.values.remove(name);
            }
            RunMove::Value { name, value, step } => {
                self.values.insert(name.clone(), RunValue { value: value.clone(), step: *step });
            }
            RunMove::Prerequisite { number, done: true, .. } => {
                self.prerequisites.insert(*number);
            }
            RunMove::Prerequisite { number, done: false, .. } => {
                self.prerequisites.remove(number);
            }
            RunMove::Alternative { step, label } => {
                self.alternatives.insert(*step, label.clone());
            }
            RunMove::Ended { how, note } => self.ended = Some(RunEnded { how: *how, note: note.clone(), at: event.occurred_at }),
        }
    }

    /// Whoever goes on with a run that had ended goes on with it.
    fn move_step(&mut self, event: &Event, number: u32, to: RunStepState, note: Option<&String>) {
        let index = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
        if let Some(step) = index.and_then(|index| self.steps.get_mut(index)) {
            step.moved = Some(RunStepMoved { id: event.id, to, note: note.cloned(), by: event.author.clone(), at: event.occurred_at });
            self.ended = None;
        }
    }

    /// The number, from 1, of the first step that is neither done nor skipped; none where all are closed.
    #[must_use]
    pub fn current_step(&self) -> Option<u32> {
        let open = |step: &RunStep| step.moved.as_ref().is_none_or(|moved| !moved.to.is_closed());
        let index = self.steps.iter().position(open)?;
        u32::try_from(index + 1).ok()
    }

    /// Whether it was gone through to its end, and no step failed or was taken back.
    #[must_use]
    pub fn went_well(&self) -> bool {
        let finished = self.ended.as_ref().is_some_and(|ended| ended.how == RunEnd::Finished);
        let went = |state: RunStepState| matches!(state, RunStepState::Done | RunStepState::Skipped);
        finished && self.steps.iter().all(|step| step.moved.as_ref().is_none_or(|moved| went(moved.to)))
    }

    /// Whether it goes on.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.ended.is_none()
    }
}
