//! Business days in the team's own zone: nights on which clocks change, leap days, the end of the year.

use std::error::Error;

use chrono::{DateTime, NaiveDate, Utc};
use proptest::prelude::*;
use sitrep_core::team::{EffectivePolicy, Policy};

type Result = std::result::Result<(), Box<dyn Error>>;

fn policy(lines: &str) -> std::result::Result<Policy, Box<dyn Error>> {
    Ok(EffectivePolicy::with(&format!("[business]\n{lines}"))?.policy)
}

fn instant(text: &str) -> std::result::Result<DateTime<Utc>, Box<dyn Error>> {
    Ok(DateTime::parse_from_rfc3339(text)?.with_timezone(&Utc))
}

#[test]
fn the_response_to_a_p3_is_due_at_the_end_of_the_next_business_day() -> Result {
    for (business, from, due) in [
        // A Friday evening; the weekend lies between.
        ("", "2026-11-27T20:00:00Z", "2026-11-30T17:00:00Z"),
        ("weekend = [\"Friday\", \"Saturday\"]", "2026-11-26T20:00:00Z", "2026-11-29T17:00:00Z"),
        ("weekend = []", "2026-11-27T20:00:00Z", "2026-11-28T17:00:00Z"),
        // The day is the team's: half past midnight in Berlin is still the day before in UTC.
        ("time_zone = \"Europe/Berlin\"", "2026-11-23T23:30:00Z", "2026-11-25T16:00:00Z"),
        // Years end, and with them come holidays.
        ("holidays = [\"2026-12-25\", \"2027-01-01\"]", "2026-12-24T10:00:00Z", "2026-12-28T17:00:00Z"),
        ("holidays = [\"2026-12-25\", \"2027-01-01\"]", "2026-12-31T23:59:59Z", "2027-01-04T17:00:00Z"),
        // A leap day is a day.
        ("", "2028-02-28T09:00:00Z", "2028-02-29T17:00:00Z"),
        ("", "2027-02-26T09:00:00Z", "2027-03-01T17:00:00Z"),
        // Clocks change in the night between: the hour on the wall stays the same.
        ("time_zone = \"Europe/Berlin\"", "2027-03-26T12:00:00Z", "2027-03-29T15:00:00Z"),
        ("time_zone = \"America/New_York\"", "2026-10-30T12:00:00Z", "2026-11-02T22:00:00Z"),
        ("time_zone = \"Australia/Lord_Howe\"", "2027-04-02T00:00:00Z", "2027-04-05T06:30:00Z"),
    ] {
        assert_eq!(policy(business)?.business.end_of_next_day(instant(from)?), Some(instant(due)?), "{business} {from}");
    }
    Ok(())
}

#[test]
fn an_hour_that_the_clocks_leave_out_or_repeat_has_one_meaning() -> Result {
    for (zone, ends, day, due) in [
        // 02:30 does not exist: the moment of the change.
        ("Europe/Berlin", "02:30", "2027-03-28", "2027-03-28T01:00:00Z"),
        ("America/New_York", "02:30", "2027-03-14", "2027-03-14T07:00:00Z"),
        ("Australia/Lord_Howe", "02:15", "2026-10-04", "2026-10-03T15:30:00Z"),
        // It comes twice: the first.
        ("Europe/Berlin", "02:30", "2026-10-25", "2026-10-25T00:30:00Z"),
        ("America/New_York", "01:30", "2026-11-01", "2026-11-01T05:30:00Z"),
        ("Australia/Lord_Howe", "01:45", "2027-04-04", "2027-04-03T14:45:00Z"),
    ] {
        let business = policy(&format!("time_zone = \"{zone}\"\nday_starts = \"00:00\"\nday_ends = \"{ends}\""))?.business;
        assert_eq!(business.end_of(day.parse::<NaiveDate>()?), instant(due)?, "{zone} {day}");
    }
    Ok(())
}

proptest! {
    /// Whenever it is declared and wherever the team works: due after it, within the longest weekend, never earlier for a later one.
    #[test]
    fn later_declarations_are_never_due_earlier(
        from in 1_700_000_000_i64..2_000_000_000,
        later in 0_i64..1_000_000,
        zone in prop::sample::select(vec!["UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Kathmandu"]),
    ) {
        let business = policy(&format!("time_zone = \"{zone}\"")).map_err(|error| TestCaseError::fail(error.to_string()))?.business;
        let at = |seconds: i64| DateTime::from_timestamp(seconds, 0).unwrap_or_default();
        let (first, second) = (business.end_of_next_day(at(from)), business.end_of_next_day(at(from + later)));
        prop_assert!(first.is_some_and(|due| due > at(from) && due - at(from) < chrono::TimeDelta::days(5)));
        prop_assert!(first <= second);
    }
}
