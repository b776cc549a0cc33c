//! From what a line says of its day to dates.

use chrono::{DateTime, Datelike, Days, NaiveDate, TimeDelta, Utc};

use super::near::Near;
use super::reading::Mark;
use super::said::{SaidZone, Stamp};
use super::stamp::{Day, Numeric};
use crate::text::Zone;

/// A 29th of February is at most so many years ago.
const LEAP_YEARS: i32 = 8;

/// A day, and what about it was guessed.
pub(super) type GuessedDay = (NaiveDate, Option<String>);

/// Where undated lines and dates without a year are looked for.
pub(super) struct Calendar {
    pub(super) near: Near,
    today: NaiveDate,
    began_today: bool,
    /// The zone of times that name none, and what about it was guessed.
    pub(super) zone: Zone,
    pub(super) zone_doubt: Option<String>,
    day_first: bool,
    /// Whether the dates of numbers could be read in the other order as well.
    doubtful: bool,
}

impl Calendar {
    pub(super) fn of(marks: &[Mark], near: Near, zone: Zone, said: Option<&SaidZone>) -> Self {
        let unknown = match said {
            Some(SaidZone::Unknown(letters)) => Some(unknown_zone(letters)),
            _ => None,
        };
        let zone = said.and_then(SaidZone::known).unwrap_or(zone);
        let today = zone.date_of(near.now);
        let began_today = near.began.is_none_or(|began| zone.date_of(began) == today);
        let mut calendar = Self { near, today, began_today, zone, zone_doubt: unknown, day_first: false, doubtful: false };
        calendar.choose_order(marks);
        calendar
    }

    /// All dates of a transcript have the same order: the one in which every one is a date, else the one in which the last
    /// lies nearest before now, or nearest to the incident.
    fn choose_order(&mut self, marks: &[Mark]) {
        let numeric: Vec<Numeric> = marks.iter().filter_map(Mark::day).filter_map(numeric).collect();
        let last = |read: fn(Numeric) -> Option<NaiveDate>| {
            let dates: Option<Vec<NaiveDate>> = numeric.iter().map(|date| read(*date)).collect();
            dates.and_then(|dates| dates.into_iter().max())
        };
        let (by_day, by_month) = (last(Numeric::day_first), last(Numeric::month_first));
        let differ = numeric.iter().any(|date| date.day_first() != date.month_first());
        self.doubtful = differ && by_day.is_some() && by_month.is_some();
        self.day_first = self.rank(by_day) >= self.rank(by_month);
    }

    fn rank(&self, last: Option<NaiveDate>) -> Option<(bool, TimeDelta)> {
        let middle = self.near.began.map_or(self.today, |began| self.zone.date_of(began));
        last.map(|last| (last <= self.today, -(last - middle).abs()))
    }

    /// The date that a day is, beside `reference`, the message before.
    pub(super) fn date(&self, stamp: &Stamp, reference: Option<DateTime<Utc>>) -> Option<GuessedDay> {
        match stamp.day {
            Day::Unsaid => None,
            Day::Exact(date) => Some((date, None)),
            Day::Numeric(date) => self.numeric(date),
            Day::Yearless(month, day) => self.with_a_year(&[(month, day)], stamp, reference),
            Day::YearlessNumeric(first, second) => self.with_a_year(&[(first, second), (second, first)], stamp, reference),
            Day::Ago(days) => self.days_ago(days, stamp),
            Day::Of(weekday) => {
                let back = (7 + self.today.weekday().num_days_from_monday() - weekday.num_days_from_monday()) % 7;
                let day = self.today.checked_sub_days(Days::new(back.into()))?;
                let is_past = self.instant(day, stamp).is_some_and(|at| at <= self.near.now);
                let day = if is_past { day } else { day.checked_sub_days(Days::new(7))? };
                Some((day, Some(format!("day guessed: the last {}", day.format("%A")))))
            }
        }
    }

    fn numeric(&self, date: Numeric) -> Option<GuessedDay> {
        let (wanted, other) = (date.day_first(), date.month_first());
        let read = if self.day_first { wanted.or(other) } else { other.or(wanted) };
        let doubt = self.doubtful && wanted != other;
        Some((read?, doubt.then(|| "day guessed: day and month may be the other way round".to_owned())))
    }

    /// What was copied before midnight says `today` of the day before.
    fn days_ago(&self, days: u64, stamp: &Stamp) -> Option<GuessedDay> {
        let day = self.today.checked_sub_days(Days::new(days))?;
        let is_past = self.instant(day, stamp).is_some_and(|at| at <= self.near.now);
        let day = if is_past { day } else { day.checked_sub_days(Days::new(1))? };
        let doubt = || format!("day guessed: counted from {}", if is_past { "today" } else { "yesterday" });
        Some((day, (!self.began_today || !is_past).then(doubt)))
    }

    /// Of the dates that lie before now the one nearest to the message before, else to the incident.
    fn with_a_year(&self, dates: &[(u32, u32)], stamp: &Stamp, reference: Option<DateTime<Utc>>) -> Option<GuessedDay> {
        let middle = reference.unwrap_or_else(|| self.near.middle());
        let years = (0..=LEAP_YEARS).map(|back| self.today.year() + 1 - back);
        let all = years.flat_map(|year| dates.iter().filter_map(move |(month, day)| NaiveDate::from_ymd_opt(year, *month, *day)));
        let past = all.filter_map(|date| Some((date, self.instant(date, stamp)?))).filter(|(_, at)| *at <= self.near.now);
        let (date, _) = past.min_by_key(|(_, at)| (*at - middle).abs())?;
        let beside = if reference.is_some() {
            "its neighbours"
        } else if self.near.began.is_some() {
            "the incident"
        } else {
            "now"
        };
        let what = if dates.len() > 1 { "day and year" } else { "year" };
        Some((date, Some(format!("{what} guessed: near {beside}"))))
    }

    /// The zone that a time is in.
    pub(super) fn zone_of(&self, stamp: &Stamp) -> Zone {
        stamp.zone.known().unwrap_or(self.zone)
    }

    pub(super) fn instant(&self, day: NaiveDate, stamp: &Stamp) -> Option<DateTime<Utc>> {
        let (first, _) = self.zone_of(stamp).both(day.and_time(stamp.time))?;
        Some(first)
    }

    /// The instant that follows the message before, where clocks that were set back have a time twice; and what about it was guessed.
    pub(super) fn instant_after(
        &self,
        day: NaiveDate,
        stamp: &Stamp,
        before: Option<DateTime<Utc>>,
    ) -> Option<(DateTime<Utc>, Option<&'static str>)> {
        let zone = self.zone_of(stamp);
        let (first, last) = zone.both(day.and_time(stamp.time))?;
        if zone.is_skipped(day.and_time(stamp.time)) {
            return Some((first, Some("clocks were set forward over this time")));
        }
        if first == last {
            return Some((first, None));
        }
        match before {
            Some(before) if first < before && last >= before => Some((last, None)),
            _ => Some((first, Some("clocks were set back: this time was twice"))),
        }
    }
}

pub(super) fn unknown_zone(letters: &str) -> String {
    format!("zone {letters} is not known, or is several")
}

fn numeric(day: Day) -> Option<Numeric> {
    match day {
        Day::Numeric(date) => Some(date),
        _ => None,
    }
}
