//! Reminders: all of them, once, in time, whatever becomes of processes and clocks.

mod support;

use std::fs;
use std::ops::RangeInclusive;

use sitrep_core::vocabulary::{DeadlineKind, ImpactQuestion, Role, Severity, UpdateField};
use sitrep_workstation::acts::ActionInput;
use sitrep_workstation::{News, ReminderAction, Workstation};
use support::{Bench, Result};

/// Lets the minutes pass and shows what is claimed: in which minute, and what it says.
fn watched(bench: &Bench, rooms: &[&Workstation], minutes: RangeInclusive<i64>) -> Result<Vec<(i64, String)>> {
    let mut shown = Vec::new();
    for minute in minutes {
        bench.clock.set_minutes(minute);
        for room in rooms {
            for reminder in room.claim_due_reminders()? {
                room.mark_reminder_shown(&reminder)?;
                shown.push((minute, reminder.title.clone()));
            }
        }
    }
    Ok(shown)
}

/// Somebody has responded and assessed the impact, so that only the other deadlines remind.
fn triaged(bench: &Bench, handle: &str) -> Result {
    for question in ImpactQuestion::ALL {
        bench.room.answer_impact(handle, question, "some people")?;
    }
    bench.room.acknowledge(handle)?;
    Ok(())
}

fn escalating_by_itself() -> Result<Bench> {
    let bench = Bench::new()?;
    let config = bench.folder.path().join("config");
    fs::create_dir_all(&config)?;
    fs::write(config.join("policy.toml"), "escalate_automatically = true\n")?;
    bench.room.refresh();
    Ok(bench)
}

/// The key of the next update's deadline.
fn update_key(bench: &Bench, handle: &str) -> Result<String> {
    let update = bench.room.deadlines(Some(handle))?.into_iter().find(|deadline| deadline.kind == DeadlineKind::Update);
    Ok(update.ok_or("no update deadline")?.key)
}

fn send_update(bench: &Bench, handle: &str) -> Result {
    let mut input = bench.room.compose_input(handle, None, None)?;
    for field in bench.room.compose_update(&input)?.missing {
        input.edits.insert(field, if field == UpdateField::IncidentCommander { "nobody yet" } else { "as before" }.to_owned());
    }
    bench.room.record_update(&bench.room.ready_update(&input)?)?;
    Ok(())
}

#[test]
fn two_processes_remind_once_between_them() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    bench.room.assign_role(&handle, Role::IncidentCommander, Some("@ana"))?;
    let second = bench.second()?;
    let shown = watched(&bench, &[&bench.room, &second], 0..=46)?;
    let updates: Vec<_> = shown.into_iter().filter(|(_, title)| title.starts_with("Initial")).collect();
    let expected = [
        (25, "Initial alert due at 14:30 UTC"),
        (30, "Initial alert due since 14:30 UTC"),
        (35, "Initial alert late since 14:30 UTC"),
        (45, "Initial alert late since 14:30 UTC"),
    ];
    assert_eq!(updates, expected.map(|(minute, title)| (minute, title.to_owned())));
    Ok(())
}

#[test]
fn a_reminder_that_was_not_shown_comes_again() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    triaged(&bench, &handle)?;
    bench.clock.set_minutes(26);
    assert_eq!(bench.room.claim_due_reminders()?.len(), 1);
    let after_a_crash = bench.second()?;
    assert_eq!(after_a_crash.claim_due_reminders()?.len(), 0, "the first may still be showing it");
    bench.clock.set_minutes(27);
    assert_eq!(after_a_crash.claim_due_reminders()?.len(), 1);
    bench.clock.set_minutes(28);
    assert_eq!(bench.second()?.claim_due_reminders()?.len(), 0, "twice at most");
    Ok(())
}

#[test]
fn escalation_asks_offers_both_ways_and_waits_after_not_yet() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P2 Search down")?;
    bench.clock.set_minutes(180);
    let asked: Vec<_> =
        bench.room.claim_due_reminders()?.into_iter().filter(|reminder| reminder.kind == DeadlineKind::Escalation).collect();
    assert_eq!(asked.iter().map(|reminder| reminder.title.as_str()).collect::<Vec<_>>(), ["Escalation to P1 due at 18:00 UTC"]);
    assert_eq!(asked[0].actions, [ReminderAction::Escalate, ReminderAction::NotYet, ReminderAction::Open]);
    bench.clock.set_minutes(239);
    bench.room.not_yet(&handle, None, Some("the fix is deploying"))?;
    bench.clock.set_minutes(245);
    assert!(bench.room.claim_due_reminders()?.iter().all(|reminder| reminder.kind != DeadlineKind::Escalation));
    bench.clock.set_minutes(270);
    assert!(bench.room.claim_due_reminders()?.iter().any(|reminder| reminder.title == "Escalate to P1?"));
    Ok(())
}

#[test]
fn nobody_responds_and_every_deadline_says_so() -> Result {
    let bench = Bench::new()?;
    bench.declare("P1 Payments failing")?;
    let shown = watched(&bench, &[&bench.room], 0..=40)?;
    let expected = [
        (4, "Impact assessment due at 14:05 UTC"),
        (5, "Impact assessment due since 14:05 UTC"),
        (10, "Impact assessment late since 14:05 UTC"),
        (20, "Impact assessment late since 14:05 UTC"),
        (23, "Nobody has responded: due at 14:30 UTC"),
        (25, "Initial alert due at 14:30 UTC"),
        (30, "Nobody has responded"),
        (30, "Initial alert due since 14:30 UTC"),
        (35, "Nobody has responded"),
        (35, "Initial alert late since 14:30 UTC"),
        (40, "Impact assessment late since 14:05 UTC"),
    ];
    assert_eq!(shown, expected.map(|(minute, title)| (minute, title.to_owned())));
    Ok(())
}

#[test]
fn what_can_be_done_about_it_comes_with_each_reminder() {
    for kind in DeadlineKind::ALL {
        let actions = ReminderAction::of(kind);
        assert!(actions.contains(&ReminderAction::Open), "{kind:?}");
        let silences = actions.contains(&ReminderAction::Snooze) || actions.contains(&ReminderAction::NotYet);
        assert!(silences || !kind.can_be_late(), "{kind:?}");
    }
}

#[test]
fn the_most_severe_incident_comes_first() -> Result {
    let bench = Bench::new()?;
    bench.declare("P2 Search is slow")?;
    bench.declare("P0 Everything is down")?;
    bench.declare("P1 Payments failing")?;
    bench.clock.set_minutes(5);
    let order: Vec<Severity> = bench.room.claim_due_reminders()?.into_iter().map(|reminder| reminder.severity).collect();
    assert_eq!(order, [Severity::P0, Severity::P1, Severity::P2]);
    Ok(())
}

#[test]
fn a_p2_left_alone_walks_up_by_itself_where_the_policy_says_so() -> Result {
    let bench = escalating_by_itself()?;
    let handle = bench.declare("P2 Search down")?;
    let second = bench.second()?;
    let shown = watched(&bench, &[&bench.room, &second], 0..=600)?;
    let prompts: Vec<_> = shown.into_iter().filter(|(_, title)| title.starts_with("Escalate")).collect();
    let expected =
        [(180, "Escalates to P1 at 18:00 UTC"), (240, "Escalated to P1"), (330, "Escalates to P0 at 20:00 UTC"), (360, "Escalated to P0")];
    assert_eq!(prompts, expected.map(|(minute, title)| (minute, title.to_owned())));
    let texts: Vec<String> = bench.room.timeline(Some(&handle))?.into_iter().map(|row| row.text).collect();
    let raised = texts.iter().filter(|text| text.starts_with("Escalated by policy:")).count();
    assert_eq!(raised, 2, "{texts:?}");
    Ok(())
}

#[test]
fn not_yet_holds_the_policy_back_too() -> Result {
    let bench = escalating_by_itself()?;
    let handle = bench.declare("P2 Search down")?;
    bench.clock.set_minutes(230);
    bench.room.not_yet(&handle, None, Some("the fix is deploying"))?;
    watched(&bench, &[&bench.room], 239..=259)?;
    assert_eq!(bench.room.find(Some(&handle))?.summary.severity, Severity::P2);
    watched(&bench, &[&bench.room], 260..=261)?;
    assert_eq!(bench.room.find(Some(&handle))?.summary.severity, Severity::P1);
    Ok(())
}

#[test]
fn a_clock_that_is_set_neither_silences_nor_delays() -> Result {
    for turned in [-1440, -60, 60, 1440] {
        let bench = Bench::new()?;
        let handle = bench.declare("P1 Payments failing")?;
        triaged(&bench, &handle)?;
        assert!(watched(&bench, &[&bench.room], 0..=20)?.is_empty());
        bench.clock.turn(turned);
        let shown = watched(&bench, &[&bench.room], 20 + turned..=31 + turned)?;
        let first = shown.first().map(|(minute, title)| (*minute - turned, title.as_str()));
        let expected = match turned {
            60 => (20, "Initial alert late since 14:30 UTC"),
            1440 => (20, "Initial alert late since 2026-11-23 14:30 UTC"),
            -60 => (25, "Initial alert due at 13:30 UTC"),
            _ => (25, "Initial alert due at 14:30 UTC"),
        };
        assert_eq!(first, Some(expected), "set by {turned} minutes");
        send_update(&bench, &handle)?;
        let shown = watched(&bench, &[&bench.room], 32 + turned..=57 + turned)?;
        let next: Vec<_> = shown.iter().filter(|(_, title)| title.starts_with("Status")).map(|(minute, _)| *minute - turned).collect();
        assert_eq!(next, [56], "an update sent after that starts a clock of its own, {turned}: {shown:?}");
    }
    Ok(())
}

#[test]
fn what_a_clock_that_was_ahead_made_late_is_not_said_when_it_is_set_right() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    triaged(&bench, &handle)?;
    assert!(watched(&bench, &[&bench.room], 0..=20)?.is_empty());
    bench.clock.turn(1440);
    bench.clock.set_minutes(20 + 1440);
    let late = bench.room.claim_due_reminders()?;
    assert_eq!(late.len(), 2, "{late:?}");
    let standing = bench.room.standing_reminders()?;
    assert!(late.iter().all(|reminder| standing.hold(reminder)));
    bench.clock.turn(-1440);
    bench.clock.set_minutes(20);
    let standing = bench.room.standing_reminders()?;
    assert!(!late.iter().any(|reminder| standing.hold(reminder)), "{late:?} beside {standing:?}");
    let shown = watched(&bench, &[&bench.room], 21..=31)?;
    assert!(shown.contains(&(30, "Initial alert due since 14:30 UTC".to_owned())), "it comes at its time: {shown:?}");
    Ok(())
}

#[test]
fn a_reminder_that_stands_stays_true_as_time_goes_on() -> Result {
    let bench = Bench::new()?;
    bench.declare("P1 Payments failing")?;
    bench.clock.set_minutes(26);
    let shown = bench.room.claim_due_reminders()?;
    bench.clock.set_minutes(200);
    let standing = bench.room.standing_reminders()?;
    assert!(shown.iter().all(|reminder| standing.hold(reminder)));
    assert!(shown.iter().all(|reminder| !reminder.title.contains(" min")), "{shown:?}");
    Ok(())
}

#[test]
fn a_snooze_holds_by_the_clock_that_nobody_sets() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    triaged(&bench, &handle)?;
    watched(&bench, &[&bench.room], 0..=26)?;
    let key = update_key(&bench, &handle)?;
    bench.room.snooze(&handle, &key, Some(10), None)?;
    assert!(watched(&bench, &[&bench.room], 26..=28)?.is_empty());
    bench.clock.turn(-60);
    let shown = watched(&bench, &[&bench.room], -32..=-20)?;
    assert_eq!(shown.first().map(|(minute, _)| *minute), Some(-24), "{shown:?}");
    Ok(())
}

#[test]
fn a_snooze_can_be_for_good_and_can_be_ended() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    triaged(&bench, &handle)?;
    let key = update_key(&bench, &handle)?;
    bench.room.snooze(&handle, &key, None, None)?;
    assert!(watched(&bench, &[&bench.room], 0..=60)?.is_empty());
    assert_eq!(bench.room.snooze(&handle, &key, Some(1441), None).err().map(|error| error.code()), Some("snooze_too_long"));
    bench.room.snooze(&handle, &key, Some(0), None)?;
    assert_eq!(watched(&bench, &[&bench.room], 61..=61)?.len(), 1);
    let texts: Vec<String> = bench.room.timeline(Some(&handle))?.into_iter().map(|row| row.text).collect();
    assert!(texts.iter().any(|text| text == "No more reminders of this update"), "{texts:?}");
    assert!(texts.iter().any(|text| text == "Update reminders on again"), "{texts:?}");
    Ok(())
}

#[test]
fn what_was_shown_and_silenced_is_said_again_when_the_snooze_is_over() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    triaged(&bench, &handle)?;
    let second = bench.second()?;
    watched(&bench, &[&bench.room, &second], 0..=36)?;
    bench.room.snooze(&handle, &update_key(&bench, &handle)?, Some(5), None)?;
    second.refresh();
    let shown = watched(&bench, &[&bench.room, &second], 36..=64)?;
    let updates: Vec<_> = shown.iter().filter(|(_, title)| title.starts_with("Initial")).map(|(minute, _)| *minute).collect();
    assert_eq!(updates, [41, 45], "{shown:?}");

    bench.clock.set_minutes(92);
    bench.room.claim_due_reminders()?.iter().try_for_each(|reminder| bench.room.mark_reminder_shown(reminder))?;
    bench.room.not_yet(&handle, None, None)?;
    let shown = watched(&bench, &[&bench.room], 93..=121)?;
    assert!(shown.iter().all(|(_, title)| !title.starts_with("Escalate")), "{shown:?}");
    let shown = watched(&bench, &[&bench.room], 122..=122)?;
    assert!(shown.iter().any(|(_, title)| title == "Escalate to P0?"), "{shown:?}");
    Ok(())
}

#[test]
fn a_question_that_is_answered_twice_raises_the_severity_once() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P2 Search down")?;
    bench.clock.set_minutes(241);
    let asked = bench.room.deadlines(Some(&handle))?.into_iter().find(|deadline| deadline.kind == DeadlineKind::Escalation);
    let key = asked.ok_or("no escalation")?.key;
    bench.room.escalate(&handle, Some(&key))?;
    assert_eq!(bench.room.escalate(&handle, Some(&key)).err().map(|error| error.code()), Some("unknown_deadline"));
    assert_eq!(bench.room.not_yet(&handle, Some(&key), None).err().map(|error| error.code()), Some("unknown_deadline"));
    assert_eq!(bench.room.find(Some(&handle))?.summary.severity, Severity::P1);
    Ok(())
}

/// Another laptop's newer Sitrep wrote an event: of the incident with this handle, or of one that nobody here knows.
fn written_by_a_newer_one(bench: &Bench, handle: &str, kind: &str) -> Result {
    let database = rusqlite::Connection::open(bench.folder.path().join("data/sitrep.db"))?;
    database.execute(
        "INSERT OR IGNORE INTO incidents (id, handle, summary, touched_at)
         SELECT '0fffffff-ffff-7000-8000-000000000000', ?1, replace(summary, handle, ?1), touched_at FROM incidents LIMIT 1",
        [handle],
    )?;
    database.execute(
        "INSERT INTO events (id, incident, occurred_at, recorded_at, author, device, device_index, kind, version, body)
         SELECT '0fffffff-ffff-7000-8000-000000000001', (SELECT id FROM incidents WHERE handle = ?1), occurred_at, recorded_at, author,
                'newer', 1, ?2, 2, '{}' FROM events LIMIT 1",
        [handle, kind],
    )?;
    database.execute(
        "INSERT INTO timeline (incident, at, id, event, tells)
         SELECT number, touched_at, x'0fffffffffff70008000000000000001', (SELECT max(position) FROM events), 0 FROM incidents
         WHERE handle = ?1",
        [handle],
    )?;
    Ok(())
}

#[test]
fn an_event_of_a_newer_sitrep_silences_nothing() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    triaged(&bench, &handle)?;
    written_by_a_newer_one(&bench, &handle, "dreamt")?;
    bench.room.refresh();
    assert_eq!(watched(&bench, &[&bench.room], 0..=25)?, [(25, "Initial alert due at 14:30 UTC".to_owned())]);
    assert_eq!(bench.room.unreadable(), Vec::<String>::new());
    let texts: Vec<String> = bench.room.timeline(Some(&handle))?.into_iter().map(|row| row.text).collect();
    assert!(texts.contains(&"Recorded by a newer Sitrep, which can show it (dreamt)".to_owned()), "{texts:?}");
    Ok(())
}

#[test]
fn an_incident_that_cannot_be_read_silences_no_other() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    triaged(&bench, &handle)?;
    written_by_a_newer_one(&bench, "2026-11-23-strange", "declared")?;
    bench.room.refresh();
    let shown = watched(&bench, &[&bench.room], 0..=25)?;
    assert_eq!(shown, [(25, "Initial alert due at 14:30 UTC".to_owned())]);
    assert_eq!(bench.room.unreadable(), ["2026-11-23-strange"]);
    Ok(())
}

#[test]
fn what_another_process_records_wakes_a_quiet_one() -> Result {
    let bench = Bench::new()?;
    assert!(bench.room.claim_due_reminders()?.is_empty());
    let second = bench.second()?;
    second.declare(&sitrep_workstation::acts::DeclareInput { line: "P1 Payments failing".to_owned(), ..Default::default() })?;
    assert_eq!(bench.room.refresh(), News::Everything, "whoever asks first knows nothing yet");
    bench.clock.set_minutes(5);
    assert_eq!(bench.room.claim_due_reminders()?.len(), 1);
    Ok(())
}

#[test]
fn action_items_are_followed_until_they_are_done_or_dropped() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P3 Typo in the footer")?;
    bench.room.resolve(&handle, Some("fixed"))?;
    let input = |text: &str, due: &str| ActionInput {
        text: text.to_owned(),
        owner: Some("bo".to_owned()),
        priority: None,
        due: due.to_owned(),
        kind: None,
    };
    bench.room.add_action(&handle, &input("Backfill the column", "tomorrow"))?;
    bench.room.add_action(&handle, &input("Lower the threshold", "2w"))?;
    for due in ["soon", "yesterday", "2026-11-22"] {
        assert_eq!(bench.room.add_action(&handle, &input("x", due)).err().map(|error| error.code()), Some("bad_due_date"), "{due}");
    }
    let shown = watched(&bench, &[&bench.room], 0..=1680)?;
    assert_eq!(shown, [(1140, "Action item due at 17:00 UTC".to_owned()), (1620, "Action item due since 17:00 UTC".to_owned())]);
    let items = bench.room.action_items(&handle)?;
    bench.room.finish_action(&handle, items[0].id)?;
    assert_eq!(bench.room.drop_action(&handle, items[1].id, Some(" ")).err().map(|error| error.code()), Some("reason_needed"));
    bench.room.drop_action(&handle, items[1].id, Some("the service goes away"))?;
    assert!(bench.room.deadlines(Some(&handle))?.iter().all(|deadline| !deadline.is_open()));
    let review = bench.room.review_document(&handle)?;
    assert!(review.contains("| Backfill the column | `@bo` | Medium | 2026-11-24 | Done |"), "{review}");
    assert!(review.contains("Dropped: the service goes away"), "{review}");
    Ok(())
}

#[test]
fn a_review_that_is_owed_reminds_after_the_resolution() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    bench.room.resolve(&handle, Some("fixed"))?;
    let shown = watched(&bench, &[&bench.room], 0..=49 * 60)?;
    let expected =
        [(24 * 60, "The watch is over: did it stay quiet?"), (36 * 60, "Review due at 14:00 UTC"), (48 * 60, "Review due since 14:00 UTC")];
    assert_eq!(shown, expected.map(|(minute, title)| (minute, title.to_owned())));
    Ok(())
}

#[test]
fn a_watch_reminds_though_the_review_is_complete_and_not_once_it_is_said_to_be_quiet() -> Result {
    for (quiet, expected) in [(false, vec![(24 * 60, "The watch is over: did it stay quiet?".to_owned())]), (true, vec![])] {
        let bench = Bench::new()?;
        let handle = bench.declare("P1 Payments failing")?;
        assert_eq!(bench.room.stayed_quiet(&handle).map_err(|error| error.code()), Err("not_resolved"));
        bench.room.resolve(&handle, Some("fixed"))?;
        bench.room.complete_review(&handle, Some("https://wiki.example/review"))?;
        if quiet {
            bench.room.stayed_quiet(&handle)?;
        }
        assert_eq!(watched(&bench, &[&bench.room], 0..=49 * 60)?, expected);
        assert_eq!(bench.room.waits_for_something()?, !quiet);
        assert_eq!(bench.second()?.waits_for_something()?, !quiet, "whoever starts anew knows it, too");
    }
    Ok(())
}

#[test]
fn the_answers_may_point_higher_than_the_severity() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P2 Search down")?;
    bench.room.answer_impact(&handle, ImpactQuestion::Who, "All users")?;
    let doubt = bench.room.incident_screen(&handle)?.triage.doubt.ok_or("no doubt")?;
    assert_eq!(doubt.to, Severity::P1);
    assert!(doubt.why.contains("Core functionality severely impaired"), "{doubt:?}");
    bench.room.reason_severity(&handle, "one page only")?;
    assert_eq!(bench.room.incident_screen(&handle)?.triage.doubt, None);
    Ok(())
}

#[test]
fn five_hundred_incidents_wait_in_order() -> Result {
    let bench = Bench::new()?;
    for number in 0..500 {
        bench.declare(&format!("P{} Trouble {number}", number % 4))?;
    }
    let due = bench.room.next_due()?.ok_or("nothing is due")?;
    assert_eq!(due, support::start() + chrono::TimeDelta::minutes(5));
    Ok(())
}
