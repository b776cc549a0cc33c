//! Where each line of a timeline stands, kept so that a part of it can be read without the rest.
//!
//! A line is named by its place: when it happened after its edits, then the id of the event that wrote it. What amends a line counts in the order of
//! recording, which ids tell, whatever this file got first.

use std::collections::HashMap;

use rusqlite::{Connection, Transaction, params};
use sitrep_core::documents::timeline::{amends_line, has_line, is_editable};
use sitrep_core::event::{Event, EventBody, is_deed};
use sitrep_core::vocabulary::{EntryKind, EventId};

use super::events::{self, Placed};
use crate::error::StoreError;

/// What an update tells of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tells {
    Nothing = 0,
    Observation = 1,
    Command = 2,
    Deed = 3,
}

/// Where a line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    pub(super) at: i64,
    pub(super) id: EventId,
    /// The position of the event that wrote it.
    pub(super) event: i64,
}

impl Place {
    /// The id as it is kept, so that its order is that of the ids.
    pub(super) fn bytes(&self) -> [u8; 16] {
        *self.id.0.as_bytes()
    }
}

/// Gives a new event its line, or moves or removes the line that it amends, or brings it back.
pub(super) fn place(transaction: &Transaction<'_>, number: i64, placed: &Placed) -> Result<(), StoreError> {
    if has_line(&placed.event.body) {
        return add(transaction, number, written_at(placed), tells(&placed.event.body));
    }
    let Some(line) = amended_line(transaction, &placed.event)? else { return Ok(()) };
    let amendments = events::amending(transaction, line.event.id)?;
    let before = amendments.iter().filter(|amendment| amendment.position < placed.position);
    remove(transaction, number, place_after(&line, before))?;
    put(transaction, number, &line, &amendments.iter().collect::<Vec<_>>())
}

/// Puts each line where its events say, which are all of the incident.
pub(super) fn write_anew(transaction: &Transaction<'_>, number: i64, events: &[Placed]) -> Result<(), StoreError> {
    transaction.prepare_cached("DELETE FROM timeline WHERE incident = ?1")?.execute([number])?;
    let mut amendments: HashMap<EventId, Vec<&Placed>> = HashMap::new();
    for placed in events.iter().filter(|placed| amends_line(&placed.event.body)) {
        if let Some(line) = placed.event.amends {
            amendments.entry(line).or_default().push(placed);
        }
    }
    amendments.values_mut().for_each(|all| all.sort_by_key(|placed| placed.event.id));
    for line in events.iter().filter(|placed| has_line(&placed.event.body)) {
        put(transaction, number, line, amendments.get(&line.event.id).map_or(&[], Vec::as_slice))?;
    }
    Ok(())
}

/// Puts a line where its amendments say, if it stands after them.
fn put(transaction: &Transaction<'_>, number: i64, line: &Placed, amendments: &[&Placed]) -> Result<(), StoreError> {
    if !stands_after(amendments) {
        return Ok(());
    }
    let edits = || amendments.iter().copied();
    add(transaction, number, place_after(line, edits()), tells_after(line, edits()))
}

/// The line that an event moves or removes.
pub(super) fn amended_line(connection: &Connection, event: &Event) -> Result<Option<Placed>, StoreError> {
    if !amends_line(&event.body) {
        return Ok(None);
    }
    let line = event.amends.map(|id| events::one(connection, event.incident, id)).transpose()?.flatten();
    Ok(line.filter(|line| has_line(&line.event.body)))
}

/// Where a line stood by the amendments that this file had before a position.
pub(super) fn place_before(connection: &Connection, line: &Placed, before: i64) -> Result<Place, StoreError> {
    let amendments = events::amending(connection, line.event.id)?;
    Ok(place_after(line, amendments.iter().filter(|amendment| amendment.position < before)))
}

/// Where a line stands, or stood when it was undone.
pub(super) fn place_now(connection: &Connection, line: &Placed) -> Result<Place, StoreError> {
    place_before(connection, line, i64::MAX)
}

/// Whether a line stands at a place.
pub(super) fn stands(connection: &Connection, number: i64, place: Place) -> Result<bool, StoreError> {
    let mut statement = connection.prepare_cached("SELECT 1 FROM timeline WHERE incident = ?1 AND at = ?2 AND id = ?3")?;
    Ok(statement.exists(params![number, place.at, place.bytes()])?)
}

fn written_at(line: &Placed) -> Place {
    Place { at: line.event.occurred_at.timestamp_millis(), id: line.event.id, event: line.position }
}

/// Amendments come in the order of recording, here and below.
fn place_after<'a>(line: &Placed, amendments: impl Iterator<Item = &'a Placed>) -> Place {
    let moved = |amendment: &&Placed| matches!(amendment.event.body, EventBody::EntryAmended { .. });
    let last = amendments.filter(moved).last().filter(|_| is_editable(&line.event.body));
    Place { at: last.map_or(written_at(line).at, |edit| written_at(edit).at), ..written_at(line) }
}

fn stands_after(amendments: &[&Placed]) -> bool {
    let said = |amendment: &&Placed| match &amendment.event.body {
        EventBody::EntryAmended { .. } => None,
        body => Some(matches!(body, EventBody::EntryRestored)),
    };
    amendments.iter().filter_map(said).next_back().unwrap_or(true)
}

/// What a line tells after its edits.
fn tells_after<'a>(line: &Placed, amendments: impl Iterator<Item = &'a Placed>) -> Tells {
    let words =
        amendments.filter_map(|edit| if let EventBody::EntryAmended { text } = &edit.event.body { Some(text) } else { None }).last();
    match (&line.event.body, words) {
        (EventBody::Entry { entry, .. }, Some(text)) => entry_tells(*entry, text),
        (body, _) => tells(body),
    }
}

fn tells(body: &EventBody) -> Tells {
    match body {
        EventBody::Entry { entry, text, .. } => entry_tells(*entry, text),
        EventBody::CommandRun(_) => Tells::Command,
        EventBody::RunbookMoved { moved, .. } if moved.is_deed() => Tells::Deed,
        _ => Tells::Nothing,
    }
}

fn entry_tells(kind: EntryKind, text: &str) -> Tells {
    match text {
        "" => Tells::Nothing,
        _ if is_deed(kind, text) => Tells::Deed,
        _ => Tells::Observation,
    }
}

fn add(transaction: &Transaction<'_>, number: i64, place: Place, tells: Tells) -> Result<(), StoreError> {
    let mut statement = transaction.prepare_cached("INSERT INTO timeline (incident, at, id, event, tells) VALUES (?1, ?2, ?3, ?4, ?5)")?;
    statement.execute(params![number, place.at, place.bytes(), place.event, tells as i64])?;
    Ok(())
}

fn remove(transaction: &Transaction<'_>, number: i64, place: Place) -> Result<(), StoreError> {
    let mut statement = transaction.prepare_cached("DELETE FROM timeline WHERE incident = ?1 AND at = ?2 AND id = ?3")?;
    statement.execute(params![number, place.at, place.bytes()])?;
    Ok(())
}
