//! From what lines say of their times to instants.

use chrono::{DateTime, Datelike, Days, FixedOffset, NaiveDate, NaiveTime, Offset, TimeDelta, TimeZone, Utc};

use super::stamp::{Day, Numeric, Stamp};

/// Lines of several machines may stand in a slightly wrong order; by no more than this it is the same day still.
const OUT_OF_ORDER: TimeDelta = TimeDelta::minutes(1);

/// A 29th of February is at most so many years ago.
const LEAP_YEARS: i32 = 8;

/// What tells of time in a transcript, in its order.
#[derive(Debug, Clone, Copy)]
pub(super) enum Mark {
    /// A line that dates those after it.
    Day(Day),
    /// A message.
    Message(Stamp),
}

/// When a message was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Dated {
    pub(super) at: DateTime<Utc>,
    /// Whether its day was not said, or can be read in two ways.
    pub(super) guessed: bool,
}

/// The instant of each message. A time without a date is the latest one that is not in the future of `now` and not after the
/// message that follows it.
pub(super) fn date_messages(marks: &[Mark], now: DateTime<Utc>, offset: FixedOffset) -> Vec<Option<Dated>> {
    let calendar = Calendar::of(marks, now, offset);
    let mut found = calendar.forwards(marks);
    calendar.backwards(marks, &mut found);
    found
}

struct Calendar {
    now: DateTime<Utc>,
    today: NaiveDate,
    offset: FixedOffset,
    day_first: bool,
    /// Whether the dates of numbers could be read in the other order as well.
    doubtful: bool,
}

impl Calendar {
    /// All dates of a transcript have the same order: the one in which every one is a date, else the one in which the last
    /// lies nearest before now.
    fn of(marks: &[Mark], now: DateTime<Utc>, offset: FixedOffset) -> Self {
        let numeric: Vec<Numeric> = marks.iter().filter_map(Mark::numeric).collect();
        let today = now.with_timezone(&offset).date_naive();
        let last = |read: fn(Numeric) -> Option<NaiveDate>| {
            let dates: Option<Vec<NaiveDate>> = numeric.iter().map(|date| read(*date)).collect();
            dates.and_then(|dates| dates.into_iter().max())
        };
        let (by_day, by_month) = (last(Numeric::day_first), last(Numeric::month_first));
        let rank = |last: Option<NaiveDate>| last.map(|last| (last <= today, if last <= today { last - today } else { today - last }));
        let differ = numeric.iter().any(|date| date.day_first() != date.month_first());
        let doubtful = differ && by_day.is_some() && by_month.is_some();
        Self { now, today, offset, day_first: rank(by_day) >= rank(by_month), doubtful }
    }

    /// Each message with a date, and those after one.
    fn forwards(&self, marks: &[Mark]) -> Vec<Option<Dated>> {
        let mut found = Vec::new();
        let mut day: Option<(NaiveDate, bool)> = None;
        let mut before: Option<NaiveTime> = None;
        for mark in marks {
            match mark {
                Mark::Day(said) => (day, before) = (self.date(said, NaiveTime::MIN), None),
                Mark::Message(stamp) => {
                    let past_midnight = before.is_some_and(|before| before - stamp.time > OUT_OF_ORDER);
                    day = match stamp.day {
                        Day::Unsaid if past_midnight => day.map(|day| self.day_after(day, stamp)),
                        Day::Unsaid => day,
                        said => self.date(&said, stamp.time),
                    };
                    before = Some(stamp.time);
                    let dated = day.and_then(|(day, guessed)| Some(Dated { at: self.instant(day, stamp)?, guessed }));
                    found.push(dated);
                }
            }
        }
        found
    }

    fn day_after(&self, (day, guessed): (NaiveDate, bool), stamp: &Stamp) -> (NaiveDate, bool) {
        let next = day.checked_add_days(Days::new(1)).filter(|next| self.instant(*next, stamp).is_some_and(|at| at <= self.now));
        next.map_or((day, guessed), |next| (next, true))
    }

    /// The messages before the first date, the last of them first.
    fn backwards(&self, marks: &[Mark], found: &mut [Option<Dated>]) {
        let stamps: Vec<&Stamp> = marks.iter().filter_map(Mark::stamp).collect();
        let undated = found.iter().take_while(|dated| dated.is_none()).count();
        let first = found.get(undated).copied().flatten().map(|dated| dated.at + OUT_OF_ORDER);
        let mut bound = first.map_or(self.now, |first| first.min(self.now));
        for (stamp, dated) in stamps.iter().zip(found.iter_mut()).take(undated).rev() {
            let Some(at) = self.latest(stamp, bound) else { continue };
            *dated = Some(Dated { at, guessed: true });
            bound = bound.min(at + OUT_OF_ORDER);
        }
    }

    fn latest(&self, stamp: &Stamp, bound: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let day = bound.with_timezone(&stamp.zone.unwrap_or(self.offset)).date_naive();
        let at = self.instant(day, stamp)?;
        if at <= bound { Some(at) } else { self.instant(day.checked_sub_days(Days::new(1))?, stamp) }
    }

    fn instant(&self, day: NaiveDate, stamp: &Stamp) -> Option<DateTime<Utc>> {
        let zone = stamp.zone.unwrap_or(self.offset).fix();
        Some(zone.from_local_datetime(&day.and_time(stamp.time)).single()?.to_utc())
    }

    fn date(&self, day: &Day, time: NaiveTime) -> Option<(NaiveDate, bool)> {
        match *day {
            Day::Unsaid => None,
            Day::Exact(date) => Some((date, false)),
            Day::Numeric(date) => {
                let (wanted, other) = (date.day_first(), date.month_first());
                let read = if self.day_first { wanted.or(other) } else { other.or(wanted) };
                Some((read?, self.doubtful && wanted != other))
            }
            Day::Yearless(month, day) => Some((self.latest_year(month, day, time)?, false)),
            Day::Ago(days) => Some((self.today.checked_sub_days(Days::new(days))?, false)),
            Day::Of(weekday) => {
                let back = (7 + self.today.weekday().num_days_from_monday() - weekday.num_days_from_monday()) % 7;
                Some((self.today.checked_sub_days(Days::new(back.into()))?, false))
            }
        }
    }

    fn latest_year(&self, month: u32, day: u32, time: NaiveTime) -> Option<NaiveDate> {
        let stamp = Stamp { day: Day::Unsaid, time, zone: None };
        let years = (0..=LEAP_YEARS).filter_map(|back| NaiveDate::from_ymd_opt(self.today.year() - back, month, day));
        years.into_iter().find(|date| self.instant(*date, &stamp).is_some_and(|at| at <= self.now))
    }
}

impl Mark {
    fn numeric(&self) -> Option<Numeric> {
        match self {
            Self::Day(Day::Numeric(date)) | Self::Message(Stamp { day: Day::Numeric(date), .. }) => Some(*date),
            _ => None,
        }
    }

    fn stamp(&self) -> Option<&Stamp> {
        match self {
            Self::Message(stamp) => Some(stamp),
            Self::Day(_) => None,
        }
    }
}
