//! How findings, changes, hypotheses, mitigations and the team come out of the events.

use crate::change::Change;
use crate::event::{Event, EventBody, EventId};
use crate::finding::Finding;
use crate::hypothesis::{Evidence, Hypothesis, HypothesisState};
use crate::incident::Incident;
use crate::mitigation::Mitigation;
use crate::status::Status;
use crate::team::{self, Notification};
use crate::verification::VerificationCheck;

impl Incident {
    /// Takes in what was added. Events come in the order of what happened.
    pub(crate) fn apply_work(&mut self, event: &Event) {
        self.investigation.heed(event);
        let at = event.occurred_at;
        match &event.body {
            EventBody::FindingAdded { about, text, onset } => {
                // Whoever ticked 'no new errors' had not seen this one.
                if about.is_error() && self.status == Status::Monitoring {
                    self.checks.remove(&VerificationCheck::NoNewErrors);
                }
                let (text, author) = (text.clone(), event.author.clone());
                self.findings.push(Finding { id: event.id, about: *about, text, onset: *onset, at, author });
            }
            EventBody::ChangeNoted { .. } => self.changes.extend(change(event)),
            EventBody::HypothesisAdded { .. } => self.hypotheses.extend(hypothesis(event)),
            EventBody::MitigationAdded { .. } => self.mitigations.extend(mitigation(event)),
            EventBody::RoleChanged { role, to, .. } => team::hand_over(&mut self.role_history, *role, to.as_ref(), at),
            EventBody::Notified { who, done: true } => {
                self.notifications.insert(who.clone(), Notification { at, by: event.author.clone() });
            }
            EventBody::Notified { who, done: false } => {
                self.notifications.remove(who);
            }
            EventBody::ChecklistTicked { line, done: true } => {
                self.hand_ticks.insert(*line);
            }
            EventBody::ChecklistTicked { line, done: false } => {
                self.hand_ticks.remove(line);
            }
            _ => {}
        }
    }

    /// Takes in what amends something that was added.
    pub(crate) fn amend_work(&mut self, target: EventId, event: &Event) {
        match &event.body {
            EventBody::FindingRemoved => self.findings.retain(|finding| finding.id != target),
            EventBody::ChangeMarked { suspect, .. } => {
                if let Some(change) = self.changes.iter_mut().find(|change| change.id == target) {
                    change.suspect = *suspect;
                }
            }
            EventBody::HypothesisMoved { .. } | EventBody::HypothesisAssigned { .. } | EventBody::EvidenceAdded { .. } => {
                if let Some(hypothesis) = self.hypotheses.iter_mut().find(|hypothesis| hypothesis.id == target) {
                    amend_hypothesis(hypothesis, event);
                }
            }
            EventBody::MitigationMoved { to, effect, .. } => {
                if let Some(mitigation) = self.mitigations.iter_mut().find(|mitigation| mitigation.id == target) {
                    mitigation.state = *to;
                    mitigation.effect = effect.clone().or(mitigation.effect.take());
                    mitigation.changed_at = event.occurred_at;
                }
            }
            _ => {}
        }
    }

    /// A question that is decided needs no reminder of its time-box.
    pub(crate) fn close_decided_timeboxes(&mut self) {
        for timebox in &mut self.timeboxes {
            let about = self.hypotheses.iter().find(|hypothesis| Some(hypothesis.id) == timebox.about);
            timebox.closed |= about.is_some_and(|hypothesis| !hypothesis.state.is_open());
        }
    }
}

fn change(event: &Event) -> Option<Change> {
    let EventBody::ChangeNoted { change, summary, at, reference, repository, by, suspect } = &event.body else {
        return None;
    };
    Some(Change {
        id: event.id,
        kind: *change,
        summary: summary.clone(),
        at: *at,
        reference: reference.clone(),
        repository: repository.clone(),
        by: by.clone(),
        suspect: *suspect,
        noted_by: event.author.clone(),
    })
}

fn hypothesis(event: &Event) -> Option<Hypothesis> {
    let EventBody::HypothesisAdded { statement, how_to_test, who } = &event.body else {
        return None;
    };
    Some(Hypothesis {
        id: event.id,
        statement: statement.clone(),
        how_to_test: how_to_test.clone(),
        who: who.clone(),
        change: event.amends,
        state: HypothesisState::Open,
        because: None,
        evidence: Vec::new(),
        by: event.author.clone(),
        at: event.occurred_at,
        changed_at: event.occurred_at,
    })
}

fn amend_hypothesis(hypothesis: &mut Hypothesis, event: &Event) {
    match &event.body {
        EventBody::HypothesisMoved { to, because, .. } => {
            hypothesis.state = *to;
            hypothesis.because = because.clone().or(hypothesis.because.take());
            hypothesis.changed_at = event.occurred_at;
        }
        EventBody::HypothesisAssigned { who, .. } => hypothesis.who.clone_from(who),
        EventBody::EvidenceAdded { side, text, source, .. } => hypothesis.evidence.push(Evidence {
            id: event.id,
            side: *side,
            text: text.clone(),
            source: *source,
            by: event.author.clone(),
            at: event.occurred_at,
        }),
        _ => {}
    }
}

fn mitigation(event: &Event) -> Option<Mitigation> {
    let EventBody::MitigationAdded { action, state, catalogue, service } = &event.body else {
        return None;
    };
    Some(Mitigation {
        id: event.id,
        action: action.clone(),
        catalogue: catalogue.clone(),
        service: service.clone(),
        state: *state,
        effect: None,
        by: event.author.clone(),
        at: event.occurred_at,
        changed_at: event.occurred_at,
    })
}
