//! Dates, as people write them.

use chrono::NaiveDate;

use crate::pattern::Pattern;

static DATE: Pattern = Pattern::new(r"\b(?P<year>(?:19|20)\d\d)[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?:\b|T)");
static WORDS: Pattern = Pattern::new(
    r"\b(?:(?P<a>[A-Z][a-z]{2,8})\.?\s+(?P<day_a>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year_a>20\d\d)|(?P<day_b>\d{1,2})(?:st|nd|rd|th)?\s+(?P<b>[A-Z][a-z]{2,8})\.?,?\s+(?P<year_b>20\d\d))\b",
);

/// The first date in a text: `2026-04-23`, `2026/4/23`, `April 23, 2026`, `23 Apr 2026`.
pub fn date_in(text: &str) -> Option<NaiveDate> {
    let number = |found: &regex::Captures<'_>, name| found.name(name).and_then(|part| part.as_str().parse::<u32>().ok());
    let in_digits =
        DATE.captures(text).and_then(|found| from_parts(number(&found, "year")?, number(&found, "month")?, number(&found, "day")?));
    let in_words = || {
        let found = WORDS.captures(text)?;
        let name = found.name("a").or_else(|| found.name("b"))?.as_str();
        let either = |a, b| number(&found, a).or_else(|| number(&found, b));
        from_parts(either("year_a", "year_b")?, month(name)?, either("day_a", "day_b")?)
    };
    in_digits.or_else(in_words)
}

/// The first date in a text as it is written there.
pub fn written_date(text: &str) -> Option<&str> {
    let digits = DATE.find(text).map(|found| found.as_str().trim_end_matches('T'));
    digits.or_else(|| WORDS.find(text).map(|found| found.as_str()))
}

fn from_parts(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

fn month(name: &str) -> Option<u32> {
    let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let name = name.to_lowercase();
    let at = months.iter().position(|month| name.starts_with(month))?;
    u32::try_from(at).ok()?.checked_add(1)
}
