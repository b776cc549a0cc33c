//! Reading a timeline: all of it, a part of it, and what came since.

use serde::Serialize;
use sitrep_core::documents::timeline::{self, TimelineRow};
use sitrep_core::vocabulary::{EventId, IncidentId, Picture};
use ts_rs::TS;

use super::workstation::{Inner, Workstation};
use crate::refusals::Error;

/// A window shows no more than this at once.
const LINES_AT_MOST: u32 = 500;
/// How many lines somebody chooses evidence from.
const EVIDENCE_AT_MOST: usize = 200;
/// And among how many of the newest lines these are looked for.
const EVIDENCE_AMONG: usize = 2_000;

/// A part of a timeline. Positions count from 0, the oldest line first.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct TimelineSlice {
    /// What it was read at, to ask for what came since.
    pub revision: u32,
    /// How many lines there are in all.
    pub total: u32,
    /// The position of the first line in it.
    pub start: u32,
    /// Whether the timeline spans days, so that its lines need a date.
    pub several_days: bool,
    /// The lines, oldest first.
    pub rows: Vec<TimelineRow>,
}

/// What came to a timeline since a revision.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct TimelineNews {
    /// What it was read at, to ask for what comes after.
    pub revision: u32,
    /// How many lines there are in all.
    pub total: u32,
    /// Whether the timeline spans days, so that its lines need a date.
    pub several_days: bool,
    /// The lowest position from which on lines may be others than they were: those are to be read again.
    pub stale_from: Option<u32>,
    /// The lines that follow at the very end.
    pub added: Vec<TimelineRow>,
}

/// A picture on a timeline.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct TimelinePicture {
    /// The entry that it goes with.
    pub id: EventId,
    /// The picture.
    pub picture: Picture,
    /// `14:05`, in UTC.
    pub time: String,
    /// What was written with it.
    pub text: String,
    /// Who wrote it.
    pub author: String,
}

impl Workstation {
    /// The timeline of an incident, in the order of when things happened.
    ///
    /// # Errors
    /// Why the incident was not found or could not be read.
    pub fn timeline(&self, incident: Option<&str>) -> Result<Vec<TimelineRow>, Error> {
        let mut inner = self.lock();
        let id = inner.find(incident)?.id;
        inner.whole_timeline(id)
    }

    /// `count` lines of a timeline from a position on; without one, the newest.
    ///
    /// # Errors
    /// Why the incident was not found or could not be read.
    pub fn timeline_slice(&self, handle: &str, start: Option<u32>, count: u32) -> Result<TimelineSlice, Error> {
        let mut inner = self.lock();
        let id = inner.find(Some(handle))?.id;
        let incident = inner.facts(id)?;
        let part = inner.store.timeline_part(id, start.map(|start| start as usize), count.min(LINES_AT_MOST) as usize)?;
        Ok(TimelineSlice {
            revision: revision(part.revision),
            total: small(part.total),
            start: small(part.start),
            several_days: inner.store.spans_days(id)?,
            rows: timeline::rows(&part.events, &incident),
        })
    }

    /// What came to a timeline since a revision.
    ///
    /// # Errors
    /// Why the incident was not found or could not be read.
    pub fn timeline_news(&self, handle: &str, since: u32) -> Result<TimelineNews, Error> {
        let mut inner = self.lock();
        let id = inner.find(Some(handle))?.id;
        let incident = inner.facts(id)?;
        let news = inner.store.timeline_news(id, i64::from(since))?;
        Ok(TimelineNews {
            revision: revision(news.revision),
            total: small(news.total),
            several_days: inner.store.spans_days(id)?,
            stale_from: news.stale_from.map(small),
            added: timeline::rows(&news.added, &incident),
        })
    }

    /// The position of the line that an event wrote, if it stands.
    ///
    /// # Errors
    /// Why the incident was not found or could not be read.
    pub fn timeline_position(&self, handle: &str, id: EventId) -> Result<Option<u32>, Error> {
        let inner = self.lock();
        let incident = inner.find(Some(handle))?.id;
        Ok(inner.store.timeline_position(incident, id)?.map(small))
    }

    /// The pictures on a timeline, in its order.
    ///
    /// # Errors
    /// Why the incident was not found or could not be read.
    pub fn timeline_pictures(&self, handle: &str) -> Result<Vec<TimelinePicture>, Error> {
        let mut inner = self.lock();
        let id = inner.find(Some(handle))?.id;
        let incident = inner.facts(id)?;
        let rows = timeline::rows(&inner.store.lines_with_pictures(id)?, &incident);
        Ok(rows.into_iter().flat_map(pictures_of).collect())
    }

    /// The newest lines that can speak for or against a hypothesis, the oldest first.
    ///
    /// # Errors
    /// Why the incident was not found or could not be read.
    pub fn evidence_entries(&self, handle: &str) -> Result<Vec<TimelineRow>, Error> {
        let mut inner = self.lock();
        let id = inner.find(Some(handle))?.id;
        let incident = inner.facts(id)?;
        let part = inner.store.timeline_part(id, None, EVIDENCE_AMONG)?;
        let mut rows = timeline::rows(&part.events, &incident);
        rows.retain(|row| row.tells);
        Ok(rows.split_off(rows.len().saturating_sub(EVIDENCE_AT_MOST)))
    }
}

impl Inner {
    /// Every line, for who writes them all down.
    pub(crate) fn whole_timeline(&mut self, id: IncidentId) -> Result<Vec<TimelineRow>, Error> {
        let incident = self.facts(id)?;
        Ok(timeline::rows(&self.store.whole_timeline(id)?, &incident))
    }
}

fn pictures_of(row: TimelineRow) -> impl Iterator<Item = TimelinePicture> {
    let TimelineRow { id, time, text, author, pictures, .. } = row;
    let of = move |picture| TimelinePicture { id, picture, time: time.clone(), text: text.clone(), author: author.clone() };
    pictures.into_iter().map(of)
}

/// Four thousand million events are more than anybody records.
pub(crate) fn revision(position: i64) -> u32 {
    u32::try_from(position).unwrap_or(u32::MAX)
}

fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
