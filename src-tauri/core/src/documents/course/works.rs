//! Mitigations and hypotheses, each with its moves.

use std::collections::BTreeMap;

use super::model::{CourseWork, WorkMove, WorkOutcome, WorkStage};
use crate::event::{Event, EventBody, as_recorded};
use crate::vocabulary::{EventId, HypothesisState, MitigationState};

/// The two lanes of work.
pub(super) struct Works {
    pub(super) mitigations: Vec<CourseWork>,
    pub(super) hypotheses: Vec<CourseWork>,
}

/// What was done and what was thought, in the order in which it was first said.
pub(super) fn works(events: &[Event]) -> Works {
    let (mut mitigations, mut hypotheses) = (Lane::default(), Lane::default());
    for event in as_recorded(events) {
        match &event.body {
            EventBody::MitigationAdded { action, state, .. } => mitigations.add(event, action, mitigation(event, *state, None, None)),
            EventBody::MitigationMoved { to, effect, helped, .. } => {
                mitigations.go_on(event, mitigation(event, *to, *helped, effect.clone()));
            }
            EventBody::HypothesisAdded { statement, .. } => {
                hypotheses.add(event, statement, hypothesis(event, HypothesisState::Open, None))
            }
            EventBody::HypothesisMoved { to, because, .. } => hypotheses.go_on(event, hypothesis(event, *to, because.clone())),
            _ => {}
        }
    }
    Works { mitigations: mitigations.in_time(), hypotheses: hypotheses.in_time() }
}

fn mitigation(event: &Event, to: MitigationState, helped: Option<bool>, note: Option<String>) -> WorkMove {
    let (stage, word) = match (to, helped) {
        (MitigationState::Proposed, _) => (WorkStage::Waiting, to.label()),
        (MitigationState::Started, _) => (WorkStage::UnderWay, to.label()),
        (MitigationState::Done, Some(true)) => (WorkStage::Over(WorkOutcome::Hit), "helped"),
        (MitigationState::Done, Some(false)) => (WorkStage::Over(WorkOutcome::Miss), "did not help"),
        (MitigationState::Done, None) => (WorkStage::Over(WorkOutcome::Unsaid), to.label()),
        (MitigationState::RolledBack | MitigationState::Withdrawn, _) => (WorkStage::Over(WorkOutcome::Miss), to.label()),
    };
    WorkMove { at: event.occurred_at, stage, word: word.to_owned(), note }
}

fn hypothesis(event: &Event, to: HypothesisState, note: Option<String>) -> WorkMove {
    let stage = match to {
        HypothesisState::Open => WorkStage::Waiting,
        HypothesisState::Testing => WorkStage::UnderWay,
        HypothesisState::RuledOut => WorkStage::Over(WorkOutcome::Miss),
        HypothesisState::Confirmed => WorkStage::Over(WorkOutcome::Hit),
    };
    WorkMove { at: event.occurred_at, stage, word: to.label().to_owned(), note }
}

#[derive(Default)]
struct Lane {
    works: Vec<CourseWork>,
    places: BTreeMap<EventId, usize>,
}

impl Lane {
    fn add(&mut self, event: &Event, what: &str, first: WorkMove) {
        self.places.insert(event.id, self.works.len());
        self.works.push(CourseWork { what: what.to_owned(), moves: vec![first] });
    }

    fn go_on(&mut self, event: &Event, next: WorkMove) {
        let place = event.amends.and_then(|target| self.places.get(&target));
        if let Some(work) = place.and_then(|place| self.works.get_mut(*place)) {
            work.moves.push(next);
        }
    }

    /// What was written down later may have happened before.
    fn in_time(mut self) -> Vec<CourseWork> {
        self.works.iter_mut().for_each(|work| work.moves.sort_by_key(|one| one.at));
        self.works.sort_by_key(|work| work.moves.first().map(|first| first.at));
        self.works
    }
}
