//! A transcript is read in whatever format it is pasted, with the right times, and no word of it is lost.

mod formats;
mod properties;
mod times;

use chrono::{DateTime, Utc};
use sitrep_core::text::transcript::{Transcript, TranscriptEntry, read};
use sitrep_core::text::{Near, Zone};

/// A Tuesday.
pub fn now() -> DateTime<Utc> {
    at("2026-11-24T14:42:00Z")
}

/// An instant, from RFC 3339.
pub fn at(text: &str) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(text).unwrap_or_default().to_utc()
}

/// Times without a zone are in UTC.
pub fn utc() -> Zone {
    Zone::utc()
}

/// Read at [`now`].
pub fn read_now(text: &str) -> Transcript {
    read(text, Near::now(now()), utc())
}

/// `2026-11-24 14:05:10 ana: text` for each message.
pub fn lines(transcript: &Transcript) -> Vec<String> {
    transcript.lines.iter().map(line).collect()
}

fn line(entry: &TranscriptEntry) -> String {
    let at = entry.at.map_or("no time".to_owned(), |at| at.format("%F %T").to_string());
    let author = entry.author.as_ref().map(|author| format!(" {author}:")).unwrap_or_default();
    format!("{at}{author} {}", entry.text.replace('\n', " / "))
}
