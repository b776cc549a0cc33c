//! Findings, changes and the steps of the investigation (seed: Investigation Methodology), and ticks by hand.

use chrono::{DateTime, Utc};
use sitrep_core::event::EventBody;
use sitrep_core::incident::{Change, Finding, Incident};
use sitrep_core::text::instant;
use sitrep_core::vocabulary::{ChecklistLine, EventId, FindingAbout, InvestigationStep, StepState};
use sitrep_store::NewEvent;

use crate::error::{Error, ReasonNeeded};
use crate::investigation_views::{ChangeInput, FindingInput};
use crate::respond::said;
use crate::work::meant;
use crate::workstation::Workstation;

impl Workstation {
    /// Writes down what a dashboard or a log shows.
    ///
    /// # Errors
    /// [`Error::Empty`] without words, [`Error::Instant`] for a time that does not read or lies ahead.
    pub fn add_finding(&self, handle: &str, input: &FindingInput) -> Result<(), Error> {
        let at = typed(input.at.as_deref(), self.now())?;
        self.note_finding(handle, input.about, &input.text, input.onset.as_deref(), at)
    }

    pub(crate) fn note_finding(
        &self,
        handle: &str,
        about: FindingAbout,
        text: &str,
        onset: Option<&str>,
        at: Option<DateTime<Utc>>,
    ) -> Result<(), Error> {
        let text = said(Some(text)).ok_or(Error::Empty("the finding"))?;
        self.decide(handle, |_, now| {
            let onset = typed(onset, now)?;
            Ok(vec![NewEvent { occurred_at: at, amends: None, body: EventBody::FindingAdded { about, text, onset } }])
        })
        .map(|_| ())
    }

    /// Takes a finding back.
    ///
    /// # Errors
    /// [`Error::UnknownEvent`] when there is no such finding.
    pub fn remove_finding(&self, handle: &str, id: EventId) -> Result<(), Error> {
        self.decide(handle, |incident, _| {
            let found = incident.findings.iter().any(|finding| finding.id == id);
            if found { Ok(vec![amending(id, EventBody::FindingRemoved)]) } else { Err(Error::UnknownEvent) }
        })
        .map(|_| ())
    }

    /// The finding meant by its number in the list or a part of its words.
    ///
    /// # Errors
    /// [`Error::UnknownWork`] or [`Error::AmbiguousWork`] for a part that names none, or several.
    pub fn meant_finding(&self, handle: &str, part: &str) -> Result<Finding, Error> {
        meant("finding", &self.facts_of(handle)?.findings, part, |one| &one.text, |_| true).cloned()
    }

    /// Notes a change, be it found in a repository or pasted in.
    ///
    /// # Errors
    /// [`Error::Empty`] without a summary, [`Error::Instant`] for a time that does not read or lies ahead.
    pub fn note_change(&self, handle: &str, input: &ChangeInput) -> Result<(), Error> {
        self.note_changes(handle, std::slice::from_ref(input))
    }

    /// Notes several changes, all of them or none.
    ///
    /// # Errors
    /// As [`Workstation::note_change`].
    pub fn note_changes(&self, handle: &str, inputs: &[ChangeInput]) -> Result<(), Error> {
        self.decide(handle, |_, now| inputs.iter().map(|input| noted(input, now)).collect()).map(|_| ())
    }

    /// Makes a change a suspect, or no suspect any more. Saying the same again says nothing.
    ///
    /// # Errors
    /// [`Error::UnknownEvent`] when there is no such change.
    pub fn suspect_change(&self, handle: &str, id: EventId, suspect: bool) -> Result<(), Error> {
        self.decide(handle, |incident, _| {
            let change = incident.changes.iter().find(|change| change.id == id).ok_or(Error::UnknownEvent)?;
            let marked = (change.suspect != suspect).then(|| marked(change, suspect));
            Ok(marked.into_iter().collect())
        })
        .map(|_| ())
    }

    /// Makes a change a suspect and writes down the hypothesis that it is the cause, with how to test that. A change of which
    /// that was said already stays as it is.
    ///
    /// # Errors
    /// [`Error::UnknownEvent`] when there is no such change.
    pub fn blame_change(&self, handle: &str, id: EventId) -> Result<(), Error> {
        self.decide(handle, |incident, now| {
            let change = incident.changes.iter().find(|change| change.id == id).ok_or(Error::UnknownEvent)?;
            if incident.hypotheses.iter().any(|hypothesis| hypothesis.change == Some(id)) {
                return Ok(vec![]);
            }
            let how_to_test = Some(change.kind.how_to_test().to_owned());
            let added = EventBody::HypothesisAdded { statement: change.as_hypothesis(now), how_to_test, who: None };
            let marked = (!change.suspect).then(|| marked(change, true));
            Ok(marked.into_iter().chain([amending(id, added)]).collect())
        })
        .map(|_| ())
    }

    /// The change meant by its number in the list or a part of its words.
    ///
    /// # Errors
    /// [`Error::UnknownWork`] or [`Error::AmbiguousWork`] for a part that names none, or several.
    pub fn meant_change(&self, handle: &str, part: &str) -> Result<Change, Error> {
        let incident = self.facts_of(handle)?;
        meant("change", &by_time(&incident), part, |one| &one.summary, |_| true).map(|one| (*one).clone())
    }

    /// Starts a step of the investigation, or says that it is done or left out. The one under way is paused when another starts.
    ///
    /// # Errors
    /// [`Error::ReasonNeeded`] to leave one out without a reason.
    pub fn move_step(&self, handle: &str, step: InvestigationStep, to: StepState, reason: Option<&str>) -> Result<(), Error> {
        let reason = said(reason);
        if to == StepState::Skipped && reason.is_none() {
            return Err(Error::ReasonNeeded(ReasonNeeded::SkippedStep));
        }
        self.record(handle, |incident| {
            let same = incident.investigation.state(step) == to && reason.is_none();
            if same { vec![] } else { vec![EventBody::StepMoved { step, to, reason }] }
        })
    }

    /// Ticks a line of the checklist that no fact ticks, or unticks it.
    ///
    /// # Errors
    /// [`Error::TickedByFact`] for a line that only its own act ticks.
    pub fn tick_checklist(&self, handle: &str, line: ChecklistLine, done: bool) -> Result<(), Error> {
        if !line.by_hand() {
            return Err(Error::TickedByFact(line));
        }
        self.record(handle, |incident| {
            if incident.hand_ticks.contains(&line) == done { vec![] } else { vec![EventBody::ChecklistTicked { line, done }] }
        })
    }
}

fn noted(input: &ChangeInput, now: DateTime<Utc>) -> Result<NewEvent, Error> {
    let body = EventBody::ChangeNoted {
        change: input.change,
        summary: said(Some(&input.summary)).ok_or(Error::Empty("the change"))?,
        at: instant::parse_past(&input.at, now)?,
        reference: said(input.reference.as_deref()),
        repository: said(input.repository.as_deref()),
        by: said(input.by.as_deref()),
        suspect: input.suspect,
    };
    Ok(body.into())
}

/// The changes as they are listed: by when they were made.
pub(crate) fn by_time(incident: &Incident) -> Vec<&Change> {
    let mut changes: Vec<&Change> = incident.changes.iter().collect();
    changes.sort_by_key(|change| (change.at, change.id));
    changes
}

fn marked(change: &Change, suspect: bool) -> NewEvent {
    amending(change.id, EventBody::ChangeMarked { summary: change.summary.clone(), suspect })
}

pub(crate) fn amending(id: EventId, body: EventBody) -> NewEvent {
    NewEvent { occurred_at: None, amends: Some(id), body }
}

fn typed(time: Option<&str>, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>, Error> {
    said(time).map(|time| Ok(instant::parse_past(&time, now)?)).transpose()
}
