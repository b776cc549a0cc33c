//! Times as people type them of what has happened: `14:05`, `2:05pm CET`, `-5m`, `yesterday 23:50`, `Nov 25 14:05`, RFC 3339.

use chrono::{DateTime, TimeDelta, Utc};

pub use super::typed::parse_length;
use super::typed::{self, CLOCK_SLACK, ReadError, Typed, TypedAt, TypedDay, on_day, place_past};
use super::wall_clock::WallClock;
use super::zone::ZoneError;

/// Nothing that is told here began longer ago; a year further back is a slip of the finger.
const FURTHEST: TimeDelta = TimeDelta::days(3660);

/// Why a typed time was not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InstantError {
    /// It reads as no time at all.
    #[error("'{0}' is not a time")]
    Unreadable(String),
    /// Its zone is not known, or may be several.
    #[error(transparent)]
    Zone(ZoneError),
    /// It lies ahead of now.
    #[error("{} is in the future", .0.format("%Y-%m-%d %H:%M UTC"))]
    Future(DateTime<Utc>),
    /// It is so long ago that its year is in doubt.
    #[error("{} is more than ten years ago", .0.format("%Y-%m-%d %H:%M UTC"))]
    Year(DateTime<Utc>),
}

impl InstantError {
    /// What would work.
    #[must_use]
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Zone(_) => "Zones read like UTC, +02:00, CET, Europe/Berlin or local.",
            Self::Year(_) => "Is that the year you mean? What is told here began in the last ten years.",
            Self::Unreadable(_) | Self::Future(_) => {
                "Times read like 14:05, 2:05pm CET, -5m, '10 minutes ago', 'yesterday 23:50', 'Nov 25 14:05' or 2026-11-23T14:05:00Z, and lie in the past."
            }
        }
    }
}

/// Reads a time at or before now; bare times are in the zone on display.
///
/// # Errors
/// [`InstantError`] when it is no time, lies ahead, or lies further back than anybody means.
pub fn parse_past(text: &str, clock: WallClock) -> Result<DateTime<Utc>, InstantError> {
    not_ahead(within_memory(parse_up_to(text, clock)?, clock)?, clock.now)
}

/// The same for something that has its day already: a bare time is one of that day.
///
/// # Errors
/// As of [`parse_past`].
pub fn parse_past_on_day_of(text: &str, day_of: DateTime<Utc>, clock: WallClock) -> Result<DateTime<Utc>, InstantError> {
    match read(text, clock)? {
        Typed::At(at @ TypedAt { day: TypedDay::Unsaid, .. }) => {
            let zone = at.zone_by(clock);
            let day = zone.local(day_of).date();
            let placed = on_day(at, day, clock).filter(|_| day != zone.local(clock.now).date());
            placed.map_or_else(|| parse_past(text, clock), |placed| not_ahead(placed, clock.now))
        }
        _ => parse_past(text, clock),
    }
}

/// Reads a time of the past, however far back it lies; one that lies ahead is given as it is.
pub(in crate::text) fn parse_up_to(text: &str, clock: WallClock) -> Result<DateTime<Utc>, InstantError> {
    place_past(read(text, clock)?, clock).ok_or_else(|| unreadable(text))
}

fn read(text: &str, clock: WallClock) -> Result<Typed, InstantError> {
    typed::read(text, clock.here).map_err(|error| match error {
        ReadError::Unreadable => unreadable(text),
        ReadError::Zone(error) => InstantError::Zone(error),
    })
}

fn unreadable(text: &str) -> InstantError {
    InstantError::Unreadable(text.trim().to_owned())
}

fn within_memory(at: DateTime<Utc>, clock: WallClock) -> Result<DateTime<Utc>, InstantError> {
    if clock.now - at > FURTHEST { Err(InstantError::Year(at)) } else { Ok(at) }
}

/// Whether words were meant as a time, and nothing else: `25:99`, `14h`, `-5`.
#[must_use]
pub fn looks_like_a_time(text: &str) -> bool {
    let bare = text.trim().to_ascii_lowercase().replace("utc", "");
    bare.contains(|c: char| c.is_ascii_digit()) && bare.chars().all(|c| c.is_ascii_digit() || ":.-+@/ tzhms\u{2212}".contains(c))
}

/// The instant itself when it is at or before `now`; one that is ahead by no more than two clocks may differ is now.
///
/// # Errors
/// [`InstantError::Future`] when it lies ahead.
pub fn not_ahead(at: DateTime<Utc>, now: DateTime<Utc>) -> Result<DateTime<Utc>, InstantError> {
    if at <= now {
        Ok(at)
    } else if at - now <= CLOCK_SLACK {
        Ok(now)
    } else {
        Err(InstantError::Future(at))
    }
}
