//! Due dates as people type them: `2026-12-01`, `tomorrow`, `2w`, `Dec 1`.

use chrono::NaiveDate;

use super::typed::date_ahead;

/// Reads a due date: `2026-12-01`, `Dec 1`, `today`, `tomorrow`, `Friday`, or in how many days or weeks, `5d`, `2w`; `None` for anything
/// else, and for what lies more than ten years ahead.
#[must_use]
pub fn parse_due(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    date_ahead(text, today)
}
