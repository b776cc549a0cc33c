//! Findings: what a dashboard or a log shows.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sitrep_core::event::EventBody;
use sitrep_core::incident::Finding;
use sitrep_core::text::{WallClock, instant};
use sitrep_core::vocabulary::{EventId, FindingAbout};
use sitrep_store::NewEvent;
use ts_rs::TS;

use super::find_by_words::find_by_number_or_words;
use super::new_events::amending_event;
use crate::data::{Workstation, non_blank};
use crate::refusals::Error;

/// A new finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FindingInput {
    /// What it is about.
    pub about: FindingAbout,
    /// The words.
    pub text: String,
    /// Since when it shows, as typed.
    pub onset: Option<String>,
    /// When it was found, as typed; now unless given.
    pub at: Option<String>,
}

impl Workstation {
    /// Writes down what a dashboard or a log shows.
    ///
    /// # Errors
    /// [`Error::Empty`] without words, [`Error::Instant`] for a time that does not read or lies ahead.
    pub fn add_finding(&self, handle: &str, input: &FindingInput) -> Result<(), Error> {
        let at = parse_time_if_typed(input.at.as_deref(), self.wall_clock())?;
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
        let text = non_blank(Some(text)).ok_or(Error::Empty("the finding"))?;
        let onset = parse_time_if_typed(onset, self.wall_clock())?;
        self.decide(handle, |_, _| {
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
            if found { Ok(vec![amending_event(id, EventBody::FindingRemoved)]) } else { Err(Error::UnknownEvent) }
        })
        .map(|_| ())
    }

    /// The finding meant by its number in the list or a part of its words.
    ///
    /// # Errors
    /// [`Error::UnknownWork`] or [`Error::AmbiguousWork`] for a part that names none, or several.
    pub fn find_finding(&self, handle: &str, part: &str) -> Result<Finding, Error> {
        find_by_number_or_words(&self.facts_of(handle)?.findings, part).cloned()
    }
}

fn parse_time_if_typed(time: Option<&str>, clock: WallClock) -> Result<Option<DateTime<Utc>>, Error> {
    non_blank(time).map(|time| Ok(instant::parse_past(&time, clock)?)).transpose()
}
