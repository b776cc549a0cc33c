//! Changes: what was changed, and which of it is suspected.

use serde::{Deserialize, Serialize};
use sitrep_core::event::EventBody;
use sitrep_core::incident::{Change, Incident};
use sitrep_core::text::{WallClock, instant};
use sitrep_core::vocabulary::{ChangeKind, EventId};
use sitrep_store::NewEvent;
use ts_rs::TS;

use super::find_by_words::find_by_number_or_words;
use super::new_events::amending_event;
use crate::data::{Workstation, non_blank};
use crate::refusals::Error;

/// A new change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChangeInput {
    /// What was changed.
    pub change: ChangeKind,
    /// What it is, in a line.
    pub summary: String,
    /// When it was made, as typed.
    pub at: String,
    /// The hash of its commit, or whatever names it elsewhere.
    pub reference: Option<String>,
    /// The repository it was found in.
    pub repository: Option<String>,
    /// Who made it.
    pub by: Option<String>,
    /// Whether it is suspected.
    pub suspect: bool,
}

impl Workstation {
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
        let clock = self.wall_clock();
        self.decide(handle, |_, _| inputs.iter().map(|input| noted_event(input, clock)).collect()).map(|_| ())
    }

    /// Makes a change a suspect, or no suspect any more. Saying the same again says nothing.
    ///
    /// # Errors
    /// [`Error::UnknownEvent`] when there is no such change.
    pub fn suspect_change(&self, handle: &str, id: EventId, suspect: bool) -> Result<(), Error> {
        self.decide(handle, |incident, _| {
            let change = incident.changes.iter().find(|change| change.id == id).ok_or(Error::UnknownEvent)?;
            let mark = (change.suspect != suspect).then(|| mark_event(change, suspect));
            Ok(mark.into_iter().collect())
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
            let mark = (!change.suspect).then(|| mark_event(change, true));
            Ok(mark.into_iter().chain([amending_event(id, added)]).collect())
        })
        .map(|_| ())
    }

    /// The change meant by its number in the list or a part of its words.
    ///
    /// # Errors
    /// [`Error::UnknownWork`] or [`Error::AmbiguousWork`] for a part that names none, or several.
    pub fn find_change(&self, handle: &str, part: &str) -> Result<Change, Error> {
        let incident = self.facts_of(handle)?;
        find_by_number_or_words(&changes_by_time(&incident), part).map(|one| (*one).clone())
    }
}

pub(super) fn noted_event(input: &ChangeInput, clock: WallClock) -> Result<NewEvent, Error> {
    let body = EventBody::ChangeNoted {
        change: input.change,
        summary: non_blank(Some(&input.summary)).ok_or(Error::Empty("the change"))?,
        at: instant::parse_past(&input.at, clock)?,
        reference: non_blank(input.reference.as_deref()),
        repository: non_blank(input.repository.as_deref()),
        by: non_blank(input.by.as_deref()),
        suspect: input.suspect,
    };
    Ok(body.into())
}

/// The changes as they are listed: by when they were made.
pub(crate) fn changes_by_time(incident: &Incident) -> Vec<&Change> {
    let mut changes: Vec<&Change> = incident.changes.iter().collect();
    changes.sort_by_key(|change| (change.at, change.id));
    changes
}

fn mark_event(change: &Change, suspect: bool) -> NewEvent {
    amending_event(change.id, EventBody::ChangeMarked { summary: change.summary.clone(), suspect })
}
