//! What an incident owes after its severity changed or it was reopened (seed: Severity Levels, Escalation Rules).

#![allow(clippy::expect_used, reason = "what was expected is what a test tells")]

mod support;

use chrono::{DateTime, TimeDelta, Utc};
use sitrep_core::event::EventBody;
use sitrep_core::incident::Incident;
use sitrep_core::procedure::{ChecklistItem, Deadline, DeadlineState, NextAction, checklist, deadlines, lowering_choices, next_step};
use sitrep_core::vocabulary::{
    ActionOutcome, ActionPriority, ChecklistLine, DeadlineKind, ImpactQuestion, Lowering, Severity, SeverityCause, Status, UpdateKind,
    VerificationCheck,
};
use support::{Story, at, policy, sent};

fn changed(story: Story, minute: i64, to: Severity, lowering: Lowering) -> Story {
    let from = facts(&story).severity;
    story.then(minute, EventBody::SeverityChanged { from, to, cause: SeverityCause::Assessment, reason: Some("seen".into()), lowering })
}

fn raised(story: Story, minute: i64, to: Severity) -> Story {
    changed(story, minute, to, Lowering::default())
}

fn facts(story: &Story) -> Incident {
    story.fold().expect("it is declared")
}

fn find(story: &Story, kind: DeadlineKind, now: DateTime<Utc>) -> Option<Deadline> {
    let policy = policy().expect("the built-in policy reads");
    deadlines(&facts(story), &policy, now).into_iter().find(|deadline| deadline.kind == kind)
}

fn due(story: &Story, kind: DeadlineKind) -> Option<DateTime<Utc>> {
    find(story, kind, at(0)).map(|deadline| deadline.due_at)
}

fn checked(story: Story, minute: i64) -> Story {
    VerificationCheck::TICKED
        .into_iter()
        .fold(story, |story, check| story.then(minute, EventBody::VerificationChecked { check, done: true }))
}

fn scheduled(minute: i64) -> EventBody {
    EventBody::ReviewScheduled { at: at(minute), with: vec!["@ana".into(), "@ben".into()] }
}

#[test]
fn a_review_is_scheduled_only_when_somebody_did() {
    let policy = policy().expect("the built-in policy reads");
    let ticked = |story: &Story| {
        let all = checklist(&facts(story), &policy, at(100));
        all.into_iter().find(|item| item.line == ChecklistLine::ReviewScheduled).map(|item| (item.done, item.by))
    };
    let resolved = Story::declared(Severity::P1).status(40, Status::Monitoring, Status::Resolved);
    assert_eq!(ticked(&resolved), Some((false, String::new())), "that one is due says nothing of when it is");

    let story = resolved.then(50, scheduled(1440)).then(51, scheduled(1500));

    assert_eq!(ticked(&story), Some((true, "it is on 2026-11-24 15:00 UTC".into())));
    let row = story.rows().pop().expect("a line");
    assert_eq!(row.text, "Review scheduled for 2026-11-24 15:00 UTC, with @ana, @ben");
}

#[test]
fn what_got_better_owes_what_it_was_at_its_worst() {
    let policy = policy().expect("the built-in policy reads");
    let story = changed(Story::declared(Severity::P0), 10, Severity::P3, Lowering::GotBetter);
    let fixed = checked(story.status(20, Status::Investigating, Status::Monitoring), 21);

    let incident = facts(&fixed);
    assert_eq!((incident.severity, incident.peak_severity()), (Severity::P3, Severity::P0));
    assert!(!incident.is_verified(&policy, at(34)), "15 quiet minutes are owed");
    assert!(incident.is_verified(&policy, at(35)));
    let duties = incident.duties(&policy);
    assert!(duties.roles_required() && duties.notify().contains(&"VP Engineering"));

    let resolved = fixed.status(40, Status::Monitoring, Status::Resolved);
    assert_eq!(due(&resolved, DeadlineKind::Review), Some(at(40) + TimeDelta::hours(48)));
}

#[test]
fn what_never_was_that_bad_owes_nothing_of_it() {
    let policy = policy().expect("the built-in policy reads");
    let story = changed(Story::declared(Severity::P0), 10, Severity::P3, Lowering::NeverWas);

    let incident = facts(&story);
    assert_eq!(incident.peak_severity(), Severity::P3);
    let duties = incident.duties(&policy);
    assert_eq!((duties.quiet(), duties.review_within(), duties.roles_required()), (None, None, false));
    assert_eq!(due(&story.status(20, Status::Investigating, Status::Resolved), DeadlineKind::Review), None);
}

#[test]
fn never_was_takes_back_nothing_that_it_got_better_from() {
    let better = changed(Story::declared(Severity::P0), 10, Severity::P2, Lowering::GotBetter);
    let feared = changed(raised(better, 20, Severity::P1), 30, Severity::P3, Lowering::NeverWas);

    assert_eq!(facts(&feared).peak_severity(), Severity::P0);
}

#[test]
fn a_lowering_that_an_older_sitrep_recorded_means_that_it_got_better() {
    let body = EventBody::read("severity_changed", 1, r#"{"from":"P0","to":"P3","cause":"assessment","reason":"calm"}"#);

    assert!(matches!(body, EventBody::SeverityChanged { lowering: Lowering::GotBetter, .. }), "{body:?}");
}

#[test]
fn a_raising_makes_nothing_late_that_was_not() {
    for (from, to) in [(Severity::P3, Severity::P0), (Severity::P2, Severity::P1), (Severity::P1, Severity::P0)] {
        let story = Story::declared(from).then(0, sent(UpdateKind::Customer));
        for minute in [4, 14, 29, 59, 119] {
            let late = |story: &Story| {
                let all = deadlines(&facts(story), &policy().expect("the built-in policy reads"), at(minute));
                all.into_iter().filter(|one| one.is_late(at(minute))).map(|one| (one.kind, one.audience)).collect::<Vec<_>>()
            };
            let (before, after) = (late(&story), late(&raised(story.clone(), minute, to)));
            assert!(after.iter().all(|one| before.contains(one)), "{from} to {to} at {minute}: {before:?}, then {after:?}");
        }
    }
}

#[test]
fn a_raised_severity_counts_from_the_raising_and_gives_no_time_away() {
    let early = raised(Story::declared(Severity::P2), 60, Severity::P1);
    assert_eq!(due(&early, DeadlineKind::Update), Some(at(90)));
    assert_eq!(due(&early, DeadlineKind::Response), Some(at(90)));

    let late = raised(Story::declared(Severity::P2), 110, Severity::P1);
    assert_eq!(due(&late, DeadlineKind::Update), Some(at(120)), "what was due before is due then");
}

#[test]
fn watching_for_less_after_a_raising_is_not_late_by_it() {
    let watched = Story::declared(Severity::P2).status(10, Status::Investigating, Status::Monitoring);
    assert_eq!(due(&raised(watched, 30, Severity::P1), DeadlineKind::Verification), Some(at(40)));
}

#[test]
fn an_escalation_clock_stops_while_it_is_better_and_begins_anew_only_after_long() {
    let lowered = changed(Story::declared(Severity::P1), 100, Severity::P2, Lowering::GotBetter);
    assert_eq!(due(&raised(lowered.clone(), 160, Severity::P1), DeadlineKind::Escalation), Some(at(180)), "20 min were left");
    assert_eq!(due(&raised(lowered, 161, Severity::P1), DeadlineKind::Escalation), Some(at(281)), "it was better for more than an hour");
}

#[test]
fn reopening_asks_for_proof_all_clear_and_review_anew() {
    let policy = policy().expect("the built-in policy reads");
    let ended = checked(Story::declared(Severity::P1).status(5, Status::Investigating, Status::Monitoring), 6)
        .status(30, Status::Monitoring, Status::Resolved)
        .then(31, sent(UpdateKind::Resolution))
        .then(50, scheduled(1440))
        .then(60, EventBody::ReviewPublished);
    assert!(facts(&ended).has_sent(UpdateKind::Resolution));

    let again = ended.status(3000, Status::Resolved, Status::Investigating);
    let incident = facts(&again);
    assert!(incident.checks.is_empty() && !incident.has_sent(UpdateKind::Resolution) && incident.review_published_at.is_none());
    assert_eq!(incident.review_scheduled, None, "it was scheduled for an end that was none");
    let late: Vec<_> = deadlines(&incident, &policy, at(3001)).into_iter().filter(|one| one.state == DeadlineState::Overdue).collect();
    assert!(late.is_empty(), "nothing is late because it was closed for two days: {late:?}");

    let resolved = facts(&again.status(3100, Status::Investigating, Status::Resolved));
    assert_eq!(next_step(&resolved, &policy, at(3101)).text, "Send the all-clear");
}

/// The open deadline of an all-clear to customers, and whether the checklist and the next step ask for it.
fn all_clear_owed(story: &Story) -> (Option<DateTime<Utc>>, bool, bool) {
    let policy = policy().expect("the built-in policy reads");
    let incident = facts(story);
    let update = |deadline: &Deadline| deadline.kind == DeadlineKind::Update && deadline.is_open();
    let due = deadlines(&incident, &policy, at(41)).into_iter().find(update).map(|deadline| deadline.due_at);
    let lines = checklist(&incident, &policy, at(41));
    let line = lines.into_iter().find(|item| item.line == ChecklistLine::AllClearSent).expect("it is on the list");
    let step = next_step(&incident, &policy, at(41)).action;
    (due, !line.done, step == NextAction::WriteUpdate { update: UpdateKind::Customer })
}

#[test]
fn customers_who_were_told_are_owed_the_end() {
    let resolved = |story: Story| {
        let story = story.status(30, Status::Investigating, Status::Monitoring).status(40, Status::Monitoring, Status::Resolved);
        story.then(41, sent(UpdateKind::Resolution))
    };
    let told = Story::declared(Severity::P1).then(20, sent(UpdateKind::Customer));

    let owed = resolved(told.clone());
    assert_eq!(all_clear_owed(&owed), (Some(at(50)), true, true), "what they were promised at 20 holds");
    assert_eq!(all_clear_owed(&resolved(Story::declared(Severity::P1))), (None, false, false), "none of them heard of it");

    let heard = owed.then(42, sent(UpdateKind::Customer));
    assert_eq!(all_clear_owed(&heard), (None, false, false));
    let taken_back = heard.clone().amending(43, heard.events.len() - 1, EventBody::UpdateTakenBack);
    assert_eq!(all_clear_owed(&taken_back), (Some(at(50)), true, true));

    let again = heard.status(50, Status::Resolved, Status::Investigating).status(60, Status::Investigating, Status::Resolved);
    assert!(all_clear_owed(&again).0.is_some(), "the end that they heard of was none");
}

fn action(owner: Option<&str>) -> EventBody {
    let due = chrono::NaiveDate::from_ymd_opt(2026, 12, 1).unwrap_or_default();
    EventBody::ActionAdded {
        text: "Backfill".into(),
        owner: owner.map(Into::into),
        priority: ActionPriority::High,
        due: Some(due),
        kind: None,
        from: None,
    }
}

fn line(story: &Story, line: ChecklistLine) -> ChecklistItem {
    let policy = policy().expect("the built-in policy reads");
    checklist(&facts(story), &policy, at(100)).into_iter().find(|item| item.line == line).expect("it is one of the twelve")
}

#[test]
fn action_items_are_created_only_when_each_has_an_owner() {
    let created = |story: &Story| line(story, ChecklistLine::ActionItemsCreated).done;
    let ended = Story::declared(Severity::P1).status(40, Status::Monitoring, Status::Resolved);
    assert!(!created(&ended));

    let unowned = ended.then(50, action(Some("@ana"))).then(51, action(None)).then(52, EventBody::ReviewPublished);
    assert!(!created(&unowned), "one of the two is nobody's");
    let place = unowned.events.len() - 2;

    let given = unowned.clone().amending(53, place, EventBody::ActionAssigned { text: "Backfill".into(), owner: Some("@ben".into()) });
    assert!(created(&given));
    assert_eq!(given.rows().pop().expect("a line").text, "Action item of @ben: Backfill");
    let outcome = ActionOutcome::Dropped { reason: "moot".into() };
    assert!(created(&unowned.amending(53, place, EventBody::ActionClosed { text: "Backfill".into(), outcome })));
    assert!(created(&ended_with_review()), "a complete review may ask for none");
}

fn ended_with_review() -> Story {
    Story::declared(Severity::P1).status(40, Status::Monitoring, Status::Resolved).then(52, EventBody::ReviewPublished)
}

#[test]
fn a_line_that_the_severity_exempts_says_so() {
    let story = |severity| Story::declared(severity).status(40, Status::Monitoring, Status::Resolved);
    for (severity, which, says) in [
        (Severity::P3, ChecklistLine::ReviewScheduled, Some("a P3 asks for no review")),
        (Severity::P3, ChecklistLine::ActionItemsCreated, Some("a P3 asks for no review")),
        (Severity::P2, ChecklistLine::RolesAssigned, Some("a P2 asks for no roles")),
        (Severity::P2, ChecklistLine::ReviewScheduled, None),
        (Severity::P1, ChecklistLine::RolesAssigned, None),
    ] {
        let item = line(&story(severity), which);
        assert_eq!(
            (item.exempt, item.done, item.by.as_str()),
            (says.is_some(), says.is_some(), says.unwrap_or_default()),
            "{severity} {which}"
        );
    }
    assert!(!line(&story(Severity::P3).then(50, action(None)), ChecklistLine::ActionItemsCreated).done, "what is there needs an owner");
}

#[test]
fn whom_to_notify_is_a_next_step_until_each_was() {
    let policy = policy().expect("the built-in policy reads");
    let assessed = ImpactQuestion::ALL.into_iter().fold(Story::declared(Severity::P1), |story, question| {
        story.then(1, EventBody::ImpactAnswered { question, answer: "known".into() })
    });
    let story = assessed.then(2, EventBody::SeverityReasoned { severity: Severity::P1, reasoning: "the table".into() });
    let told = |story: Story, who: &str| story.then(3, EventBody::Notified { who: who.into(), done: true });
    let next = |story: &Story| next_step(&facts(story), &policy, at(4));

    assert_eq!(next(&story).text, "Notify On-call engineer, Engineering manager, Customer support lead");
    assert_eq!(next(&story).action, NextAction::Notify);
    let story = told(told(story, "On-call engineer"), "Customer support lead");
    assert_eq!(next(&story).text, "Notify Engineering manager");
    assert_ne!(next(&told(story, "Engineering manager")).action, NextAction::Notify);
}

#[test]
fn a_lowering_says_what_it_keeps_and_what_it_takes_away() {
    let policy = policy().expect("the built-in policy reads");
    let says = |to| {
        lowering_choices(&facts(&Story::declared(Severity::P0)), &policy, to).into_iter().map(|choice| choice.says).collect::<Vec<_>>()
    };

    let beyond = "the four roles, telling On-call engineer and Engineering manager and VP Engineering and Customer support lead and \
                  Communications, a review within 48 hours";
    assert_eq!(
        says(Severity::P3),
        [
            format!("Still owed: 15 minutes of quiet before the end, {beyond}."),
            format!("No longer owed: 15 minutes of quiet before the end, {beyond}.")
        ]
    );
    assert!(says(Severity::P0).is_empty(), "that is no lowering");
    assert!(says(Severity::P1).iter().all(|says| !says.contains("roles")), "a P1 asks for them as well");
}

#[test]
fn reopening_says_so_on_the_timeline() {
    let reason = Some("the errors are back".to_owned());
    let story = ended_with_review().then(70, EventBody::StatusChanged { from: Status::Resolved, to: Status::Investigating, reason });
    assert_eq!(story.rows().pop().expect("a line").text, "Reopened, Investigating: the errors are back");
}
