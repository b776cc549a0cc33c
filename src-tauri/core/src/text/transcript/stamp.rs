//! Dates, times and zones as programs write them.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, Offset, Utc, Weekday};

/// When a line says that it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stamp {
    pub(super) day: Day,
    pub(super) time: NaiveTime,
    /// The zone that the line itself names.
    pub(super) zone: Option<FixedOffset>,
}

/// A day, as far as it is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Day {
    /// Not at all.
    Unsaid,
    /// In full.
    Exact(NaiveDate),
    /// `11/12/2026`, which may be read with the day or the month first.
    Numeric(Numeric),
    /// Month and day.
    Yearless(u32, u32),
    /// So many days ago.
    Ago(u64),
    /// A day of the week.
    Of(Weekday),
}

/// A date of numbers whose first two may stand in either order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Numeric {
    first: u32,
    second: u32,
    year: i32,
}

impl Numeric {
    pub(super) fn day_first(self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year, self.second, self.first)
    }

    pub(super) fn month_first(self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year, self.first, self.second)
    }
}

/// Seconds since 1970.
pub(super) fn epoch(digits: &str) -> Option<Stamp> {
    let at = DateTime::<Utc>::from_timestamp(digits.parse().ok()?, 0)?;
    Some(Stamp { day: Day::Exact(at.date_naive()), time: at.time(), zone: Some(Utc.fix()) })
}

/// `14:05`, `14:05:10.123`, `2:05 PM`.
pub(super) fn time(text: &str) -> Option<NaiveTime> {
    let clock = text.trim_end_matches(|c: char| c.is_alphabetic() || c.is_whitespace() || c == '.');
    let half = text.get(clock.len()..)?.trim_start().chars().next().map(|c| c.to_ascii_lowercase());
    let mut fields = clock.split(':');
    let hour: u32 = fields.next()?.parse().ok()?;
    let minute = fields.next()?.parse().ok()?;
    let (second, milli) = fields.next().map_or(Some((0, 0)), seconds)?;
    let hour = match half {
        Some('p') if hour < 12 => hour + 12,
        Some('a') if hour == 12 => 0,
        _ => hour,
    };
    // A leap second counts as the second before it.
    NaiveTime::from_hms_milli_opt(hour, minute, second.min(59), milli)
}

/// Seconds with their milliseconds; finer parts are cut off.
fn seconds(text: &str) -> Option<(u32, u32)> {
    let (whole, fraction) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let whole: u32 = whole.parse().ok()?;
    let milli = format!("{fraction:0<3}").get(..3)?.parse().ok()?;
    (whole <= 60).then_some((whole, milli))
}

/// `UTC`, `Z`, `+02:00`, `-0530`, `+2`: how far ahead of UTC.
pub(super) fn zone(text: &str) -> Option<FixedOffset> {
    let text = text.trim();
    if ["z", "utc", "gmt"].iter().any(|name| text.eq_ignore_ascii_case(name)) {
        return Some(Utc.fix());
    }
    let (sign, digits) = match text.chars().next()? {
        '+' => (1, &text[1..]),
        '-' => (-1, &text[1..]),
        '\u{2212}' => (-1, &text['\u{2212}'.len_utf8()..]),
        _ => return None,
    };
    let (hours, minutes) = match digits.split_once(':') {
        Some(parts) => parts,
        None if digits.len() == 4 && digits.is_ascii() => digits.split_at(2),
        None => (digits, "0"),
    };
    let number = |text: &str| text.chars().all(|c| c.is_ascii_digit()).then(|| text.parse::<i32>().ok()).flatten();
    let (hours, minutes) = (number(hours)?, number(minutes)?);
    (hours <= 14 && minutes < 60).then(|| FixedOffset::east_opt(sign * (hours * 3600 + minutes * 60))).flatten()
}

/// A date in any of the ways of writing that the formats have.
pub(super) fn day(text: &str) -> Option<Day> {
    let lower = text.to_lowercase();
    match lower.as_str() {
        "today" => return Some(Day::Ago(0)),
        "yesterday" => return Some(Day::Ago(1)),
        _ => {}
    }
    if lower.contains(char::is_alphabetic) { named(&lower) } else { numeric(&lower) }
}

fn numeric(text: &str) -> Option<Day> {
    let fields: Vec<&str> = text.split(['.', '/', '-']).collect();
    let [first, second, third] = fields.as_slice() else { return None };
    let numbers = (first.parse::<u32>().ok()?, second.parse::<u32>().ok()?, third.parse::<u32>().ok()?);
    if first.len() == 4 {
        return NaiveDate::from_ymd_opt(i32::try_from(numbers.0).ok()?, numbers.1, numbers.2).map(Day::Exact);
    }
    let century = if third.len() == 2 { 2000 } else { 0 };
    let date = Numeric { first: numbers.0, second: numbers.1, year: i32::try_from(numbers.2).ok()? + century };
    match (date.day_first(), date.month_first()) {
        (None, None) => None,
        // Where dates are written with points, the day comes first.
        (Some(day), _) if text.contains('.') => Some(Day::Exact(day)),
        _ => Some(Day::Numeric(date)),
    }
}

/// `Nov 24`, `Tuesday, November 24th`, `24 Nov 2026`, `Monday`.
fn named(text: &str) -> Option<Day> {
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let month = words.iter().find_map(|word| month(word));
    let numbers: Vec<u32> = words.iter().filter_map(|word| word.trim_end_matches(char::is_alphabetic).parse().ok()).collect();
    let Some(month) = month else { return words.first().and_then(|word| weekday(word)).map(Day::Of) };
    match numbers.as_slice() {
        [day, year] => NaiveDate::from_ymd_opt(i32::try_from(*year).ok()?, month, *day).map(Day::Exact),
        // 2024 had a 29th of February.
        [day] => NaiveDate::from_ymd_opt(2024, month, *day).map(|_| Day::Yearless(month, *day)),
        _ => None,
    }
}

fn month(word: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    MONTHS.iter().zip(1..).find(|(name, _)| word.starts_with(*name)).map(|(_, number)| number)
}

fn weekday(word: &str) -> Option<Weekday> {
    const DAYS: [(&str, Weekday); 7] = [
        ("mon", Weekday::Mon),
        ("tue", Weekday::Tue),
        ("wed", Weekday::Wed),
        ("thu", Weekday::Thu),
        ("fri", Weekday::Fri),
        ("sat", Weekday::Sat),
        ("sun", Weekday::Sun),
    ];
    DAYS.iter().find(|(name, _)| word.starts_with(name)).map(|(_, day)| *day)
}
