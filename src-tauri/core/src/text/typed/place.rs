//! The instant of a typed time.

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};

use super::day::TypedDay;
use super::length::LONGEST;
use super::read::{Typed, TypedAt};
use crate::text::wall_clock::WallClock;
use crate::text::zone::Zone;

/// A bare time that lies ahead is taken as yesterday's if that is at most this long ago: at 00:10, `23:50` is 20 minutes
/// ago. Otherwise it is a slip of the finger and refused.
const YESTERDAY_AT_MOST: TimeDelta = TimeDelta::hours(6);

/// Two machines' clocks may differ a little; a time ahead by no more than this counts as now.
pub(in crate::text) const CLOCK_SLACK: TimeDelta = TimeDelta::seconds(2);

/// The instant that is meant by what is typed of the past. It may lie ahead all the same.
pub(in crate::text) fn place_past(typed: Typed, clock: WallClock) -> Option<DateTime<Utc>> {
    let at = match typed {
        Typed::Away(length) => return clock.now.checked_add_signed(length),
        Typed::At(at) => at,
    };
    let today = clock.today_in(at.zone_by(clock));
    match at.day {
        TypedDay::Unsaid => nearest_past(at, today, clock),
        day => {
            let placed = on_day(at, day.until(today)?, clock)?;
            // Wednesday 15:00, typed on a Wednesday morning, was a week ago.
            let week_before = placed.checked_sub_days(Days::new(7));
            if placed > clock.now + CLOCK_SLACK && matches!(day, TypedDay::Of(_)) { week_before } else { Some(placed) }
        }
    }
}

/// The instant that is meant by what is typed of what is to come. It may be over all the same.
pub(in crate::text) fn place_ahead(typed: Typed, clock: WallClock) -> Option<DateTime<Utc>> {
    let at = match typed {
        Typed::Away(length) => return clock.now.checked_add_signed(length),
        Typed::At(at) => at,
    };
    let today = clock.today_in(at.zone_by(clock));
    let (day, again) = match at.day {
        TypedDay::Unsaid => (today, 1),
        day @ TypedDay::Of(_) => (day.from(today)?, 7),
        day => (day.from(today)?, 0),
    };
    let placed = on_day(at, day, clock).filter(|placed| *placed > clock.now || again == 0);
    let placed = placed.or_else(|| on_day(at, day.checked_add_days(Days::new(again))?, clock));
    placed.filter(|placed| *placed - clock.now < LONGEST)
}

/// The instant of a time on a day.
pub(in crate::text) fn on_day(at: TypedAt, day: NaiveDate, clock: WallClock) -> Option<DateTime<Utc>> {
    at.zone_by(clock).instant(day.and_time(at.time))
}

impl TypedAt {
    /// The zone that it is in.
    pub(in crate::text) fn zone_by(self, clock: WallClock) -> Zone {
        self.zone.unwrap_or(clock.zone)
    }
}

fn nearest_past(at: TypedAt, today: NaiveDate, clock: WallClock) -> Option<DateTime<Utc>> {
    let this = on_day(at, today, clock)?;
    let before = on_day(at, today.pred_opt()?, clock)?;
    Some(if this > clock.now + CLOCK_SLACK && clock.now - before <= YESTERDAY_AT_MOST { before } else { this })
}
