//! What speaks for or against a hypothesis.

use serde::{Deserialize, Serialize};
use sitrep_core::documents::timeline::TimelineRow;
use sitrep_core::event::EventBody;
use sitrep_core::vocabulary::{EventId, EvidenceSide, VerificationCheck};
use ts_rs::TS;

use super::find_by_words::find_by_number_or_words;
use super::new_events::amending_event;
use crate::data::{Workstation, non_blank};
use crate::refusals::Error;

/// A new piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EvidenceInput {
    /// For or against.
    pub side: EvidenceSide,
    /// The words.
    pub text: String,
    /// The entry, finding or change that it is taken from.
    pub source: Option<EventId>,
}

/// What is seen of a verification check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CheckEvidenceInput {
    /// The words.
    pub text: String,
    /// The entry, finding or command that it is taken from.
    pub source: Option<EventId>,
}

impl Workstation {
    /// Writes down what speaks for or against a hypothesis, in words of its own or in those of the entry it is taken from.
    ///
    /// # Errors
    /// [`Error::Empty`] with neither, [`Error::UnknownEvent`] when there is no such hypothesis or entry.
    pub fn add_evidence(&self, handle: &str, id: EventId, input: &EvidenceInput) -> Result<(), Error> {
        let (side, source) = (input.side, input.source);
        let text = self.evidence_words(handle, &input.text, source)?;
        self.change_hypothesis(handle, id, |one| {
            Some(amending_event(id, EventBody::EvidenceAdded { statement: one.statement.clone(), side, text, source }))
        })
    }

    /// Writes down what was seen of a verification check, in words of its own or in those of the entry it is taken from, and ticks
    /// it; the quiet time is kept by the clock and stays as it is (seed: Step 5, Verify the Fix).
    ///
    /// # Errors
    /// [`Error::Empty`] with neither, [`Error::UnknownEvent`] when there is no such entry.
    pub fn add_check_evidence(&self, handle: &str, check: VerificationCheck, input: &CheckEvidenceInput) -> Result<(), Error> {
        let source = input.source;
        let text = self.evidence_words(handle, &input.text, source)?;
        self.record(handle, |_| vec![EventBody::CheckEvidenceAdded { check, text, source }])
    }

    fn evidence_words(&self, handle: &str, text: &str, source: Option<EventId>) -> Result<String, Error> {
        let entry = source.map(|source| self.line_for_evidence(handle, source)?.ok_or(Error::UnknownEvent)).transpose()?;
        non_blank(Some(text)).or(entry.map(|row| row.text)).ok_or(Error::Empty("the evidence"))
    }

    /// The entry that is meant by a part of its words, of those that can be evidence.
    ///
    /// # Errors
    /// [`Error::UnknownWork`] or [`Error::AmbiguousWork`] for a part that names none, or several.
    pub fn find_entry(&self, handle: &str, part: &str) -> Result<EventId, Error> {
        Ok(find_by_number_or_words(&self.entries_for_evidence(handle)?, part)?.id)
    }

    fn line_for_evidence(&self, handle: &str, id: EventId) -> Result<Option<TimelineRow>, Error> {
        let Some(position) = self.timeline_position(handle, id)? else { return Ok(None) };
        let line = self.timeline_slice(handle, Some(position), 1)?.rows.pop();
        Ok(line.filter(|row| row.id == id && row.tells))
    }

    fn entries_for_evidence(&self, handle: &str) -> Result<Vec<TimelineRow>, Error> {
        Ok(self.timeline(Some(handle))?.into_iter().filter(|row| row.tells).collect())
    }
}
