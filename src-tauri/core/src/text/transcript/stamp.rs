//! Dates, times and zones as programs and people write them.

use chrono::{NaiveDate, NaiveTime, Weekday};

use super::calendar_words;

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
    /// `11/12`, which may be read with the day or the month first.
    YearlessNumeric(u32, u32),
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

/// Digits of any script as those of ASCII: `٢١:٢٥`.
pub(super) fn ascii_digits(text: &str) -> String {
    let zeros = ['\u{660}', '\u{6f0}', '\u{966}', '\u{ff10}'];
    let digit = |c: char| zeros.iter().find_map(|zero| (c as u32).checked_sub(*zero as u32).filter(|digit| *digit < 10));
    text.chars().map(|c| digit(c).and_then(|digit| char::from_digit(digit, 10)).unwrap_or(c)).collect()
}

/// `14:05`, `14:05:10.123`, `2:05 PM`, `下午9:26`, `14h05`, `21.28.15`, `6pm`.
pub(super) fn time(text: &str) -> Option<NaiveTime> {
    let text = ascii_digits(text);
    let words: String = text.chars().filter(|c| c.is_alphabetic()).collect();
    let half = calendar_words::is_afternoon(&words);
    let fields: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).filter(|field| !field.is_empty()).collect();
    let number = |at: usize| fields.get(at).map_or(Some(0), |field| field.parse::<u32>().ok());
    if fields.len() < 2 && half.is_none() {
        return None;
    }
    let (hour, minute, second) = (number(0)?, number(1)?, number(2)?);
    let hour = match half {
        Some(_) if hour == 0 || hour > 23 => return None,
        Some(true) if hour < 12 => hour + 12,
        Some(false) if hour == 12 => 0,
        _ => hour,
    };
    let milli = format!("{:0<3}", fields.get(3).copied().unwrap_or_default()).get(..3)?.parse().ok()?;
    // A leap second counts as the second before it.
    (second <= 60).then(|| NaiveTime::from_hms_milli_opt(hour, minute, second.min(59), milli)).flatten()
}

/// A date in any of the ways of writing that are known.
pub(super) fn day(text: &str) -> Option<Day> {
    let lower = ascii_digits(&text.to_lowercase());
    if let Some(days) = calendar_words::days_ago(lower.trim()) {
        return Some(Day::Ago(days));
    }
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric() && c != '\u{2019}').filter(|word| !word.is_empty()).collect();
    if words.iter().any(|word| calendar_words::month(word).is_some()) {
        return named(&words);
    }
    if !lower.contains(|c: char| c.is_ascii_digit()) {
        return weekday_of(&lower).map(Day::Of);
    }
    let numbers = lower.trim_matches(|c: char| !c.is_ascii_digit() && c != '.');
    numeric(numbers.trim_start_matches('.'))
}

/// The day of the week that a text names, and nothing else: `Friday`, `tues.`.
fn weekday_of(lower: &str) -> Option<Weekday> {
    let word = lower.trim_matches(|c: char| !c.is_alphabetic());
    calendar_words::weekday(word).or_else(|| calendar_words::weekday(word.strip_suffix("day")?))
}

fn numeric(text: &str) -> Option<Day> {
    let fields: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).filter(|field| !field.is_empty()).collect();
    match fields.as_slice() {
        [compact] if compact.len() == 8 => full(&compact[..4], &compact[4..6], &compact[6..]),
        [year, ordinal] if year.len() == 4 && ordinal.len() == 3 => {
            NaiveDate::from_yo_opt(year.parse().ok()?, ordinal.parse().ok()?).map(Day::Exact)
        }
        [first, second] => yearless(first.parse().ok()?, second.parse().ok()?, text),
        [year, month, day] if year.len() == 4 => full(year, month, day),
        [first, second, year] => in_either_order(first, second, year, text),
        _ => None,
    }
}

fn full(year: &str, month: &str, day: &str) -> Option<Day> {
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).map(Day::Exact)
}

fn in_either_order(first: &str, second: &str, year: &str, text: &str) -> Option<Day> {
    let century = if year.len() == 2 { 2000 } else { 0 };
    let date = Numeric { first: first.parse().ok()?, second: second.parse().ok()?, year: year.parse::<i32>().ok()? + century };
    match (date.day_first(), date.month_first()) {
        (None, None) => None,
        // Where dates are written with points, the day comes first.
        (Some(day), _) if text.contains('.') => Some(Day::Exact(day)),
        _ => Some(Day::Numeric(date)),
    }
}

/// 2024 had a 29th of February.
fn is_day(month: u32, day: u32) -> bool {
    NaiveDate::from_ymd_opt(2024, month, day).is_some()
}

/// `25.11.` has the day first, `11-25` the month, `11/12` either.
fn yearless(first: u32, second: u32, text: &str) -> Option<Day> {
    let either = text.contains('/') && is_day(first, second) && is_day(second, first) && first != second;
    match () {
        () if either => Some(Day::YearlessNumeric(first, second)),
        () if text.contains('.') => is_day(second, first).then_some(Day::Yearless(second, first)),
        () if is_day(first, second) => Some(Day::Yearless(first, second)),
        () => (text.contains('/') && is_day(second, first)).then_some(Day::Yearless(second, first)),
    }
}

/// `Nov 24`, `Tuesday, November 24th`, `24 Nov 2026`, `26/Nov/2026`.
fn named(words: &[&str]) -> Option<Day> {
    let month = words.iter().find_map(|word| calendar_words::month(word))?;
    let number = |word: &&str| word.trim_end_matches(char::is_alphabetic).parse::<u32>().ok();
    let numbers: Vec<u32> = words.iter().filter_map(number).collect();
    match numbers.as_slice() {
        [year, day] if *year > 999 => NaiveDate::from_ymd_opt(i32::try_from(*year).ok()?, month, *day).map(Day::Exact),
        [day, year] => {
            let year = if *year < 100 { year + 2000 } else { *year };
            NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, *day).map(Day::Exact)
        }
        [day] => is_day(month, *day).then_some(Day::Yearless(month, *day)),
        _ => None,
    }
}
