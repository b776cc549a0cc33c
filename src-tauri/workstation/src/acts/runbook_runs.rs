//! Runs of runbooks: beginning one, its steps, its places (seed: Runbook Structure). Sitrep copies; the person runs.

use chrono::TimeDelta;
use sitrep_core::event::{EventBody, RunMove, RunbookBegun};
use sitrep_core::incident::{Incident, RunbookRun};
use sitrep_core::vocabulary::{AttachedText, EventId, RunEnd, RunStepState};
use sitrep_runbooks::{Runbook, StepKind, parse_with, place_key};
use sitrep_store::NewEvent;

use super::attached_texts::ATTACHED_AT_MOST;
use super::entries::check_length;
use super::new_events::amending_event;
use crate::data::{Secrets, Workstation, non_blank};
use crate::refusals::Error;

impl Workstation {
    /// Begins a runbook at its first step. Its text is kept with the run, which goes by that whatever becomes of the file.
    ///
    /// # Errors
    /// [`Error::UnknownRunbook`] where no folder has it, [`Error::EntryTooLong`] for one that is too long to be kept.
    pub fn begin_runbook(&self, handle: &str, path: &str) -> Result<EventId, Error> {
        let shelf = self.shelf()?;
        let found = shelf.find(path)?;
        let (path, runbook) = (found.path(), Runbook::clone(&found.read.runbook));
        check_length(&found.read.text, ATTACHED_AT_MOST)?;
        let text = self.keep_runbook(handle, &path, &found.read.text)?;
        let begun = RunbookBegun {
            title: runbook.title,
            path,
            version: runbook.front.version,
            steps: runbook.steps.into_iter().map(|step| step.title).collect(),
            text,
        };
        let decided = self.decide(handle, |_, _| Ok(vec![EventBody::RunbookBegun(begun).into()]))?;
        decided.ids.first().copied().ok_or(Error::UnknownEvent)
    }

    fn keep_runbook(&self, handle: &str, path: &str, text: &str) -> Result<AttachedText, Error> {
        let now = self.now();
        let mut mask = self.mask_of(Secrets::Removed);
        let name = path.rsplit('/').next().unwrap_or(path);
        let (name, text) = (mask.words(name), mask.words(text));
        let kept = {
            let mut inner = self.lock();
            let id = inner.find(Some(handle))?.id;
            inner.store.keep_text(id, now, &name, &text)?
        };
        self.note_removed(&mask.removed);
        Ok(kept)
    }

    /// Says where a step of a run stands. Once no step is left the run is finished.
    ///
    /// # Errors
    /// [`Error::UnknownRun`] and [`Error::UnknownRunStep`] when there is no such run or step.
    pub fn move_runbook_step(&self, handle: &str, run: EventId, number: u32, to: RunStepState, note: Option<&str>) -> Result<(), Error> {
        let runbook = self.runbook_of(handle, run)?;
        let step = runbook.steps.iter().find(|step| step.number == number).ok_or(Error::UnknownRunStep(number))?;
        let (changes, title, note) = (step.kind == StepKind::Apply, step.title.clone(), non_blank(note));
        self.decide(handle, |incident, _| {
            let known = find_run(incident, run)?;
            let stands = known.steps.get(number as usize - 1).and_then(|step| step.moved.as_ref());
            if stands.is_some_and(|moved| moved.to == to) && note.is_none() {
                return Ok(vec![]);
            }
            let finishes = known.is_open() && to != RunStepState::Failed && closes_the_last(known, number, to);
            let ended = finishes.then_some(RunMove::Ended { how: RunEnd::Finished, note: None });
            let moved = RunMove::Step { number, step: title, changes, to, note };
            Ok([moved].into_iter().chain(ended).map(|moved| of_run(known, moved)).collect())
        })
        .map(|_| ())
    }

    /// Says what stands in a place for all of a run; nothing takes it back.
    ///
    /// # Errors
    /// [`Error::UnknownRun`] when there is no such run.
    pub fn fill_runbook_place(&self, handle: &str, run: EventId, name: &str, value: &str, step: Option<u32>) -> Result<(), Error> {
        let (name, value) = (place_key(name), non_blank(Some(value)).unwrap_or_default());
        self.move_run(handle, run, |known| {
            let stands = known.values.get(&name).map(|value| value.value.as_str()).unwrap_or_default();
            (stands != value).then_some(RunMove::Value { name, value, step })
        })
    }

    /// Ticks a prerequisite, or unticks it.
    ///
    /// # Errors
    /// [`Error::UnknownRun`] and [`Error::UnknownRunStep`] when there is no such run or prerequisite.
    pub fn tick_prerequisite(&self, handle: &str, run: EventId, number: u32, done: bool) -> Result<(), Error> {
        let runbook = self.runbook_of(handle, run)?;
        let found = (number as usize).checked_sub(1).and_then(|index| runbook.prerequisites.get(index));
        let text = found.ok_or(Error::UnknownRunStep(number))?.words.iter().map(sitrep_runbooks::Inline::text).collect();
        self.move_run(handle, run, |known| {
            (known.prerequisites.contains(&number) != done).then_some(RunMove::Prerequisite { number, text, done })
        })
    }

    /// Chooses one of a step's alternatives.
    ///
    /// # Errors
    /// [`Error::UnknownRun`] when there is no such run.
    pub fn choose_alternative(&self, handle: &str, run: EventId, step: u32, label: &str) -> Result<(), Error> {
        let label = label.to_owned();
        self.move_run(handle, run, |known| (known.alternatives.get(&step) != Some(&label)).then_some(RunMove::Alternative { step, label }))
    }

    /// Ends a run: what it is for was not the case, or another way was taken.
    ///
    /// # Errors
    /// [`Error::UnknownRun`] when there is no such run.
    pub fn end_runbook(&self, handle: &str, run: EventId, how: RunEnd, note: Option<&str>) -> Result<(), Error> {
        let note = non_blank(note);
        self.move_run(handle, run, |known| known.is_open().then_some(RunMove::Ended { how, note }))
    }

    fn move_run(&self, handle: &str, run: EventId, decide: impl FnOnce(&RunbookRun) -> Option<RunMove>) -> Result<(), Error> {
        self.decide(handle, |incident, _| {
            let known = find_run(incident, run)?;
            Ok(decide(known).map(|moved| of_run(known, moved)).into_iter().collect())
        })
        .map(|_| ())
    }

    /// The run that goes on, the newest first; else the newest.
    ///
    /// # Errors
    /// [`Error::UnknownRun`] where none was begun.
    pub fn run_in_front(&self, handle: &str) -> Result<EventId, Error> {
        self.facts_of(handle)?.run_in_front().map(|run| run.id).ok_or(Error::UnknownRun)
    }

    /// Sets a time-box for what a step should show by then, as its expectation says.
    ///
    /// # Errors
    /// [`Error::UnknownRunStep`] where it says no time.
    pub fn timebox_runbook_step(&self, handle: &str, run: EventId, number: u32) -> Result<(), Error> {
        let runbook = self.runbook_of(handle, run)?;
        let step = runbook.steps.iter().find(|step| step.number == number);
        let (step, expected) = step.and_then(|step| Some((step, step.expected.as_ref()?))).ok_or(Error::UnknownRunStep(number))?;
        let minutes = expected.within.ok_or(Error::UnknownRunStep(number))?;
        self.set_timebox(handle, TimeDelta::minutes(i64::from(minutes)), &format!("{}: {}", step.title, expected.text))
    }

    /// The runbook of a run, as it was when the run began.
    pub(crate) fn runbook_of(&self, handle: &str, run: EventId) -> Result<Runbook, Error> {
        let incident = self.facts_of(handle)?;
        let known = find_run(&incident, run)?;
        let text = self.lock().store.attached_text(incident.id, known.text.id)?.ok_or(Error::UnknownRun)?;
        Ok(parse_with(&text, &known.path, &self.risks_for(&known.path)))
    }
}

/// A run of an incident.
pub(crate) fn find_run(incident: &Incident, run: EventId) -> Result<&RunbookRun, Error> {
    incident.runbooks.iter().find(|known| known.id == run).ok_or(Error::UnknownRun)
}

fn of_run(run: &RunbookRun, moved: RunMove) -> NewEvent {
    amending_event(run.id, EventBody::RunbookMoved { runbook: run.title.clone(), moved })
}

/// Whether no step is left once this one stands so, and none of the others failed.
fn closes_the_last(run: &RunbookRun, number: u32, to: RunStepState) -> bool {
    let others = run.steps.iter().zip(1..).filter(|(_, other)| *other != number);
    let went = |state: RunStepState| state.is_closed() && state != RunStepState::Failed;
    to.is_closed() && others.into_iter().all(|(step, _)| step.moved.as_ref().is_some_and(|moved| went(moved.to)))
}
