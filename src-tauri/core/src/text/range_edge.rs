//! From when and until when somebody looks back: `2026-11-23`, `2026-11`, `90d`.

use chrono::{DateTime, Months, NaiveDate, NaiveTime, TimeDelta, Utc};

use super::instant::{parse_length, parse_past};

/// Reads from when on (UTC) somebody looks back: the beginning of a day, a month or a year, how long ago, or a time; `None` for anything else.
#[must_use]
pub fn parse_range_start(text: &str, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    read_span(text).map(|(first, _)| midnight(first)).or_else(|| read_instant(text, now))
}

/// Reads until when (UTC) somebody looks back: the end of a day, a month or a year, how long ago, or a time; `None` for anything else.
#[must_use]
pub fn parse_range_end(text: &str, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    read_span(text).map(|(_, next)| midnight(next) - TimeDelta::milliseconds(1)).or_else(|| read_instant(text, now))
}

/// The first day of what is named, and the first after it.
fn read_span(text: &str) -> Option<(NaiveDate, NaiveDate)> {
    let text = text.trim();
    let day = |text: &str| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok();
    if let Some(first) = day(text) {
        return Some((first, first.succ_opt()?));
    }
    let months = match text.len() {
        4 => 12,
        7 => 1,
        _ => return None,
    };
    let first = day(&format!("{text}-01")).or_else(|| day(&format!("{text}-01-01")))?;
    Some((first, first.checked_add_months(Months::new(months))?))
}

fn read_instant(text: &str, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let ago = text.trim().trim_start_matches('-');
    parse_length(ago).and_then(|length| now.checked_sub_signed(length)).or_else(|| parse_past(text, now).ok())
}

fn midnight(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(NaiveTime::MIN).and_utc()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_read_as_people_write_them() {
        let at = |text: &str| text.parse::<DateTime<Utc>>().ok();
        let now = at("2026-12-02T09:00:00Z").unwrap_or_default();
        for (text, start, end) in [
            ("2026-11-23", at("2026-11-23T00:00:00Z"), at("2026-11-23T23:59:59.999Z")),
            ("2026-02", at("2026-02-01T00:00:00Z"), at("2026-02-28T23:59:59.999Z")),
            ("2025", at("2025-01-01T00:00:00Z"), at("2025-12-31T23:59:59.999Z")),
            ("90d", at("2026-09-03T09:00:00Z"), at("2026-09-03T09:00:00Z")),
            ("-2h", at("2026-12-02T07:00:00Z"), at("2026-12-02T07:00:00Z")),
            ("2026-11-23 14:05", at("2026-11-23T14:05:00Z"), at("2026-11-23T14:05:00Z")),
            ("2026-13", None, None),
            ("soon", None, None),
            ("", None, None),
        ] {
            assert_eq!((parse_range_start(text, now), parse_range_end(text, now)), (start, end), "{text}");
        }
    }
}
