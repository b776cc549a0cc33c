//! The five steps of an investigation, what became of each, and the time spent on it (seed: Investigation Methodology).
//!
//! At most one step is under way. It starts when somebody says so, or by a fact: who notes a finding is looking at
//! dashboards or logs. Starting another pauses it, so that no step counts as done that nobody called done.

use std::collections::BTreeMap;
use std::str::FromStr;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::event::{Event, EventBody};
use crate::hypothesis::HypothesisState;
use crate::status::Status;

/// One of the five steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum InvestigationStep {
    /// Step 1: Check Dashboards.
    Dashboards,
    /// Step 2: Check Recent Deploys.
    Changes,
    /// Step 3: Examine Logs.
    Logs,
    /// Step 4: Hypothesize and Test.
    Hypotheses,
    /// Step 5: Verify the Fix.
    Verification,
}

impl InvestigationStep {
    /// The steps in the seed's order.
    pub const ALL: [Self; 5] = [Self::Dashboards, Self::Changes, Self::Logs, Self::Hypotheses, Self::Verification];
    /// The steps that lead to the cause.
    pub const SEARCH: [Self; 4] = [Self::Dashboards, Self::Changes, Self::Logs, Self::Hypotheses];

    /// The name on screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Dashboards => "Check dashboards",
            Self::Changes => "Check recent changes",
            Self::Logs => "Examine logs",
            Self::Hypotheses => "Hypothesize and test",
            Self::Verification => "Verify the fix",
        }
    }

    /// The word on the command line.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Dashboards => "dashboards",
            Self::Changes => "changes",
            Self::Logs => "logs",
            Self::Hypotheses => "hypotheses",
            Self::Verification => "verification",
        }
    }

    /// What it is for, in a few words.
    #[must_use]
    pub fn reason(self) -> &'static str {
        match self {
            Self::Dashboards => "errors, latency, traffic, resources: when did they start?",
            Self::Changes => "most incidents are caused by recent changes",
            Self::Logs => "stack traces, repeated and new errors",
            Self::Hypotheses => "from what was found",
            Self::Verification => "before it counts as resolved",
        }
    }

    /// The step that an event shows somebody to be at.
    fn shown_by(body: &EventBody) -> Option<Self> {
        match body {
            EventBody::FindingAdded { about, .. } => Some(about.step()),
            EventBody::ChangeNoted { .. } | EventBody::ChangeMarked { .. } => Some(Self::Changes),
            EventBody::HypothesisAdded { .. } | EventBody::HypothesisMoved { .. } | EventBody::EvidenceAdded { .. } => {
                Some(Self::Hypotheses)
            }
            EventBody::VerificationChecked { done: true, .. } => Some(Self::Verification),
            _ => None,
        }
    }
}

/// The text names none of the five steps.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is not a step of the investigation")]
pub struct UnknownStep(pub String);

impl FromStr for InvestigationStep {
    type Err = UnknownStep;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.trim().to_ascii_lowercase().as_str() {
            "dashboards" | "dashboard" | "1" => Ok(Self::Dashboards),
            "changes" | "change" | "deploys" | "2" => Ok(Self::Changes),
            "logs" | "log" | "3" => Ok(Self::Logs),
            "hypotheses" | "hypothesis" | "4" => Ok(Self::Hypotheses),
            "verification" | "verify" | "5" => Ok(Self::Verification),
            _ => Err(UnknownStep(text.trim().to_owned())),
        }
    }
}

/// Where a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StepState {
    /// Nobody has begun.
    #[default]
    NotStarted,
    /// Under way.
    InProgress,
    /// Begun, and left for another step.
    Paused,
    /// Done.
    Done,
    /// Left out, for a reason.
    Skipped,
}

impl StepState {
    /// The state on screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::NotStarted => "not started",
            Self::InProgress => "in progress",
            Self::Paused => "paused",
            Self::Done => "done",
            Self::Skipped => "skipped",
        }
    }

    /// Whether nothing is left to do in it.
    #[must_use]
    pub fn is_closed(self) -> bool {
        matches!(self, Self::Done | Self::Skipped)
    }
}

/// A stretch of time that was spent on a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// From (UTC).
    pub from: DateTime<Utc>,
    /// To (UTC); none while it goes on.
    pub to: Option<DateTime<Utc>>,
}

/// What became of one step.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
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
#[derive(Debug, Clone, PartialEq, Eq, Default)]
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
    pub(crate) fn heed(&mut self, event: &Event) {
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
                if let Some(step) = InvestigationStep::shown_by(body).filter(|step| self.state(*step) != StepState::Done) {
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
