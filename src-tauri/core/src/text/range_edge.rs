//! From when and until when somebody looks back: `2026-11-23`, `2026-11`, `90d`, `yesterday`.

use chrono::{DateTime, Months, NaiveDate, NaiveTime, TimeDelta, Utc};

use super::instant::{parse_length, parse_up_to};
use super::typed::{past_day, read_month};
use super::wall_clock::WallClock;

/// Reads from when on somebody looks back, in the zone on display: the beginning of a day, a month or a year, how long ago, or a time;
/// `None` for anything else.
#[must_use]
pub fn parse_range_start(text: &str, clock: WallClock) -> Option<DateTime<Utc>> {
    match read_span(text, clock) {
        Some((first, _)) => midnight(first, clock),
        None => read_instant(text, clock),
    }
}

/// Reads until when somebody looks back, in the zone on display: the end of a day, a month or a year, how long ago, or a time; `None` for
/// anything else.
#[must_use]
pub fn parse_range_end(text: &str, clock: WallClock) -> Option<DateTime<Utc>> {
    match read_span(text, clock) {
        Some((_, next)) => Some(midnight(next, clock)? - TimeDelta::milliseconds(1)),
        None => read_instant(text, clock),
    }
}

/// The first day of what is named, and the first after it.
fn read_span(text: &str, clock: WallClock) -> Option<(NaiveDate, NaiveDate)> {
    let text = text.trim();
    let (first, months) = match text.len() {
        4 => (NaiveDate::parse_from_str(&format!("{text}-01-01"), "%Y-%m-%d").ok(), 12),
        7 => (NaiveDate::parse_from_str(&format!("{text}-01"), "%Y-%m-%d").ok(), 1),
        _ => (None, 1),
    };
    if let Some(first) = first.or_else(|| read_month(text)) {
        return Some((first, first.checked_add_months(Months::new(months))?));
    }
    let day = past_day(text, clock.today())?;
    Some((day, day.succ_opt()?))
}

fn read_instant(text: &str, clock: WallClock) -> Option<DateTime<Utc>> {
    let ago = text.trim().trim_start_matches('-');
    let at = parse_length(ago).and_then(|length| clock.now.checked_sub_signed(length));
    at.or_else(|| parse_up_to(text, clock).ok().filter(|at| *at <= clock.now))
}

fn midnight(day: NaiveDate, clock: WallClock) -> Option<DateTime<Utc>> {
    clock.zone.instant(day.and_time(NaiveTime::MIN))
}
