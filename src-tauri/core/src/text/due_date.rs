//! Due dates as people type them: `2026-12-01`, `tomorrow`, `2w`.

use chrono::{Days, NaiveDate};

/// Nobody plans further ahead; a date beyond is a slip of the finger.
const FURTHEST: Days = Days::new(3660);

/// Reads a due date: `2026-12-01`, `today`, `tomorrow`, or in how many days or weeks, `5d`, `2w`; `None` for anything else,
/// and for what lies more than ten years ahead.
#[must_use]
pub fn parse_due(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let last = today.checked_add_days(FURTHEST)?;
    read_due(text, today).filter(|due| *due <= last)
}

fn read_due(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let word = text.trim().trim_start_matches('+').to_lowercase();
    match word.as_str() {
        "today" => return Some(today),
        "tomorrow" => return today.succ_opt(),
        _ => {}
    }
    if let Ok(date) = NaiveDate::parse_from_str(&word, "%Y-%m-%d") {
        return Some(date);
    }
    let (number, days) = match (word.strip_suffix('d'), word.strip_suffix('w')) {
        (Some(number), _) => (number, 1),
        (_, number) => (number?, 7),
    };
    let number: u16 = number.trim().parse().ok()?;
    today.checked_add_days(Days::new(u64::from(number) * days))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn due_dates_read_as_people_write_them() {
        let today = NaiveDate::from_ymd_opt(2028, 2, 28).unwrap_or_default();
        let day = |month, day| NaiveDate::from_ymd_opt(2028, month, day);
        for (text, expected) in [
            ("2028-12-01", day(12, 1)),
            ("today", day(2, 28)),
            ("Tomorrow", day(2, 29)),
            ("+2d", day(3, 1)),
            ("1w", day(3, 6)),
            ("soon", None),
            ("d", None),
            ("2028-02-30", None),
            ("99999999999d", None),
            ("65535w", None),
            ("9999-01-01", None),
        ] {
            assert_eq!(parse_due(text, today), expected, "{text}");
        }
    }
}
