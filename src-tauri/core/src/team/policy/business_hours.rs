//! Business days (seed: the response to a P3 is due by the next one), in the team's own time zone.

use std::collections::{BTreeSet, HashSet};

use chrono::{DateTime, Datelike, Days, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Utc, Weekday};
use chrono_tz::Tz;
use serde::Deserialize;

/// Further than any run of holidays.
const LOOK_AHEAD: u64 = 370;

/// When the team works.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BusinessHours {
    time_zone: ZoneName,
    day_starts: HourOfDay,
    day_ends: HourOfDay,
    weekend: HashSet<DayOfWeek>,
    holidays: BTreeSet<NaiveDate>,
}

impl BusinessHours {
    pub(super) fn check(&self) -> Result<(), (&'static str, String)> {
        if self.day_ends <= self.day_starts {
            return Err(("day_ends", "must be after day_starts".to_owned()));
        }
        if self.weekend.len() >= 7 {
            return Err(("weekend", "must leave a day to work on".to_owned()));
        }
        if self.holidays.len() > usize::try_from(LOOK_AHEAD / 2).unwrap_or_default() {
            return Err(("holidays", "are too many".to_owned()));
        }
        Ok(())
    }

    /// When the business day after the one of `from` ends (UTC).
    #[must_use]
    pub fn end_of_next_day(&self, from: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let today = self.day_of(from);
        let day = (1..=LOOK_AHEAD).filter_map(|ahead| today.checked_add_days(Days::new(ahead))).find(|day| self.is_business_day(*day))?;
        Some(self.end_of(day))
    }

    /// The zone's name, such as `Europe/Berlin`.
    #[must_use]
    pub fn zone(&self) -> &'static str {
        self.time_zone.0.name()
    }

    /// A time of a day where the team works (UTC).
    #[must_use]
    pub fn moment(&self, day: NaiveDate, time: NaiveTime) -> DateTime<Utc> {
        self.instant(day.and_time(time))
    }

    /// When work ends on a day (UTC).
    #[must_use]
    pub fn end_of(&self, day: NaiveDate) -> DateTime<Utc> {
        self.instant(day.and_time(self.day_ends.0))
    }

    /// The day that it is at `now` where the team works.
    #[must_use]
    pub fn day_of(&self, now: DateTime<Utc>) -> NaiveDate {
        now.with_timezone(&self.time_zone.0).date_naive()
    }

    /// The same time of day where the team works, this many days after `from` (UTC).
    #[must_use]
    pub fn days_after(&self, from: DateTime<Utc>, days: u64) -> DateTime<Utc> {
        let local = from.with_timezone(&self.time_zone.0).naive_local();
        local.checked_add_days(Days::new(days)).map_or(from, |local| self.instant(local))
    }

    /// The last moment until `now` at which the team worked (UTC): `now` itself in working hours.
    #[must_use]
    pub fn last_worked(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        let today = self.day_of(now);
        let days = (0..=LOOK_AHEAD).filter_map(|back| today.checked_sub_days(Days::new(back)));
        let begun = days.filter(|day| self.is_business_day(*day)).find(|day| self.start_of(*day) <= now);
        begun.map_or(now, |day| now.min(self.end_of(day)))
    }

    /// The first moment from `at` on at which the team works (UTC): `at` itself in working hours.
    #[must_use]
    pub fn next_worked(&self, at: DateTime<Utc>) -> DateTime<Utc> {
        let today = self.day_of(at);
        let days = (0..=LOOK_AHEAD).filter_map(|ahead| today.checked_add_days(Days::new(ahead)));
        let comes = days.filter(|day| self.is_business_day(*day)).find(|day| self.end_of(*day) >= at);
        comes.map_or(at, |day| at.max(self.start_of(day)))
    }

    fn start_of(&self, day: NaiveDate) -> DateTime<Utc> {
        self.instant(day.and_time(self.day_starts.0))
    }

    fn is_business_day(&self, day: NaiveDate) -> bool {
        !self.weekend.contains(&DayOfWeek(day.weekday())) && !self.holidays.contains(&day)
    }

    /// An hour that a change of the clocks leaves out counts as the moment of the change; of one that comes twice the first counts.
    fn instant(&self, local: NaiveDateTime) -> DateTime<Utc> {
        let quarters = (0..=8).map(|quarters| local + TimeDelta::minutes(15 * quarters));
        let mut found = quarters.filter_map(|local| match self.time_zone.0.from_local_datetime(&local) {
            LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => Some(at.with_timezone(&Utc)),
            LocalResult::None => None,
        });
        found.next().unwrap_or_else(|| local.and_utc())
    }
}

/// A time zone by its name, such as `Europe/Berlin`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
struct ZoneName(Tz);

impl TryFrom<String> for ZoneName {
    type Error = String;

    fn try_from(name: String) -> Result<Self, String> {
        name.parse().map(Self).map_err(|_| format!("there is no time zone '{name}'; write it like \"Europe/Berlin\" or \"UTC\""))
    }
}

/// A time of day such as `17:30`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "String")]
struct HourOfDay(NaiveTime);

impl TryFrom<String> for HourOfDay {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        NaiveTime::parse_from_str(&text, "%H:%M").map(Self).map_err(|_| format!("'{text}' is no time of day; write it like \"17:30\""))
    }
}

/// A day of the week by its English name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(try_from = "String")]
struct DayOfWeek(Weekday);

impl TryFrom<String> for DayOfWeek {
    type Error = String;

    fn try_from(name: String) -> Result<Self, String> {
        name.parse().map(Self).map_err(|_| format!("'{name}' is no day of the week; write it like \"Saturday\""))
    }
}
