//! A pasted transcript, of a chat, a log, a terminal or notes, as dated entries.
//!
//! Start with [`read`]: the first of its readers that knows the text finds its messages (`reading`), and `dating` gives each its instant. Most texts
//! are read line by line: `scan` finds where times stand, and a table of `formats` tells by what stands around them what else is on the line.
//! What is written in another way, as JSON or a table, has a reader of its own. Reading takes time in proportion to the text, and no word is
//! lost: what does not begin a message belongs to the message above it. What was guessed about a time says so.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

mod calendar;
mod calendar_words;
mod cast;
mod dating;
mod formats;
mod json;
mod kubectl;
mod lines;
mod logfmt;
mod near;
mod prose;
mod reading;
mod recognise;
mod said;
mod scan;
mod skeleton;
pub(in crate::text) mod stamp;
mod table;
mod under;
mod words;
mod zones;

pub use near::Near;

use dating::{Dated, date_messages};
use reading::{Mark, Message, Order, Reading};
use stamp::Day;

use super::{Zone, as_seen, is_blank};

/// What a text was read as.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Transcript {
    /// The format's name on screen; none when no times were found.
    pub format: Option<&'static str>,
    /// The messages, in the order of the text.
    pub lines: Vec<TranscriptEntry>,
    /// The lines that date those after them, as they stand in the text.
    pub days: Vec<String>,
    /// The lines that nobody wrote: those of a chat's window, the rules of a table.
    pub dropped: Vec<String>,
}

/// A message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TranscriptEntry {
    /// When it was written (UTC); none for what stands before the first time.
    pub at: Option<DateTime<Utc>>,
    /// Whether something about its time or its author was guessed.
    pub guessed: bool,
    /// What was guessed, and from what: `day guessed: near the incident`.
    pub reason: Option<String>,
    /// Who wrote it, as the transcript names them.
    pub author: Option<String>,
    /// The words, over several lines if they are so in the transcript.
    pub text: String,
    /// What stands before the words: time and author, as pasted.
    pub head: String,
}

/// Reads a transcript; times whose zone the text does not name are in `zone`, and days that it does not name lie near.
#[must_use]
pub fn read(text: &str, near: Near, zone: Zone) -> Transcript {
    let text = &*as_seen(text);
    match reading_of(text, near) {
        Some(reading) => finish(reading, near, zone),
        None => {
            let words = Some(text.trim()).filter(|words| !is_blank(words));
            Transcript { lines: words.map(|words| TranscriptEntry::undated(words.to_owned())).into_iter().collect(), ..Default::default() }
        }
    }
}

/// The first of the readers that knows the text, the most particular first.
fn reading_of(text: &str, near: Near) -> Option<Reading> {
    let whole = cast::read(text).or_else(|| json::read(text)).or_else(|| under::fish_history(text)).or_else(|| logfmt::read(text));
    whole.or_else(|| kubectl::read(text, near.now)).or_else(|| {
        let lines = lines::split(text);
        let drawn = table::read(&lines).or_else(|| under::status_page(&lines));
        drawn.or_else(|| lines_or_prose(text, &lines))
    })
}

/// Where sentences name at least twice as many times as lines begin with, lines are not what is dated.
fn lines_or_prose(text: &str, lines: &[skeleton::Line<'_>]) -> Option<Reading> {
    let by_line = lines::read(lines);
    let found = by_line.as_ref().map_or(0, |reading| reading.messages().count());
    let is_notes = by_line.as_ref().is_none_or(|reading| reading.order == Order::Put);
    let by_sentence = || prose::read(text).filter(|prose| prose.messages().count() >= found * 2);
    if is_notes { by_sentence().or(by_line) } else { by_line }
}

/// The day that a text names in full and that can be read in one way: `2026-11-23`, `Nov 23, 2026`, `23.11.2026`.
pub(in crate::text) fn exact_day(text: &str) -> Option<NaiveDate> {
    match stamp::day(text)? {
        Day::Exact(day) => Some(day),
        Day::Numeric(date) => match (date.day_first(), date.month_first()) {
            (Some(day), None) | (None, Some(day)) => Some(day),
            (one, other) => one.filter(|_| one == other),
        },
        Day::Unsaid | Day::Yearless(..) | Day::YearlessNumeric(..) | Day::Ago(_) | Day::Of(_) => None,
    }
}

/// The time of day that a text is: `14:05`, `14:05:10`, `2:05 PM`.
pub(in crate::text) fn clock(text: &str) -> Option<NaiveTime> {
    stamp::time(text)
}

fn finish(mut reading: Reading, near: Near, zone: Zone) -> Transcript {
    note_unknown_zones(&mut reading);
    let mut times = date_messages(&reading, near, zone).into_iter();
    let before = Some(reading.before.trim().to_owned()).filter(|words| !is_blank(words)).map(TranscriptEntry::undated);
    let entries = reading.marks.into_iter().filter_map(|mark| match mark {
        Mark::Message(message) => Some(TranscriptEntry::dated(message, times.next().flatten())),
        Mark::Aside(words) => Some(TranscriptEntry::undated(words.trim().to_owned())),
        Mark::Day(..) => None,
    });
    Transcript {
        format: Some(reading.label),
        lines: before.into_iter().chain(entries).collect(),
        days: reading.days,
        dropped: reading.dropped,
    }
}

fn note_unknown_zones(reading: &mut Reading) {
    let messages = reading.marks.iter_mut().filter_map(|mark| match mark {
        Mark::Message(message) => Some((&mut message.stamp, message.capitals.as_deref())),
        Mark::Day(..) | Mark::Aside(_) => None,
    });
    scan::note_unknown_zones(&mut messages.collect::<Vec<_>>());
}

impl TranscriptEntry {
    fn undated(text: String) -> Self {
        Self { at: None, guessed: false, reason: None, author: None, text, head: String::new() }
    }

    fn dated(message: Message, dated: Option<Dated>) -> Self {
        let doubts = dated.as_ref().map(|dated| dated.doubts.join("; ")).filter(|doubts| !doubts.is_empty());
        Self {
            at: dated.map(|dated| dated.at),
            guessed: doubts.is_some(),
            reason: doubts,
            author: message.author,
            text: message.text.trim().to_owned(),
            head: message.head,
        }
    }
}
