//! What a written postmortem would be recorded as.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use sitrep_core::text::handle;
use sitrep_core::text::postmortem::{self, Placed, Postmortem};
use sitrep_core::text::{Zone, date_and_time, is_blank, tidy_line};
use sitrep_core::vocabulary::Severity;
use ts_rs::TS;

use super::plan::Times;
use crate::acts::attached_texts::ATTACHED_AT_MOST;
use crate::acts::entries::check_length;
use crate::data::{Workstation, non_blank, typed_zone};
use crate::refusals::{Error, PostmortemRefusal};

/// A postmortem, and what is said of it that it does not say itself.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct BackfillInput {
    /// What its file is called.
    pub name: String,
    /// All of it.
    pub text: String,
    /// The zone of its times where they name none: `UTC`, `local`, `+02:00`, `Europe/Berlin`; UTC where nothing is given.
    pub zone: Option<String>,
    /// How bad it was, over what the text says.
    pub severity: Option<Severity>,
    /// Its title, over what the text says.
    pub title: Option<String>,
    /// The day it began on, over what the text says.
    pub day: Option<String>,
}

/// What it would be recorded as. Nothing is recorded yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BackfillPreview {
    /// What was wrong.
    pub title: String,
    /// How bad.
    pub severity: Severity,
    /// When it began.
    pub started_at: DateTime<Utc>,
    /// When it was declared.
    pub declared_at: DateTime<Utc>,
    /// When it was over.
    pub resolved_at: DateTime<Utc>,
    /// The three in words.
    pub times: String,
    /// How many lines its timeline has.
    pub lines: usize,
    /// How many whys.
    pub whys: usize,
    /// How many action items.
    pub actions: usize,
    /// The parts of its review.
    pub parts: Vec<String>,
    /// Whether its review is complete.
    pub complete: bool,
    /// What nobody says, and what it is taken as.
    pub assumed: Vec<String>,
    /// What became of each line that shows something.
    pub read: Vec<ReadLine>,
}

/// A line of the postmortem.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReadLine {
    /// Its number, from 1.
    pub line: usize,
    /// What it became; none where it could not be placed, and is kept in the attached text alone.
    pub became: Option<String>,
    /// The line, or its beginning.
    pub text: String,
}

/// A postmortem that was read and can be recorded.
pub(super) struct ReadBackfill {
    pub(super) title: String,
    pub(super) severity: Severity,
    pub(super) times: Times,
    pub(super) read: Postmortem,
}

impl Workstation {
    /// What a written postmortem would be recorded as.
    ///
    /// # Errors
    /// [`PostmortemRefusal`], [`Error::SeverityMissing`], [`Error::Instant`], [`Error::Empty`] or [`Error::EntryTooLong`].
    pub fn preview_backfill(&self, input: &BackfillInput) -> Result<BackfillPreview, Error> {
        Ok(preview(&self.read_backfill(input)?))
    }

    pub(super) fn read_backfill(&self, input: &BackfillInput) -> Result<ReadBackfill, Error> {
        check_length(&input.text, ATTACHED_AT_MOST)?;
        if is_blank(&input.text) {
            return Err(Error::Empty("the postmortem"));
        }
        let read = postmortem::read(&input.text, day(input)?, zone(input)?);
        let title = non_blank(input.title.as_deref()).or_else(|| read.title.clone()).map(|title| tidy_line(&title));
        let title = title.filter(|title| !title.is_empty()).ok_or(PostmortemRefusal::NoTitle)?;
        let times = Times::of(&read).ok_or(PostmortemRefusal::NoDay)?;
        let severity = input.severity.or(read.severity).ok_or(Error::SeverityMissing)?;
        let last = times.last(&read);
        if last > self.now() {
            return Err(PostmortemRefusal::Ahead(date_and_time(last)).into());
        }
        self.check_new(&title, times.started)?;
        Ok(ReadBackfill { title, severity, times, read })
    }

    /// The same file brought in twice is one incident.
    fn check_new(&self, title: &str, started_at: DateTime<Utc>) -> Result<(), Error> {
        let there = self.lock().store.with_handle(&handle::handle(title, started_at, |_| false))?;
        let same = there.map(|row| row.summary).filter(|there| there.title == title && there.started_at == started_at);
        match same.filter(|there| there.withdrawn.is_none()) {
            Some(there) => Err(PostmortemRefusal::Already(there.handle).into()),
            None => Ok(()),
        }
    }
}

fn day(input: &BackfillInput) -> Result<Option<NaiveDate>, Error> {
    let Some(typed) = non_blank(input.day.as_deref()) else { return Ok(None) };
    postmortem::read_day(&typed).map(Some).ok_or_else(|| PostmortemRefusal::BadDay(typed).into())
}

fn zone(input: &BackfillInput) -> Result<Zone, Error> {
    match non_blank(input.zone.as_deref()) {
        None => Ok(Zone::utc()),
        Some(typed) => typed_zone(&typed),
    }
}

pub(super) fn preview(backfill: &ReadBackfill) -> BackfillPreview {
    let ReadBackfill { title, severity, times, read } = backfill;
    let [started, declared, resolved] = [times.started, times.declared, times.resolved].map(date_and_time);
    BackfillPreview {
        title: title.clone(),
        severity: *severity,
        started_at: times.started,
        declared_at: times.declared,
        resolved_at: times.resolved,
        times: format!("Began {started}, declared {declared}, over {resolved}"),
        lines: read.lines.len(),
        whys: read.whys.len(),
        actions: read.actions.len(),
        parts: read.parts.keys().map(ToString::to_string).collect(),
        complete: read.complete,
        assumed: times.assumed.clone(),
        read: read.placed.iter().cloned().map(read_line).collect(),
    }
}

fn read_line(Placed { line, became, text }: Placed) -> ReadLine {
    ReadLine { line, became, text }
}
