//! Which instant a written time means.

use chrono::{DateTime, FixedOffset, Utc};
use sitrep_core::text::transcript::{Transcript, read};
use sitrep_core::text::{Near, Zone, zone_offset};

use crate::{at, lines, now, read_now, utc};

fn instants(transcript: &Transcript) -> Vec<DateTime<Utc>> {
    transcript.lines.iter().filter_map(|line| line.at).collect()
}

#[test]
fn a_time_without_a_date_is_the_latest_that_is_not_in_the_future() {
    let read = read_now("14:42 <ana> now\n");
    assert_eq!(instants(&read), [now()]);
    assert!(read.lines[0].guessed);
    assert_eq!(instants(&read_now("14:43 <ana> yesterday")), [at("2026-11-23T14:43:00Z")]);
}

#[test]
fn times_run_on_through_midnight() {
    let text = "22:00 <a> 1\n23:59 <a> 2\n00:05 <a> 3\n23:58 <a> 4\n00:01 <a> 5";
    assert_eq!(
        lines(&read(text, Near::now(at("2026-11-24T00:10:00Z")), utc())),
        [
            "2026-11-22 22:00:00 a: 1",
            "2026-11-22 23:59:00 a: 2",
            "2026-11-23 00:05:00 a: 3",
            "2026-11-23 23:58:00 a: 4",
            "2026-11-24 00:01:00 a: 5",
        ]
    );
    let after_a_date = read_now("22/11/2026, 23:59 - Ana: 1\n22/11/2026, 23:59 - Ana: 2");
    assert_eq!(instants(&after_a_date), [at("2026-11-22T23:59:00Z"), at("2026-11-22T23:59:00Z")]);
    let heading = read_now("November 22nd, 2026\nAna Lopez  11:59 PM\na\nBo  12:01 AM\nb");
    assert_eq!(instants(&heading), [at("2026-11-22T23:59:00Z"), at("2026-11-23T00:01:00Z")]);
    assert_eq!(heading.lines.iter().map(|line| line.guessed).collect::<Vec<_>>(), [false, true]);
}

#[test]
fn lines_of_several_machines_may_be_a_second_out_of_order() {
    let read = read_now("14:05:10 <a> 1\n14:05:09 <b> 2\n14:05:11 <a> 3");
    assert_eq!(instants(&read), [at("2026-11-24T14:05:10Z"), at("2026-11-24T14:05:09Z"), at("2026-11-24T14:05:11Z")]);
}

#[test]
fn day_and_month_are_read_the_way_that_lies_nearest_before_now() {
    for (text, expected, guessed) in [
        // The eleventh of December lies ahead, the twelfth of November does not.
        ("[11/12/2026, 14:05:10] Ana: a", "2026-11-12T14:05:10Z", true),
        ("[12/11/2026, 14:05:10] Ana: a", "2026-11-12T14:05:10Z", true),
        ("[10/09/2026, 14:05:10] Ana: a", "2026-10-09T14:05:10Z", true),
        ("[24/11/2026, 14:05:10] Ana: a", "2026-11-24T14:05:10Z", false),
        ("[11/24/2026, 14:05:10] Ana: a", "2026-11-24T14:05:10Z", false),
        ("[11/11/2026, 14:05:10] Ana: a", "2026-11-11T14:05:10Z", false),
        ("[10.09.2026, 14:05:10] Ana: a", "2026-09-10T14:05:10Z", false),
    ] {
        let read = read_now(text);
        assert_eq!(instants(&read), [at(expected)], "{text}");
        assert_eq!(read.lines[0].guessed, guessed, "{text}");
    }
}

#[test]
fn one_date_that_reads_only_one_way_settles_the_others() {
    let read = read_now("[10/09/2026, 14:05:10] Ana: a\n[24/09/2026, 14:05:10] Ana: b");
    assert_eq!(instants(&read), [at("2026-09-10T14:05:10Z"), at("2026-09-24T14:05:10Z")]);
    assert!(!read.lines[0].guessed);
}

#[test]
fn the_zone_is_the_lines_own_else_the_one_given() {
    let east = Zone::Fixed(FixedOffset::east_opt(2 * 3600).unwrap());
    let text = "2026-11-24T14:05:10Z a\n2026-11-24T14:05:10 b\n2026-11-24 14:05:10 +0530 c";
    assert_eq!(
        instants(&read(text, Near::now(now()), east)),
        [at("2026-11-24T14:05:10Z"), at("2026-11-24T12:05:10Z"), at("2026-11-24T08:35:10Z")]
    );
    // 16:30 there is 14:30 UTC, which is not ahead; and 'today' is the day there.
    assert_eq!(instants(&read("16:30 <ana> a", Near::now(now()), east)), [at("2026-11-24T14:30:00Z")]);
    let late = at("2026-11-23T23:00:00Z");
    assert_eq!(instants(&read("ana — Today at 00:30\na", Near::now(late), east)), [at("2026-11-23T22:30:00Z")]);
}

#[test]
fn twelve_and_twenty_four_hours() {
    for (time, expected) in [
        ("12:05 AM", "2026-11-24T00:05:00Z"),
        ("12:05 pm", "2026-11-24T12:05:00Z"),
        ("2:05\u{202f}PM", "2026-11-24T14:05:00Z"),
        ("2:05 p.m.", "2026-11-24T14:05:00Z"),
        ("9:05 a.m.", "2026-11-24T09:05:00Z"),
        ("00:05", "2026-11-24T00:05:00Z"),
    ] {
        assert_eq!(instants(&read_now(&format!("[{time}] ana: a"))), [at(expected)], "{time}");
    }
}

#[test]
fn zones_as_people_write_them() {
    let seconds = |text| zone_offset(text).map(|zone| zone.local_minus_utc());
    for (text, expected) in [("UTC", 0), ("z", 0), ("+02:00", 7200), ("-0530", -19800), ("+2", 7200), ("\u{2212}5", -18000)] {
        assert_eq!(seconds(text), Some(expected), "{text}");
    }
    for text in ["", "+", "2", "+25", "+02:75", "CET", "+2x", "+٢", "--2", "+é22"] {
        assert_eq!(seconds(text), None, "{text}");
    }
}

#[test]
fn letters_that_mean_several_zones_are_said_and_never_taken_for_one_in_silence() {
    for letters in ["CST", "IST", "AST", "GST", "SST", "PT"] {
        let read = read_now(&format!("2026-11-23 13:05:10 {letters} pool is full\n2026-11-23 13:06:10 {letters} pool is empty"));
        let reasons: Vec<_> = read.lines.iter().map(|line| line.reason.clone().unwrap_or_default()).collect();
        assert!(reasons.iter().all(|reason| reason.contains(&format!("zone {letters} is not known"))), "{letters}: {reasons:?}");
    }
}
