//! Reminders of an escalation can be silenced; the policy is held back only by who says so.

mod support;

use std::fs;

use sitrep_core::procedure::Deadline;
use sitrep_core::vocabulary::{DeadlineKind, Lowering, Severity, Status};
use support::{Bench, Result};

/// The P1 escalates after two hours.
const DUE: i64 = 120;

fn escalating_by_itself() -> Result<(Bench, String)> {
    let bench = Bench::new()?;
    let config = bench.folder.path().join("config");
    fs::create_dir_all(&config)?;
    fs::write(config.join("policy.toml"), "escalate_automatically = true\n")?;
    bench.room.refresh();
    let handle = bench.declare("P1 Payments failing")?;
    Ok((bench, handle))
}

fn escalation(bench: &Bench, handle: &str) -> Result<Deadline> {
    let running = bench.room.deadlines(Some(handle))?.into_iter();
    Ok(running.into_iter().find(|deadline| deadline.kind == DeadlineKind::Escalation).ok_or("no escalation runs")?)
}

fn severity_at(bench: &Bench, handle: &str, minutes: i64) -> Result<Severity> {
    bench.clock.set_minutes(minutes);
    bench.room.claim_due_reminders()?;
    Ok(bench.room.find(Some(handle))?.summary.severity)
}

fn has_line(bench: &Bench, handle: &str, text: &str) -> Result<bool> {
    Ok(bench.room.timeline(Some(handle))?.iter().any(|row| row.text == text))
}

#[test]
fn an_escalation_is_silenced_for_good_only_with_a_reason() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    let key = escalation(&bench, &handle)?.key;
    for blank in [None, Some(" ")] {
        assert_eq!(bench.room.snooze(&handle, &key, None, blank).err().map(|error| error.code()), Some("reason_needed"));
    }
    bench.room.snooze(&handle, &key, None, Some("the VP decides at noon"))?;
    assert!(has_line(&bench, &handle, "No more reminders of this escalation: the VP decides at noon")?);
    bench.room.snooze(&handle, &key, Some(30), None)?;
    Ok(())
}

#[test]
fn silence_for_a_while_or_for_good_never_holds_the_policy_back() -> Result {
    for minutes in [None, Some(240)] {
        let (bench, handle) = escalating_by_itself()?;
        bench.room.snooze(&handle, &escalation(&bench, &handle)?.key, minutes, Some("too loud"))?;
        assert_eq!(severity_at(&bench, &handle, DUE - 1)?, Severity::P1);
        assert_eq!(severity_at(&bench, &handle, DUE)?, Severity::P0, "silent for {minutes:?} minutes");
    }
    Ok(())
}

#[test]
fn who_stops_automatic_escalation_says_so_and_why_and_is_still_asked() -> Result {
    let (bench, handle) = escalating_by_itself()?;
    assert_eq!(bench.room.stop_automatic_escalation(&handle, None).err().map(|error| error.code()), Some("reason_needed"));
    bench.room.stop_automatic_escalation(&handle, Some("customers are told by hand"))?;
    assert!(has_line(&bench, &handle, "Automatic escalation stopped: customers are told by hand")?);
    assert_eq!(bench.room.stop_automatic_escalation(&handle, Some("again")).err().map(|error| error.code()), Some("nothing_automatic"));
    bench.room.not_yet(&handle, None, None)?;
    assert_eq!(severity_at(&bench, &handle, 3 * DUE)?, Severity::P1);
    assert!(escalation(&bench, &handle)?.is_pressing(), "the question stays");

    bench.room.resume_automatic_escalation(&handle)?;
    assert!(has_line(&bench, &handle, "Automatic escalation is on again")?);
    assert_eq!(severity_at(&bench, &handle, 3 * DUE + 1)?, Severity::P0);
    Ok(())
}

#[test]
fn what_was_stopped_for_one_severity_runs_for_the_next() -> Result {
    let (bench, handle) = escalating_by_itself()?;
    bench.room.set_severity(&handle, Severity::P2, Some("one region only"), Some(Lowering::GotBetter))?;
    bench.room.stop_automatic_escalation(&handle, Some("the batch window"))?;
    bench.clock.set_minutes(10);
    bench.room.set_severity(&handle, Severity::P1, Some("all regions"), None)?;
    assert!(escalation(&bench, &handle)?.by_itself_at.is_some());
    Ok(())
}

#[test]
fn a_reminder_says_by_itself_only_where_that_is_so() -> Result {
    let title = |bench: &Bench| -> Result<Option<String>> {
        let due = bench.room.claim_due_reminders()?;
        Ok(due.into_iter().find(|reminder| reminder.kind == DeadlineKind::Escalation).map(|reminder| reminder.title))
    };
    let (bench, handle) = escalating_by_itself()?;
    bench.room.stop_automatic_escalation(&handle, Some("customers are told by hand"))?;
    bench.clock.set_minutes(100);
    assert_eq!(title(&bench)?.as_deref(), Some("Escalation to P0 due at 16:00 UTC"));

    let (bench, _) = escalating_by_itself()?;
    bench.clock.set_minutes(100);
    assert_eq!(title(&bench)?.as_deref(), Some("Escalates to P0 at 16:00 UTC"));
    Ok(())
}

#[test]
fn a_reminder_goes_once_what_it_says_is_so_no_more() -> Result {
    type Act = fn(&Bench, &str) -> Result;
    let acts: [(&str, Act); 3] = [
        ("nothing escalates by itself any more", |bench, handle| {
            Ok(bench.room.stop_automatic_escalation(handle, Some("customers are told by hand"))?)
        }),
        ("it escalates to another severity", |bench, handle| {
            Ok(bench.room.set_severity(handle, Severity::P2, Some("one region"), Some(Lowering::GotBetter))?)
        }),
        ("it is over", |bench, handle| Ok(bench.room.set_status(handle, Status::Resolved, Some("checked by hand"))?)),
    ];
    for (what, act) in acts {
        let (bench, handle) = escalating_by_itself()?;
        bench.clock.set_minutes(100);
        let shown = bench.room.claim_due_reminders()?;
        let escalates: Vec<_> = shown.iter().filter(|reminder| reminder.title.starts_with("Escalates to P0")).collect();
        assert_eq!(escalates.len(), 1, "{shown:?}");
        bench.room.set_title(&handle, "Payments failing in the EU")?;
        assert!(bench.room.standing_reminders()?.hold(escalates[0]), "another name makes nothing untrue");

        act(&bench, &handle)?;

        assert!(!bench.room.standing_reminders()?.hold(escalates[0]), "{what}");
    }
    Ok(())
}
