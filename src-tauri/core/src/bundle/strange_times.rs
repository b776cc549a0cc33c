//! Times within a body that no calendar has room beside: whoever adds a day to one of them finds none.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use serde_json::Value;

use crate::event::EventBody;
use crate::text::map_words;

/// What every form of a time can write.
const YEARS: std::ops::RangeInclusive<i32> = 0..=9999;
/// A longer text is no time.
const TIME_AT_MOST: usize = 64;

/// Whether a body tells a time of a year that has not four digits. Words that only look like one are none: whoever writes them into an entry may.
pub(super) fn tells_strange_times(kind: &str, version: u32, body: Value) -> bool {
    let mut found = false;
    let without = map_words(body.clone(), &mut |text| {
        let is_strange = is_strange(&text);
        found |= is_strange;
        if is_strange { "x".to_owned() } else { text }
    });
    found && !(is_known(kind, version, &body) && is_known(kind, version, &without))
}

fn is_strange(text: &str) -> bool {
    let year = || text.parse::<DateTime<Utc>>().map(|at| at.year()).or_else(|_| text.parse::<NaiveDate>().map(|day| day.year()));
    text.len() <= TIME_AT_MOST && year().is_ok_and(|year| !YEARS.contains(&year))
}

fn is_known(kind: &str, version: u32, body: &Value) -> bool {
    !matches!(EventBody::read(kind, version, &body.to_string()), EventBody::FromNewer { .. })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_time_beyond_four_digits_is_strange_and_words_are_not() {
        let far = "+262142-12-31T23:59:59Z";
        assert!(tells_strange_times("start_changed", 1, json!({ "from": "2026-11-23T14:00:00Z", "to": far })));
        assert!(tells_strange_times("dreamt", 1, json!({ "at": "-0001-01-01" })), "nobody knows what a newer kind means by it");
        assert!(!tells_strange_times("entry", 1, json!({ "entry": "note", "text": far })));
        assert!(!tells_strange_times("start_changed", 1, json!({ "from": "0001-01-01T00:00:00Z", "to": "9999-12-31T23:59:59Z" })));
    }
}
