//! Hypotheses: writing them down, and saying what became of them (seed: Hypothesize and Test).

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use sitrep_core::event::EventBody;
use sitrep_core::incident::Hypothesis;
use sitrep_core::vocabulary::{EventId, HypothesisState};
use sitrep_store::NewEvent;
use ts_rs::TS;

use super::find_by_words::find_by_number_or_words;
use super::new_events::amending_event;
use crate::data::{Decided, Workstation, name_if_given, non_blank};
use crate::refusals::Error;

/// A day; nobody means a test that takes longer.
const LONGEST_TIMEBOX_MINUTES: u32 = 24 * 60;

/// A new hypothesis.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct HypothesisInput {
    /// What may be the cause.
    pub statement: String,
    /// How to find out.
    pub how_to_test: Option<String>,
    /// Who tests it.
    pub who: Option<String>,
    /// A time-box for the test, in minutes.
    pub minutes: Option<u32>,
}

impl Workstation {
    /// Writes down what may be the cause, with a time-box for testing it where one is asked for.
    ///
    /// # Errors
    /// [`Error::Empty`] without words, [`Error::TimeboxLength`] for a length that is none.
    pub fn add_hypothesis(&self, handle: &str, input: &HypothesisInput) -> Result<(), Error> {
        self.new_hypothesis(handle, input, None)
    }

    /// The same, `at` a time in the past (UTC) if it was thought of then.
    pub(crate) fn new_hypothesis(&self, handle: &str, input: &HypothesisInput, at: Option<DateTime<Utc>>) -> Result<(), Error> {
        let statement = non_blank(Some(&input.statement)).ok_or(Error::Empty("the hypothesis"))?;
        let (how_to_test, who) = (non_blank(input.how_to_test.as_deref()), name_if_given(input.who.as_deref())?);
        let how_to_test = how_to_test.or_else(|| self.catalogue().hypothesis(&statement).map(|starter| starter.test.clone()));
        input.minutes.map(timebox_length).transpose()?;
        let body = EventBody::HypothesisAdded { statement, how_to_test, who };
        let Decided { ids, .. } = self.decide(handle, |_, _| Ok(vec![NewEvent { occurred_at: at, amends: None, body }]))?;
        match ids.first().zip(input.minutes) {
            Some((id, minutes)) => self.timebox_hypothesis(handle, *id, minutes),
            None => Ok(()),
        }
    }

    /// Says what became of the hypothesis of this id. Saying the same again says nothing.
    ///
    /// # Errors
    /// [`Error::UnknownEvent`] when there is no such hypothesis.
    pub fn decide_hypothesis(&self, handle: &str, id: EventId, to: HypothesisState, because: Option<&str>) -> Result<(), Error> {
        self.put_hypothesis(handle, id, to, non_blank(because), None)
    }

    fn put_hypothesis(
        &self,
        handle: &str,
        id: EventId,
        to: HypothesisState,
        because: Option<String>,
        at: Option<DateTime<Utc>>,
    ) -> Result<(), Error> {
        self.change_hypothesis(handle, id, |one| {
            let news = one.state != to || because.is_some();
            let body = || EventBody::HypothesisMoved { statement: one.statement.clone(), from: one.state, to, because };
            news.then(|| NewEvent { occurred_at: at, ..amending_event(id, body()) })
        })
    }

    /// Says what became of a hypothesis, and names it. Saying the same again says nothing.
    ///
    /// # Errors
    /// [`Error::UnknownWork`] or [`Error::AmbiguousWork`] for a part that names none, or several.
    pub fn move_hypothesis(
        &self,
        handle: &str,
        part: &str,
        to: HypothesisState,
        because: Option<&str>,
        at: Option<DateTime<Utc>>,
    ) -> Result<String, Error> {
        let meant = self.find_hypothesis(handle, part)?;
        self.put_hypothesis(handle, meant.id, to, non_blank(because), at)?;
        Ok(meant.statement)
    }

    /// Gives the test of a hypothesis to somebody, or to nobody.
    ///
    /// # Errors
    /// [`Error::Empty`] for an empty name, [`Error::UnknownEvent`] when there is no such hypothesis.
    pub fn assign_hypothesis(&self, handle: &str, id: EventId, who: Option<&str>) -> Result<(), Error> {
        let who = name_if_given(who)?;
        self.change_hypothesis(handle, id, |one| {
            let news = one.who != who;
            news.then(|| amending_event(id, EventBody::HypothesisAssigned { statement: one.statement.clone(), who }))
        })
    }

    /// Sets a time-box, in minutes, for testing a hypothesis; its end reminds.
    ///
    /// # Errors
    /// [`Error::UnknownEvent`] when there is no such hypothesis, [`Error::TimeboxLength`] for none or more than a day.
    pub fn timebox_hypothesis(&self, handle: &str, id: EventId, minutes: u32) -> Result<(), Error> {
        let until = self.now() + timebox_length(minutes)?;
        self.change_hypothesis(handle, id, |one| {
            Some(amending_event(id, EventBody::TimeboxSet { text: format!("Test whether {}", one.statement), until }))
        })
    }

    pub(crate) fn change_hypothesis(
        &self,
        handle: &str,
        id: EventId,
        act: impl FnOnce(&Hypothesis) -> Option<NewEvent>,
    ) -> Result<(), Error> {
        self.decide(handle, |incident, _| {
            let one = incident.hypotheses.iter().find(|one| one.id == id).ok_or(Error::UnknownEvent)?;
            Ok(act(one).into_iter().collect())
        })
        .map(|_| ())
    }

    /// The hypotheses of an incident, in the order in which they were added.
    ///
    /// # Errors
    /// Why they could not be read.
    pub fn hypotheses(&self, handle: &str) -> Result<Vec<Hypothesis>, Error> {
        Ok(self.facts_of(handle)?.hypotheses.clone())
    }

    /// The hypothesis meant by its number in the list or a part of its words.
    ///
    /// # Errors
    /// [`Error::UnknownWork`] or [`Error::AmbiguousWork`] for a part that names none, or several.
    pub fn find_hypothesis(&self, handle: &str, part: &str) -> Result<Hypothesis, Error> {
        let all = self.hypotheses(handle)?;
        find_by_number_or_words(&all, part).cloned()
    }
}

fn timebox_length(minutes: u32) -> Result<TimeDelta, Error> {
    let is_one = (1..=LONGEST_TIMEBOX_MINUTES).contains(&minutes);
    if is_one { Ok(TimeDelta::minutes(i64::from(minutes))) } else { Err(Error::TimeboxLength) }
}
