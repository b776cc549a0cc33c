//! What is owed stays owed at every door: lowering, reopening, scheduling the review.

mod support;

use sitrep_core::vocabulary::{ChecklistLine, EventId, Lowering, Severity, Status};
use sitrep_workstation::Error;
use sitrep_workstation::acts::ActionInput;
use support::{Bench, Result};

fn code<T>(done: std::result::Result<T, Error>) -> &'static str {
    done.map_or_else(|error| error.code(), |_| "done")
}

fn is_done(bench: &Bench, handle: &str, line: ChecklistLine) -> Result<bool> {
    let checklist = bench.room.incident_screen(handle)?.checklist;
    Ok(checklist.into_iter().any(|item| item.line == line && item.done))
}

fn last_line(bench: &Bench, handle: &str) -> Result<String> {
    let slice = bench.room.timeline_slice(handle, None, 1)?;
    Ok(slice.rows.last().ok_or("no line")?.text.clone())
}

#[test]
fn what_was_resolved_is_reopened_only_for_a_reason_and_owes_all_anew() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    assert_eq!(code(bench.room.reopen(&handle, Some("still failing"))), "still_open");
    bench.room.resolve(&handle, Some("it recovered by itself"))?;
    bench.room.schedule_review(&handle, "tomorrow 15:00", "@ana, @ben")?;
    bench.room.complete_review(&handle, Some("the wiki"))?;
    assert!(is_done(&bench, &handle, ChecklistLine::ReviewScheduled)?);

    assert_eq!(code(bench.room.reopen(&handle, None)), "reason_needed");
    assert_eq!(code(bench.room.set_status(&handle, Status::Monitoring, Some("  "))), "reason_needed", "the same by another door");
    bench.room.reopen(&bench.room.last_resolved()?.summary.handle, Some("the errors are back"))?;

    assert_eq!(last_line(&bench, &handle)?, "Reopened, Investigating: the errors are back");
    assert!(!is_done(&bench, &handle, ChecklistLine::ReviewScheduled)?);
    bench.room.resolve(&handle, Some("now it is over"))?;
    let screen = bench.room.incident_screen(&handle)?;
    let review = screen.review.ok_or("no review")?;
    assert_eq!((review.complete, review.scheduled), (false, None), "that was the review of an end that was none");
    Ok(())
}

#[test]
fn a_review_is_scheduled_by_a_person_and_goes_to_the_calendar() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments; failing, at checkout")?;
    bench.room.resolve(&handle, Some("it recovered by itself"))?;
    assert_eq!(code(bench.room.save_invitation(&handle)), "not_scheduled");
    for typed in ["soon", "25:99", "2020-01-01 10:00"] {
        assert_eq!(code(bench.room.schedule_review(&handle, typed, "")), "bad_review_time", "{typed}");
    }

    bench.room.schedule_review(&handle, "2030-11-25 15:00", "@ana @ben, VP Engineering, @ana")?;

    let scheduled = bench.room.incident_screen(&handle)?.review.and_then(|review| review.scheduled);
    assert_eq!(scheduled.as_deref(), Some("2030-11-25 15:00 UTC, with @ana, @ben, VP Engineering"));
    assert_eq!(last_line(&bench, &handle)?, "Review scheduled for 2030-11-25 15:00 UTC, with @ana, @ben, VP Engineering");
    let file = std::fs::read_to_string(bench.room.save_invitation(&handle)?)?;
    for part in ["BEGIN:VCALENDAR", "DTSTART:20301125T150000Z", "Post-incident review: Payments\\; failing\\, at checkout", "@sitrep"] {
        assert!(file.contains(part), "{part} in {file}");
    }
    Ok(())
}

#[test]
fn an_action_item_can_be_given_to_somebody_later() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    bench.room.resolve(&handle, Some("it recovered by itself"))?;
    bench.room.add_action(&handle, &ActionInput { text: "Backfill".into(), due: "2w".into(), ..ActionInput::default() })?;
    let id: EventId = bench.room.action_items(&handle)?.first().ok_or("no item")?.id;
    assert!(!is_done(&bench, &handle, ChecklistLine::ActionItemsCreated)?);

    bench.room.assign_action(&handle, id, Some("ben"))?;

    assert_eq!(bench.room.action_items(&handle)?.first().ok_or("no item")?.owner.as_deref(), Some("@ben"));
    assert!(is_done(&bench, &handle, ChecklistLine::ActionItemsCreated)?);
    Ok(())
}

#[test]
fn quick_entry_asks_which_lowering_it_is() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P0 Payments failing")?;
    assert_eq!(code(bench.enter("/severity P2 one region")), "which_lowering");
    bench.enter("/severity P2 never was, one test account")?;
    assert_eq!(bench.room.find(None)?.summary.peak_severity, Some(Severity::P2));
    assert_eq!(bench.room.lowering_choices(&handle, Severity::P3)?.first().map(|choice| choice.lowering), Some(Lowering::GotBetter));
    Ok(())
}

#[test]
fn a_review_is_complete_once_it_is_written_and_can_be_opened_again() -> Result {
    let bench = Bench::new()?;
    let room = &bench.room;
    let handle = bench.declare("P1 Payments failing")?;
    room.resolve(&handle, Some("it recovered by itself"))?;
    let is_complete = || -> Result<bool> { Ok(room.incident_screen(&handle)?.review.ok_or("no review")?.complete) };

    assert_eq!(code(room.complete_review(&handle, None)), "review_unwritten", "none was even saved");
    let saved = std::path::PathBuf::from(room.save_review(&handle)?.path);
    let refused = room.complete_review(&handle, Some("  ")).err().ok_or("an unwritten one is complete")?.to_string();
    assert!(refused.contains("still to write are Summary, Impact, Root Cause, Five Whys, Lessons Learned"), "{refused}");
    assert!(!is_complete()?);

    let text = std::fs::read_to_string(&saved)?;
    let write = |line: &str| match line.split_once(": _") {
        Some((part, _)) => format!("{part}: none"),
        None if line.starts_with('_') => "Words.".to_owned(),
        None => format!("{line} words"),
    };
    let written: Vec<String> = text.lines().map(write).collect();
    std::fs::write(&saved, written.join("\r\n"))?;
    room.complete_review(&handle, None)?;
    assert!(is_complete()? && last_line(&bench, &handle)?.starts_with("Review complete: /"), "{}", last_line(&bench, &handle)?);

    assert_eq!(code(room.reopen_review(&handle, None)), "reason_needed");
    room.reopen_review(&handle, Some("the cause is another"))?;
    assert!(!is_complete()?);
    room.complete_review(&handle, Some("https://wiki.example/42"))?;
    assert_eq!(last_line(&bench, &handle)?, "Review complete: https://wiki.example/42");
    Ok(())
}
