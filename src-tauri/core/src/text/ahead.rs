//! Times that lie ahead, as people type them: `tomorrow 15:00`, `2026-11-25 15:00 CET`, `+2h`.

use chrono::{DateTime, Utc};

use super::typed::{self, ReadError, place_ahead};
use super::wall_clock::WallClock;
use super::zone::ZoneError;

/// Why a typed time was not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AheadError {
    /// It reads as no time at all.
    #[error("'{0}' is not a day and a time")]
    Unreadable(String),
    /// Its zone is not known, or may be several.
    #[error(transparent)]
    Zone(ZoneError),
    /// It is over.
    #[error("{} is over", .0.format("%Y-%m-%d %H:%M UTC"))]
    Over(DateTime<Utc>),
}

/// Reads a time after now; bare times are in the zone on display, and one without a day is the next of that time.
///
/// # Errors
/// [`AheadError`] when it is no time, or is over.
pub fn parse_ahead(text: &str, clock: WallClock) -> Result<DateTime<Utc>, AheadError> {
    let unreadable = || AheadError::Unreadable(text.trim().to_owned());
    let typed = typed::read(text, clock.here).map_err(|error| match error {
        ReadError::Unreadable => unreadable(),
        ReadError::Zone(error) => AheadError::Zone(error),
    })?;
    let at = place_ahead(typed, clock).ok_or_else(unreadable)?;
    if at > clock.now { Ok(at) } else { Err(AheadError::Over(at)) }
}
