//! Days, times and lengths as they are written in a postmortem.

use std::sync::LazyLock;

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, TimeDelta, Utc};
use regex::Regex;

use crate::text::Zone;
use crate::text::transcript;

/// A time that is earlier than the one before it by more than this is of the next day.
const NEXT_DAY: TimeDelta = TimeDelta::hours(6);

/// A time as it is written, with its day and its zone where these are.
#[derive(Debug, Clone, Copy)]
pub(super) struct Written {
    pub(super) day: Option<NaiveDate>,
    pub(super) time: NaiveTime,
    pub(super) zone: Option<Zone>,
}

static STAMP: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let day = r"(?:(?P<day>\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4}|[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?|\d{1,2} [A-Z][a-z]{2,8} \d{4})(?:T|,? (?:at )?))?";
    let zone = r"(?:\s?\(?(?P<zone>Z|[+-]\d{2}:?\d{2}|(?:UTC|GMT)(?:[+-]\d{1,2}(?::?\d{2})?)?|[A-Z]{3,4}|[A-Z][A-Za-z]+/[A-Za-z_]+)\)?(?:[^A-Za-z0-9]|$))?";
    Regex::new(&format!(r"^[~\[(]?{day}(?P<time>\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?:[.,]\d+)?(?: ?[AaPp]\.?[Mm]\b\.?)?){zone}")).ok()
});

/// The time that a text begins with, and what follows it.
pub(super) fn leading(text: &str, year: Option<i32>) -> Option<(Written, &str)> {
    let found = STAMP.as_ref()?.captures(text)?;
    let clock = found.name("time")?;
    // Without a day, what begins with a minus is the end of a range: 14:05-14:10.
    let is_zone = |named: &str| found.name("day").is_some() || !named.starts_with('-');
    let zone = found.name("zone").filter(|named| is_zone(named.as_str()));
    let zone = zone.and_then(|named| Some((Zone::read(named.as_str())?, named.end())));
    let day = found.name("day").and_then(|day| day_of(day.as_str(), year));
    let written = Written { day, time: transcript::clock(clock.as_str())?, zone: zone.map(|(zone, _)| zone) };
    let end = zone.map_or(clock.end(), |(_, end)| end);
    Some((written, without_separator(text.get(end..)?)))
}

fn without_separator(rest: &str) -> &str {
    let rest = rest.trim_start_matches([')', ']']);
    let bare = rest.trim_start().trim_start_matches(['-', '\u{2013}', '\u{2014}', ':', '|', '>']);
    if bare.starts_with(|c: char| c.is_ascii_digit()) && !rest.starts_with(' ') { rest } else { bare.trim_start() }
}

fn day_of(text: &str, year: Option<i32>) -> Option<NaiveDate> {
    transcript::exact_day(text).or_else(|| transcript::exact_day(&format!("{} {}", text.trim_end_matches(','), year?)))
}

/// The day that a text is, or begins with: `2026-11-23`, `November 23, 2026`. One of numbers that can be read in two ways is none.
#[must_use]
pub fn read_day(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    let first = text.get(..10).and_then(|day| NaiveDate::parse_from_str(day, "%Y-%m-%d").ok());
    first.or_else(|| transcript::exact_day(text))
}

/// Times in the order of a text; a day that is not said follows from the one before.
pub(super) struct Days {
    day: Option<NaiveDate>,
    last: Option<NaiveTime>,
}

impl Days {
    pub(super) fn from(day: Option<NaiveDate>) -> Self {
        Self { day, last: None }
    }

    pub(super) fn year(&self) -> Option<i32> {
        self.day.map(|day| day.year())
    }

    /// The lines from here on are of this day.
    pub(super) fn turn_to(&mut self, day: NaiveDate) {
        (self.day, self.last) = (Some(day), None);
    }

    /// The instant, where its day is known.
    pub(super) fn instant(&mut self, written: Written, zone: Zone) -> Option<DateTime<Utc>> {
        let is_next = self.last.is_some_and(|last| last - written.time > NEXT_DAY);
        let following = || self.day.and_then(|day| if is_next { day.succ_opt() } else { Some(day) });
        let day = written.day.or_else(following)?;
        (self.day, self.last) = (Some(day), Some(written.time));
        written.zone.unwrap_or(zone).instant(day.and_time(written.time))
    }
}

/// The length that a text begins with: `45 min from detection`, `1 h 20 min`, `2 hours`.
pub(super) fn length(text: &str) -> Option<TimeDelta> {
    let (mut rest, mut total) = (text.trim_start_matches(['~', ' ']), TimeDelta::zero());
    while let Some((part, after)) = one_length(rest) {
        total = total.checked_add(&part)?;
        rest = after.trim_start_matches([' ', ',']);
    }
    (total > TimeDelta::zero()).then_some(total)
}

fn one_length(text: &str) -> Option<(TimeDelta, &str)> {
    let (digits, rest) = text.split_at(text.find(|c: char| !c.is_ascii_digit())?);
    let rest = rest.trim_start();
    let (word, after) = rest.split_at(rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len()));
    Some((unit(word, digits)?, after))
}

fn unit(word: &str, digits: &str) -> Option<TimeDelta> {
    let number: i64 = digits.parse().ok().filter(|number| *number < 100_000)?;
    match word.to_lowercase().as_str() {
        "d" | "day" | "days" => TimeDelta::try_days(number),
        "h" | "hr" | "hrs" | "hour" | "hours" => TimeDelta::try_hours(number),
        "m" | "min" | "mins" | "minute" | "minutes" => TimeDelta::try_minutes(number),
        _ => None,
    }
}
