//! A pasted transcript: what it would be recorded as.

use std::collections::HashSet;

use chrono::{DateTime, Local, Offset, TimeDelta, TimeZone, Utc};
use serde::Serialize;
use sitrep_core::documents::timeline::TimelineRow;
use sitrep_core::guard::{Guard, Masked};
use sitrep_core::text::{Near, TranscriptEntry, at_name, clock_time, rough, transcript};
use ts_rs::TS;

use super::transcript_record::{count_entries, with_author};
use crate::data::{Workstation, typed_zone};
use crate::refusals::Error;

/// What a transcript would be recorded as. Nothing is recorded yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TranscriptPreview {
    /// The format it was read in: `Slack`; none when no times were found.
    pub format: Option<String>,
    /// `12 entries found, read as Slack.`
    pub summary: String,
    /// How many entries are ticked.
    pub count: u32,
    /// How many secrets were taken out of the texts.
    pub masked: u32,
    /// `2 secrets were taken out.`
    pub masked_line: Option<String>,
    /// How far this computer's zone is ahead of UTC: `+02:00`.
    pub computer_zone: String,
    /// The entries, in the order of the text.
    pub rows: Vec<TranscriptRow>,
}

/// An entry that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TranscriptRow {
    /// When it happened (UTC); none for words before the first time.
    pub at: Option<DateTime<Utc>>,
    /// `14:05 UTC`, with its date when that is not today; empty without a time.
    pub time: String,
    /// `37 min ago`; empty without a time.
    pub ago: String,
    /// Who wrote it, as `@ana`.
    pub author: Option<String>,
    /// The words, without secrets.
    pub text: String,
    /// Whether its day, its zone or its author was guessed.
    pub guessed: bool,
    /// Whether it is on the timeline already.
    pub duplicate: bool,
    /// Whether it can be recorded: it has a time, and that is past.
    pub recordable: bool,
    /// Whether it is recorded unless a person says otherwise.
    pub ticked: bool,
    /// What to know about it: `on the timeline already`, `no time`, `in the future`, `year guessed: near the incident`.
    pub note: Option<String>,
}

impl Workstation {
    /// What a transcript would be recorded as, its secrets taken out. Times that name no zone are in `zone`: `UTC`, `local`, `+02:00` or
    /// `Europe/Berlin`, each as it was on the day. Nothing is recorded.
    ///
    /// # Errors
    /// [`Error::Instant`] for a zone that is none, or why the incident was not found or could not be read.
    pub fn preview_transcript(&self, handle: &str, text: &str, zone: &str) -> Result<TranscriptPreview, Error> {
        let now = self.now();
        let computer = Local.offset_from_utc_datetime(&now.naive_utc()).fix();
        let zone = typed_zone(zone)?;
        let began = self.find(Some(handle))?.summary.started_at;
        let read = transcript::read(text, Near { now, began: Some(began) }, zone);
        let guard = self.guard();
        let me = self.lock().author()?;
        let there = minutes_and_words(&self.timeline(Some(handle))?);
        let known = KnownFacts { now, began, guard: &guard, me, there };
        // A head without words, such as that of a picture, says nothing.
        let said = read.lines.into_iter().filter(|entry| !entry.text.is_empty());
        let (rows, masked): (Vec<TranscriptRow>, Vec<usize>) = said.map(|entry| known.row(entry)).unzip();
        let masked = masked.into_iter().sum();
        Ok(TranscriptPreview {
            summary: summary(read.format, rows.iter().filter(|row| row.at.is_some()).count()),
            format: read.format.map(str::to_owned),
            count: to_u32(rows.iter().filter(|row| row.ticked).count()),
            masked: to_u32(masked),
            masked_line: masked_line(masked),
            computer_zone: computer.to_string(),
            rows,
        })
    }
}

/// What was said or done longer before the incident began is hardly of it.
const BEFORE_IT_BEGAN: TimeDelta = TimeDelta::days(1);

/// What a row is judged by.
struct KnownFacts<'a> {
    now: DateTime<Utc>,
    began: DateTime<Utc>,
    guard: &'a Guard,
    me: String,
    there: HashSet<(i64, String)>,
}

impl KnownFacts<'_> {
    /// The row, and how many secrets were in it.
    fn row(&self, entry: TranscriptEntry) -> (TranscriptRow, usize) {
        let Masked { text, removed } = self.guard.mask(&entry.text);
        let masked = removed.len();
        let author = entry.author.as_deref().and_then(at_name);
        let duplicate =
            entry.at.is_some_and(|at| self.is_there(at, &text) || self.is_there(at, &with_author(author.as_deref(), &text, &self.me)));
        let recordable = entry.at.is_some_and(|at| at <= self.now);
        let is_of_it = entry.at.is_some_and(|at| at >= self.began - BEFORE_IT_BEGAN);
        let note = self.note(&entry, duplicate, is_of_it);
        let row = TranscriptRow {
            at: entry.at,
            time: entry.at.map(|at| clock_time(at, self.now)).unwrap_or_default(),
            ago: entry.at.map(|at| ago(at, self.now)).unwrap_or_default(),
            author,
            text,
            guessed: entry.guessed,
            duplicate,
            recordable,
            ticked: recordable && !duplicate && is_of_it,
            note,
        };
        (row, masked)
    }

    fn note(&self, entry: &TranscriptEntry, duplicate: bool, is_of_it: bool) -> Option<String> {
        let reason = entry.reason.as_deref();
        let with_reason = |what: &str| Some(reason.map_or_else(|| what.to_owned(), |reason| format!("{what}; {reason}")));
        match entry.at {
            None => Some("no time".to_owned()),
            Some(at) if at > self.now => with_reason("in the future"),
            Some(_) if duplicate => Some("on the timeline already".to_owned()),
            Some(_) if !is_of_it => with_reason("long before the incident: is the day right?"),
            Some(_) => reason.map(str::to_owned),
        }
    }

    fn is_there(&self, at: DateTime<Utc>, text: &str) -> bool {
        self.there.contains(&minute_and_words(at, text))
    }
}

/// What is on the timeline, by minute and words.
fn minutes_and_words(rows: &[TimelineRow]) -> HashSet<(i64, String)> {
    rows.iter().map(|row| minute_and_words(row.occurred_at, &row.text)).collect()
}

/// Chats show minutes and not seconds, and people copy with other spacing.
fn minute_and_words(at: DateTime<Utc>, text: &str) -> (i64, String) {
    (at.timestamp().div_euclid(60), text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase())
}

fn ago(at: DateTime<Utc>, now: DateTime<Utc>) -> String {
    let length = now - at;
    if length.abs() < TimeDelta::minutes(1) {
        "now".to_owned()
    } else if at > now {
        format!("in {}", rough(-length))
    } else {
        format!("{} ago", rough(length))
    }
}

fn summary(format: Option<&str>, count: usize) -> String {
    match format {
        Some(format) => format!("{} found, read as {format}.", count_entries(count)),
        None => "No times found.".to_owned(),
    }
}

fn masked_line(count: usize) -> Option<String> {
    match count {
        0 => None,
        1 => Some("1 secret was taken out.".to_owned()),
        several => Some(format!("{several} secrets were taken out.")),
    }
}

fn to_u32(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
