//! A past incident is brought in from its postmortem: with its times and its review, over, and with nothing due.

#![allow(clippy::expect_used, reason = "what was expected is what a test tells")]

mod support;

use chrono::TimeDelta;
use sitrep_core::vocabulary::Severity;
use sitrep_workstation::acts::BackfillInput;
use sitrep_workstation::screens::{BoardFilter, BoardGroup};
use support::{Bench, Result, start};

const SEED: &str = include_str!("../../core/tests/postmortem/specimens/seed.md");
const BARE: &str = include_str!("../../core/tests/postmortem/specimens/bare.md");

/// The day before the bench's first: its incident is over before anybody sits down.
fn seed() -> BackfillInput {
    let text = SEED.replace("2026-11-23", "2026-11-20").replace("2026-11-25", "2026-11-22");
    BackfillInput { name: "orders.md".to_owned(), text, ..BackfillInput::default() }
}

fn code<T: std::fmt::Debug>(done: std::result::Result<T, sitrep_workstation::Error>) -> &'static str {
    done.expect_err("it is refused").code()
}

#[test]
fn nothing_is_recorded_before_somebody_says_so() -> Result {
    let bench = Bench::new()?;
    let preview = bench.room.preview_backfill(&seed())?;
    assert_eq!(
        (preview.title.as_str(), preview.severity, preview.lines, preview.whys, preview.actions),
        ("Orders failing", Severity::P1, 5, 5, 3)
    );
    assert_eq!(preview.assumed, Vec::<String>::new());
    assert!(bench.room.list()?.is_empty());
    Ok(())
}

#[test]
fn it_stands_with_its_times_and_its_review() -> Result {
    let bench = Bench::new()?;
    let incident = bench.room.backfill(&seed())?.incident;

    let at = |hour: i64, minute: i64| start() - TimeDelta::days(3) + TimeDelta::minutes((hour - 14) * 60 + minute);
    assert_eq!(incident.handle, "2026-11-20-orders-failing");
    assert_eq!((incident.started_at, incident.declared_at, incident.resolved_at), (at(14, 0), at(14, 5), Some(at(14, 45))));
    let rows = bench.room.timeline(Some(&incident.handle))?;
    let told: Vec<String> = rows.iter().map(|row| format!("{} {}", row.time, row.text)).collect();
    assert!(told.contains(&"14:25 Rollback deployed".to_owned()), "{told:#?}");
    assert!(told.contains(&"14:15 @li: Recent deploy at 13:45 identified as suspect".to_owned()), "{told:#?}");
    let review = bench.room.review_document(&incident.handle)?;
    for line in [
        "2. **Why** did validation throw? -> Null value for a non-nullable field.",
        "5. **Why** no checklist step? -> Migration procedures were undocumented.",
        "- What went well: quick detection, rapid team assembly",
        "- **Revenue/SLA impact**: 1,200 orders",
        "| Lower alert threshold from 5% to 2% | `@bob` | High | 2026-12-01 | Done |",
        "| Add feature flag to payment flow | `@carol` | Medium |  | In progress |",
    ] {
        assert!(review.lines().any(|written| written == line), "'{line}' is missing:\n{review}");
    }
    let original = rows.iter().find(|row| row.attached.is_some()).expect("the text goes along");
    assert_eq!(bench.room.attached_text(&incident.handle, original.id)?.text, seed().text);
    assert!(bench.room.incident_screen(&incident.handle)?.review.is_some_and(|review| review.complete && review.due.is_none()));
    Ok(())
}

#[test]
fn nothing_of_it_is_due_and_nothing_goes_on() -> Result {
    let bench = Bench::new()?;
    let going_on = bench.declare("P2 Search slow")?;
    let text = seed().text.replace("complete since 2026-11-22 10:00 UTC", "drafting");
    let incident = bench.room.backfill(&BackfillInput { text, ..seed() })?.incident;

    assert!(bench.room.deadlines(Some(&incident.handle))?.is_empty());
    assert_eq!(bench.room.find(None)?.summary.handle, going_on, "the current one stays the current one");
    let overview = bench.room.overview()?;
    assert_eq!((overview.active.len(), overview.owed_reviews.len()), (1, 0));
    assert_eq!(bench.room.action_board(&BoardFilter::default())?.late, 0);
    for minutes in [10, 60, 60 * 24 * 30] {
        bench.clock.set_minutes(minutes);
        assert!(bench.room.claim_due_reminders()?.iter().all(|reminder| reminder.handle == going_on), "after {minutes} minutes");
    }
    assert_eq!(bench.room.incident_screen(&incident.handle)?.next_step.text, "Nothing due");
    Ok(())
}

#[test]
fn reopened_it_asks_like_any_other() -> Result {
    let bench = Bench::new()?;
    let incident = bench.room.backfill(&seed())?.incident;
    bench.room.set_status(&incident.handle, sitrep_core::vocabulary::Status::Investigating, Some("it is back"))?;
    assert!(!bench.room.deadlines(Some(&incident.handle))?.is_empty());
    Ok(())
}

#[test]
fn what_it_does_not_say_is_asked_for_and_the_same_twice_is_refused() -> Result {
    let bench = Bench::new()?;
    let bare = BackfillInput { name: "dns.md".to_owned(), text: BARE.to_owned(), ..BackfillInput::default() };
    assert_eq!(code(bench.room.backfill(&bare)), "postmortem_without_day");
    let dated = BackfillInput { day: Some("2026-11-17".to_owned()), ..bare };
    assert_eq!(code(bench.room.backfill(&dated)), "severity_missing");
    let whole = BackfillInput { severity: Some(Severity::P3), ..dated.clone() };
    let backfilled = bench.room.backfill(&whole)?;
    assert_eq!(backfilled.preview.assumed.len(), 3, "{:?}", backfilled.preview.assumed);
    assert!(bench.room.review_document(&backfilled.incident.handle)?.contains("It broke on a Tuesday"));
    assert_eq!(code(bench.room.backfill(&whole)), "backfilled_already");

    assert_eq!(code(bench.room.backfill(&BackfillInput { day: Some("someday".to_owned()), ..whole.clone() })), "bad_day");
    assert_eq!(code(bench.room.backfill(&BackfillInput { day: Some("2030-01-01".to_owned()), ..whole.clone() })), "postmortem_ahead");
    assert_eq!(code(bench.room.backfill(&BackfillInput { text: " \n".to_owned(), ..whole.clone() })), "empty");
    assert_eq!(code(bench.room.backfill(&BackfillInput { zone: Some("XYZ".to_owned()), ..whole })), "bad_zone");
    assert_eq!(bench.room.list()?.len(), 1);
    Ok(())
}

#[test]
fn a_line_that_is_too_long_is_cut_and_kept_whole_beside() -> Result {
    let bench = Bench::new()?;
    let long = "<b>\u{202e}x".repeat(20_000);
    let text = format!("# Hostile\n**Date**: 2026-11-20 | **Severity**: P2\n## Timeline\n14:05 {long}\n14:09 Resolved\n");
    let input = BackfillInput { name: "../hostile.md".to_owned(), text, ..BackfillInput::default() };
    let incident = bench.room.backfill(&input)?.incident;
    let rows = bench.room.timeline(Some(&incident.handle))?;
    let cut = rows.iter().find(|row| row.text.starts_with("<b>x")).expect("it is there");
    assert!(cut.text.len() < 64 * 1024 && cut.text.ends_with("(cut; all of it is in the attached postmortem)"));
    let original = rows.iter().find(|row| row.attached.is_some()).expect("the text goes along");
    assert!(bench.room.attached_text(&incident.handle, original.id)?.text.len() > 80_000);
    Ok(())
}

#[test]
fn a_secret_in_it_is_not_recorded() -> Result {
    let bench = Bench::new()?;
    let text = "# Leak\n**Date**: 2026-11-20 | **Severity**: P2\n## Timeline\n14:05 key is AKIAQYLPMN5HHHFPZAM2\n".to_owned();
    let input = BackfillInput { name: "leak.md".to_owned(), text, ..BackfillInput::default() };
    let handle = bench.room.backfill(&input)?.incident.handle;
    let rows = bench.room.timeline(Some(&handle))?;
    assert!(rows.iter().all(|row| !row.text.contains("AKIAQ")));
    let original = rows.iter().find(|row| row.attached.is_some()).expect("the text goes along");
    assert!(!bench.room.attached_text(&handle, original.id)?.text.contains("AKIAQ"));
    assert!(bench.room.take_removed_secrets().is_some());
    Ok(())
}

/// The page shows them by their day, whoever promised them; nobody is reminded of them.
#[test]
fn what_was_promised_is_as_late_as_its_day_says() -> Result {
    let bench = Bench::new()?;
    let text = "# Orders failing\n**Date**: 2026-11-20 | **Severity**: P2\n## Timeline\n14:05 502s\n14:09 Resolved\n\
                ## Action Items\n| Action | Owner | Priority | Due Date | Status |\n|---|---|---|---|---|\n\
                | Add an alert | @bob | High | 2026-11-21 | TODO |\n| Write the runbook | @li | Low | 2026-12-24 | TODO |\n";
    let incident = bench.room.backfill(&BackfillInput { text: text.to_owned(), ..seed() })?.incident;

    let board = bench.room.action_board(&BoardFilter::default())?;

    let shown = |group: &BoardGroup| group.rows.iter().map(|row| (row.item.text.clone(), row.late.clone())).collect::<Vec<_>>();
    let groups: Vec<_> = board.groups.iter().map(|group| (group.title.as_str(), shown(group))).collect();
    let late = ("Add an alert".to_owned(), Some("45 h late".to_owned()));
    assert_eq!(groups, [("Late", vec![late]), ("Later", vec![("Write the runbook".to_owned(), None)])]);
    assert_eq!((board.open, board.late), (2, 1));
    assert!(bench.room.deadlines(Some(&incident.handle))?.is_empty() && bench.room.claim_due_reminders()?.is_empty());
    Ok(())
}

/// What is refused or cut off leaves nothing behind that would have to be withdrawn by hand.
#[test]
fn it_is_recorded_whole_or_not_at_all() -> Result {
    let bench = Bench::new()?;
    let why = "because ".repeat(10_000);
    let long = seed().text.replace("Null value for a non-nullable field.", &why);
    assert_ne!(long, seed().text);

    let incident = bench.room.backfill(&BackfillInput { text: long, ..seed() })?.incident;

    let review = bench.room.review_document(&incident.handle)?;
    assert!(review.contains("4. **Why** was backfill missed?") && review.contains("(cut; all of it is in the attached postmortem)"));
    assert!(bench.room.incident_screen(&incident.handle)?.review.is_some_and(|review| review.complete));
    Ok(())
}

/// The last event of all cannot be recorded, as where the program is killed before it.
#[test]
fn what_is_cut_off_leaves_nothing_and_is_done_again() -> Result {
    let bench = Bench::new()?;
    let database = rusqlite::Connection::open(bench.room.folders().data.join("sitrep.db"))?;
    database.execute_batch(
        "CREATE TRIGGER cut BEFORE INSERT ON events WHEN new.kind = 'review_completed' BEGIN SELECT RAISE(ABORT, 'cut off'); END",
    )?;

    assert!(bench.room.backfill(&seed()).is_err());

    assert!(bench.room.list()?.is_empty());
    database.execute_batch("DROP TRIGGER cut")?;
    let incident = bench.room.backfill(&seed())?.incident;
    assert_eq!(bench.room.list()?.len(), 1);
    assert_eq!(incident.handle, "2026-11-20-orders-failing");
    assert_eq!(code(bench.room.backfill(&seed())), "backfilled_already");
    Ok(())
}
