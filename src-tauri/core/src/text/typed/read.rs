//! What a typed time says.

use chrono::{NaiveTime, TimeDelta};

use super::day::{DayWords, TypedDay};
use super::length::parse_length;
use super::time_of_day::{Digits, Half};
use super::words::words_of;
use crate::text::zone::{Zone, ZoneError};

/// What a typed time says.
#[derive(Debug, Clone, Copy)]
pub(in crate::text) enum Typed {
    /// So long after now, or before it.
    Away(TimeDelta),
    /// A time of a day.
    At(TypedAt),
}

/// A time of a day.
#[derive(Debug, Clone, Copy)]
pub(in crate::text) struct TypedAt {
    pub(in crate::text) day: TypedDay,
    pub(in crate::text) time: NaiveTime,
    /// The zone, if it is written.
    pub(in crate::text) zone: Option<Zone>,
}

/// Why it says nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::text) enum ReadError {
    /// It is no time.
    Unreadable,
    /// Its zone is not known.
    Zone(ZoneError),
}

/// Reads what is typed; `local` is the zone `here`.
pub(in crate::text) fn read(text: &str, here: Zone) -> Result<Typed, ReadError> {
    match away(text.trim()) {
        Some(length) => Ok(Typed::Away(length)),
        None => at(text, here).map(Typed::At),
    }
}

/// `now`, `-5m`, `+2h`, `in 10 minutes`, `10 minutes ago`.
fn away(text: &str) -> Option<TimeDelta> {
    let lower = text.to_lowercase();
    if lower == "now" {
        return Some(TimeDelta::zero());
    }
    let behind = lower.strip_prefix(['-', '\u{2212}']).or_else(|| lower.strip_suffix(" ago"));
    let ahead = || lower.strip_prefix('+').or_else(|| lower.strip_prefix("in "));
    match behind {
        Some(length) => parse_length(length.trim_end_matches(" ago")).map(|length| -length),
        None => ahead().and_then(parse_length),
    }
}

fn at(text: &str, here: Zone) -> Result<TypedAt, ReadError> {
    let mut said = Said { here, ..Said::default() };
    words_of(text).try_for_each(|word| said.take(word))?;
    said.finish()
}

#[derive(Debug, Clone, Copy)]
struct Said {
    days: DayWords,
    digits: Option<Digits>,
    half: Option<Half>,
    zone: Option<Zone>,
    /// The last word, if it was a number that may become an hour: `2 pm`.
    number: Option<Digits>,
    before_number: DayWords,
    here: Zone,
}

impl Default for Said {
    fn default() -> Self {
        let days = DayWords::default();
        Self { days, digits: None, half: None, zone: None, number: None, before_number: days, here: Zone::utc() }
    }
}

impl Said {
    fn take(&mut self, word: &str) -> Result<(), ReadError> {
        let number = self.number.take();
        if let Some(half) = Half::read(word) {
            return self.take_half(half, number);
        }
        let before = self.days;
        if self.days.take(word) {
            (self.number, self.before_number) = (Digits::read(word), before);
            return Ok(());
        }
        self.days = before;
        if word.starts_with(|c: char| c.is_ascii_digit()) { self.take_clock(word) } else { self.take_zone(word) }
    }

    fn take_half(&mut self, half: Half, number: Option<Digits>) -> Result<(), ReadError> {
        if self.half.replace(half).is_some() {
            return Err(ReadError::Unreadable);
        }
        match (self.digits, number) {
            (Some(_), None) => Ok(()),
            (None, Some(hour)) => {
                (self.digits, self.days) = (Some(hour), self.before_number);
                Ok(())
            }
            _ => Err(ReadError::Unreadable),
        }
    }

    /// `14:05`, and what stands behind it without a blank: `2:05pm`, `19:30+04:00`.
    fn take_clock(&mut self, word: &str) -> Result<(), ReadError> {
        let end = word.find(|c: char| !c.is_ascii_digit() && !":.,".contains(c)).unwrap_or(word.len());
        let (clock, behind) = word.split_at(end);
        let digits = Digits::read(clock).ok_or(ReadError::Unreadable)?;
        if self.digits.replace(digits).is_some() {
            return Err(ReadError::Unreadable);
        }
        match Half::read(behind) {
            _ if behind.is_empty() => Ok(()),
            Some(half) => self.take_half(half, None),
            None => self.set_zone(behind),
        }
    }

    /// A zone that is a word of its own; what is far from being one makes the whole no time.
    fn take_zone(&mut self, word: &str) -> Result<(), ReadError> {
        // 14:05 -2 is a range that somebody began.
        let is_short_offset = word.starts_with(['+', '-', '\u{2212}']) && word.chars().count() < 5;
        if is_short_offset { Err(ReadError::Unreadable) } else { self.set_zone(word) }
    }

    fn set_zone(&mut self, word: &str) -> Result<(), ReadError> {
        let zone = Zone::typed(word, self.here).map_err(|error| match error {
            ZoneError::Unknown(_) if !looks_like_a_zone(word) => ReadError::Unreadable,
            error => ReadError::Zone(error),
        })?;
        if self.zone.replace(zone).is_some() { Err(ReadError::Unreadable) } else { Ok(()) }
    }

    fn finish(self) -> Result<TypedAt, ReadError> {
        let time = self.digits.and_then(|digits| digits.time(self.half));
        match (self.days.day(), time) {
            (Some(day), Some(time)) => Ok(TypedAt { day, time, zone: self.zone }),
            _ => Err(ReadError::Unreadable),
        }
    }
}

/// Letters in capitals, an offset, or a place.
fn looks_like_a_zone(word: &str) -> bool {
    let capitals = (2..=5).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase());
    let offset =
        word.strip_prefix(['+', '-', '\u{2212}']).is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b':'));
    capitals || offset || (word.contains('/') && word.starts_with(char::is_alphabetic))
}
