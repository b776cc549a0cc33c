//! Whether the clock on the wall was set: both clocks of the computer at two moments, compared.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// Less than this is the network putting a clock right that runs a little fast or slow.
const JUMP: TimeDelta = TimeDelta::minutes(1);

/// Both clocks of a computer at one moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClockReading {
    /// Names the start of the computer from which `uptime` is counted.
    pub boot: String,
    /// Milliseconds since then, sleep included. Nobody can set it.
    pub uptime: i64,
    /// The clock on the wall (UTC), which anybody can set.
    pub wall: DateTime<Utc>,
}

impl ClockReading {
    /// By how much the wall clock was set between an earlier reading and this one: forward, or back where it is negative. Across a start of
    /// the computer that is known only of a clock that stands before the `newest` record, which was set back by that at least.
    #[must_use]
    pub fn jump_since(&self, earlier: Option<&Self>, newest: Option<DateTime<Utc>>) -> Option<TimeDelta> {
        let by = match earlier.filter(|earlier| earlier.boot == self.boot) {
            Some(earlier) => self.wall - earlier.carried_to(self.uptime),
            None => newest.map_or(TimeDelta::zero(), |newest| (self.wall - newest).min(TimeDelta::zero())),
        };
        (by.abs() > JUMP).then_some(by)
    }

    /// What the wall clock would show at an uptime if nobody had set it since.
    fn carried_to(&self, uptime: i64) -> DateTime<Utc> {
        let passed = TimeDelta::milliseconds(uptime.saturating_sub(self.uptime).max(0));
        self.wall.checked_add_signed(passed).unwrap_or(self.wall)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading(boot: &str, uptime_minutes: i64, wall_minutes: i64) -> ClockReading {
        ClockReading { boot: boot.to_owned(), uptime: uptime_minutes * 60_000, wall: at(wall_minutes) }
    }

    fn at(minutes: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::minutes(minutes)
    }

    #[test]
    fn a_jump_is_what_the_wall_clock_went_beyond_the_time_that_passed() {
        let before = reading("a", 10, 100);

        let jump = |uptime, wall| reading("a", uptime, wall).jump_since(Some(&before), Some(at(100)));

        assert_eq!(jump(40, 130), None, "half an hour passed");
        assert_eq!(jump(40, 131), None, "put right by a minute");
        assert_eq!(jump(40, 70), Some(TimeDelta::hours(-1)));
        assert_eq!(jump(40, 190), Some(TimeDelta::hours(1)));
    }

    #[test]
    fn after_another_start_what_was_recorded_tells_that_a_clock_was_set_back() {
        let before = reading("a", 10, 100);

        let jump = |wall| reading("b", 1, wall).jump_since(Some(&before), Some(at(120)));

        assert_eq!(jump(500), None, "it was off for a while");
        assert_eq!(jump(60), Some(TimeDelta::hours(-1)));
        assert_eq!(reading("b", 1, 60).jump_since(None, None), None, "nothing was recorded");
    }
}
