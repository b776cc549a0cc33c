//! A pasted transcript, before and after it is recorded.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sitrep_core::vocabulary::EventId;
use ts_rs::TS;

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
    /// Whether the day was not said, or can be read in two ways.
    pub guessed: bool,
    /// Whether it is on the timeline already.
    pub duplicate: bool,
    /// Whether it can be recorded: it has a time, and that is past.
    pub recordable: bool,
    /// Whether it is recorded unless a person says otherwise.
    pub ticked: bool,
    /// What to know about it: `on the timeline already`, `no time`, `in the future`, `day guessed`.
    pub note: Option<String>,
}

/// An entry that a person confirmed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ConfirmedLine {
    /// When it happened (UTC).
    pub at: DateTime<Utc>,
    /// Who wrote it.
    pub author: Option<String>,
    /// The words.
    pub text: String,
}

/// Entries that were recorded together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RecordedTranscript {
    /// The incident they went to.
    pub handle: String,
    /// The events, in the order of the transcript.
    pub ids: Vec<EventId>,
    /// `Logged 12 entries to P1 Payments failing at checkout`.
    pub message: String,
}
