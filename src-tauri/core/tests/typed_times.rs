//! Times as people type them, as a table.

#![allow(clippy::expect_used, reason = "what was expected is what a test tells")]

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use proptest::prelude::*;
use sitrep_core::text::instant::{InstantError, looks_like_a_time, parse_length, parse_past, parse_past_on_day_of};
use sitrep_core::text::{
    AheadError, WallClock, Zone, ZoneError, clock_time, date_and_time, parse_ahead, parse_due, parse_range_end, parse_range_start, prose,
};

fn at(text: &str) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(text).expect(text).to_utc()
}

/// A clock that shows the zone of a place.
fn clock_in(place: &str, now: &str) -> WallClock {
    let zone = Zone::typed(place, Zone::utc()).expect(place);
    WallClock { zone, here: zone, ..WallClock::utc(at(now)) }
}

fn now() -> WallClock {
    WallClock::utc(at("2026-11-23T14:42:10Z"))
}

#[test]
fn typed_times_are_read_as_an_engineer_means_them() {
    for (text, expected) in [
        ("14:05", "2026-11-23T14:05:00Z"),
        ("14:05:30", "2026-11-23T14:05:30Z"),
        ("14:05:30.25", "2026-11-23T14:05:30.250Z"),
        ("14:05Z", "2026-11-23T14:05:00Z"),
        ("10:05 UTC", "2026-11-23T10:05:00Z"),
        ("10:05 utc", "2026-11-23T10:05:00Z"),
        ("at 10:05 (UTC)", "2026-11-23T10:05:00Z"),
        ("18:30+04:00", "2026-11-23T14:30:00Z"),
        ("18:30 +0400", "2026-11-23T14:30:00Z"),
        ("18:30 UTC+4", "2026-11-23T14:30:00Z"),
        ("20:00 Asia/Kolkata", "2026-11-23T14:30:00Z"),
        ("15:30 europe/berlin", "2026-11-23T14:30:00Z"),
        ("15:05 CET", "2026-11-23T14:05:00Z"),
        ("15:05cet", "2026-11-23T14:05:00Z"),
        ("06:05 PDT", "2026-11-23T13:05:00Z"),
        ("2:05pm", "2026-11-23T14:05:00Z"),
        ("2:05 PM", "2026-11-23T14:05:00Z"),
        ("2:05 p.m. UTC", "2026-11-23T14:05:00Z"),
        ("2pm", "2026-11-23T14:00:00Z"),
        ("2 pm", "2026-11-23T14:00:00Z"),
        ("3 pm CET", "2026-11-23T14:00:00Z"),
        ("12am", "2026-11-23T00:00:00Z"),
        ("12:30 pm", "2026-11-23T12:30:00Z"),
        ("-5m", "2026-11-23T14:37:10Z"),
        ("-10M", "2026-11-23T14:32:10Z"),
        ("-1h30m", "2026-11-23T13:12:10Z"),
        ("-1.5h", "2026-11-23T13:12:10Z"),
        ("-2W", "2026-11-09T14:42:10Z"),
        ("\u{2212}5m", "2026-11-23T14:37:10Z"),
        ("5m ago", "2026-11-23T14:37:10Z"),
        ("10 minutes ago", "2026-11-23T14:32:10Z"),
        ("10 Minutes Ago", "2026-11-23T14:32:10Z"),
        ("an hour ago", "2026-11-23T13:42:10Z"),
        ("half an hour ago", "2026-11-23T14:12:10Z"),
        ("two hours ago", "2026-11-23T12:42:10Z"),
        ("1 hour and 5 minutes ago", "2026-11-23T13:37:10Z"),
        ("1 h 26 min ago", "2026-11-23T13:16:10Z"),
        ("yesterday 23:50", "2026-11-22T23:50:00Z"),
        ("Yesterday 23:50", "2026-11-22T23:50:00Z"),
        ("yesterday at 11:50pm", "2026-11-22T23:50:00Z"),
        ("23:50 yesterday", "2026-11-22T23:50:00Z"),
        ("yesterday 23:50 CET", "2026-11-22T22:50:00Z"),
        ("today 09:00", "2026-11-23T09:00:00Z"),
        ("Friday 17:00", "2026-11-20T17:00:00Z"),
        ("mon 10:00", "2026-11-23T10:00:00Z"),
        ("mon 18:00", "2026-11-16T18:00:00Z"),
        ("Nov 20 10:00", "2026-11-20T10:00:00Z"),
        ("20 Nov 10:00", "2026-11-20T10:00:00Z"),
        ("20. November 10:00", "2026-11-20T10:00:00Z"),
        ("November 20th, 10:00 UTC", "2026-11-20T10:00:00Z"),
        ("Nov 20 2pm", "2026-11-20T14:00:00Z"),
        ("Nov 20 2 pm", "2026-11-20T14:00:00Z"),
        ("Nov 20, 2025 10:00", "2025-11-20T10:00:00Z"),
        ("20 Nov 2025, 10:00", "2025-11-20T10:00:00Z"),
        ("20.11.2025 10:00", "2025-11-20T10:00:00Z"),
        ("Sun, 22 Nov 2026 10:00:00 +0100", "2026-11-22T09:00:00Z"),
        ("Feb 29 2024 10:00", "2024-02-29T10:00:00Z"),
        ("Mar 1 10:00", "2026-03-01T10:00:00Z"),
        ("2026-11-23T14:05:00+02:00", "2026-11-23T12:05:00Z"),
        ("2026-11-23t14:05:00z", "2026-11-23T14:05:00Z"),
        ("2026-11-23T14:05:00.123456Z", "2026-11-23T14:05:00.123Z"),
        ("2026-11-23T14:05", "2026-11-23T14:05:00Z"),
        ("2026-11-23 14:05", "2026-11-23T14:05:00Z"),
        ("2026-11-23 14:05 UTC", "2026-11-23T14:05:00Z"),
        ("2026-11-23 15:05 CET", "2026-11-23T14:05:00Z"),
        ("2026-07-23 16:05 Europe/Berlin", "2026-07-23T14:05:00Z"),
        ("2026-11-22 23:59:60", "2026-11-22T23:59:59Z"),
        ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"),
        ("13:00 local", "2026-11-23T13:00:00Z"),
        ("now", "2026-11-23T14:42:10Z"),
        ("14:42:12", "2026-11-23T14:42:10Z"),
    ] {
        assert_eq!(parse_past(text, now()), Ok(at(expected)), "{text}");
    }
}

#[test]
fn what_is_no_time_is_refused() {
    for text in [
        "",
        "soon",
        "-",
        "-5",
        "-5x",
        "25:00",
        "24:00",
        "14",
        "14:65",
        "14:5",
        "yesterday",
        "-99999999999999d",
        "-4000d",
        "-m",
        "10 minutes",
        "ago",
        "an ago",
        "14:05pm",
        "13pm",
        "0 pm",
        "pm",
        "14:05 15:05",
        "14:05 UTC CET",
        "Nov 14:05",
        "Nov 31 10:00",
        "Feb 29 2025 10:00",
        "Mon, 22 Nov 2026 10:00",
        "Nov 20 21 10:00",
        "14:05:60",
        "14:05.",
        "10:05 after the deploy",
        "2026-11-23",
        "14:05 -2",
        "2026-13-40 10:00",
        "1430",
        "14:05 Z Z",
        ":05",
        "14:",
        "१४:०५",
        "11/12/2026 10:00",
        "half ago",
        "a an hour ago",
        "hour 2 ago",
    ] {
        assert_eq!(parse_past(text, now()), Err(InstantError::Unreadable(text.trim().to_owned())), "{text}");
    }
}

#[test]
fn a_zone_that_is_unknown_or_several_is_refused_by_name() {
    for (text, said) in [
        ("14:05 IST", "IST is several zones: write Asia/Kolkata or +05:30"),
        ("14:05 ist", "IST is several zones: write Asia/Kolkata or +05:30"),
        ("2026-11-20 14:05 CST", "CST is several zones: write America/Chicago or -06:00, Asia/Shanghai or +08:00"),
        ("14:05 XYZ", "'XYZ' is not a zone that is known"),
        ("14:05 Europe/Berln", "'Europe/Berln' is not a zone that is known"),
        ("14:05+25:00", "'+25:00' is not a zone that is known"),
        ("2026-11-20T14:05:00-99:00", "'-99:00' is not a zone that is known"),
    ] {
        let refused = parse_past(text, now()).expect_err(text);
        assert!(matches!(refused, InstantError::Zone(_)), "{text}: {refused:?}");
        assert_eq!(refused.to_string(), said, "{text}");
    }
    assert!(matches!(Zone::typed("Mars", Zone::utc()), Err(ZoneError::Unknown(_))));
}

#[test]
fn a_bare_time_is_in_the_zone_on_display() {
    let kolkata = clock_in("Asia/Kolkata", "2026-11-23T20:42:10Z");
    for (text, expected) in [
        // It is 02:12 on the 24th there.
        ("02:05", "2026-11-23T20:35:00Z"),
        ("2:05am", "2026-11-23T20:35:00Z"),
        ("23:50", "2026-11-23T18:20:00Z"),
        ("yesterday 23:50", "2026-11-23T18:20:00Z"),
        ("Nov 24 01:00", "2026-11-23T19:30:00Z"),
        ("2026-11-24 01:00", "2026-11-23T19:30:00Z"),
        ("01:00 local", "2026-11-23T19:30:00Z"),
        ("20:05 UTC", "2026-11-23T20:05:00Z"),
        ("20:05Z", "2026-11-23T20:05:00Z"),
        ("21:05 CET", "2026-11-23T20:05:00Z"),
        ("-5m", "2026-11-23T20:37:10Z"),
    ] {
        assert_eq!(parse_past(text, kolkata), Ok(at(expected)), "{text}");
    }
}

#[test]
fn clocks_that_were_set_give_the_first_of_two_and_an_hour_later_for_none() {
    let berlin = clock_in("Europe/Berlin", "2026-11-23T14:42:10Z");
    for (text, expected) in [
        ("2026-10-25 02:30", "2026-10-25T00:30:00Z"),
        ("2026-10-25 02:30 CET", "2026-10-25T01:30:00Z"),
        ("2026-03-29 02:30", "2026-03-29T01:30:00Z"),
        ("2026-07-01 12:00", "2026-07-01T10:00:00Z"),
    ] {
        assert_eq!(parse_past(text, berlin), Ok(at(expected)), "{text}");
    }
}

#[test]
fn a_bare_time_of_something_that_has_its_day_is_of_that_day() {
    let day = at("2026-11-20T09:00:00Z");
    let read = |text: &str| parse_past_on_day_of(text, day, now());
    assert_eq!((read("14:05"), read(" 23:59 ")), (Ok(at("2026-11-20T14:05:00Z")), Ok(at("2026-11-20T23:59:00Z"))));
    assert_eq!((read("-10m"), read("2026-11-21 10:00")), (Ok(at("2026-11-23T14:32:10Z")), Ok(at("2026-11-21T10:00:00Z"))));
    assert_eq!((read("2:05 pm CET"), read("14:05 XYZ").is_err()), (Ok(at("2026-11-20T13:05:00Z")), true));
    assert!(matches!(parse_past_on_day_of("23:50", now().now, now()), Err(InstantError::Future(_))), "today it lies ahead");
    let after_midnight = WallClock::utc(at("2026-11-24T00:10:00Z"));
    assert_eq!(parse_past_on_day_of("23:50", after_midnight.now, after_midnight), Ok(at("2026-11-23T23:50:00Z")));
    let kolkata = clock_in("Asia/Kolkata", "2026-11-23T14:42:10Z");
    assert_eq!(parse_past_on_day_of("01:00", at("2026-11-20T20:00:00Z"), kolkata), Ok(at("2026-11-20T19:30:00Z")), "the 21st there");
}

#[test]
fn what_was_meant_as_a_time_is_known_from_words() {
    for text in ["25:99", "14:65", "-5", "99", "2026-13-40", "24:00 UTC", "@9"] {
        assert!(looks_like_a_time(text), "{text}");
    }
    for text in ["after the deploy", "about 14:05", "since v312", "10 minutes ago", "unknown", ""] {
        assert!(!looks_like_a_time(text), "{text}");
    }
}

#[test]
fn just_after_midnight_a_late_time_is_yesterdays_and_after_new_year_a_late_month_is_last_years() {
    let midnight = WallClock::utc(at("2026-11-24T00:10:00Z"));
    assert_eq!(parse_past("23:50", midnight), Ok(at("2026-11-23T23:50:00Z")));
    let new_year = WallClock::utc(at("2027-01-02T09:00:00Z"));
    assert_eq!(parse_past("Dec 31 23:50", new_year), Ok(at("2026-12-31T23:50:00Z")));
    assert!(matches!(parse_past("Jan 3 10:00", new_year), Err(InstantError::Future(_))), "tomorrow is a slip, and not last year");
}

#[test]
fn what_lies_ahead_is_refused() {
    for text in ["15:30", "+5m", "2027-01-01T00:00:00Z", "tomorrow 10:00", "Nov 24 10:00", "19:30+04:00"] {
        assert!(matches!(parse_past(text, now()), Err(InstantError::Future(_))), "{text}");
    }
}

#[test]
fn a_year_that_nobody_means_asks() {
    for text in ["0001-01-01 10:00", "1926-11-23 10:00", "Nov 20, 0026 10:00", "0001-01-01T00:00:00Z"] {
        let refused = parse_past(text, now()).expect_err(text);
        assert!(matches!(refused, InstantError::Year(_)) && refused.hint().starts_with("Is that the year you mean?"), "{text}: {refused}");
    }
}

#[test]
fn lengths_read_as_people_write_them() {
    for (text, minutes) in [
        ("10m", 10),
        ("10M", 10),
        ("1h30m", 90),
        ("1H 30M", 90),
        ("2W", 2 * 7 * 1440),
        ("2w", 2 * 7 * 1440),
        ("1.5h", 90),
        ("10 min", 10),
        ("90 minutes", 90),
        ("half an hour", 30),
        ("a day", 1440),
        ("2 d 3 h", 51 * 60),
    ] {
        assert_eq!(parse_length(text), Some(TimeDelta::minutes(minutes)), "{text}");
    }
    for text in
        ["", "m", "10", "10 20m", "10m 5", "0m", "-5m", "1.m", ".5h", "1.2.3h", "1h and", "10 lightyears", "4000d", "1234567s", "ten"]
    {
        assert_eq!(parse_length(text), None, "{text}");
    }
}

#[test]
fn times_ahead_read_as_people_write_them() {
    for (text, expected) in [
        ("15:00", "2026-11-23T15:00:00Z"),
        ("14:00", "2026-11-24T14:00:00Z"),
        ("3pm", "2026-11-23T15:00:00Z"),
        ("15:00 CET", "2026-11-24T14:00:00Z"),
        ("tomorrow 15:00", "2026-11-24T15:00:00Z"),
        ("Tomorrow 09:30 UTC", "2026-11-24T09:30:00Z"),
        ("tomorrow at 10am Europe/Berlin", "2026-11-24T09:00:00Z"),
        ("Monday 14:00", "2026-11-30T14:00:00Z"),
        ("Friday 10:00", "2026-11-27T10:00:00Z"),
        ("Nov 25 15:00", "2026-11-25T15:00:00Z"),
        ("Jan 5 15:00", "2027-01-05T15:00:00Z"),
        ("2026-11-25 15:00", "2026-11-25T15:00:00Z"),
        ("2026-11-25T15:00Z", "2026-11-25T15:00:00Z"),
        ("2026-11-25T15:00:00+02:00", "2026-11-25T13:00:00Z"),
        ("2d 10:00", "2026-11-25T10:00:00Z"),
        ("1W 10:00", "2026-11-30T10:00:00Z"),
        ("+2h", "2026-11-23T16:42:10Z"),
        ("in 2 hours", "2026-11-23T16:42:10Z"),
    ] {
        assert_eq!(parse_ahead(text, now()), Ok(at(expected)), "{text}");
    }
}

#[test]
fn what_is_over_or_no_time_ahead_is_refused() {
    for text in ["today 14:42", "2026-11-23 14:00", "2026-11-22 15:00", "Nov 20 10:00"] {
        assert!(matches!(parse_ahead(text, now()), Err(AheadError::Over(_))), "{text}");
    }
    for text in ["", "soon", "25:99", "tomorrow", "2026-02-30 10:00", "+", "9999-01-01 10:00", "tomorrow 25:00"] {
        assert!(matches!(parse_ahead(text, now()), Err(AheadError::Unreadable(_))), "{text}");
    }
    assert!(matches!(parse_ahead("tomorrow 10:00 IST", now()), Err(AheadError::Zone(_))));
}

#[test]
fn due_dates_read_as_people_write_them() {
    let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day);
    let today = day(2028, 2, 28).expect("it is a day");
    for (text, expected) in [
        ("2028-12-01", day(2028, 12, 1)),
        ("today", day(2028, 2, 28)),
        ("Tomorrow", day(2028, 2, 29)),
        ("+2d", day(2028, 3, 1)),
        ("1w", day(2028, 3, 6)),
        ("2W", day(2028, 3, 13)),
        ("in 2 weeks", day(2028, 3, 13)),
        ("Friday", day(2028, 3, 3)),
        ("Mar 1", day(2028, 3, 1)),
        ("1 January", day(2029, 1, 1)),
        ("Dec 1, 2028", day(2028, 12, 1)),
        ("1.12.2028", day(2028, 12, 1)),
        ("soon", None),
        ("", None),
        ("5h", None),
        ("d", None),
        ("2028-02-30", None),
        ("99999999999d", None),
        ("65535w", None),
        ("9999-01-01", None),
    ] {
        assert_eq!(parse_due(text, today), expected, "{text}");
    }
}

#[test]
fn ranges_read_as_people_write_them() {
    let clock = WallClock::utc(at("2026-12-02T09:00:00Z"));
    let whole = |from: &str, to: &str| (Some(at(from)), Some(at(to)));
    for (text, expected) in [
        ("2026-11-23", whole("2026-11-23T00:00:00Z", "2026-11-23T23:59:59.999Z")),
        ("Nov 23", whole("2026-11-23T00:00:00Z", "2026-11-23T23:59:59.999Z")),
        ("yesterday", whole("2026-12-01T00:00:00Z", "2026-12-01T23:59:59.999Z")),
        ("2026-02", whole("2026-02-01T00:00:00Z", "2026-02-28T23:59:59.999Z")),
        ("Feb 2026", whole("2026-02-01T00:00:00Z", "2026-02-28T23:59:59.999Z")),
        ("2025", whole("2025-01-01T00:00:00Z", "2025-12-31T23:59:59.999Z")),
        ("90d", whole("2026-09-03T09:00:00Z", "2026-09-03T09:00:00Z")),
        ("2W", whole("2026-11-18T09:00:00Z", "2026-11-18T09:00:00Z")),
        ("-2h", whole("2026-12-02T07:00:00Z", "2026-12-02T07:00:00Z")),
        ("2 hours ago", whole("2026-12-02T07:00:00Z", "2026-12-02T07:00:00Z")),
        ("2026-11-23 14:05", whole("2026-11-23T14:05:00Z", "2026-11-23T14:05:00Z")),
        ("Nov 23 15:05 CET", whole("2026-11-23T14:05:00Z", "2026-11-23T14:05:00Z")),
        ("2026-13", (None, None)),
        ("soon", (None, None)),
        ("", (None, None)),
    ] {
        assert_eq!((parse_range_start(text, clock), parse_range_end(text, clock)), expected, "{text}");
    }
    let kolkata = clock_in("Asia/Kolkata", "2026-12-02T09:00:00Z");
    assert_eq!(parse_range_start("2026-11-23", kolkata), Some(at("2026-11-22T18:30:00Z")), "its day begins there");
}

#[test]
fn the_zone_on_display_is_named_beside_a_time() {
    let moment = at("2026-11-23T14:05:00Z");
    for (place, today, with_date) in [
        ("UTC", "14:05 UTC", "2026-11-23 14:05 UTC"),
        ("Europe/Berlin", "15:05 CET", "2026-11-23 15:05 CET"),
        ("Asia/Kolkata", "19:35 +05:30", "2026-11-23 19:35 +05:30"),
        ("America/Chicago", "08:05 -06:00", "2026-11-23 08:05 -06:00"),
        ("+02:00", "16:05 +02:00", "2026-11-23 16:05 +02:00"),
    ] {
        let clock = clock_in(place, "2026-11-23T14:42:10Z");
        assert_eq!((clock.clock_time(moment), clock.date_and_time(moment)), (today.to_owned(), with_date.to_owned()), "{place}");
    }
}

const PLACES: [&str; 9] = [
    "UTC",
    "Europe/Berlin",
    "Asia/Kolkata",
    "America/Los_Angeles",
    "America/Chicago",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "-09:30",
    "BST",
];

proptest! {
    /// What is printed as a time reads as that minute, whichever zone is on display.
    #[test]
    fn what_is_printed_is_read(place in proptest::sample::select(&PLACES), minutes_ago in 0_i64..3_000_000, now in 1_400_000_000_i64..4_000_000_000) {
        let now = DateTime::from_timestamp(now, 0).expect("it is in the calendar");
        let zone = Zone::typed(place, Zone::utc()).expect(place);
        let clock = WallClock { zone, ..WallClock::utc(now) };
        let moment = now - TimeDelta::minutes(minutes_ago);
        let minute = moment - TimeDelta::seconds(moment.timestamp() % 60);
        let local = zone.local(moment);
        for printed in [
            clock.clock_time(moment),
            clock.date_and_time(moment),
            clock_time(moment, now),
            date_and_time(moment),
            moment.format("%Y-%m-%d %H:%M UTC").to_string(),
            format!("{} {}", local.format("%Y-%m-%d %H:%M"), zone.name_at(moment)),
            format!("{} {}", local.format("%-d %b %Y %H:%M"), zone.name_at(moment)),
            minute.to_rfc3339(),
        ] {
            prop_assert_eq!(parse_past(&printed, clock), Ok(minute), "{}", printed);
        }
    }

    /// A length that is printed is read, and with 'ago' it is so long ago.
    #[test]
    fn a_length_that_is_printed_is_read(minutes in 1_i64..200_000) {
        let length = TimeDelta::minutes(minutes);
        let read = parse_length(&prose(length)).expect("it was printed");
        prop_assert!(length - read < TimeDelta::hours(1), "{} is {read}", prose(length));
        prop_assert_eq!(parse_past(&format!("{} ago", prose(length)), now()), Ok(now().now - read));
    }

    /// Whatever is typed is read or refused.
    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,60}|([0-9:+-]|nov|2026|pm|ago|CET|Z|T| |[a-z]){0,12}") {
        for clock in [now(), clock_in("Asia/Kolkata", "2026-11-23T14:42:10Z")] {
            prop_assert!(parse_past(&text, clock).is_err() || parse_past(&text, clock).is_ok_and(|at| at <= clock.now));
            let _ = (parse_ahead(&text, clock), parse_range_start(&text, clock), parse_range_end(&text, clock), parse_due(&text, clock.today()));
        }
    }
}
