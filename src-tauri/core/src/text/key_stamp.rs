//! A time within a key that names something due, so that the key stays the same where that time is told by another clock.

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};

const FORMAT: &str = "%Y%m%dT%H%M%S%3fZ";

/// A time as it stands in a key: `20261123T140000000Z`.
#[must_use]
pub fn key_stamp(at: DateTime<Utc>) -> String {
    at.format(FORMAT).to_string()
}

/// A key with each time in it moved.
#[must_use]
pub fn shift_key(key: &str, by: TimeDelta) -> String {
    key.split_inclusive(['/', ' ']).map(|part| shifted(part, by)).collect()
}

/// What a key says of the incident that its first part names: an incident may be shown under another handle than it was.
#[must_use]
pub fn key_without_handle(key: &str) -> &str {
    key.split_once('/').map_or(key, |(_, rest)| rest)
}

fn shifted(part: &str, by: TimeDelta) -> String {
    let word = part.trim_end_matches(['/', ' ']);
    let read = NaiveDateTime::parse_from_str(word, FORMAT).ok().and_then(|at| at.and_utc().checked_add_signed(by));
    read.map_or_else(|| part.to_owned(), |at| part.replacen(word, &key_stamp(at), 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_times_in_a_key_move_and_nothing_else_does() {
        let key = "2026-11-23-payments/update/20261123T140500250Z after 20261123T143000000Z";

        let back = shift_key(key, TimeDelta::hours(-15));

        assert_eq!(back, "2026-11-23-payments/update/20261122T230500250Z after 20261122T233000000Z");
        assert_eq!(shift_key(&back, TimeDelta::hours(15)), key);
    }
}
