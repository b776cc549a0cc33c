//! When a line says that it was written.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Offset, TimeDelta, Utc};

use super::stamp::Day;
use crate::text::Zone;

/// When a line says that it was written.
#[derive(Debug, Clone)]
pub(super) struct Stamp {
    pub(super) day: Day,
    pub(super) time: NaiveTime,
    pub(super) zone: SaidZone,
    /// Whether it says which half of the day it is of.
    pub(super) says_half: bool,
    /// What is doubtful about it, whatever its day is.
    pub(super) doubt: Option<&'static str>,
}

/// The zone that a line itself names.
#[derive(Debug, Clone)]
pub(super) enum SaidZone {
    /// None.
    Unsaid,
    /// One by its letters or its place, which the lines beside it may share.
    Named(Zone),
    /// How far it is ahead of UTC, as programs write it.
    Offset(Zone),
    /// Letters that are no zone, or several.
    Unknown(String),
}

impl SaidZone {
    /// The zone, if it is known.
    pub(super) fn known(&self) -> Option<Zone> {
        match self {
            Self::Named(zone) | Self::Offset(zone) => Some(*zone),
            Self::Unsaid | Self::Unknown(_) => None,
        }
    }
}

impl Stamp {
    /// A time and no more.
    pub(super) fn of(day: Day, time: NaiveTime) -> Self {
        Self { day, time, zone: SaidZone::Unsaid, says_half: false, doubt: None }
    }

    /// What orders stamps that all say their day.
    pub(super) fn time_on_its_day(&self) -> Option<(NaiveDate, NaiveTime)> {
        match self.day {
            Day::Exact(day) => Some((day, self.time)),
            _ => None,
        }
    }

    /// An instant that is certain.
    pub(super) fn at(at: DateTime<Utc>) -> Self {
        let zone = SaidZone::Offset(Zone::Fixed(Utc.fix()));
        Self { zone, ..Self::of(Day::Exact(at.date_naive()), at.time()) }
    }
}

/// From when on a count of units is taken for an instant, and until when: 2001 to 2100, so that no other number is one.
const COUNTED: std::ops::Range<i64> = 1_000_000_000..4_102_444_800;

/// Seconds since 1970, or as many thousandths, millionths or billionths of them as the number of digits tells.
pub(super) fn epoch(digits: &str) -> Option<DateTime<Utc>> {
    let (whole, fraction) = digits.split_once(['.', ',']).unwrap_or((digits, ""));
    let number: i64 = whole.parse().ok()?;
    let units = match whole.len() {
        9 | 10 => 1,
        13 => 1_000,
        16 => 1_000_000,
        19 => 1_000_000_000,
        _ => return None,
    };
    let seconds = number.div_euclid(units);
    let rest = number.rem_euclid(units) * (1_000_000_000 / units);
    let beyond: i64 = if fraction.is_empty() { 0 } else { format!("{fraction:0<9}").get(..9)?.parse().ok()? };
    let nanos = u32::try_from(rest + if units == 1 { beyond } else { 0 }).ok()?;
    COUNTED.contains(&seconds).then(|| DateTime::from_timestamp(seconds, nanos)).flatten()
}

/// `4000000065…`: seconds and nanoseconds in hexadecimal digits, as svlogd, multilog and tai64n write them: ten seconds ahead of UTC, whatever
/// leap seconds there were.
pub(super) fn tai64n(digits: &str) -> Option<DateTime<Utc>> {
    const SINCE: i64 = (1 << 62) + 10;
    let seconds = i64::from_str_radix(digits.get(..16)?, 16).ok()?.checked_sub(SINCE)?;
    let nanos = digits.get(16..24).map_or(Some(0), |nanos| u32::from_str_radix(nanos, 16).ok())?;
    COUNTED.contains(&seconds).then(|| DateTime::from_timestamp(seconds, nanos)).flatten()
}

/// An instant with its milliseconds.
pub(super) fn to_millis(at: DateTime<Utc>) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(at.timestamp_millis()).unwrap_or(at)
}

/// The days around one, it first.
pub(super) fn around(day: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    let one = Days::new(1);
    [Some(day), day.checked_add_days(one), day.checked_sub_days(one)].into_iter().flatten()
}

/// `5m24s`, `2d3h`, `90s`, `3y120d`: an age as kubectl writes it.
pub(super) fn age(text: &str) -> Option<TimeDelta> {
    let (mut rest, mut total) = (text, TimeDelta::zero());
    while !rest.is_empty() {
        let (digits, after) = rest.split_at(rest.find(|c: char| !c.is_ascii_digit())?);
        let number: i64 = digits.parse().ok().filter(|number| *number < 1_000_000)?;
        let unit = after.chars().next()?;
        let seconds = match unit {
            's' => 1,
            'm' => 60,
            'h' => 3_600,
            'd' => 86_400,
            'w' => 604_800,
            'y' => 31_536_000,
            _ => return None,
        };
        total = total.checked_add(&TimeDelta::try_seconds(number * seconds)?)?;
        rest = &after[unit.len_utf8()..];
    }
    (!text.is_empty()).then_some(total)
}
