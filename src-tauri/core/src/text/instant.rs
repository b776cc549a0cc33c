//! Times as people type them: `14:05`, `14:05Z`, `-5m`, `yesterday 23:50`, RFC 3339.

use chrono::{DateTime, Days, NaiveTime, SubsecRound, TimeDelta, Utc};

/// A bare time that lies ahead is taken as yesterday's if that is at most this long ago: at 00:10, `23:50` is 20 minutes
/// ago. Otherwise it is a slip of the finger and refused.
const YESTERDAY_AT_MOST: TimeDelta = TimeDelta::hours(6);

/// Two machines' clocks may differ a little; a time ahead by no more than this counts as now.
const CLOCK_SLACK: TimeDelta = TimeDelta::seconds(2);

/// Why a typed time was not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InstantError {
    /// It reads as no time at all.
    #[error("'{0}' is not a time")]
    Unreadable(String),
    /// It lies ahead of now.
    #[error("{} is in the future", .0.format("%Y-%m-%d %H:%M UTC"))]
    Future(DateTime<Utc>),
}

impl InstantError {
    /// What would work.
    #[must_use]
    pub fn hint(&self) -> &'static str {
        "Times read like 14:05, -5m, -1h30m, 'yesterday 23:50' or 2026-11-23T14:05:00Z, and lie in the past."
    }
}

/// Reads a time at or before `now`; bare times are in UTC.
///
/// # Errors
/// [`InstantError`] when it is no time, or lies ahead.
pub fn parse_past(text: &str, now: DateTime<Utc>) -> Result<DateTime<Utc>, InstantError> {
    let at = parse(text, now).ok_or_else(|| InstantError::Unreadable(text.trim().to_owned()))?;
    not_ahead(at, now)
}

/// The same for something that has its day already: a bare time is one of that day.
///
/// # Errors
/// [`InstantError`] when it is no time, or lies ahead.
pub fn parse_past_on_day_of(text: &str, day_of: DateTime<Utc>, now: DateTime<Utc>) -> Result<DateTime<Utc>, InstantError> {
    match parse_clock(text.trim()).filter(|_| day_of.date_naive() != now.date_naive()) {
        Some(time) => not_ahead(day_of.date_naive().and_time(time).and_utc(), now),
        None => parse_past(text, now),
    }
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

/// Nobody means more; adding more to an instant could leave the calendar.
const LONGEST: TimeDelta = TimeDelta::days(3660);

/// Reads a length such as `10m`, `1h`, `1h30m`, `2d`; `None` when it is none, not positive, or more than ten years.
#[must_use]
pub fn parse_length(text: &str) -> Option<TimeDelta> {
    let mut total = TimeDelta::zero();
    let mut digits = String::new();
    for c in text.chars() {
        if c.is_ascii_digit() && digits.len() < 6 {
            digits.push(c);
            continue;
        }
        let count: i64 = digits.parse().ok()?;
        digits.clear();
        total += match c {
            's' => TimeDelta::seconds(count),
            'm' => TimeDelta::minutes(count),
            'h' => TimeDelta::hours(count),
            'd' => TimeDelta::days(count),
            _ => return None,
        };
        if total > LONGEST {
            return None;
        }
    }
    (digits.is_empty() && total > TimeDelta::zero()).then_some(total)
}

fn parse(text: &str, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let text = text.trim();
    if text.eq_ignore_ascii_case("now") {
        return Some(now);
    }
    if let Some(length) = text.strip_prefix(['-', '\u{2212}']) {
        return now.checked_sub_signed(parse_length(length)?);
    }
    if let Some(length) = text.strip_prefix('+') {
        return now.checked_add_signed(parse_length(length)?);
    }
    if let Some(time) = strip_prefix_ignore_case(text, "yesterday ") {
        let day = now.date_naive().checked_sub_days(Days::new(1))?;
        return Some(day.and_time(parse_clock(time)?).and_utc());
    }
    if let Some(time) = parse_clock(text) {
        return Some(nearest_past(time, now));
    }
    parse_dated(text)
}

fn strip_prefix_ignore_case<'t>(text: &'t str, prefix: &str) -> Option<&'t str> {
    let head = text.get(..prefix.len())?;
    head.eq_ignore_ascii_case(prefix).then(|| text[prefix.len()..].trim())
}

fn parse_clock(text: &str) -> Option<NaiveTime> {
    let bare = text.strip_suffix(['Z', 'z']).unwrap_or(text);
    let looks_like_a_clock = bare.contains(':') && bare.chars().all(|c| c.is_ascii_digit() || c == ':');
    if !looks_like_a_clock {
        return None;
    }
    ["%H:%M", "%H:%M:%S"].into_iter().find_map(|format| NaiveTime::parse_from_str(bare, format).ok())
}

fn nearest_past(time: NaiveTime, now: DateTime<Utc>) -> DateTime<Utc> {
    let today = now.date_naive().and_time(time).and_utc();
    let yesterday = today - TimeDelta::days(1);
    if today > now + CLOCK_SLACK && now - yesterday <= YESTERDAY_AT_MOST { yesterday } else { today }
}

fn parse_dated(text: &str) -> Option<DateTime<Utc>> {
    if let Ok(at) = DateTime::parse_from_rfc3339(text) {
        return Some(at.with_timezone(&Utc).trunc_subsecs(3));
    }
    let bare = text.strip_suffix(['Z', 'z']).unwrap_or(text);
    let bare = bare.strip_suffix(" UTC").unwrap_or(bare);
    ["%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"]
        .into_iter()
        .find_map(|format| chrono::NaiveDateTime::parse_from_str(bare, format).ok())
        .map(|at| at.and_utc())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        DateTime::parse_from_rfc3339(text).unwrap_or_default().with_timezone(&Utc)
    }

    #[test]
    fn typed_times_are_read_as_an_engineer_means_them() {
        let now = at("2026-11-23T14:42:10Z");
        for (text, expected) in [
            ("14:05", "2026-11-23T14:05:00Z"),
            ("14:05Z", "2026-11-23T14:05:00Z"),
            ("-5m", "2026-11-23T14:37:10Z"),
            ("-1h30m", "2026-11-23T13:12:10Z"),
            ("yesterday 23:50", "2026-11-22T23:50:00Z"),
            ("Yesterday 23:50", "2026-11-22T23:50:00Z"),
            ("2026-11-23T14:05:00+02:00", "2026-11-23T12:05:00Z"),
            ("2026-11-23 14:05", "2026-11-23T14:05:00Z"),
            ("2026-11-23 14:05 UTC", "2026-11-23T14:05:00Z"),
            ("now", "2026-11-23T14:42:10Z"),
        ] {
            assert_eq!(parse_past(text, now), Ok(at(expected)), "{text}");
        }
    }

    #[test]
    fn a_bare_time_of_something_that_has_its_day_is_of_that_day() {
        let (day, now) = (at("2026-11-20T09:00:00Z"), at("2026-11-23T14:42:10Z"));
        let read = |text: &str| parse_past_on_day_of(text, day, now);
        assert_eq!((read("14:05"), read(" 23:59 ")), (Ok(at("2026-11-20T14:05:00Z")), Ok(at("2026-11-20T23:59:00Z"))));
        assert_eq!((read("-10m"), read("2026-11-21 10:00")), (Ok(at("2026-11-23T14:32:10Z")), Ok(at("2026-11-21T10:00:00Z"))));
        assert!(matches!(parse_past_on_day_of("23:50", now, now), Err(InstantError::Future(_))), "today it lies ahead");
        let after_midnight = at("2026-11-24T00:10:00Z");
        assert_eq!(parse_past_on_day_of("23:50", after_midnight, after_midnight), Ok(at("2026-11-23T23:50:00Z")));
    }

    #[test]
    fn what_was_meant_as_a_time_is_known_from_words() {
        for text in ["25:99", "14:65", "-5", "99", "2026-13-40", "24:00 UTC", "@9"] {
            assert!(looks_like_a_time(text), "{text}");
        }
        for text in ["after the deploy", "about 14:05", "since v312", "10 minutes ago", "unknown", ""] {
            assert!(!looks_like_a_time(text), "{text}");
        }
    }

    #[test]
    fn just_after_midnight_a_late_time_is_yesterdays() {
        assert_eq!(parse_past("23:50", at("2026-11-24T00:10:00Z")), Ok(at("2026-11-23T23:50:00Z")));
    }

    #[test]
    fn what_lies_ahead_is_refused() {
        let now = at("2026-11-23T14:42:10Z");
        for text in ["15:30", "+5m", "2027-01-01T00:00:00Z"] {
            assert!(matches!(parse_past(text, now), Err(InstantError::Future(_))), "{text}");
        }
    }

    #[test]
    fn what_is_no_time_is_refused() {
        let now = at("2026-11-23T14:42:10Z");
        for text in ["", "soon", "-", "-5", "-5x", "25:00", "14", "14:65", "yesterday", "-99999999999999d", "-4000d", "-m"] {
            assert!(matches!(parse_past(text, now), Err(InstantError::Unreadable(_))), "{text}");
        }
    }
}
