//! A transcript is shown first and recorded as it was confirmed.

mod support;

use chrono::TimeDelta;
use sitrep_core::documents::timeline::TimelineRow;
use sitrep_core::vocabulary::EntryKind;
use sitrep_workstation::acts::{ConfirmedLine, HypothesisInput, TranscriptPreview};
use sitrep_workstation::{Error, SettingsChange};
use support::{Bench, Result, start};

const SLACK: &str = "Ana Lopez  1:40 PM\ncheckout is failing\nme  1:45 PM\nrolled back\nBo  1:50 PM\nerror rate falls";

fn confirmed(preview: &TranscriptPreview) -> Vec<ConfirmedLine> {
    let ticked = preview.rows.iter().filter(|row| row.ticked);
    ticked.filter_map(|row| Some(ConfirmedLine { at: row.at?, author: row.author.clone(), text: row.text.clone() })).collect()
}

fn shown(row: &TimelineRow) -> String {
    format!("{} {} {}", row.time, row.author, row.text)
}

fn line(minutes_ago: i64, text: &str) -> ConfirmedLine {
    ConfirmedLine { at: start() - TimeDelta::minutes(minutes_ago), author: None, text: text.to_owned() }
}

/// A person who is called `@me`.
fn bench() -> Result<Bench> {
    let bench = Bench::new()?;
    bench.room.change_settings(&SettingsChange { author: Some("@me".to_owned()), ..SettingsChange::default() })?;
    Ok(bench)
}

#[test]
fn it_is_shown_first_and_recorded_once_confirmed() -> Result {
    let bench = bench()?;
    let handle = bench.declare("P1 Payments failing")?;
    let preview = bench.room.preview_transcript(&handle, SLACK, "UTC")?;
    assert_eq!((preview.summary.as_str(), preview.count, preview.masked), ("3 entries found, read as Slack.", 3, 0));
    let seen: Vec<_> =
        preview.rows.iter().map(|row| (row.time.as_str(), row.ago.as_str(), row.author.as_deref(), row.text.as_str())).collect();
    assert_eq!(seen[0], ("13:40 UTC", "20 min ago", Some("@Ana-Lopez"), "checkout is failing"));
    assert_eq!(bench.room.timeline(Some(&handle))?.len(), 1, "only the declaration");

    let mut lines = confirmed(&preview);
    lines.remove(2);
    let recorded = bench.room.record_transcript(&handle, &lines)?;
    assert_eq!(recorded.message, "Logged 2 entries to P1 Payments failing");
    let rows = bench.room.timeline(Some(&handle))?;
    assert_eq!(
        rows.iter().map(shown).collect::<Vec<_>>(),
        ["13:40 @me @Ana-Lopez: checkout is failing", "13:45 @me rolled back", "14:00 @me Declared P1: Payments failing",]
    );
    assert_eq!(recorded.ids, [rows[0].id, rows[1].id]);
    Ok(())
}

#[test]
fn what_is_on_the_timeline_is_marked_and_left_out() -> Result {
    let bench = bench()?;
    let handle = bench.declare("P1 Payments failing")?;
    bench.room.log(Some(&handle), EntryKind::Note, "Rolled  back", Some("13:45"))?;
    let preview = bench.room.preview_transcript(&handle, SLACK, "UTC")?;
    assert_eq!(
        preview.rows.iter().map(|row| (row.duplicate, row.ticked)).collect::<Vec<_>>(),
        [(false, true), (true, false), (false, true)]
    );
    assert_eq!(preview.rows[1].note.as_deref(), Some("on the timeline already"));
    bench.room.record_transcript(&handle, &confirmed(&preview))?;
    assert_eq!(bench.room.preview_transcript(&handle, SLACK, "UTC")?.count, 0, "a second time there is nothing new");
    Ok(())
}

#[test]
fn secrets_are_taken_out_and_counted() -> Result {
    let bench = bench()?;
    let handle = bench.declare("P1 Payments failing")?;
    let text = "13:40 <ana> use AKIAQYLPMN5HHHFPZAM2 for now\n13:41 <bo> psql postgres://app:hunter22@db-1/shop\n13:42 <ana> ok";
    let preview = bench.room.preview_transcript(&handle, text, "UTC")?;
    assert_eq!((preview.masked, preview.masked_line.as_deref()), (2, Some("2 secrets were taken out.")));
    assert_eq!(preview.rows[0].text, "use (removed) for now");
    assert!(!preview.rows[1].text.contains("hunter22"), "{}", preview.rows[1].text);
    Ok(())
}

#[test]
fn what_has_no_time_or_lies_ahead_is_shown_and_not_ticked() -> Result {
    let bench = bench()?;
    let handle = bench.declare("P1 Payments failing")?;
    let text = "from the bridge\n2026-11-23T13:59:00Z a\n2026-11-23T14:59:00Z b";
    let preview = bench.room.preview_transcript(&handle, text, "UTC")?;
    let notes: Vec<_> = preview.rows.iter().map(|row| (row.note.as_deref(), row.recordable, row.ticked)).collect();
    assert_eq!(notes, [(Some("no time"), false, false), (None, true, true), (Some("in the future"), false, false)]);
    let nothing = bench.room.preview_transcript(&handle, "just words", "UTC")?;
    assert_eq!((nothing.format, nothing.count, nothing.summary.as_str()), (None, 0, "No times found."));
    Ok(())
}

#[test]
fn times_without_a_zone_are_in_the_zone_that_is_said() -> Result {
    let bench = bench()?;
    let handle = bench.declare("P1 Payments failing")?;
    let first = |zone: &str| {
        bench.room.preview_transcript(&handle, "[23/11/2026, 15:30:00] Ana: a", zone).map(|preview| preview.rows[0].time.clone())
    };
    assert_eq!(first("+02:00")?, "13:30 UTC");
    assert_eq!(first("UTC")?, "15:30 UTC");
    assert_eq!(first("Europe/Berlin")?, "14:30 UTC", "as it was on that day");
    assert!(matches!(first("Mars"), Err(Error::Instant(_))));
    Ok(())
}

#[test]
fn a_day_that_does_not_fit_the_incident_asks_and_is_not_ticked() -> Result {
    let bench = bench()?;
    let handle = bench.declare("P1 Payments failing")?;

    let preview = bench.room.preview_transcript(&handle, "2026-11-20T13:00:00Z a\n2026-11-23T13:50:00Z b", "UTC")?;

    let notes: Vec<_> = preview.rows.iter().map(|row| (row.note.as_deref(), row.recordable, row.ticked)).collect();
    assert_eq!(notes, [(Some("long before the incident: is the day right?"), true, false), (None, true, true)]);
    Ok(())
}

#[test]
fn a_guess_says_what_it_is() -> Result {
    let bench = bench()?;
    let handle = bench.declare("P1 Payments failing")?;

    let preview = bench.room.preview_transcript(&handle, "Nov 23 13:50:00 web-1 app[1]: a\nNov 23 13:51:00 web-1 app[1]: b", "UTC")?;

    assert_eq!(preview.rows[0].note.as_deref(), Some("year guessed: near the incident"));
    Ok(())
}

#[test]
fn all_of_it_is_recorded_or_nothing() -> Result {
    let bench = bench()?;
    let handle = bench.declare("P1 Payments failing")?;
    let refused = |lines: &[ConfirmedLine]| bench.room.record_transcript(&handle, lines).map_or_else(|error| error.code(), |_| "done");
    assert_eq!(refused(&[]), "empty");
    assert_eq!(refused(&[line(5, "a"), line(4, " \n")]), "empty");
    assert_eq!(refused(&[line(5, "a"), line(-60, "b")]), "future_time");
    assert_eq!(bench.room.timeline(Some(&handle))?.len(), 1);
    assert_eq!(refused(&[line(5, "a"), line(4, "b")]), "done");
    Ok(())
}

#[test]
fn no_line_and_no_event_is_longer_than_what_is_read_at_ease() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    let lines = |length: usize| [ConfirmedLine { at: start(), author: None, text: "x".repeat(length) }];
    assert!(bench.room.record_transcript(&handle, &lines(64 * 1024)).is_ok());
    assert_eq!(bench.room.record_transcript(&handle, &lines(64 * 1024 + 1)).err().map(|error| error.code()), Some("entry_too_long"));
    let long = HypothesisInput { statement: "x".repeat(2_000_000), ..HypothesisInput::default() };
    assert_eq!(bench.room.add_hypothesis(&handle, &long).err().map(|error| error.code()), Some("entry_too_long"));
    Ok(())
}
