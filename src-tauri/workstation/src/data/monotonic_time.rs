//! Time that nobody can set: a wall clock that is set back must neither silence nor delay a reminder.

use std::collections::HashMap;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};

/// Both clocks at one moment.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Moment {
    /// The wall clock (UTC).
    pub(crate) wall: DateTime<Utc>,
    /// Since the computer started, sleep included.
    pub(crate) uptime: Duration,
}

impl Moment {
    /// The time it is at `now` if the wall clock had not been touched since this moment.
    fn carried_to(self, now: Self) -> DateTime<Utc> {
        let passed = TimeDelta::from_std(now.uptime.saturating_sub(self.uptime)).unwrap_or(TimeDelta::MAX);
        self.wall.checked_add_signed(passed).unwrap_or(self.wall)
    }
}

/// For each thing that is waited for, when it was first seen by both clocks.
#[derive(Debug, Default)]
pub(crate) struct MonotonicTime {
    seen: HashMap<String, Moment>,
}

impl MonotonicTime {
    /// The time that counts for what is named `name` and runs from `from`: what the wall clock says, or what it would say had
    /// it not been set back since this was first seen, whichever is later. What seems to begin only in the future began before
    /// the clock was set back.
    pub(crate) fn now_for(&mut self, name: &str, from: DateTime<Utc>, now: Moment) -> DateTime<Utc> {
        let first = match self.seen.get(name) {
            Some(first) => *first,
            None => {
                let first = Moment { wall: now.wall.max(from), uptime: now.uptime };
                self.seen.insert(name.to_owned(), first);
                first
            }
        };
        first.carried_to(now).max(now.wall)
    }

    /// Forgets what is waited for no more.
    pub(crate) fn retain(&mut self, keep: impl Fn(&str) -> bool) {
        self.seen.retain(|name, _| keep(name));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(minute: i64, uptime: u64) -> Moment {
        Moment { wall: at(minute), uptime: Duration::from_secs(uptime * 60) }
    }

    fn at(minute: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::minutes(minute)
    }

    #[test]
    fn a_clock_set_back_delays_nothing_and_one_set_forward_counts() {
        let mut steady = MonotonicTime::default();
        assert_eq!(steady.now_for("a", at(90), moment(100, 7)), at(100));
        assert_eq!(steady.now_for("a", at(90), moment(40, 8)), at(101), "set back an hour");
        assert_eq!(steady.now_for("b", at(40), moment(40, 8)), at(40), "what begins later has the new time");
        assert_eq!(steady.now_for("a", at(90), moment(163, 11)), at(163), "set forward again");
    }

    #[test]
    fn what_begins_in_the_future_began_before_the_clock_was_set_back() {
        let mut steady = MonotonicTime::default();
        assert_eq!(steady.now_for("a", at(100), moment(40, 8)), at(100));
        assert_eq!(steady.now_for("a", at(100), moment(45, 13)), at(105));
    }
}
