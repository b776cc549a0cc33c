//! Days: `2026-11-25`, `Nov 25`, `25 Nov 2026`, `25.11.2026`, `yesterday`, `Monday`, `2d`.

use chrono::{Datelike, Days, NaiveDate, TimeDelta, Weekday};

use super::length::{LONGEST, parse_length};
use super::words::words_of;

/// A month and a day are of the year before or the year after if they are at most so far; else they were meant to lie on the other side.
const OTHER_YEAR_AT_MOST: TimeDelta = TimeDelta::days(330);

/// A day, as far as it is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::text) enum TypedDay {
    /// Not at all.
    Unsaid,
    /// So many days after today.
    After(i64),
    /// In full.
    Exact(NaiveDate),
    /// Month and day.
    Yearless(u32, u32),
    /// A day of the week.
    Of(Weekday),
}

impl TypedDay {
    /// The latest such day up to today.
    pub(super) fn until(self, today: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Yearless(month, day) => {
                let of = |year| NaiveDate::from_ymd_opt(year, month, day);
                let last = of(today.year() - 1).filter(|last| today - *last <= OTHER_YEAR_AT_MOST);
                let this = of(today.year());
                this.filter(|this| *this <= today).or(last).or(this)
            }
            Self::Of(weekday) => {
                let back = (7 + today.weekday().num_days_from_monday() - weekday.num_days_from_monday()) % 7;
                today.checked_sub_days(Days::new(back.into()))
            }
            said => said.plain(today),
        }
    }

    /// The next such day from today on.
    pub(super) fn from(self, today: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Yearless(month, day) => {
                let of = |year| NaiveDate::from_ymd_opt(year, month, day);
                let next = of(today.year() + 1).filter(|next| *next - today <= OTHER_YEAR_AT_MOST);
                let this = of(today.year());
                this.filter(|this| *this >= today).or(next).or(this)
            }
            Self::Of(weekday) => {
                let ahead = (7 + weekday.num_days_from_monday() - today.weekday().num_days_from_monday()) % 7;
                today.checked_add_days(Days::new(ahead.into()))
            }
            said => said.plain(today),
        }
    }

    fn plain(self, today: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Exact(day) => Some(day),
            Self::After(days) => today.checked_add_signed(TimeDelta::try_days(days)?),
            Self::Unsaid | Self::Yearless(..) | Self::Of(_) => None,
        }
    }
}

/// The day from today on that a text names, up to ten years ahead: `tomorrow`, `2w`, `in 3 days`, `Dec 1`, `2026-12-01`.
pub(in crate::text) fn date_ahead(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    read_day(text)?.from(today).filter(|day| *day - today <= LONGEST)
}

/// The latest day up to today that a text names: `yesterday`, `Nov 25`, `2026-11-25`. A length is none: `5d` may be meant to lie behind.
pub(in crate::text) fn past_day(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    Some(text).filter(|text| parse_length(text.trim_start_matches('+')).is_none()).and_then(read_day)?.until(today)
}

/// The day that a text is, and nothing else.
fn read_day(text: &str) -> Option<TypedDay> {
    let text = text.trim().to_lowercase();
    let text = text.strip_prefix("in ").unwrap_or(&text);
    let length = text.strip_prefix('+').unwrap_or(text);
    if let Some(days) = whole_days(length) {
        return Some(TypedDay::After(days));
    }
    let mut said = DayWords::default();
    words_of(text).all(|word| said.take(word)).then(|| said.day()).flatten()
}

/// The first day of the month that a text is: `Nov 2026`.
pub(in crate::text) fn read_month(text: &str) -> Option<NaiveDate> {
    let mut said = DayWords::default();
    let understood = words_of(text).all(|word| said.take(word));
    match said {
        DayWords { month: Some(month), year: Some(year), day: None, whole: None } if understood => NaiveDate::from_ymd_opt(year, month, 1),
        _ => None,
    }
}

fn whole_days(length: &str) -> Option<i64> {
    let length = parse_length(length)?;
    (length == TimeDelta::days(length.num_days())).then(|| length.num_days())
}

/// The words that name a day, as they come; each part once.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct DayWords {
    whole: Option<TypedDay>,
    month: Option<u32>,
    day: Option<u32>,
    year: Option<i32>,
}

impl DayWords {
    /// Takes a word that names a day or a part of one; false leaves it to others.
    pub(super) fn take(&mut self, word: &str) -> bool {
        let word = word.to_lowercase();
        if let Some(whole) = whole(&word) {
            return put(&mut self.whole, whole);
        }
        if let Some(month) = position(&MONTHS, word.trim_end_matches('.')) {
            return put(&mut self.month, month);
        }
        let year = Some(&word).filter(|word| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()));
        match year.and_then(|year| year.parse().ok()) {
            Some(year) => put(&mut self.year, year),
            None => day_of_month(&word).is_some_and(|day| put(&mut self.day, day)),
        }
    }

    /// The day that they name together; none where they do not go together.
    pub(super) fn day(self) -> Option<TypedDay> {
        match (self.whole, self.month, self.day, self.year) {
            (None, None, None, None) => Some(TypedDay::Unsaid),
            (Some(whole), None, None, None) => Some(whole),
            (None | Some(TypedDay::Of(_)), Some(month), Some(day), Some(year)) => {
                let exact = NaiveDate::from_ymd_opt(year, month, day)?;
                self.agrees(exact).then_some(TypedDay::Exact(exact))
            }
            // 2024 had a 29th of February.
            (None, Some(month), Some(day), None) => NaiveDate::from_ymd_opt(2024, month, day).map(|_| TypedDay::Yearless(month, day)),
            _ => None,
        }
    }

    /// `Wed, 25 Nov 2026` is right about its day of the week.
    fn agrees(self, day: NaiveDate) -> bool {
        self.whole.is_none_or(|whole| whole == TypedDay::Of(day.weekday()))
    }
}

fn put<T>(place: &mut Option<T>, value: T) -> bool {
    place.replace(value).is_none()
}

const MONTHS: [&str; 12] =
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Mon),
    ("tuesday", Weekday::Tue),
    ("wednesday", Weekday::Wed),
    ("thursday", Weekday::Thu),
    ("friday", Weekday::Fri),
    ("saturday", Weekday::Sat),
    ("sunday", Weekday::Sun),
];

/// The number of a name of which at least three letters are written.
fn position(names: &[&str], word: &str) -> Option<u32> {
    (1..).zip(names).find(|(_, name)| begins(name, word)).map(|(number, _)| number)
}

fn begins(name: &str, word: &str) -> bool {
    word.len() >= 3 && name.starts_with(word)
}

/// A word that is a day in itself.
fn whole(word: &str) -> Option<TypedDay> {
    match word {
        "today" => return Some(TypedDay::After(0)),
        "yesterday" => return Some(TypedDay::After(-1)),
        "tomorrow" => return Some(TypedDay::After(1)),
        _ => {}
    }
    let weekday = WEEKDAYS.iter().find(|(name, _)| begins(name, word)).map(|(_, day)| TypedDay::Of(*day));
    weekday.or_else(|| exact(word).map(TypedDay::Exact)).or_else(|| days_ahead(word))
}

/// `2d`, `+1w`.
fn days_ahead(word: &str) -> Option<TypedDay> {
    let length = word.strip_prefix('+').unwrap_or(word);
    let is_one = length.starts_with(|c: char| c.is_ascii_digit()) && length.ends_with(['d', 'w']);
    is_one.then(|| whole_days(length)).flatten().map(TypedDay::After)
}

/// `2026-11-25`, `2026/11/25`, `25.11.2026`: where there are points, the day comes first.
fn exact(word: &str) -> Option<NaiveDate> {
    let fields = |by: char| word.split(by).map(|field| Some((field.len(), field.parse::<u32>().ok()?))).collect::<Option<Vec<_>>>();
    for by in ['-', '/', '.'] {
        let Some(fields) = fields(by) else { continue };
        match (by, fields.as_slice()) {
            ('-' | '/', [(4, year), (1..=2, month), (1..=2, day)]) | ('.', [(1..=2, day), (1..=2, month), (4, year)]) => {
                return NaiveDate::from_ymd_opt(i32::try_from(*year).ok()?, *month, *day);
            }
            _ => {}
        }
    }
    None
}

/// `25`, `25th`, `25.`.
fn day_of_month(word: &str) -> Option<u32> {
    let digits = ["st", "nd", "rd", "th", "."].into_iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
    let is_number = (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| digits.parse().ok()).flatten()
}
