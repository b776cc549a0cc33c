//! The five steps, as they are listed, and what to look for in each.

use chrono::{DateTime, TimeDelta, Utc};
use serde::Serialize;
use sitrep_core::incident::Incident;
use sitrep_core::team::Catalogue;
use sitrep_core::text::rough;
use sitrep_core::vocabulary::{FindingAbout, InvestigationStep, StepState};
use ts_rs::TS;

use crate::acts::open_questions;

/// A step of the investigation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StepView {
    /// Which.
    pub step: InvestigationStep,
    /// `Check dashboards`.
    pub label: String,
    /// Where it stands.
    pub state: StepState,
    /// The same in words.
    pub state_label: String,
    /// Why it was left out, if it was; what is open, where it is done all the same.
    pub because: Option<String>,
    /// The time spent on it: `12 min`; none before it was begun.
    pub spent: Option<String>,
}

/// Something to look for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LookFor {
    /// Which.
    pub about: FindingAbout,
    /// `Errors`.
    pub label: String,
    /// `Error rate spikes (when exactly did they start?)`.
    pub hint: String,
    /// In which step.
    pub step: InvestigationStep,
}

pub(crate) fn step_view(incident: &Incident, catalogue: &Catalogue, step: InvestigationStep, now: DateTime<Utc>) -> StepView {
    let progress = incident.investigation.progress(step);
    let done_with_changes = (step, progress.state) == (InvestigationStep::Changes, StepState::Done);
    let begun = !progress.stretches.is_empty();
    StepView {
        step,
        label: step.label().to_owned(),
        state: progress.state,
        state_label: progress.state.label().to_owned(),
        spent: begun.then(|| spent_line(progress.spent(now))),
        // What was open when it was called done may be answered since.
        because: if done_with_changes { open_questions(incident, catalogue) } else { progress.because },
    }
}

pub(crate) fn spent_line(length: TimeDelta) -> String {
    if length < TimeDelta::minutes(1) { "under 1 min".to_owned() } else { rough(length) }
}

pub(crate) fn look_for(about: FindingAbout) -> LookFor {
    LookFor { about, label: about.label().to_owned(), hint: about.look_for().to_owned(), step: about.step() }
}
