//! The zone that a time is in.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, Offset, TimeDelta, TimeZone, Utc};
use chrono_tz::{OffsetName, TZ_VARIANTS, Tz};

use super::zone_letters::{LETTERS, SEVERAL};

/// The zone that a time is in.
#[derive(Debug, Clone, Copy)]
pub enum Zone {
    /// Always as far ahead of UTC.
    Fixed(FixedOffset),
    /// As a place has it.
    Named(Tz),
    /// As this computer has it.
    Here(Here),
}

/// The zone of this computer, which only a caller can know.
#[derive(Debug, Clone, Copy)]
pub struct Here {
    /// The instant of a time here; none where clocks were set forward over it.
    pub instant: fn(NaiveDateTime) -> Option<DateTime<Utc>>,
    /// How far ahead of UTC it is here at an instant.
    pub offset: fn(DateTime<Utc>) -> FixedOffset,
}

/// Why a word was not taken as a zone.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ZoneError {
    /// Its letters mean several.
    #[error("{letters} is several zones: write {write}")]
    Several {
        /// As they are usually written.
        letters: &'static str,
        /// What means one of them.
        write: &'static str,
    },
    /// It is none that is known.
    #[error("'{0}' is not a zone that is known")]
    Unknown(String),
}

impl ZoneError {
    /// Whether it may be no zone at all.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        matches!(self, Self::Unknown(_))
    }
}

impl Zone {
    /// UTC itself.
    #[must_use]
    pub fn utc() -> Self {
        Self::Named(Tz::UTC)
    }

    /// Reads `UTC`, `+02:00`, `UTC+2`, `CET`, `Europe/Berlin`, as a text has them in its midst: letters count only as capitals.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let letters = || LETTERS.iter().find(|(name, _)| *name == text).and_then(|(_, minutes)| fixed(*minutes));
        let named = || text.contains('/').then(|| text.parse().ok()).flatten().map(Self::Named);
        by_offset(text).or_else(letters).or_else(named)
    }

    /// Reads a zone that somebody types, in capitals or not; `local` is `here`.
    ///
    /// # Errors
    /// [`ZoneError`] for what is none, or may be several.
    pub fn typed(text: &str, here: Self) -> Result<Self, ZoneError> {
        let text = text.trim();
        if text.eq_ignore_ascii_case("local") {
            return Ok(here);
        }
        if let Some((letters, write)) = SEVERAL.into_iter().find(|(letters, _)| letters.eq_ignore_ascii_case(text)) {
            return Err(ZoneError::Several { letters, write });
        }
        let named = || TZ_VARIANTS.iter().find(|zone| zone.name().contains('/') && zone.name().eq_ignore_ascii_case(text));
        let read = Self::read(&text.to_ascii_uppercase()).or_else(|| named().copied().map(Self::Named));
        read.ok_or_else(|| ZoneError::Unknown(text.to_owned()))
    }

    /// The instant of a time in it; where clocks were set forward over it, an hour later, and where they were set back, the first.
    pub(in crate::text) fn instant(self, at: NaiveDateTime) -> Option<DateTime<Utc>> {
        self.exactly(at).or_else(|| self.exactly(at.checked_add_signed(TimeDelta::hours(1))?))
    }

    fn exactly(self, at: NaiveDateTime) -> Option<DateTime<Utc>> {
        match self {
            Self::Fixed(offset) => offset.from_local_datetime(&at).earliest().map(|at| at.to_utc()),
            Self::Named(zone) => zone.from_local_datetime(&at).earliest().map(|at| at.to_utc()),
            Self::Here(here) => (here.instant)(at),
        }
    }

    /// How far ahead of UTC it is at an instant.
    #[must_use]
    pub fn offset(self, at: DateTime<Utc>) -> FixedOffset {
        match self {
            Self::Fixed(offset) => offset,
            Self::Named(zone) => zone.offset_from_utc_datetime(&at.naive_utc()).fix(),
            Self::Here(here) => (here.offset)(at),
        }
    }

    /// What the clocks in it show at an instant.
    #[must_use]
    pub fn local(self, at: DateTime<Utc>) -> NaiveDateTime {
        at.with_timezone(&self.offset(at)).naive_local()
    }

    /// What stands beside a time in it, and reads as that zone: `UTC`, `CET`, `+05:30`.
    #[must_use]
    pub fn name_at(self, at: DateTime<Utc>) -> String {
        let offset = self.offset(at);
        if offset.local_minus_utc() == 0 {
            return "UTC".to_owned();
        }
        let letters = match self {
            Self::Named(zone) => zone.offset_from_utc_datetime(&at.naive_utc()).abbreviation().map(str::to_owned),
            Self::Fixed(_) | Self::Here(_) => None,
        };
        letters.filter(|letters| means(letters, offset)).unwrap_or_else(|| offset.to_string())
    }

    /// The zone that a heading names: `Timeline (all times CET)`.
    pub(in crate::text) fn named_in(text: &str) -> Option<Self> {
        words_in(text).find_map(Self::read)
    }
}

fn means(letters: &str, offset: FixedOffset) -> bool {
    LETTERS.iter().any(|(name, minutes)| *name == letters && minutes * 60 == offset.local_minus_utc())
}

fn fixed(minutes: i32) -> Option<Zone> {
    FixedOffset::east_opt(minutes * 60).map(Zone::Fixed)
}

/// `UTC+2`, `GMT-03:00`, or an offset alone.
fn by_offset(text: &str) -> Option<Zone> {
    let ahead = ["UTC", "GMT"].into_iter().find_map(|name| text.strip_prefix(name)).filter(|ahead| !ahead.is_empty());
    offset(ahead.unwrap_or(text)).map(Zone::Fixed)
}

/// How far ahead of UTC is meant by `Z`, `UTC`, `GMT`, `+02:00`, `-0530` or `+2`.
#[must_use]
pub fn offset(text: &str) -> Option<FixedOffset> {
    if ["Z", "z", "UTC", "utc", "GMT", "gmt"].contains(&text) {
        return Some(Utc.fix());
    }
    let mut letters = text.chars();
    let sign = match letters.next()? {
        '+' => 1,
        '-' | '\u{2212}' => -1,
        _ => return None,
    };
    FixedOffset::east_opt(sign * offset_minutes(letters.as_str())? * 60)
}

/// The words of a line among which a zone may stand.
fn words_in(text: &str) -> impl Iterator<Item = &str> {
    let word = |c: char| c.is_alphanumeric() || matches!(c, '/' | '_' | '+' | ':');
    text.split(move |c| !word(c)).filter(|word| word.len() > 1)
}

/// The letters of a line that stand for a zone and mean several: behind a time, in a heading, in `All times are CST`.
pub(in crate::text) fn several_in(line: &str) -> Option<&str> {
    let of_all = line.trim_start().starts_with('#') || line.to_lowercase().starts_with("all times");
    let is_time = |word: &str| word.contains(':') && word.starts_with(|c: char| c.is_ascii_digit());
    let before = [""].into_iter().chain(words_in(line));
    before.zip(words_in(line)).find(|(before, word)| is_several(word) && (of_all || is_time(before))).map(|(_, letters)| letters)
}

/// Whether letters mean several zones.
pub(in crate::text) fn is_several(letters: &str) -> bool {
    SEVERAL.iter().any(|(several, _)| *several == letters)
}

/// `02:00`, `0530` and `2` in minutes, to the 14 hours that there are.
fn offset_minutes(digits: &str) -> Option<i32> {
    let (hours, minutes) = match digits.split_once(':') {
        Some(parts) => parts,
        None if digits.len() == 4 && digits.is_ascii() => digits.split_at(2),
        None => (digits, "0"),
    };
    let number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse::<i32>().ok()).flatten();
    let (hours, minutes) = (number(hours)?, number(minutes)?);
    (hours <= 14 && minutes < 60).then_some(hours * 60 + minutes)
}

/// What a text of many times in one zone needs to know of it.
impl Zone {
    /// The first and the last instant of a time in it: two where clocks were set back over it.
    pub(in crate::text) fn both(self, at: NaiveDateTime) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
        let first = self.instant(at)?;
        let last = match self {
            Self::Named(zone) => zone.from_local_datetime(&at).latest().map(|at| at.to_utc()),
            Self::Fixed(_) | Self::Here(_) => None,
        };
        Some((first, last.unwrap_or(first)))
    }

    /// Whether clocks were set forward over a time.
    pub(in crate::text) fn is_skipped(self, at: NaiveDateTime) -> bool {
        self.exactly(at).is_none()
    }

    /// The day that an instant is of.
    pub(in crate::text) fn date_of(self, at: DateTime<Utc>) -> NaiveDate {
        self.local(at).date()
    }
}
