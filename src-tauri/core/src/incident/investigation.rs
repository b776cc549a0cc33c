//! What became of each step of the investigation, and the time spent on it.
//!
//! At most one step is under way. It starts when somebody says so, or by a fact: who notes a finding is looking at
//! dashboards or logs. Starting another pauses it, so that no step counts as done that nobody called done.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::event::{Event, EventBody};
use crate::vocabulary::{HypothesisState, InvestigationStep, Status, StepState};

/// A stretch of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stretch {
    /// From (UTC).
    pub from: DateTime<Utc>,
    /// To (UTC); none while it goes on.
    pub to: Option<DateTime<Utc>>,
}

/// What became of one step.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct StepProgress {
    /// Where it stands.
    pub state: StepState,
    /// Why it was left out, if it was.
    pub because: Option<String>,
    /// When it was worked on, in order.
    pub stretches: Vec<Stretch>,
}

impl StepProgress {
    /// The time spent on it until `now`.
    #[must_use]
    pub fn spent(&self, now: DateTime<Utc>) -> TimeDelta {
        // A clock that was set back in between makes no time negative.
        let length = |stretch: &Stretch| (stretch.to.unwrap_or(now) - stretch.from).max(TimeDelta::zero());
        self.stretches.iter().map(length).fold(TimeDelta::zero(), |sum, length| sum + length)
    }
}

/// How far the investigation has come.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Investigation {
    steps: BTreeMap<InvestigationStep, StepProgress>,
}

impl Investigation {
    /// What became of a step.
    #[must_use]
    pub fn progress(&self, step: InvestigationStep) -> StepProgress {
        self.steps.get(&step).cloned().unwrap_or_default()
    }

    /// Where a step stands.
    #[must_use]
    pub fn state(&self, step: InvestigationStep) -> StepState {
        self.steps.get(&step).map_or(StepState::NotStarted, |progress| progress.state)
    }

    /// The step that is under way.
    #[must_use]
    pub fn current(&self) -> Option<InvestigationStep> {
        InvestigationStep::ALL.into_iter().find(|step| self.state(*step) == StepState::InProgress)
    }

    /// The step of the search to go on with: the one under way, else the first that is not closed.
    #[must_use]
    pub fn search_next(&self) -> Option<InvestigationStep> {
        let search = InvestigationStep::SEARCH.into_iter();
        self.current().filter(|step| InvestigationStep::SEARCH.contains(step)).or_else(|| {
            let mut open = search.filter(|step| !self.state(*step).is_closed());
            open.next()
        })
    }

    /// Whether every step that leads to the cause was done, or left out for a reason.
    #[must_use]
    pub fn is_searched(&self) -> bool {
        InvestigationStep::SEARCH.into_iter().all(|step| self.state(step).is_closed())
    }

    /// Takes one event into account. Events come in the order of what happened.
    pub(super) fn heed(&mut self, event: &Event) {
        let at = event.occurred_at;
        match &event.body {
            EventBody::StepMoved { step, to: StepState::InProgress, .. } => self.start(*step, at),
            EventBody::StepMoved { step, to, reason } => self.leave(*step, at, *to, reason.clone()),
            EventBody::HypothesisMoved { to: HypothesisState::Confirmed, .. } => {
                self.leave(InvestigationStep::Hypotheses, at, StepState::Done, None);
            }
            EventBody::StatusChanged { to, reason, .. } => self.follow_status(*to, at, reason.is_none()),
            body => {
                // What is called done stays so; a late finding is a finding and no new search.
                if let Some(step) = step_shown_by(body).filter(|step| self.state(*step) != StepState::Done) {
                    self.start(step, at);
                }
            }
        }
    }

    /// The fix is verified from Monitoring on; each fix anew.
    fn follow_status(&mut self, to: Status, at: DateTime<Utc>, verified: bool) {
        let verifying = self.state(InvestigationStep::Verification) == StepState::InProgress;
        match to {
            Status::Monitoring => self.start(InvestigationStep::Verification, at),
            Status::Resolved if verifying && verified => self.leave(InvestigationStep::Verification, at, StepState::Done, None),
            Status::Resolved => self.pause(at),
            _ if verifying => self.pause(at),
            _ => {}
        }
    }

    fn start(&mut self, step: InvestigationStep, at: DateTime<Utc>) {
        if self.state(step) == StepState::InProgress {
            return;
        }
        self.pause(at);
        let progress = self.steps.entry(step).or_default();
        progress.state = StepState::InProgress;
        progress.because = None;
        progress.stretches.push(Stretch { from: at, to: None });
    }

    fn pause(&mut self, at: DateTime<Utc>) {
        if let Some(step) = self.current() {
            self.leave(step, at, StepState::Paused, None);
        }
    }

    fn leave(&mut self, step: InvestigationStep, at: DateTime<Utc>, state: StepState, because: Option<String>) {
        let progress = self.steps.entry(step).or_default();
        if let Some(stretch) = progress.stretches.last_mut() {
            stretch.to.get_or_insert(at);
        }
        progress.state = state;
        progress.because = because;
    }
}

/// The step that an event shows somebody to be at.
fn step_shown_by(body: &EventBody) -> Option<InvestigationStep> {
    match body {
        EventBody::FindingAdded { about, .. } => Some(about.step()),
        EventBody::ChangeNoted { .. } | EventBody::ChangeMarked { .. } | EventBody::DeployQuestionAnswered { .. } => {
            Some(InvestigationStep::Changes)
        }
        EventBody::HypothesisAdded { .. } | EventBody::HypothesisMoved { .. } | EventBody::EvidenceAdded { .. } => {
            Some(InvestigationStep::Hypotheses)
        }
        EventBody::VerificationChecked { done: true, .. } | EventBody::CheckEvidenceAdded { .. } => Some(InvestigationStep::Verification),
        EventBody::VerificationChecked { done: false, .. }
        | EventBody::StayedQuiet
        | EventBody::RunbookBegun(_)
        | EventBody::RunbookMoved { .. }
        | EventBody::AlertTaken(_)
        | EventBody::AlertRecovered { .. }
        | EventBody::Declared { .. }
        | EventBody::Entry { .. }
        | EventBody::EntryAmended { .. }
        | EventBody::EntryRemoved
        | EventBody::EntryRestored
        | EventBody::ClockSet { .. }
        | EventBody::FromNewer { .. }
        | EventBody::TitleChanged { .. }
        | EventBody::StartChanged { .. }
        | EventBody::StatusChanged { .. }
        | EventBody::SeverityChanged { .. }
        | EventBody::SeverityReasoned { .. }
        | EventBody::SecurityAsked { .. }
        | EventBody::SecurityFound { .. }
        | EventBody::SecurityDenied { .. }
        | EventBody::RoleChanged { .. }
        | EventBody::ImpactAnswered { .. }
        | EventBody::Detected { .. }
        | EventBody::ChannelNamed { .. }
        | EventBody::TicketNoted { .. }
        | EventBody::DebuggingExplained { .. }
        | EventBody::Notified { .. }
        | EventBody::Acknowledged
        | EventBody::ChannelOpened
        | EventBody::UpdateSent(_)
        | EventBody::UpdateTakenBack
        | EventBody::Snoozed { .. }
        | EventBody::EscalationStopped { .. }
        | EventBody::EscalationResumed
        | EventBody::Withdrawn { .. }
        | EventBody::BroughtBack
        | EventBody::Backfilled { .. }
        | EventBody::TimeboxSet { .. }
        | EventBody::TimeboxClosed
        | EventBody::ReviewScheduled { .. }
        | EventBody::ReviewEdited(_)
        | EventBody::ReviewAsked
        | EventBody::ReviewPublished
        | EventBody::ReviewCompleted { .. }
        | EventBody::ReviewReopened { .. }
        | EventBody::ActionAdded { .. }
        | EventBody::ActionAssigned { .. }
        | EventBody::ActionChanged { .. }
        | EventBody::ActionClosed { .. }
        | EventBody::FindingRemoved
        | EventBody::StepMoved { .. }
        | EventBody::HypothesisAssigned { .. }
        | EventBody::MitigationAdded { .. }
        | EventBody::MitigationMoved { .. }
        | EventBody::CommandRun(_)
        | EventBody::ChecklistTicked { .. }
        | EventBody::PolicyChanged { .. } => None,
    }
}
