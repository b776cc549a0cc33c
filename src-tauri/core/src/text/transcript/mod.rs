//! A pasted transcript, of a chat or a terminal, as dated entries.
//!
//! The formats are data (`formats.rs`). Reading takes time in proportion to the text, and no word is lost: what does not
//! begin a message belongs to the message above it.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, Utc};

mod dating;
mod formats;
mod recognise;
mod stamp;

use dating::{Mark, date_messages};
use formats::Is;
use recognise::{Begin, Known, day_line, is_name};
use stamp::Day;

use super::{as_seen, is_blank};

/// What a text was read as.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Transcript {
    /// The format's name on screen; none when no times were found.
    pub format: Option<&'static str>,
    /// The messages, in the order of the text.
    pub lines: Vec<TranscriptEntry>,
    /// The lines that date those after them, as they stand in the text.
    pub days: Vec<String>,
}

/// A message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TranscriptEntry {
    /// When it was written (UTC); none for what stands before the first time.
    pub at: Option<DateTime<Utc>>,
    /// Whether the day was not said, or can be read in two ways.
    pub guessed: bool,
    /// Who wrote it, as the transcript names them.
    pub author: Option<String>,
    /// The words, over several lines if they are so in the transcript.
    pub text: String,
    /// What stands before the words: time and author, as pasted.
    pub head: String,
}

/// Reads a transcript at `now`; times whose zone the text does not name are in the zone that is `offset` ahead of UTC.
#[must_use]
pub fn read(text: &str, now: DateTime<Utc>, offset: FixedOffset) -> Transcript {
    let text = &*as_seen(text);
    let Some(format) = recognise::format(text) else {
        let words = Some(text.trim()).filter(|words| !is_blank(words));
        return Transcript {
            lines: words.map(|words| TranscriptEntry::undated(words.to_owned())).into_iter().collect(),
            ..Default::default()
        };
    };
    let mut reading = Reading::default();
    for line in text.lines() {
        reading.take(line, format);
    }
    reading.finish(format, now, offset)
}

/// The zone that is meant by `UTC`, `Z`, `+02:00`, `-0530` or `+2`.
#[must_use]
pub fn zone(text: &str) -> Option<FixedOffset> {
    stamp::zone(text)
}

/// The day that a text names in full and that can be read in one way: `2026-11-23`, `Nov 23, 2026`, `23.11.2026`.
pub(in crate::text) fn exact_day(text: &str) -> Option<NaiveDate> {
    match stamp::day(text)? {
        Day::Exact(day) => Some(day),
        Day::Numeric(date) => match (date.day_first(), date.month_first()) {
            (Some(day), None) | (None, Some(day)) => Some(day),
            (one, other) => one.filter(|_| one == other),
        },
        Day::Unsaid | Day::Yearless(..) | Day::Ago(_) | Day::Of(_) => None,
    }
}

/// The time of day that a text is: `14:05`, `14:05:10`, `2:05 PM`.
pub(in crate::text) fn clock(text: &str) -> Option<NaiveTime> {
    stamp::time(text)
}

#[derive(Default)]
struct Reading {
    marks: Vec<Mark>,
    /// What stands before the first message.
    before: String,
    messages: Vec<TranscriptEntry>,
    days: Vec<String>,
}

impl Reading {
    fn take(&mut self, line: &str, format: &Known) {
        if let Some(begin) = format.begin(line) {
            self.begin(line, begin);
        } else if let Some(day) = day_line(line) {
            self.marks.push(Mark::Day(day));
            self.days.push(line.trim().to_owned());
        } else {
            let words = self.open();
            words.push('\n');
            // A line that shows nothing parts two others, and says nothing itself.
            words.push_str(if is_blank(line) { "" } else { line });
        }
    }

    fn begin(&mut self, line: &str, begin: Begin<'_>) {
        let (head, text) = line.split_at(begin.text_at);
        let mut entry = TranscriptEntry { head: head.to_owned(), ..TranscriptEntry::undated(text.to_owned()) };
        match begin.is {
            Is::UnderAuthor => {
                entry.author = self.take_name();
                entry.head = format!("{}\n{head}", entry.author.as_deref().unwrap_or_default());
            }
            Is::SameAuthor => entry.author = self.messages.last().and_then(|last| last.author.clone()),
            Is::Line | Is::Alone | Is::System => entry.author = begin.author.map(str::to_owned),
        }
        self.marks.push(Mark::Message(begin.stamp));
        self.messages.push(entry);
    }

    /// The words that the next line belongs to.
    fn open(&mut self) -> &mut String {
        self.messages.last_mut().map_or(&mut self.before, |message| &mut message.text)
    }

    /// The name on the line above, which was taken for words.
    fn take_name(&mut self) -> Option<String> {
        let words = self.open();
        let from = words.rfind('\n')?;
        let name = words[from..].trim().to_owned();
        if !is_name(&name) {
            return None;
        }
        words.truncate(from);
        Some(name)
    }

    fn finish(self, format: &Known, now: DateTime<Utc>, offset: FixedOffset) -> Transcript {
        let times = date_messages(&self.marks, now, offset);
        let before = Some(self.before.trim().to_owned()).filter(|words| !is_blank(words)).map(TranscriptEntry::undated);
        let messages = self.messages.into_iter().zip(times).map(|(message, time)| TranscriptEntry {
            at: time.map(|time| time.at),
            guessed: time.is_some_and(|time| time.guessed),
            text: message.text.trim().to_owned(),
            ..message
        });
        Transcript { format: Some(format.label()), lines: before.into_iter().chain(messages).collect(), days: self.days }
    }
}

impl TranscriptEntry {
    fn undated(text: String) -> Self {
        Self { at: None, guessed: false, author: None, text, head: String::new() }
    }
}
