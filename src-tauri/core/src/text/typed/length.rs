//! Lengths: `10m`, `1h30m`, `2 days`, `half an hour`.

use chrono::TimeDelta;

/// Nobody means more; adding more to an instant could leave the calendar.
pub(super) const LONGEST: TimeDelta = TimeDelta::days(3660);

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// How a unit is written, and its seconds.
const UNITS: [(&[&str], i64); 5] = [
    (&["s", "sec", "secs", "second", "seconds"], 1),
    (&["m", "min", "mins", "minute", "minutes"], MINUTE),
    (&["h", "hr", "hrs", "hour", "hours"], HOUR),
    (&["d", "day", "days"], DAY),
    (&["w", "wk", "wks", "week", "weeks"], 7 * DAY),
];

/// Numbers as words, in thousandths.
const NUMBERS: [(&str, i64); 15] = [
    ("half", 500),
    ("a", 1000),
    ("an", 1000),
    ("one", 1000),
    ("two", 2000),
    ("three", 3000),
    ("four", 4000),
    ("five", 5000),
    ("six", 6000),
    ("seven", 7000),
    ("eight", 8000),
    ("nine", 9000),
    ("ten", 10_000),
    ("twenty", 20_000),
    ("thirty", 30_000),
];

/// Reads a length such as `10m`, `1h30m`, `1.5h`, `2 days`, `half an hour`, in capitals or not; `None` when it is none, not positive, or
/// more than ten years.
#[must_use]
pub fn parse_length(text: &str) -> Option<TimeDelta> {
    let text = text.trim().to_ascii_lowercase();
    let mut total = TimeDelta::zero();
    let mut count = None;
    for part in parts(&text) {
        match (count, number(part)) {
            (None, Some(thousandths)) => count = Some(thousandths),
            // Half an hour.
            (Some(500), Some(1000)) if !part.starts_with(|c: char| c.is_ascii_digit()) => {}
            (Some(thousandths), None) => {
                total += TimeDelta::milliseconds(thousandths * unit(part)?);
                count = None;
            }
            (None, None) if part == "and" && total > TimeDelta::zero() && !text.ends_with(part) => {}
            _ => return None,
        }
        if total > LONGEST {
            return None;
        }
    }
    (count.is_none() && total > TimeDelta::zero()).then_some(total)
}

/// The numbers and the words, whatever blanks are between them.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace().flat_map(|word| {
        let word = word.trim_end_matches(',');
        let is_number = |c: char| c.is_ascii_digit() || c == '.';
        let mut begins: Vec<usize> = word.char_indices().map(|(at, _)| at).collect();
        begins.retain(|at| *at == 0 || word[..*at].ends_with(is_number) != word[*at..].starts_with(is_number));
        let ends: Vec<usize> = begins.iter().skip(1).copied().chain([word.len()]).collect();
        begins.into_iter().zip(ends).map(|(begin, end)| &word[begin..end]).collect::<Vec<_>>()
    })
}

/// A number in thousandths; as digits it has at most six, and three behind its point.
fn number(part: &str) -> Option<i64> {
    if let Some((_, thousandths)) = NUMBERS.iter().find(|(word, _)| *word == part) {
        return Some(*thousandths);
    }
    let (whole, fraction) = part.split_once('.').unwrap_or((part, "0"));
    let digits = |text: &str, most: usize| (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole, 6) || !digits(fraction, 3) {
        return None;
    }
    Some(whole.parse::<i64>().ok()? * 1000 + format!("{fraction:0<3}").parse::<i64>().ok()?)
}

fn unit(part: &str) -> Option<i64> {
    UNITS.iter().find(|(names, _)| names.contains(&part)).map(|(_, seconds)| *seconds)
}
