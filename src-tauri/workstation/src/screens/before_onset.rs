//! How far a change lies from the onset, in words.

use chrono::{DateTime, DurationRound, TimeDelta, Utc};
use sitrep_core::text::prose;

/// `15 min before`, by the times as they are read, so that they add up.
pub(crate) fn before_onset(at: DateTime<Utc>, onset: DateTime<Utc>) -> String {
    let minute = |time: DateTime<Utc>| time.duration_trunc(TimeDelta::minutes(1)).unwrap_or(time);
    let before = minute(onset) - minute(at);
    match before {
        none if none.is_zero() => format!("under 1 min {}", if at > onset { "after" } else { "before" }),
        before if before > TimeDelta::zero() => format!("{} before", prose(before)),
        after => format!("{} after", prose(after.abs())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_distance_is_that_of_the_times_that_are_read() {
        let at = |minute: i64, second: i64| DateTime::UNIX_EPOCH + TimeDelta::minutes(minute) + TimeDelta::seconds(second);
        for (change, onset, wanted) in [
            (at(42, 36), at(57, 35), "15 min before"),
            (at(57, 1), at(57, 59), "under 1 min before"),
            (at(57, 59), at(57, 1), "under 1 min after"),
            (at(59, 1), at(57, 59), "2 min after"),
        ] {
            assert_eq!(before_onset(change, onset), wanted);
        }
    }
}
