//! Hypotheses and mitigations: writing them down, and saying what became of them (seed: Hypothesize and Test, Common Mitigation Actions).

use chrono::{DateTime, TimeDelta, Utc};
use sitrep_core::documents::TimelineRow;
use sitrep_core::event::EventBody;
use sitrep_core::incident::{Hypothesis, Mitigation};
use sitrep_core::vocabulary::{EventId, HypothesisState, MitigationState};
use sitrep_store::NewEvent;

use crate::error::{Error, ReasonNeeded};
use crate::investigate::amending;
use crate::investigation_views::{EvidenceInput, HypothesisInput, MitigationInput};
use crate::respond::said;
use crate::settings::at_name;
use crate::workstation::Workstation;

/// A day; nobody means a test that takes longer.
const LONGEST_TIMEBOX_MINUTES: u32 = 24 * 60;
const HYPOTHESIS: &str = "hypothesis";
const MITIGATION: &str = "mitigation";
/// An entry of the timeline, in refusals.
pub(crate) const ENTRY: &str = "entry";

impl Workstation {
    /// Writes down what may be the cause, with a time-box for testing it where one is asked for.
    ///
    /// # Errors
    /// [`Error::Empty`] without words.
    pub fn add_hypothesis(&self, handle: &str, input: &HypothesisInput) -> Result<(), Error> {
        self.new_hypothesis(handle, input, None)
    }

    /// The same, `at` a time in the past (UTC) if it was thought of then.
    pub(crate) fn new_hypothesis(&self, handle: &str, input: &HypothesisInput, at: Option<DateTime<Utc>>) -> Result<(), Error> {
        let statement = said(Some(&input.statement)).ok_or(Error::Empty("the hypothesis"))?;
        let (how_to_test, who) = (said(input.how_to_test.as_deref()), input.who.as_deref().and_then(at_name));
        let body = EventBody::HypothesisAdded { statement, how_to_test, who };
        let (_, ids) = self.decide(handle, |_, _| Ok(vec![NewEvent { occurred_at: at, amends: None, body }]))?;
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
        self.put_hypothesis(handle, id, to, said(because), None)
    }

    fn put_hypothesis(
        &self,
        handle: &str,
        id: EventId,
        to: HypothesisState,
        because: Option<String>,
        at: Option<DateTime<Utc>>,
    ) -> Result<(), Error> {
        self.of_hypothesis(handle, id, |one| {
            let news = one.state != to || because.is_some();
            let body = || EventBody::HypothesisMoved { statement: one.statement.clone(), from: one.state, to, because };
            news.then(|| NewEvent { occurred_at: at, ..amending(id, body()) })
        })
    }

    /// Gives the test of a hypothesis to somebody, or to nobody.
    ///
    /// # Errors
    /// [`Error::UnknownEvent`] when there is no such hypothesis.
    pub fn assign_hypothesis(&self, handle: &str, id: EventId, who: Option<&str>) -> Result<(), Error> {
        let who = who.and_then(at_name);
        self.of_hypothesis(handle, id, |one| {
            let news = one.who != who;
            news.then(|| amending(id, EventBody::HypothesisAssigned { statement: one.statement.clone(), who }))
        })
    }

    /// Writes down what speaks for or against a hypothesis, in words of its own or in those of the entry it is taken from.
    ///
    /// # Errors
    /// [`Error::Empty`] with neither, [`Error::UnknownEvent`] when there is no such hypothesis or entry.
    pub fn add_evidence(&self, handle: &str, id: EventId, input: &EvidenceInput) -> Result<(), Error> {
        let (side, source) = (input.side, input.source);
        let entry = source.map(|source| self.telling(handle)?.into_iter().find(|row| row.id == source).ok_or(Error::UnknownEvent));
        let entry = entry.transpose()?.map(|row| row.text);
        let text = said(Some(&input.text)).or(entry).ok_or(Error::Empty("the evidence"))?;
        self.of_hypothesis(handle, id, |one| {
            Some(amending(id, EventBody::EvidenceAdded { statement: one.statement.clone(), side, text, source }))
        })
    }

    /// The entry that is meant by a part of its words, of those that can be evidence.
    ///
    /// # Errors
    /// [`Error::UnknownWork`] or [`Error::AmbiguousWork`] for a part that names none, or several.
    pub fn meant_entry(&self, handle: &str, part: &str) -> Result<EventId, Error> {
        Ok(meant(ENTRY, &self.telling(handle)?, part, |row| &row.text, |_| true)?.id)
    }

    fn telling(&self, handle: &str) -> Result<Vec<TimelineRow>, Error> {
        Ok(self.timeline(Some(handle))?.into_iter().filter(|row| row.tells).collect())
    }

    /// Sets a time-box, in minutes, for testing a hypothesis; its end reminds.
    ///
    /// # Errors
    /// [`Error::UnknownEvent`] when there is no such hypothesis, [`Error::TimeboxLength`] for none or more than a day.
    pub fn timebox_hypothesis(&self, handle: &str, id: EventId, minutes: u32) -> Result<(), Error> {
        if !(1..=LONGEST_TIMEBOX_MINUTES).contains(&minutes) {
            return Err(Error::TimeboxLength);
        }
        let until = self.now() + TimeDelta::minutes(i64::from(minutes));
        self.of_hypothesis(handle, id, |one| {
            Some(amending(id, EventBody::TimeboxSet { text: format!("Test whether {}", one.statement), until }))
        })
    }

    fn of_hypothesis(&self, handle: &str, id: EventId, act: impl FnOnce(&Hypothesis) -> Option<NewEvent>) -> Result<(), Error> {
        self.decide(handle, |incident, _| {
            let one = incident.hypotheses.iter().find(|one| one.id == id).ok_or(Error::UnknownEvent)?;
            Ok(act(one).into_iter().collect())
        })
        .map(|_| ())
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
        let meant = self.meant_hypothesis(handle, part)?;
        self.put_hypothesis(handle, meant.id, to, said(because), at)?;
        Ok(meant.statement)
    }

    /// Proposes or starts a mitigation.
    ///
    /// # Errors
    /// [`Error::Empty`] without words.
    pub fn add_mitigation(&self, handle: &str, input: &MitigationInput) -> Result<(), Error> {
        self.new_mitigation(handle, input, None)
    }

    /// The same, `at` a time in the past (UTC) if it was done then.
    pub(crate) fn new_mitigation(&self, handle: &str, input: &MitigationInput, at: Option<DateTime<Utc>>) -> Result<(), Error> {
        let body = EventBody::MitigationAdded {
            action: said(Some(&input.action)).ok_or(Error::Empty("the mitigation"))?,
            state: if input.proposed { MitigationState::Proposed } else { MitigationState::Started },
            catalogue: said(input.catalogue.as_deref()),
            service: said(input.service.as_deref()),
        };
        self.decide(handle, |_, _| Ok(vec![NewEvent { occurred_at: at, amends: None, body }])).map(|_| ())
    }

    /// Says what became of the mitigation of this id. Saying the same again says nothing.
    ///
    /// # Errors
    /// [`Error::UnknownEvent`] when there is no such mitigation, [`Error::ReasonNeeded`] to undo one without saying why,
    /// [`Error::AlreadyStarted`] to withdraw one that was started.
    pub fn advance_mitigation(&self, handle: &str, id: EventId, to: MitigationState, effect: Option<&str>) -> Result<(), Error> {
        self.put_mitigation(handle, id, to, said(effect), None)
    }

    fn put_mitigation(
        &self,
        handle: &str,
        id: EventId,
        to: MitigationState,
        effect: Option<String>,
        at: Option<DateTime<Utc>>,
    ) -> Result<(), Error> {
        self.decide(handle, |incident, _| {
            let one = incident.mitigations.iter().find(|one| one.id == id).ok_or(Error::UnknownEvent)?;
            if one.state == to && effect.is_none() {
                return Ok(vec![]);
            }
            if to == MitigationState::Withdrawn && one.state != MitigationState::Proposed {
                return Err(Error::AlreadyStarted);
            }
            if to == MitigationState::RolledBack && effect.is_none() {
                return Err(Error::ReasonNeeded(ReasonNeeded::UndoneMitigation));
            }
            let body = EventBody::MitigationMoved { action: one.action.clone(), from: one.state, to, effect };
            Ok(vec![NewEvent { occurred_at: at, ..amending(id, body) }])
        })
        .map(|_| ())
    }

    /// Says what became of a mitigation, and names it. Saying the same again says nothing.
    ///
    /// # Errors
    /// [`Error::UnknownWork`] or [`Error::AmbiguousWork`] for a part that names none, or several.
    pub fn move_mitigation(
        &self,
        handle: &str,
        part: &str,
        to: MitigationState,
        effect: Option<&str>,
        at: Option<DateTime<Utc>>,
    ) -> Result<String, Error> {
        let meant = self.meant_mitigation(handle, part)?;
        self.put_mitigation(handle, meant.id, to, said(effect), at)?;
        Ok(meant.action)
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
    pub fn meant_hypothesis(&self, handle: &str, part: &str) -> Result<Hypothesis, Error> {
        let all = self.hypotheses(handle)?;
        meant(HYPOTHESIS, &all, part, |one| &one.statement, |one| one.state.is_open()).cloned()
    }

    pub(crate) fn meant_mitigation(&self, handle: &str, part: &str) -> Result<Mitigation, Error> {
        meant(MITIGATION, &self.facts_of(handle)?.mitigations, part, |one| &one.action, |one| one.state.is_open()).cloned()
    }
}

/// The one meant by a number in the list or by a part of its words; among several those that are still open come first, and
/// without any words it is the only open one.
pub(crate) fn meant<'a, T>(
    what: &'static str,
    all: &'a [T],
    part: &str,
    words: impl Fn(&T) -> &String,
    is_open: impl Fn(&T) -> bool,
) -> Result<&'a T, Error> {
    let part = part.trim();
    // A number is one of the list and never a part of the words: `4` must not find `v314`.
    if let Ok(number) = part.parse::<usize>() {
        return all.get(number.wrapping_sub(1)).ok_or_else(|| Error::UnknownWork { what, part: part.to_owned() });
    }
    let wanted = part.to_lowercase();
    let (open, closed): (Vec<&T>, Vec<&T>) =
        all.iter().filter(|one| words(one).to_lowercase().contains(&wanted)).partition(|one| is_open(one));
    let candidates = if open.is_empty() && !part.is_empty() { closed } else { open };
    match candidates.as_slice() {
        [only] => Ok(only),
        [] => Err(Error::UnknownWork { what, part: part.to_owned() }),
        several => Err(Error::AmbiguousWork { what, of: several.iter().map(|one| words(one).clone()).collect() }),
    }
}
