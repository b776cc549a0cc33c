//! Times are typed in the zone on display, which is named beside what it gives.

mod support;

use chrono::{DateTime, Utc};
use sitrep_core::vocabulary::{EntryKind, Status};
use sitrep_workstation::acts::{DeclareInput, FindingInput};
use sitrep_workstation::{Error, Settings, SettingsChange};
use support::{Bench, Result};

fn in_kolkata() -> Result<Bench> {
    let bench = Bench::new()?;
    bench.room.change_settings(&SettingsChange { zone: Some(" Asia/Kolkata ".to_owned()), ..SettingsChange::default() })?;
    bench.clock.set_minutes(42);
    Ok(bench)
}

fn at(text: &str) -> Result<DateTime<Utc>> {
    Ok(DateTime::parse_from_rfc3339(text)?.to_utc())
}

#[test]
fn the_zone_is_utc_until_another_is_set() -> Result {
    let bench = Bench::new()?;
    assert_eq!(bench.room.settings()?.zone, "UTC");
    for (zone, code) in [("Mars", "bad_zone"), ("IST", "bad_zone"), ("", "bad_zone")] {
        let refused = bench.room.change_settings(&SettingsChange { zone: Some(zone.to_owned()), ..SettingsChange::default() });
        assert_eq!(refused.map_err(|error| error.code()), Err::<Settings, _>(code), "{zone}");
    }
    for zone in ["local", "+05:30", "Europe/Berlin", "CET"] {
        assert_eq!(bench.room.change_settings(&SettingsChange { zone: Some(zone.to_owned()), ..SettingsChange::default() })?.zone, zone);
    }
    Ok(())
}

#[test]
fn a_bare_time_is_of_the_zone_on_display_wherever_it_is_typed() -> Result {
    let bench = in_kolkata()?;
    // It is 20:12 there, and 14:42 UTC.
    let started = Some("19:35".to_owned());
    let input = DeclareInput { line: "P1 Payments failing".to_owned(), started, ..DeclareInput::default() };
    assert_eq!(bench.room.preview_declaration(&input, |_| String::new())?.started, "Started 19:35 +05:30, 37 min ago");
    let handle = bench.room.declare(&input)?.handle;
    assert_eq!(bench.room.find(None)?.summary.started_at, at("2026-11-23T14:05:00Z")?);

    let logged = bench.room.log(Some(&handle), EntryKind::Note, "rolled back", Some("20:00"))?;
    assert_eq!(
        (logged.occurred_at, logged.message.as_str()),
        (at("2026-11-23T14:30:00Z")?, "Logged at 20:00 +05:30 to P1 Payments failing")
    );
    assert_eq!(bench.room.preview_entry_time("2026-11-23T14:30:00Z", "19:40")?, "2026-11-23 19:40 +05:30");
    let read_in_utc = bench.room.log(Some(&handle), EntryKind::Note, "read the logs", Some("14:31 UTC"))?;
    assert_eq!(read_in_utc.occurred_at, at("2026-11-23T14:31:00Z")?);
    let ahead = bench.room.log(Some(&handle), EntryKind::Note, "not yet", Some("21:00"));
    assert_eq!(ahead.map_err(|error| error.code()).err(), Some("future_time"));

    let finding = FindingInput { about: "errors".parse()?, text: "500s".to_owned(), onset: Some("19:50".to_owned()), at: None };
    bench.room.add_finding(&handle, &finding)?;
    assert_eq!(bench.room.find_finding(&handle, "500s")?.onset, Some(at("2026-11-23T14:20:00Z")?));
    bench.room.schedule_review(&handle, "tomorrow 10:00", "")?;
    assert_eq!(bench.room.scheduled_review(&handle)?.map(|review| review.at), Some(at("2026-11-24T04:30:00Z")?));
    Ok(())
}

#[test]
fn quick_entry_shows_both_zones_before_it_counts() -> Result {
    let bench = in_kolkata()?;
    let handle = bench.declare("P1 Payments failing")?;
    let aim = bench.room.aim_quick_entry(None)?;
    let preview = bench.room.preview_quick_entry("rolled back @20:02", &aim, |_| String::new())?;
    assert_eq!(
        (preview.time.as_str(), preview.elsewhere.as_deref(), preview.ago.as_str()),
        ("20:02 +05:30", Some("14:32 UTC"), "10 min ago")
    );
    assert_eq!(bench.room.submit_quick_entry("rolled back @20:02", &aim, &[])?.message, "Logged at 20:02 +05:30");
    assert_eq!(
        bench.room.timeline(Some(&handle))?.into_iter().find(|row| row.text == "rolled back").map(|row| row.occurred_at),
        Some(at("2026-11-23T14:32:00Z")?)
    );
    Ok(())
}

#[test]
fn every_verb_of_quick_entry_is_recorded_at_its_time() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P2 Payments failing")?;
    bench.clock.set_minutes(30);
    let aim = bench.room.aim_quick_entry(None)?;
    let lines = [
        "/ack -12m",
        "/role tech lead @li -11m",
        "/status mitigating -10m",
        "/severity P1 all regions -9m",
        "/timebox 20m check the pool -8m",
        "/security -7m",
    ];
    for line in lines {
        bench.room.submit_quick_entry(line, &aim, &[])?;
    }

    let minutes: Vec<i64> =
        bench.room.timeline(Some(&handle))?.iter().skip(1).map(|row| (row.occurred_at - support::start()).num_minutes()).collect();
    assert!(minutes.starts_with(&[18, 19, 20, 21, 22, 23]), "{minutes:?}");
    let summary = bench.room.find(Some(&handle))?.summary;
    assert_eq!((summary.status, summary.roles.technical_lead.as_deref()), (Status::Mitigating, Some("@li")));
    let over = bench.room.submit_quick_entry("/status mitigating @15:00", &aim, &[]);
    assert!(matches!(over, Err(Error::QuickEntry(_))), "{over:?}");
    Ok(())
}

#[test]
fn what_is_no_verb_is_words_with_a_hint() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P2 Payments failing")?;
    let aim = bench.room.aim_quick_entry(None)?;
    for (line, hinted) in
        [("/healthz returns 500", true), ("/var/log full", false), ("@1password down", false), ("asked in #search", false)]
    {
        let preview = bench.room.preview_quick_entry(line, &aim, |_| String::new())?;
        assert!(preview.ready, "{line}: {preview:?}");
        assert_eq!(preview.hint.as_deref().is_some_and(|hint| hint.starts_with("There is no /")), hinted, "{line}: {preview:?}");
        bench.room.submit_quick_entry(line, &aim, &[])?;
        assert_eq!(bench.room.timeline(Some(&handle))?.last().map(|row| row.text.clone()).as_deref(), Some(line));
    }
    Ok(())
}
