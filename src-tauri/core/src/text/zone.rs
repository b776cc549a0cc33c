//! The zone that a time is in.

use chrono::{DateTime, FixedOffset, NaiveDateTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;

use crate::text::transcript;

/// The zones that people write by their letters, and how many minutes each is ahead of UTC. Letters that mean several are none of them.
const LETTERS: [(&str, i32); 19] = [
    ("WET", 0),
    ("WEST", 60),
    ("BST", 60),
    ("CET", 60),
    ("MEZ", 60),
    ("CEST", 120),
    ("MESZ", 120),
    ("EET", 120),
    ("EEST", 180),
    ("JST", 540),
    ("AEST", 600),
    ("EST", -300),
    ("EDT", -240),
    ("CST", -360),
    ("CDT", -300),
    ("MST", -420),
    ("MDT", -360),
    ("PST", -480),
    ("PDT", -420),
];

/// The zone that a time is in.
#[derive(Debug, Clone, Copy)]
pub enum Zone {
    /// Always as far ahead of UTC.
    Fixed(FixedOffset),
    /// As a place has it.
    Named(Tz),
    /// As this computer has it.
    Here(fn(NaiveDateTime) -> Option<DateTime<Utc>>),
}

impl Zone {
    /// UTC itself.
    #[must_use]
    pub fn utc() -> Self {
        Self::Named(Tz::UTC)
    }

    /// Reads `UTC`, `+02:00`, `UTC+2`, `CET`, `Europe/Berlin`.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Some(offset) = transcript::zone(text) {
            return Some(Self::Fixed(offset));
        }
        let ahead = ["UTC", "GMT"].into_iter().find_map(|name| text.strip_prefix(name)).and_then(transcript::zone);
        let letters = || LETTERS.iter().find(|(name, _)| *name == text).and_then(|(_, minutes)| FixedOffset::east_opt(minutes * 60));
        let fixed = ahead.or_else(letters).map(Self::Fixed);
        fixed.or_else(|| text.contains('/').then(|| text.parse().ok()).flatten().map(Self::Named))
    }

    /// The instant of a time in it; where clocks were set forward over it, an hour later, and where they were set back, the first.
    pub(in crate::text) fn instant(self, at: NaiveDateTime) -> Option<DateTime<Utc>> {
        self.exactly(at).or_else(|| self.exactly(at.checked_add_signed(TimeDelta::hours(1))?))
    }

    fn exactly(self, at: NaiveDateTime) -> Option<DateTime<Utc>> {
        match self {
            Self::Fixed(offset) => offset.from_local_datetime(&at).earliest().map(|at| at.to_utc()),
            Self::Named(zone) => zone.from_local_datetime(&at).earliest().map(|at| at.to_utc()),
            Self::Here(read) => read(at),
        }
    }

    /// The zone that a heading names: `Timeline (all times CET)`.
    pub(in crate::text) fn named_in(text: &str) -> Option<Self> {
        let word = |c: char| c.is_alphanumeric() || matches!(c, '/' | '_' | '+' | ':');
        text.split(|c| !word(c)).filter(|word| word.len() > 1).find_map(Self::read)
    }
}
