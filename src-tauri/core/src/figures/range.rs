//! From which day to which figures are told, and its weeks.

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, NaiveTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Nobody looks further back at once.
const LONGEST: TimeDelta = TimeDelta::days(3660);

/// What a person chooses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "span", rename_all = "snake_case")]
pub enum FiguresSpan {
    /// The week that goes on and those before it, so many in all.
    Weeks {
        /// How many.
        weeks: u32,
    },
    /// As many months back, from the first Monday in them.
    Months {
        /// How many.
        months: u32,
    },
    /// From one day to another, both included.
    Dates {
        /// The first day.
        from: NaiveDate,
        /// The last day.
        to: NaiveDate,
    },
}

/// The days of a span, both ends included. Days are those of UTC, and weeks begin on Monday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct FiguresRange {
    from: NaiveDate,
    to: NaiveDate,
}

/// Why a span is none.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RangeError {
    /// It ends before it begins.
    #[error("{to} comes before {from}")]
    Reversed {
        /// The first day.
        from: NaiveDate,
        /// The last day.
        to: NaiveDate,
    },
    /// It holds no day.
    #[error("it holds no day")]
    Empty,
    /// It is longer than ten years.
    #[error("it is longer than ten years")]
    TooLong,
}

impl FiguresSpan {
    /// Its days, on the day of `now`.
    ///
    /// # Errors
    /// [`RangeError`] where it has none, or too many.
    pub fn range(self, now: DateTime<Utc>) -> Result<FiguresRange, RangeError> {
        let today = now.date_naive();
        let back = |from: Option<NaiveDate>| FiguresRange::new(from.ok_or(RangeError::TooLong)?, today);
        match self {
            Self::Weeks { weeks: 0 } | Self::Months { months: 0 } => Err(RangeError::Empty),
            Self::Weeks { weeks } => back(monday_of(today).checked_sub_days(Days::new(7 * u64::from(weeks - 1)))),
            Self::Months { months } => back(today.checked_sub_months(Months::new(months)).and_then(next_monday)),
            Self::Dates { from, to } => FiguresRange::new(from, to),
        }
    }
}

impl FiguresRange {
    /// The days from one to another.
    ///
    /// # Errors
    /// [`RangeError`] where the last comes before the first, or more than ten years after it.
    pub fn new(from: NaiveDate, to: NaiveDate) -> Result<Self, RangeError> {
        match to - from {
            length if length < TimeDelta::zero() => Err(RangeError::Reversed { from, to }),
            length if length > LONGEST => Err(RangeError::TooLong),
            _ => Ok(Self { from, to }),
        }
    }

    /// The first day.
    #[must_use]
    pub fn from(&self) -> NaiveDate {
        self.from
    }

    /// The last day.
    #[must_use]
    pub fn to(&self) -> NaiveDate {
        self.to
    }

    /// When its first day begins (UTC).
    #[must_use]
    pub fn begins_at(&self) -> DateTime<Utc> {
        self.from.and_time(NaiveTime::MIN).and_utc()
    }

    /// When its last day ends (UTC), which is not in it.
    #[must_use]
    pub fn ends_before(&self) -> DateTime<Utc> {
        let last = self.to.and_time(NaiveTime::MIN).and_utc();
        last.checked_add_signed(TimeDelta::days(1)).unwrap_or(DateTime::<Utc>::MAX_UTC)
    }

    /// Whether a moment (UTC) lies in it.
    #[must_use]
    pub fn holds(&self, at: DateTime<Utc>) -> bool {
        (self.from..=self.to).contains(&at.date_naive())
    }

    /// The Mondays of its weeks, in order.
    pub(super) fn mondays(&self) -> impl Iterator<Item = NaiveDate> + use<> {
        let to = self.to;
        let next = |monday: &NaiveDate| monday.checked_add_days(Days::new(7));
        std::iter::successors(Some(monday_of(self.from)), next).take_while(move |monday| *monday <= to)
    }
}

/// The Monday of a day's week.
pub(super) fn monday_of(day: NaiveDate) -> NaiveDate {
    day.checked_sub_days(Days::new(u64::from(day.weekday().num_days_from_monday()))).unwrap_or(day)
}

fn next_monday(day: NaiveDate) -> Option<NaiveDate> {
    day.checked_add_days(Days::new((7 - u64::from(day.weekday().num_days_from_monday())) % 7))
}
