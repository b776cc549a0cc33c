//! Durations and instants as people read them.

use chrono::{DateTime, TimeDelta, Utc};

use super::thousands::thousands;

/// A countdown: `06:12` under an hour, `1:17:50` above. Negative lengths read as their size.
#[must_use]
pub fn countdown(length: TimeDelta) -> String {
    let seconds = length.num_seconds().abs();
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours == 0 { format!("{minutes:02}:{seconds:02}") } else { format!("{hours}:{minutes:02}:{seconds:02}") }
}

/// Elapsed time: `00:42:10`, hours grow as needed.
#[must_use]
pub fn stopwatch(length: TimeDelta) -> String {
    let seconds = length.num_seconds().max(0);
    format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

/// A length in prose: `42 min`, `1 h 26 min`, `2 d 3 h`; whole minutes, rounded down.
#[must_use]
pub fn prose(length: TimeDelta) -> String {
    let minutes = length.num_minutes().max(0);
    let (days, hours, rest) = (minutes / 1440, minutes / 60 % 24, minutes % 60);
    match (days, hours, rest) {
        (0, 0, m) => format!("{m} min"),
        (0, h, 0) => format!("{h} h"),
        (0, h, m) => format!("{h} h {m} min"),
        (d, 0, _) => format!("{d} d"),
        (d, h, _) => format!("{d} d {h} h"),
    }
}

/// A cadence in words: `15 minutes`, `2 hours`, `day`, `48 hours`, `7 days`.
#[must_use]
pub fn every(length: TimeDelta) -> String {
    match length.num_minutes() {
        1440 => "day".to_owned(),
        60 => "hour".to_owned(),
        minutes if minutes % 1440 == 0 && minutes > 2880 => format!("{} days", minutes / 1440),
        minutes if minutes % 60 == 0 => format!("{} hours", minutes / 60),
        minutes => format!("{minutes} minutes"),
    }
}

/// A length after `in`: `15 minutes`, `2 hours`, `1 day`.
#[must_use]
pub fn within(length: TimeDelta) -> String {
    match length.num_minutes() {
        1440 => "1 day".to_owned(),
        60 => "1 hour".to_owned(),
        _ => every(length),
    }
}

/// The roughest useful length, for lists: `4 min`, `12 h`, `9 d`.
#[must_use]
pub fn rough(length: TimeDelta) -> String {
    let minutes = length.num_minutes().max(0);
    match minutes {
        0..=59 => format!("{minutes} min"),
        60..=2879 => format!("{} h", minutes / 60),
        _ => format!("{} d", minutes / 1440),
    }
}

/// A length as a table has room for it: `< 1 min`, `52 min`, `3 h 48`, `20 h`, from two days on `2 d 3 h`; whole minutes, rounded down.
#[must_use]
pub fn compact(length: TimeDelta) -> String {
    let minutes = length.num_minutes().max(0);
    match (minutes / 60, minutes % 60) {
        (0, 0) => "< 1 min".to_owned(),
        (0, m) => format!("{m} min"),
        (h, 0) if h < 48 => format!("{h} h"),
        (h, m) if h < 48 => format!("{h} h {m:02}"),
        _ => prose(length),
    }
}

/// A sum of lengths in hours: `0 h`, `0.9 h`, `8.2 h`, `61 h`, `1,204 h`.
#[must_use]
pub fn in_hours(length: TimeDelta) -> String {
    let tenths = (length.num_minutes().max(0) + 3) / 6;
    match usize::try_from(tenths).unwrap_or(usize::MAX) {
        0 if length <= TimeDelta::zero() => "0 h".to_owned(),
        0 => "< 0.1 h".to_owned(),
        tenths @ 1..100 => format!("{}.{} h", tenths / 10, tenths % 10),
        tenths => format!("{} h", thousands((tenths + 5) / 10)),
    }
}

/// How long something took: `40 ms`, `3.2 s`, `2 min 5 s`, `1 h 26 min`.
#[must_use]
pub fn precise(length: TimeDelta) -> String {
    let (millis, seconds) = (length.num_milliseconds().max(0), length.num_seconds().max(0));
    match seconds {
        0 => format!("{millis} ms"),
        1..=59 => format!("{}.{} s", seconds, millis / 100 % 10),
        60..=3599 => format!("{} min {} s", seconds / 60, seconds % 60),
        _ => prose(length),
    }
}

/// An instant as `14:05 UTC`, with its date when it is not on the day of `now`.
#[must_use]
pub fn clock_time(at: DateTime<Utc>, now: DateTime<Utc>) -> String {
    if at.date_naive() == now.date_naive() { at.format("%H:%M UTC").to_string() } else { date_and_time(at) }
}

/// An instant with its date: `2026-11-25 15:00 UTC`.
#[must_use]
pub fn date_and_time(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%d %H:%M UTC").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_read_as_designed() {
        let seconds = TimeDelta::seconds;
        assert_eq!(countdown(seconds(372)), "06:12");
        assert_eq!(countdown(seconds(-160)), "02:40");
        assert_eq!(countdown(seconds(4670)), "1:17:50");
        assert_eq!(stopwatch(seconds(2530)), "00:42:10");
        assert_eq!(stopwatch(seconds(400_000)), "111:06:40");
        assert_eq!(prose(seconds(2530)), "42 min");
        assert_eq!(prose(seconds(5160)), "1 h 26 min");
        assert_eq!(prose(TimeDelta::hours(46)), "1 d 22 h");
        assert_eq!(every(TimeDelta::minutes(30)), "30 minutes");
        assert_eq!(every(TimeDelta::hours(2)), "2 hours");
        assert_eq!(every(TimeDelta::hours(24)), "day");
        assert_eq!(within(TimeDelta::hours(24)), "1 day");
        assert_eq!(within(TimeDelta::hours(2)), "2 hours");
        assert_eq!(within(TimeDelta::hours(48)), "48 hours");
        assert_eq!(within(TimeDelta::hours(168)), "7 days");
        assert_eq!(precise(TimeDelta::milliseconds(40)), "40 ms");
        assert_eq!(precise(TimeDelta::milliseconds(3_249)), "3.2 s");
        assert_eq!(precise(seconds(125)), "2 min 5 s");
        assert_eq!(precise(seconds(5160)), "1 h 26 min");
        assert_eq!(rough(TimeDelta::hours(46)), "46 h");
        assert_eq!(rough(TimeDelta::hours(49)), "2 d");
    }
}
