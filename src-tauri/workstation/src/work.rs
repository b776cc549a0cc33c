//! Hypotheses and mitigations: writing them down, and saying what became of them (seed: Hypothesize and Test, Common Mitigation Actions).

use chrono::{DateTime, Utc};
use sitrep_core::event::{EventBody, EventId};
use sitrep_core::hypothesis::{Hypothesis, HypothesisState};
use sitrep_core::mitigation::{Mitigation, MitigationState};
use sitrep_store::NewEvent;

use crate::error::Error;
use crate::respond::said;
use crate::workstation::Workstation;

const HYPOTHESIS: &str = "hypothesis";
const MITIGATION: &str = "mitigation";

impl Workstation {
    /// Writes down what may be the cause, `at` a time in the past (UTC) if it was thought of then.
    ///
    /// # Errors
    /// [`Error::Empty`] without words.
    pub fn add_hypothesis(&self, handle: &str, statement: &str, at: Option<DateTime<Utc>>) -> Result<(), Error> {
        let statement = said(Some(statement)).ok_or(Error::Empty("the hypothesis"))?;
        self.note_work(handle, None, at, EventBody::HypothesisAdded { statement })
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
        let because = said(because);
        let meant = self.meant_hypothesis(handle, part)?;
        let Hypothesis { id, statement, state: from, .. } = meant;
        if from != to || because.is_some() {
            let body = EventBody::HypothesisMoved { statement: statement.clone(), from, to, because };
            self.note_work(handle, Some(id), at, body)?;
        }
        Ok(statement)
    }

    /// Proposes or starts a mitigation.
    ///
    /// # Errors
    /// [`Error::Empty`] without words.
    pub fn add_mitigation(&self, handle: &str, action: &str, state: MitigationState, at: Option<DateTime<Utc>>) -> Result<(), Error> {
        let action = said(Some(action)).ok_or(Error::Empty("the mitigation"))?;
        self.note_work(handle, None, at, EventBody::MitigationAdded { action, state })
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
        let effect = said(effect);
        let Mitigation { id, action, state: from, .. } = self.meant_mitigation(handle, part)?;
        if from != to || effect.is_some() {
            let body = EventBody::MitigationMoved { action: action.clone(), from, to, effect };
            self.note_work(handle, Some(id), at, body)?;
        }
        Ok(action)
    }

    /// The hypotheses of an incident, in the order in which they were added.
    ///
    /// # Errors
    /// Why they could not be read.
    pub fn hypotheses(&self, handle: &str) -> Result<Vec<Hypothesis>, Error> {
        Ok(self.facts_of(handle)?.hypotheses.clone())
    }

    /// The mitigations of an incident, in the order in which they were added.
    ///
    /// # Errors
    /// Why they could not be read.
    pub fn mitigations(&self, handle: &str) -> Result<Vec<Mitigation>, Error> {
        Ok(self.facts_of(handle)?.mitigations.clone())
    }

    fn note_work(&self, handle: &str, amends: Option<EventId>, at: Option<DateTime<Utc>>, body: EventBody) -> Result<(), Error> {
        self.decide(handle, |_, _| Ok(vec![NewEvent { occurred_at: at, amends, body }])).map(|_| ())
    }

    pub(crate) fn meant_hypothesis(&self, handle: &str, part: &str) -> Result<Hypothesis, Error> {
        let all = self.hypotheses(handle)?;
        meant(HYPOTHESIS, &all, part, |one| &one.statement, |one| one.state.is_open()).cloned()
    }

    pub(crate) fn meant_mitigation(&self, handle: &str, part: &str) -> Result<Mitigation, Error> {
        let all = self.mitigations(handle)?;
        let under_way = |one: &Mitigation| matches!(one.state, MitigationState::Proposed | MitigationState::Started);
        meant(MITIGATION, &all, part, |one| &one.action, under_way).cloned()
    }
}

/// The one meant by a number in the list or by a part of its words; among several those that are still open come first, and
/// without any words it is the only open one.
fn meant<'a, T>(
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
