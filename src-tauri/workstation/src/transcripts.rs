//! A pasted transcript: what it would be recorded as, and recording what a person confirmed of it.

use std::collections::HashSet;

use chrono::{DateTime, FixedOffset, Local, Offset, TimeDelta, TimeZone, Utc};
use sitrep_core::documents::TimelineRow;
use sitrep_core::event::EventBody;
use sitrep_core::guard::{Guard, Scope};
use sitrep_core::text::transcript::{self, TranscriptEntry};
use sitrep_core::text::{clock_time, instant, rough};
use sitrep_core::vocabulary::{EntryKind, HitGroup};
use sitrep_store::NewEvent;

use crate::error::Error;
use crate::settings::at_name;
use crate::views::{ConfirmedLine, RecordedTranscript, TranscriptPreview, TranscriptRow};
use crate::workstation::Workstation;

/// The zone of whoever sits at this computer.
const LOCAL: &str = "local";

/// What stands where a secret was.
const REMOVED: &str = "(removed)";

/// Only secrets are looked for: what people said to each other is recorded in their words.
const SECRETS: Scope<'_> = Scope { for_customers: false, people: &[], verified: true, next_update: None };

impl Workstation {
    /// What a transcript would be recorded as, its secrets taken out. Times that name no zone are in `zone`: `UTC`, `local` or
    /// `+02:00`. Nothing is recorded.
    ///
    /// # Errors
    /// [`Error::Zone`] for a zone that is none, or why the incident was not found or could not be read.
    pub fn preview_transcript(&self, handle: &str, text: &str, zone: &str) -> Result<TranscriptPreview, Error> {
        let now = self.now();
        let computer = Local.offset_from_utc_datetime(&now.naive_utc()).fix();
        let read = transcript::read(text, now, offset(zone, computer)?);
        let guard = self.guard();
        let me = self.lock().author()?;
        let there = on_timeline(&self.timeline(Some(handle))?);
        let known = Known { now, guard: &guard, me, there };
        // A head without words, such as that of a picture, says nothing.
        let said = read.lines.into_iter().filter(|entry| !entry.text.is_empty());
        let (rows, masked): (Vec<TranscriptRow>, Vec<usize>) = said.map(|entry| known.row(entry)).unzip();
        let masked = masked.into_iter().sum();
        Ok(TranscriptPreview {
            summary: summary(read.format, rows.iter().filter(|row| row.at.is_some()).count()),
            format: read.format.map(str::to_owned),
            count: number(rows.iter().filter(|row| row.ticked).count()),
            masked: number(masked),
            masked_line: masked_line(masked),
            computer_zone: computer.to_string(),
            rows,
        })
    }

    /// Records what a person confirmed of a transcript, all of it or nothing. It is on disk when this returns.
    ///
    /// # Errors
    /// [`Error::Empty`] without entries or for one without words, [`Error::Instant`] for one that lies ahead.
    pub fn record_transcript(&self, handle: &str, lines: &[ConfirmedLine]) -> Result<RecordedTranscript, Error> {
        if lines.is_empty() {
            return Err(Error::Empty("the list of entries"));
        }
        let me = self.lock().author()?;
        let (incident, ids) = self.decide(handle, |_, now| lines.iter().map(|line| entry(line, &me, now)).collect())?;
        let message = format!("Logged {} to {} {}", entries(ids.len()), incident.severity, incident.title);
        Ok(RecordedTranscript { handle: incident.handle, ids, message })
    }
}

fn offset(zone: &str, computer: FixedOffset) -> Result<FixedOffset, Error> {
    match zone.trim() {
        LOCAL => Ok(computer),
        zone => transcript::zone(zone).ok_or_else(|| Error::Zone(zone.to_owned())),
    }
}

/// What a row is judged by.
struct Known<'a> {
    now: DateTime<Utc>,
    guard: &'a Guard,
    me: String,
    there: HashSet<(i64, String)>,
}

impl Known<'_> {
    /// The row, and how many secrets were in it.
    fn row(&self, entry: TranscriptEntry) -> (TranscriptRow, usize) {
        let (text, masked) = without_secrets(self.guard, &entry.text);
        let author = entry.author.as_deref().and_then(at_name);
        let duplicate =
            entry.at.is_some_and(|at| self.is_there(at, &text) || self.is_there(at, &words(author.as_deref(), &text, &self.me)));
        let recordable = entry.at.is_some_and(|at| at <= self.now);
        let note = match entry.at {
            None => Some("no time"),
            Some(_) if !recordable => Some("in the future"),
            Some(_) if duplicate => Some("on the timeline already"),
            Some(at) if entry.guessed && at.date_naive() != self.now.date_naive() => Some("day guessed"),
            Some(_) => None,
        };
        let row = TranscriptRow {
            at: entry.at,
            time: entry.at.map(|at| clock_time(at, self.now)).unwrap_or_default(),
            ago: entry.at.map(|at| ago(at, self.now)).unwrap_or_default(),
            author,
            text,
            guessed: entry.guessed,
            duplicate,
            recordable,
            ticked: recordable && !duplicate,
            note: note.map(str::to_owned),
        };
        (row, masked)
    }

    fn is_there(&self, at: DateTime<Utc>, text: &str) -> bool {
        self.there.contains(&same(at, text))
    }
}

/// What is on the timeline, by minute and words.
fn on_timeline(rows: &[TimelineRow]) -> HashSet<(i64, String)> {
    rows.iter().map(|row| same(row.occurred_at, &row.text)).collect()
}

/// Chats show minutes and not seconds, and people copy with other spacing.
fn same(at: DateTime<Utc>, text: &str) -> (i64, String) {
    (at.timestamp().div_euclid(60), text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase())
}

fn without_secrets(guard: &Guard, text: &str) -> (String, usize) {
    let mut text = text.to_owned();
    let hits = guard.scan(&text, &SECRETS);
    let secrets: Vec<_> = hits.into_iter().filter(|hit| hit.group == HitGroup::Secret).collect();
    for hit in secrets.iter().rev() {
        if let Some(range) = hit.range.clone() {
            text.replace_range(range, hit.replace_with.as_deref().unwrap_or(REMOVED));
        }
    }
    (text, secrets.len())
}

/// An event's author is who recorded it, so another person is named in the words.
fn words(author: Option<&str>, text: &str, me: &str) -> String {
    match author.filter(|author| author.to_lowercase() != me.to_lowercase()) {
        Some(author) => format!("{author}: {text}"),
        None => text.to_owned(),
    }
}

fn entry(line: &ConfirmedLine, me: &str, now: DateTime<Utc>) -> Result<NewEvent, Error> {
    let text = line.text.trim();
    if text.is_empty() {
        return Err(Error::Empty("one of the entries"));
    }
    let at = instant::not_ahead(line.at, now)?;
    let text = words(line.author.as_deref().and_then(at_name).as_deref(), text, me);
    Ok(NewEvent { occurred_at: Some(at), amends: None, body: EventBody::Entry { entry: EntryKind::Note, text, pictures: vec![] } })
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
        Some(format) => format!("{} found, read as {format}.", entries(count)),
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

fn entries(count: usize) -> String {
    if count == 1 { "1 entry".to_owned() } else { format!("{count} entries") }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
