//! Instants as monitoring writes them. A time without a zone is no instant: the reader of the source says what is known of it.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDateTime, SubsecRound, Utc};

/// With a zone: RFC 3339, AWS's `+0000`, and mail's date.
const ZONED: [&str; 4] = ["%Y-%m-%dT%H:%M:%S%.f%z", "%Y-%m-%d %H:%M:%S%.f %z", "%Y-%m-%d %H:%M:%S%.f%z", "%a, %d %b %Y %H:%M:%S %z"];

/// Without: ISO, Zabbix's dots, slashes.
const LOCAL: [&str; 4] = ["%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%d %H:%M:%S%.f", "%Y.%m.%d %H:%M:%S", "%Y/%m/%d %H:%M:%S"];

/// An instant with its zone, or seconds or milliseconds since 1970. The zero time of a Go program is none.
pub(crate) fn instant(text: &str) -> Option<DateTime<Utc>> {
    let text = text.trim();
    if text.len() > 64 {
        return None;
    }
    if let Ok(number) = text.parse::<f64>() {
        return since_1970(number);
    }
    let text = text.strip_suffix(" UTC").map_or_else(|| text.to_owned(), |bare| format!("{bare}+0000"));
    let rfc3339 = DateTime::parse_from_rfc3339(&text).ok();
    rfc3339.or_else(|| ZONED.iter().find_map(|format| DateTime::parse_from_str(&text, format).ok())).and_then(plausible)
}

/// A date and time that tells no zone.
fn without_zone(text: &str) -> Option<NaiveDateTime> {
    let text = text.trim();
    LOCAL.iter().find_map(|format| NaiveDateTime::parse_from_str(text, format).ok())
}

/// A date and time without a zone, read as UTC.
pub(crate) fn as_utc(text: &str) -> Option<DateTime<Utc>> {
    without_zone(text).and_then(|local| plausible(local.and_utc().fixed_offset()))
}

fn since_1970(number: f64) -> Option<DateTime<Utc>> {
    // Seconds reach this in the year 5138, milliseconds passed it in 1973.
    let millis = if number.abs() < 1e11 { number * 1000.0 } else { number };
    #[allow(clippy::cast_possible_truncation, reason = "within 1e15, which an i64 holds")]
    let millis = (millis.abs() < 1e15).then_some(millis as i64)?;
    plausible(DateTime::from_timestamp_millis(millis)?.fixed_offset())
}

/// No alert is older than monitoring, or from a year that overflows elsewhere.
fn plausible(at: DateTime<FixedOffset>) -> Option<DateTime<Utc>> {
    let at = at.with_timezone(&Utc).trunc_subsecs(3);
    (1990..=2200).contains(&at.year()).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_certain_is_read() {
        for (text, expected) in [
            ("2026-11-23T14:02:11.123456789+02:00", "2026-11-23T12:02:11.123Z"),
            ("2026-11-23T14:02:11.040+0000", "2026-11-23T14:02:11.040Z"),
            ("2026-11-23 14:02:11 +0100", "2026-11-23T13:02:11.000Z"),
            ("2026-11-23 14:02:11 UTC", "2026-11-23T14:02:11.000Z"),
            ("1795442531", "2026-11-23T14:02:11.000Z"),
            ("1795442531000", "2026-11-23T14:02:11.000Z"),
        ] {
            let read = instant(text).map(|at| at.to_rfc3339_opts(chrono::SecondsFormat::Millis, true));
            assert_eq!(read.as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_instant_is_none() {
        for text in ["0001-01-01T00:00:00Z", "2026-11-23T14:02:11", "", "0", "1e400", "NaN", "inf", "-5", "99999-01-01T00:00:00Z", "soon"] {
            assert_eq!(instant(text), None, "{text}");
        }
    }
}
