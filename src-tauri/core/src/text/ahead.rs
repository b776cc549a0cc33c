//! Times that lie ahead, as people type them: `tomorrow 15:00`, `2026-11-25 15:00`, `+2h`.

use chrono::{DateTime, Days, NaiveTime, TimeDelta, Utc};

use super::due_date::parse_due;
use super::instant::parse_length;

/// Why a typed time was not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AheadError {
    /// It reads as no time at all.
    #[error("'{0}' is not a day and a time")]
    Unreadable(String),
    /// It is over.
    #[error("{} is over", .0.format("%Y-%m-%d %H:%M UTC"))]
    Over(DateTime<Utc>),
}

/// Reads a time after `now`; bare times are in UTC, and one without a day is the next of that time.
///
/// # Errors
/// [`AheadError`] when it is no time, or is over.
pub fn parse_ahead(text: &str, now: DateTime<Utc>) -> Result<DateTime<Utc>, AheadError> {
    let at = parse(text.trim(), now).ok_or_else(|| AheadError::Unreadable(text.trim().to_owned()))?;
    if at > now { Ok(at) } else { Err(AheadError::Over(at)) }
}

fn parse(text: &str, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    if let Some(length) = text.strip_prefix('+') {
        return now.checked_add_signed(parse_length(length)?);
    }
    if let Ok(at) = DateTime::parse_from_rfc3339(text) {
        return Some(at.with_timezone(&Utc));
    }
    let bare = text.strip_suffix(" UTC").or_else(|| text.strip_suffix(['Z', 'z'])).unwrap_or(text);
    if let Some(time) = clock(bare) {
        let today = now.date_naive().and_time(time).and_utc();
        return if today > now { Some(today) } else { today.checked_add_days(Days::new(1)) };
    }
    let (day, time) = bare.rsplit_once([' ', 'T'])?;
    Some(parse_due(day, now.date_naive())?.and_time(clock(time)?).and_utc()).filter(|at| *at - now < TimeDelta::days(3660))
}

fn clock(text: &str) -> Option<NaiveTime> {
    NaiveTime::parse_from_str(text.trim(), "%H:%M").ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        DateTime::parse_from_rfc3339(text).unwrap_or_default().with_timezone(&Utc)
    }

    #[test]
    fn times_ahead_read_as_people_write_them() {
        let now = at("2026-11-23T14:42:10Z");
        for (text, expected) in [
            ("15:00", "2026-11-23T15:00:00Z"),
            ("14:00", "2026-11-24T14:00:00Z"),
            ("tomorrow 15:00", "2026-11-24T15:00:00Z"),
            ("Tomorrow 09:30 UTC", "2026-11-24T09:30:00Z"),
            ("2026-11-25 15:00", "2026-11-25T15:00:00Z"),
            ("2026-11-25T15:00Z", "2026-11-25T15:00:00Z"),
            ("2026-11-25T15:00:00+02:00", "2026-11-25T13:00:00Z"),
            ("2d 10:00", "2026-11-25T10:00:00Z"),
            ("+2h", "2026-11-23T16:42:10Z"),
        ] {
            assert_eq!(parse_ahead(text, now), Ok(at(expected)), "{text}");
        }
    }

    #[test]
    fn what_is_over_or_no_time_is_refused() {
        let now = at("2026-11-23T14:42:10Z");
        for text in ["today 14:42", "2026-11-23 14:00", "2026-11-22 15:00"] {
            assert!(matches!(parse_ahead(text, now), Err(AheadError::Over(_))), "{text}");
        }
        for text in ["", "soon", "25:99", "tomorrow", "2026-02-30 10:00", "+", "9999-01-01 10:00", "tomorrow 25:00"] {
            assert!(matches!(parse_ahead(text, now), Err(AheadError::Unreadable(_))), "{text}");
        }
    }
}
