//! The five whys, as a tree (seed: Five Whys).

use serde::{Deserialize, Serialize};
use sitrep_core::event::{EventBody, ReviewEdit, WhyPlace, WhyWords};
use sitrep_core::incident::{Incident, Review, Why};
use sitrep_core::text::read_why;
use sitrep_core::vocabulary::EventId;
use sitrep_store::NewEvent;
use ts_rs::TS;

use super::edit_of;
use crate::data::Workstation;
use crate::refusals::{Error, ReviewRefusal};

/// A new why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WhyInput {
    /// The answer, or what it asks and the answer: `did orders fail? -> Payment validation threw an exception.`
    pub text: String,
    /// Under which it stands; none at the top.
    pub under: Option<EventId>,
    /// Behind which; none behind them all.
    pub after: Option<EventId>,
}

/// Where a why goes from where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WhyStep {
    /// Under the one before it.
    Deeper,
    /// Behind the one that it stands under.
    Out,
    /// Before the one before it.
    Up,
    /// Behind the one after it.
    Down,
}

impl Workstation {
    /// Adds a why and answers which it is.
    ///
    /// # Errors
    /// [`Error::Empty`] without words, [`ReviewRefusal::NoSuchWhy`] where it is to stand under or behind one that is gone.
    pub fn add_why(&self, handle: &str, input: &WhyInput) -> Result<EventId, Error> {
        let words = words(&input.text)?;
        let decided = self.decide(handle, |incident, _| {
            for named in [input.under, input.after].into_iter().flatten() {
                find(incident, named)?;
            }
            let after = input.after.or_else(|| last_under(&incident.review, input.under));
            let at = WhyPlace { under: input.under, after };
            Ok(vec![EventBody::ReviewEdited(ReviewEdit::WhyAdded { why: words, at }).into()])
        })?;
        decided.ids.first().copied().ok_or(Error::UnknownEvent)
    }

    /// Writes a why anew; `saw` is the version that its writer saw, none for whatever stands.
    ///
    /// # Errors
    /// [`Error::Empty`], [`ReviewRefusal::NoSuchWhy`], [`ReviewRefusal::WhyWrittenMeanwhile`].
    pub fn write_why(&self, handle: &str, id: EventId, text: &str, saw: Option<EventId>) -> Result<(), Error> {
        let words = words(text)?;
        self.on_why(handle, id, |why| {
            if saw.is_some_and(|saw| saw != why.version) {
                return Err(ReviewRefusal::WhyWrittenMeanwhile { by: why.by.clone() }.into());
            }
            let is_so = why.question == words.question && why.answer == words.answer;
            Ok((!is_so).then_some(ReviewEdit::WhyWritten { why: words, follows: why.version }))
        })
    }

    /// Moves a why, with those under it.
    ///
    /// # Errors
    /// [`ReviewRefusal::NoSuchWhy`].
    pub fn move_why(&self, handle: &str, id: EventId, step: WhyStep) -> Result<(), Error> {
        self.decide(handle, |incident, _| {
            find(incident, id)?;
            let place = place_after(&incident.review, id, step);
            Ok(place.map(|at| edit_of(id, ReviewEdit::WhyMoved { at })).into_iter().collect())
        })
        .map(|_| ())
    }

    /// Takes a why out, with those under it.
    ///
    /// # Errors
    /// [`ReviewRefusal::NoSuchWhy`].
    pub fn remove_why(&self, handle: &str, id: EventId) -> Result<(), Error> {
        self.on_why(handle, id, |_| Ok(Some(ReviewEdit::WhyRemoved)))
    }

    /// Brings back a why that was taken out.
    ///
    /// # Errors
    /// [`ReviewRefusal::NoSuchWhy`].
    pub fn restore_why(&self, handle: &str, id: EventId) -> Result<(), Error> {
        self.decide(handle, |incident, _| {
            incident.review.removed_why(id).ok_or(ReviewRefusal::NoSuchWhy)?;
            Ok(vec![edit_of(id, ReviewEdit::WhyRestored)])
        })
        .map(|_| ())
    }

    /// Links a why to an entry or an action item, or takes the link away.
    ///
    /// # Errors
    /// [`ReviewRefusal::NoSuchWhy`], [`Error::UnknownEvent`] where there is no such entry or item.
    pub fn link_why(&self, handle: &str, id: EventId, to: EventId, linked: bool) -> Result<(), Error> {
        self.decide_on_ledger(handle, |standing, _| {
            let why = find(standing.incident, id)?;
            let is_action = standing.incident.actions.iter().any(|action| action.id == to);
            if linked && !is_action && !standing.has_line(to)? {
                return Err(Error::UnknownEvent);
            }
            let is_so = why.links.contains(&to) == linked;
            Ok(if is_so { vec![] } else { vec![edit_of(id, ReviewEdit::WhyLinked { to, linked })] })
        })
        .map(|_| ())
    }

    /// Says whether a why is a root cause.
    ///
    /// # Errors
    /// [`ReviewRefusal::NoSuchWhy`].
    pub fn root_why(&self, handle: &str, id: EventId, root_cause: bool) -> Result<(), Error> {
        self.on_why(handle, id, |why| Ok((why.root_cause != root_cause).then_some(ReviewEdit::WhyRooted { root_cause })))
    }

    fn on_why(&self, handle: &str, id: EventId, edit: impl FnOnce(&Why) -> Result<Option<ReviewEdit>, Error>) -> Result<(), Error> {
        self.decide(handle, |incident, _| {
            let edit = edit(find(incident, id)?)?;
            Ok::<Vec<NewEvent>, Error>(edit.into_iter().map(|edit| edit_of(id, edit)).collect())
        })
        .map(|_| ())
    }
}

fn words(text: &str) -> Result<WhyWords, Error> {
    let (question, answer) = read_why(text).ok_or(Error::Empty("the why"))?;
    Ok(WhyWords { question, answer })
}

fn find(incident: &Incident, id: EventId) -> Result<&Why, Error> {
    Ok(incident.review.why(id).ok_or(ReviewRefusal::NoSuchWhy)?)
}

/// Those that stand under one, in their order.
fn under(review: &Review, under: Option<EventId>) -> Vec<EventId> {
    review.whys_in_order().into_iter().filter(|branch| branch.under == under).map(|branch| branch.why.id).collect()
}

fn last_under(review: &Review, place: Option<EventId>) -> Option<EventId> {
    under(review, place).pop()
}

/// Where a step leads; nowhere where it stands there.
fn place_after(review: &Review, id: EventId, step: WhyStep) -> Option<WhyPlace> {
    let parent = review.whys_in_order().into_iter().find(|branch| branch.why.id == id)?.under;
    let beside = under(review, parent);
    let at = beside.iter().position(|one| *one == id)?;
    let before = at.checked_sub(1).map(|before| beside[before]);
    match step {
        WhyStep::Deeper => before.map(|before| WhyPlace { under: Some(before), after: last_under(review, Some(before)) }),
        WhyStep::Out => {
            let parent = parent?;
            let grandparent = review.whys_in_order().into_iter().find(|branch| branch.why.id == parent)?.under;
            Some(WhyPlace { under: grandparent, after: Some(parent) })
        }
        WhyStep::Up => before.map(|_| WhyPlace { under: parent, after: at.checked_sub(2).map(|place| beside[place]) }),
        WhyStep::Down => beside.get(at + 1).map(|next| WhyPlace { under: parent, after: Some(*next) }),
    }
}
