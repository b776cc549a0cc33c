//! What an event that comes in is to those that are here.

use rusqlite::Connection;
use sitrep_core::bundle::EventLine;
use sitrep_core::text::join_copies;
use sitrep_core::vocabulary::{AttachedTextId, IncidentId, PictureId};

use super::incoming::{IncidentPart, Incoming};
use super::stored;
use crate::error::StoreError;
use crate::reasons::{BundleRefusal, Contradiction};

/// What an event that comes in is to those that are here.
#[derive(Debug)]
pub(super) enum Judgement {
    /// It is not here.
    New(Box<EventLine>),
    /// It is here.
    Known {
        /// As it is here.
        event: Box<EventLine>,
        /// What was taken out of it here and comes in again.
        words: Vec<String>,
    },
    /// It is here, and words were taken out of it elsewhere.
    Redacts(Box<Redacts>),
}

/// An event of which words were taken out elsewhere.
#[derive(Debug)]
pub(super) struct Redacts {
    /// As it will be.
    pub(super) event: EventLine,
    /// What is taken out.
    pub(super) words: Vec<String>,
    /// The pictures that it named until then.
    pub(super) pictures: Vec<PictureId>,
    /// The attached texts that it named until then.
    pub(super) texts: Vec<AttachedTextId>,
}

/// Judges the events that come in of one incident. Gives that and whether the incident is new.
pub(super) fn judge(connection: &Connection, incoming: &dyn Incoming, part: IncidentPart) -> Result<(bool, Vec<Judgement>), StoreError> {
    let Some(incident) = part.events.first().map(|event| event.incident) else { return Ok((false, Vec::new())) };
    let is_new = check_declaration(connection, incoming, incident, &part.events)?;
    let judged = part.events.into_iter().map(|event| judge_one(connection, incoming, event)).collect::<Result<_, _>>()?;
    Ok((is_new, judged))
}

/// Each incident has the one event that declared it. Says whether it comes only now.
fn check_declaration(
    connection: &Connection,
    incoming: &dyn Incoming,
    incident: IncidentId,
    events: &[EventLine],
) -> Result<bool, StoreError> {
    let comes = events.iter().find(|event| event.kind == "declared").map(|event| event.id);
    let contradicts = |contradiction| Err(incoming.refused(BundleRefusal::Contradicts(contradiction)));
    match (stored::declaration_of(connection, incident)?, comes) {
        (None, None) => contradicts(Contradiction::Undeclared(incident)),
        (None, Some(_)) => Ok(true),
        (Some(here), Some(comes)) if here != comes => contradicts(Contradiction::Declaration(incident)),
        (Some(_), _) => Ok(false),
    }
}

fn judge_one(connection: &Connection, incoming: &dyn Incoming, event: EventLine) -> Result<Judgement, StoreError> {
    let contradicts = |contradiction| incoming.refused(BundleRefusal::Contradicts(contradiction));
    match stored::one(connection, event.id)? {
        Some(here) => {
            let id = event.id;
            compare_copies(here, event).ok_or_else(|| contradicts(Contradiction::Event(id)))
        }
        None => match contradiction(connection, incoming, &event)? {
            Some(contradiction) => Err(contradicts(contradiction)),
            None => Ok(Judgement::New(Box::new(event))),
        },
    }
}

/// Why a new event cannot be true together with those that are here.
fn contradiction(connection: &Connection, incoming: &dyn Incoming, event: &EventLine) -> Result<Option<Contradiction>, StoreError> {
    if stored::numbered(connection, event.device, event.device_index)?.is_some() {
        return Ok(Some(Contradiction::Number { event: event.id, device: event.device, index: event.device_index }));
    }
    let amended = event.amends.map(|amended| stored::one(connection, amended)).transpose()?.flatten();
    let amends_elsewhere = amended.is_some_and(|amended| amended.incident != event.incident);
    let is_amended_elsewhere = incoming.amended().get(&event.id).is_some_and(|incident| *incident != event.incident)
        || stored::is_amended_elsewhere(connection, event)?;
    Ok((amends_elsewhere || is_amended_elsewhere).then_some(Contradiction::Amends(event.id)))
}

/// Two copies of one event; none where one of them is none.
fn compare_copies(here: EventLine, comes: EventLine) -> Option<Judgement> {
    let joined = join_copies(&here.kind, &here.body, &comes.body)?;
    let same_but_for_body = EventLine { body: String::new(), ..comes } == EventLine { body: String::new(), ..here.clone() };
    if !same_but_for_body {
        return None;
    }
    if joined.text == here.body {
        return Some(Judgement::Known { event: Box::new(here), words: joined.words });
    }
    let event = EventLine { body: joined.text, ..here.clone() };
    let (pictures, texts) = (event.pictures(), event.attached_texts());
    Some(Judgement::Redacts(Box::new(Redacts {
        words: joined.words,
        pictures: here.pictures().into_iter().filter(|picture| !pictures.contains(picture)).collect(),
        texts: here.attached_texts().into_iter().filter(|text| !texts.contains(text)).collect(),
        event,
    })))
}
