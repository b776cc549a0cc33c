//! Whether action items and reviews were done in time.

use super::*;

fn action(priority: ActionPriority, due: &str) -> EventBody {
    EventBody::ActionAdded { text: "x".into(), owner: None, priority, due: Some(day(due)), kind: None, from: None }
}

fn closed(outcome: ActionOutcome) -> EventBody {
    EventBody::ActionClosed { text: "x".into(), outcome }
}

#[test]
fn an_action_is_on_time_that_was_done_by_the_end_of_its_day() {
    // It is 24 November; an hour of work ends at 17:00.
    let story = Story::declared(Severity::P2)
        .then(1, action(ActionPriority::High, "2026-11-23"))
        .then(1, action(ActionPriority::High, "2026-11-23"))
        .then(1, action(ActionPriority::Medium, "2026-11-23"))
        .then(1, action(ActionPriority::Medium, "2026-11-24"))
        .then(1, action(ActionPriority::Low, "2026-11-23"))
        .then(1, action(ActionPriority::Low, "2026-12-24"))
        .amending(180, 1, closed(ActionOutcome::Done))
        .amending(181, 2, closed(ActionOutcome::Done))
        .amending(300, 5, closed(ActionOutcome::Dropped { reason: "no".into() }))
        .amending(300, 6, closed(ActionOutcome::Done));

    let figures = told(&[record(&story)]).actions;

    let rows: Vec<_> = figures.rows.iter().map(|row| (row.on_time, row.of, row.late_now)).collect();
    assert_eq!(rows, [(1, 2, 0), (0, 1, 1), (1, 1, 0)], "one that is not due yet, and one that was dropped, count for nothing");
    assert_eq!(figures.heading.text, "2 of 4 actions on time");
}

#[test]
fn a_review_is_owed_by_the_worst_that_it_was() {
    let over = Story::declared(Severity::P1).status(30, Status::Investigating, Status::Resolved);
    let written = |minute| over.clone().then(minute, EventBody::ReviewPublished);
    let days = |days: i64| days * 24 * 60;
    let on_time = |minute| {
        let reviews = told(&[record(&written(minute))]).reviews;
        (reviews.on_time, reviews.of, reviews.late_now)
    };
    assert_eq!((on_time(30 + days(2)), on_time(31 + days(2))), ((1, 1, 0), (0, 1, 0)), "48 hours");
    let owed = told(&[record(&over)]).reviews;
    assert_eq!((owed.of, owed.heading.text.as_str()), (0, "No reviews were due"), "it is not due yet");
    let policy = policy().expect("the policy");
    let range = FiguresRange::new(day("2026-11-23"), day("2026-11-23")).expect("a day");
    let later = figures(&[record(&over)], range, None, &policy, at(days(3))).reviews;
    assert_eq!((later.on_time, later.of, later.late_now, later.heading.text.as_str()), (0, 1, 1, "0 of 1 review on time"));
    let small = Story::declared(Severity::P3).status(30, Status::Investigating, Status::Resolved);
    assert_eq!(told(&[record(&small)]).reviews.of, 0, "a P3 owes none");
}

#[test]
fn nothing_was_due_of_what_was_over_before_sitrep_knew_of_it() {
    let days = |days: i64| days * 24 * 60;
    let over = Story::declared(Severity::P1)
        .then(1, action(ActionPriority::High, "2026-11-23"))
        .status(90, Status::Investigating, Status::Resolved)
        .then(days(9), EventBody::ReviewPublished);
    let past = over.clone().then(days(10), EventBody::Backfilled { source: "postmortem.md".into() });

    let (known, brought_in) = (told(&[record(&over)]), told(&[record(&past)]));

    let of = |figures: &Figures| (figures.reviews.of, figures.actions.rows[0].of, figures.updates.rows[0].of);
    assert_eq!((of(&known), of(&brought_in)), ((1, 1, 1), (0, 0, 0)));
    assert!(record(&past).worked.is_empty(), "whoever brought it in did not work on it");
    assert!(record(&past).resolved_at.is_some(), "its times count");
}
