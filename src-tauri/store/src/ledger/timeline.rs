//! Reading a timeline: a part of it, what came to it, and what of it an update has still to tell.

use chrono::TimeDelta;
use rusqlite::{Connection, Params, Row, params};
use sitrep_core::documents::timeline::{amends_line, has_line, is_editable};
use sitrep_core::event::{Event, EventBody};
use sitrep_core::vocabulary::{EventId, IncidentId};
use uuid::Uuid;

use super::events::{self, Placed};
use super::incidents::number_of;
use super::lines::{Place, Tells, amended_line, place_before, place_now, stands};
use crate::error::StoreError;
use crate::open::Store;

/// More lines than this at a time are not told one by one.
const NEWS_AT_MOST: usize = 200;

/// A part of a timeline. Positions count from 0, the oldest line first.
#[derive(Debug, Clone, PartialEq)]
pub struct TimelinePart {
    /// The newest event that it knows of.
    pub revision: i64,
    /// How many lines there are in all.
    pub total: usize,
    /// The position of the first line in it.
    pub start: usize,
    /// The events behind its lines, in their order, each followed by what amends it.
    pub events: Vec<Event>,
}

/// What came to a timeline since a revision.
#[derive(Debug, Clone, PartialEq)]
pub struct TimelineNews {
    /// The newest event that it knows of.
    pub revision: i64,
    /// How many lines there are in all.
    pub total: usize,
    /// The lowest position from which on lines may differ from what they were, other than by those that were added.
    pub stale_from: Option<usize>,
    /// The events behind the lines that follow at the very end, in their order, each followed by what amends it.
    pub added: Vec<Event>,
}

/// What was done and seen and is in no update yet. Events are in the order of what happened, each followed by what amends it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Untold {
    /// How many deeds, decisions and commands there are.
    pub total: usize,
    /// The newest of them.
    pub acts: Vec<Event>,
    /// The newest entries of what was seen, written down as it happened.
    pub live_entries: Vec<Event>,
}

/// What was done or decided.
const ACTS: [Tells; 2] = [Tells::Command, Tells::Deed];
/// What a person wrote.
const ENTRIES: [Tells; 2] = [Tells::Observation, Tells::Deed];

impl Store {
    /// `count` lines from `start` on; without it, the newest.
    ///
    /// # Errors
    /// [`StoreError`] when they cannot be read.
    pub fn timeline_part(&self, incident: IncidentId, start: Option<usize>, count: usize) -> Result<TimelinePart, StoreError> {
        self.read(|connection| {
            let number = number_of(connection, incident)?;
            let total = total(connection, number)?;
            let start = start.unwrap_or(total.saturating_sub(count)).min(total);
            let places = places_from(connection, number, total, start, count)?;
            let events = events_at(connection, &places)?;
            Ok(TimelinePart { revision: events::newest_of(connection, incident)?, total, start, events })
        })
    }

    /// What came since a revision that an earlier part or earlier news knew of.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn timeline_news(&self, incident: IncidentId, revision: i64) -> Result<TimelineNews, StoreError> {
        self.read(|connection| {
            let number = number_of(connection, incident)?;
            let total = total(connection, number)?;
            let newest = events::newest_of(connection, incident)?;
            let news = events::after(connection, incident, revision)?;
            let mut answer = TimelineNews { revision: newest, total, stale_from: None, added: Vec::new() };
            let is_told_anew = news.iter().any(|placed| matches!(placed.event.body, EventBody::ClockSet { .. }));
            // A revision that is still to come was another database's, before a backup took its place.
            if news.len() > NEWS_AT_MOST || revision > newest || is_told_anew {
                return Ok(TimelineNews { stale_from: Some(0), ..answer });
            }
            let added = added_at_end(connection, number, revision)?;
            let first_elsewhere = first_changed(connection, number, revision, &news, &added)?;
            answer.stale_from = first_elsewhere.map(|place| position_of(connection, number, place)).transpose()?;
            answer.added = events_at(connection, &added)?;
            Ok(answer)
        })
    }

    /// The position of the line that an event wrote, if it stands.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn timeline_position(&self, incident: IncidentId, id: EventId) -> Result<Option<usize>, StoreError> {
        self.read(|connection| {
            let number = number_of(connection, incident)?;
            let Some(line) = events::one(connection, incident, id)? else { return Ok(None) };
            let place = place_now(connection, &line)?;
            if !stands(connection, number, place)? {
                return Ok(None);
            }
            position_of(connection, number, place).map(Some)
        })
    }

    /// What was done, decided and seen and was recorded after an event, which an update after it has to tell; the newest of each,
    /// by when they happened, at most as many as given.
    ///
    /// # Errors
    /// [`StoreError`] when they cannot be read.
    pub fn untold(
        &self,
        incident: IncidentId,
        after: Option<EventId>,
        at_most: usize,
        live_within: TimeDelta,
    ) -> Result<Untold, StoreError> {
        self.read(|connection| {
            let number = number_of(connection, incident)?;
            let since = after.unwrap_or(EventId(Uuid::nil()));
            Ok(Untold {
                total: count_acts(connection, number, since)?,
                acts: newest_telling(connection, number, since, ACTS, at_most)?,
                live_entries: newest_live(connection, number, since, live_within, at_most)?,
            })
        })
    }

    /// The newest entries with words, in the order of what happened, each followed by what amends it.
    ///
    /// # Errors
    /// [`StoreError`] when they cannot be read.
    pub fn newest_entries(&self, incident: IncidentId, at_most: usize) -> Result<Vec<Event>, StoreError> {
        self.read(|connection| newest_telling(connection, number_of(connection, incident)?, EventId(Uuid::nil()), ENTRIES, at_most))
    }

    /// Whether the first and the last line are of different days (UTC).
    ///
    /// # Errors
    /// [`StoreError`] when they cannot be read.
    pub fn spans_days(&self, incident: IncidentId) -> Result<bool, StoreError> {
        self.read(|connection| {
            let number = number_of(connection, incident)?;
            let mut statement = connection.prepare_cached(
                "SELECT (SELECT min(at) FROM timeline WHERE incident = ?1), (SELECT max(at) FROM timeline WHERE incident = ?1)",
            )?;
            let (first, last): (Option<i64>, Option<i64>) = statement.query_row([number], |row| Ok((row.get(0)?, row.get(1)?)))?;
            Ok(first.map(events::read_instant).map(|at| at.date_naive()) != last.map(events::read_instant).map(|at| at.date_naive()))
        })
    }

    /// The entries that stand and have pictures, in the order of what happened, each followed by what amends it.
    ///
    /// # Errors
    /// [`StoreError`] when they cannot be read.
    pub fn lines_with_pictures(&self, incident: IncidentId) -> Result<Vec<Event>, StoreError> {
        self.read(|connection| {
            let number = number_of(connection, incident)?;
            let mut places = Vec::new();
            for entry in events::with_pictures(connection, incident)? {
                places.push(place_now(connection, &entry)?);
            }
            places.sort();
            let standing = places.into_iter().filter(|place| stands(connection, number, *place).unwrap_or(false));
            events_at(connection, &standing.collect::<Vec<_>>())
        })
    }

    /// Everything on the timeline, in order, each event followed by what amends it.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn whole_timeline(&self, incident: IncidentId) -> Result<Vec<Event>, StoreError> {
        Ok(self.timeline_part(incident, Some(0), usize::MAX)?.events)
    }
}

fn total(connection: &Connection, number: i64) -> Result<usize, StoreError> {
    count(connection, "SELECT count(*) FROM timeline WHERE incident = ?1", [number])
}

/// How many lines come before a place.
fn position_of(connection: &Connection, number: i64, place: Place) -> Result<usize, StoreError> {
    let sql = "SELECT count(*) FROM timeline WHERE incident = ?1 AND (at, id) < (?2, ?3)";
    count(connection, sql, params![number, place.at, place.bytes()])
}

fn places_from(connection: &Connection, number: i64, total: usize, start: usize, count: usize) -> Result<Vec<Place>, StoreError> {
    let count = count.min(total - start);
    let behind = total - start - count;
    // Skipping lines costs a little for each, so it begins at the nearer end.
    if behind < start {
        let sql = "SELECT at, id, event FROM timeline WHERE incident = ?1 ORDER BY at DESC, id DESC LIMIT ?2 OFFSET ?3";
        let mut places = places(connection, sql, number, count, behind)?;
        places.reverse();
        return Ok(places);
    }
    places(connection, "SELECT at, id, event FROM timeline WHERE incident = ?1 ORDER BY at, id LIMIT ?2 OFFSET ?3", number, count, start)
}

fn places(connection: &Connection, sql: &str, number: i64, count: usize, skip: usize) -> Result<Vec<Place>, StoreError> {
    let mut statement = connection.prepare_cached(sql)?;
    let places = statement.query_map(params![number, limit(count), limit(skip)], read_place)?;
    Ok(places.collect::<Result<_, _>>()?)
}

fn limit(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn read_place(row: &Row<'_>) -> rusqlite::Result<Place> {
    Ok(Place { at: row.get(0)?, id: EventId(Uuid::from_bytes(row.get(1)?)), event: row.get(2)? })
}

/// The events behind lines, each followed by what amends it.
fn events_at(connection: &Connection, places: &[Place]) -> Result<Vec<Event>, StoreError> {
    let mut all = Vec::with_capacity(places.len());
    for place in places {
        let Some(line) = events::at(connection, place.event)? else { continue };
        let edits = if is_editable(&line.event.body) { events::amending(connection, line.event.id)? } else { Vec::new() };
        all.push(line.event);
        all.extend(edits.into_iter().map(|edit| edit.event).filter(|edit| amends_line(&edit.body)));
    }
    Ok(all)
}

/// The lines at the very end that came after a revision, the oldest first.
fn added_at_end(connection: &Connection, number: i64, revision: i64) -> Result<Vec<Place>, StoreError> {
    let sql = "SELECT at, id, event FROM timeline WHERE incident = ?1 ORDER BY at DESC, id DESC LIMIT ?2 OFFSET ?3";
    let newest = places(connection, sql, number, NEWS_AT_MOST, 0)?;
    let mut added: Vec<Place> = newest.into_iter().take_while(|place| place.event > revision).collect();
    added.reverse();
    Ok(added)
}

/// The lowest place, other than of lines that were added at the end, where something came, went or was moved to or from.
fn first_changed(
    connection: &Connection,
    number: i64,
    revision: i64,
    news: &[Placed],
    added: &[Place],
) -> Result<Option<Place>, StoreError> {
    let mut first: Option<Place> = None;
    for placed in news {
        for place in changed_places(connection, revision, placed)? {
            // What was written and undone since was never seen.
            let was_seen = place.event <= revision;
            if (was_seen || stands(connection, number, place)?) && !added.contains(&place) {
                first = Some(first.map_or(place, |first| first.min(place)));
            }
        }
    }
    Ok(first)
}

/// Where an event has its line, or the line that it amends has been at a revision and is now.
fn changed_places(connection: &Connection, revision: i64, placed: &Placed) -> Result<Vec<Place>, StoreError> {
    if has_line(&placed.event.body) {
        return Ok(vec![place_now(connection, placed)?]);
    }
    let Some(line) = amended_line(connection, &placed.event)? else { return Ok(vec![]) };
    Ok(vec![place_before(connection, &line, revision + 1)?, place_now(connection, &line)?])
}

fn count_acts(connection: &Connection, number: i64, since: EventId) -> Result<usize, StoreError> {
    let sql = "SELECT count(*) FROM timeline WHERE incident = ?1 AND tells >= 2 AND id > ?2";
    count(connection, sql, params![number, since.0.as_bytes()])
}

/// The newest entries of what was seen that were written down within a time of what they tell: however many were filled in later and are
/// newer by the clock, they hide none of these.
fn newest_live(connection: &Connection, number: i64, since: EventId, within: TimeDelta, at_most: usize) -> Result<Vec<Event>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT at, timeline.id, event FROM timeline JOIN events ON events.position = timeline.event
         WHERE timeline.incident = ?1 AND tells = 1 AND timeline.id > ?2 AND abs(recorded_at - at) <= ?3
         ORDER BY at DESC, timeline.id DESC LIMIT ?4",
    )?;
    let places = statement.query_map(params![number, since.0.as_bytes(), within.num_milliseconds(), limit(at_most)], read_place)?;
    let mut places: Vec<Place> = places.collect::<Result<_, _>>()?;
    places.reverse();
    events_at(connection, &places)
}

/// The newest lines that tell one of two things.
fn newest_telling(
    connection: &Connection,
    number: i64,
    since: EventId,
    which: [Tells; 2],
    at_most: usize,
) -> Result<Vec<Event>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT at, id, event FROM timeline WHERE incident = ?1 AND tells IN (?2, ?3) AND id > ?4
         ORDER BY at DESC, id DESC LIMIT ?5",
    )?;
    let [one, other] = which.map(|tells| tells as i64);
    let places = statement.query_map(params![number, one, other, since.0.as_bytes(), limit(at_most)], read_place)?;
    let mut places: Vec<Place> = places.collect::<Result<_, _>>()?;
    places.reverse();
    events_at(connection, &places)
}

fn count(connection: &Connection, sql: &str, parameters: impl Params) -> Result<usize, StoreError> {
    let count: i64 = connection.prepare_cached(sql)?.query_row(parameters, |row| row.get(0))?;
    Ok(usize::try_from(count).unwrap_or_default())
}
