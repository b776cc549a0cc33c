//! A mistaken incident is withdrawn: kept, out of lists and figures, with nothing due.

mod support;

use sitrep_core::event::EventBody;
use sitrep_core::vocabulary::{Audience, UpdateKind};
use sitrep_workstation::acts::QuickAim;
use support::{Bench, Result};

fn send_alert(bench: &Bench, handle: &str) -> Result {
    let mut input = bench.room.compose_input(handle, Some(UpdateKind::Initial.word()), None)?;
    input.anyway = true;
    bench.room.record_update(&bench.room.ready_update(&input)?)?;
    Ok(())
}

#[test]
fn it_needs_a_reason_and_is_in_no_list_and_owes_nothing() -> Result {
    let bench = Bench::new()?;
    let other = bench.declare("P1 Payments failing")?;
    let mistake = bench.declare("P0 Payments are failing")?;
    assert_eq!(bench.room.withdraw(&mistake, Some(" ")).err().map(|error| error.code()), Some("reason_needed"));
    bench.clock.set_minutes(40);
    assert!(bench.room.claim_due_reminders()?.iter().any(|reminder| reminder.handle == mistake));

    assert_eq!(bench.room.withdraw(&mistake, Some("the same as the other"))?, []);
    assert_eq!(bench.room.withdraw(&mistake, Some("again")).err().map(|error| error.code()), Some("already_withdrawn"));
    assert!(bench.room.deadlines(Some(&mistake))?.is_empty());
    let listed: Vec<String> = bench.room.list()?.into_iter().map(|row| row.summary.handle).collect();
    assert_eq!(listed, std::slice::from_ref(&other));
    let overview = bench.room.overview()?;
    assert_eq!((overview.active.len(), overview.recent.len(), overview.owed_reviews.len()), (1, 0, 0));
    assert_eq!(overview.withdrawn.first().map(|one| one.handle.clone()), Some(mistake.clone()));
    assert_eq!((bench.room.count_active()?, bench.room.clocks_of_first(9)?.incidents.len()), (1, 1));
    bench.clock.set_minutes(300);
    assert!(bench.room.claim_due_reminders()?.iter().all(|reminder| reminder.handle == other), "its reminders went with it");
    Ok(())
}

#[test]
fn it_is_found_by_its_handle_says_why_and_comes_back_as_it_stood() -> Result {
    let bench = Bench::new()?;
    let mistake = bench.declare("P1 Payments failing")?;
    bench.room.withdraw(&mistake, Some("a test alert"))?;
    let found = bench.room.find(Some("payments"))?.summary;
    assert_eq!((found.handle.as_str(), found.withdrawn.as_deref()), (mistake.as_str(), Some("a test alert")));
    let screen = bench.room.incident_screen(&mistake)?;
    assert_eq!(
        screen.withdrawn.map(|said| said.line),
        Some(format!("Withdrawn at 14:00 UTC by {}: a test alert", bench.room.settings()?.author))
    );
    assert_eq!(bench.room.find(None).err().map(|error| error.code()), Some("none_active"));
    assert_eq!(bench.room.aim_quick_entry(None)?, QuickAim::Declaring);
    let aim = QuickAim::Running { handle: mistake.clone() };
    assert_eq!(bench.room.submit_quick_entry("500s", &aim, &[]).err().map(|error| error.code()), Some("target_is_over"));
    bench.declare("P1 Payments failing")?;

    bench.room.bring_back(&mistake)?;
    assert_eq!(bench.room.list()?.len(), 2);
    assert!(!bench.room.deadlines(Some(&mistake))?.is_empty());
    assert_eq!(bench.room.bring_back(&mistake).err().map(|error| error.code()), Some("not_withdrawn"));
    let texts: Vec<String> = bench.room.timeline(Some(&mistake))?.into_iter().map(|row| row.text).collect();
    assert!(texts.iter().any(|text| text == "Withdrawn, it was no incident: a test alert"), "{texts:?}");
    Ok(())
}

#[test]
fn a_resolved_one_leaves_the_lists_too_and_owes_no_review() -> Result {
    let bench = Bench::new()?;
    let mistake = bench.declare("P1 Payments failing")?;
    bench.room.resolve(&mistake, Some("a false alarm"))?;
    assert_eq!(bench.room.overview()?.owed_reviews.len(), 1);
    bench.room.withdraw(&mistake, Some("a false alarm"))?;
    let overview = bench.room.overview()?;
    assert_eq!((overview.recent.len(), overview.owed_reviews.len()), (0, 0));
    assert!(bench.room.list()?.is_empty() && !bench.room.waits_for_something()?);
    assert_eq!(bench.room.incident_screen(&mistake)?.review, None);
    assert!(bench.room.deadlines(Some(&mistake))?.is_empty());
    Ok(())
}

#[test]
fn who_was_told_is_owed_a_word() -> Result {
    let bench = Bench::new()?;
    let mistake = bench.declare("P1 Payments failing")?;
    send_alert(&bench, &mistake)?;
    assert_eq!(bench.room.withdraw(&mistake, Some("a test alert"))?, [Audience::Internal]);
    let screen = bench.room.incident_screen(&mistake)?;
    let owed = "Messages about it went out (stakeholders): those who got them are owed a word that it was no incident.";
    assert_eq!(screen.withdrawn.and_then(|said| said.owed).as_deref(), Some(owed));
    assert_eq!(screen.next_step.text, "Tell those who heard of it that it was no incident (stakeholders)");
    Ok(())
}

#[test]
fn its_event_reads_back_as_it_was_written() -> Result {
    let body = EventBody::Withdrawn { reason: "a test alert".to_owned(), into: None };
    assert_eq!(serde_json::from_str::<EventBody>(&serde_json::to_string(&body)?)?, body);
    Ok(())
}
