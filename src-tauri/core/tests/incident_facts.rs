//! What the facts of an incident keep of what was undone, denied, told, and begun anew.

mod support;

use std::collections::BTreeSet;
use std::error::Error;

use sitrep_core::event::{EventBody, Origin};
use sitrep_core::incident::{Entry, FactKind, Incident};
use sitrep_core::vocabulary::{
    ActionOutcome, ActionPriority, Audience, EntryKind, EventId, FindingAbout, IncidentId, InvestigationStep, Lowering, Role,
    SecurityReason, Severity, SeverityCause, Status, StepState, UpdateKind, VerificationCheck,
};
use support::{Story, at, sent};
use uuid::Uuid;

type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

fn facts(story: &Story) -> Result<Incident> {
    Ok(story.fold().ok_or("no declaration")?)
}

#[test]
fn an_entry_stands_by_what_was_said_of_it_last() -> Result {
    let logged = Story::declared(Severity::P1).note(1, "pool restarted").note(2, "another");
    let undone = logged.clone().amending(3, 1, EventBody::EntryRemoved);
    let back = undone.clone().amending(4, 1, EventBody::EntryRestored);
    let undone_again = back.clone().amending(5, 1, EventBody::EntryRemoved);
    for (story, stand) in [(&logged, 2), (&undone, 1), (&back, 2), (&undone_again, 1)] {
        assert_eq!(facts(story)?.entries.count(), stand);
        let read = Entry::read(&story.events[1], &story.events[3..]);
        assert_eq!(read.is_some(), stand == 2, "what is counted is what is read");
        assert!(Entry::read(&story.events[2], &story.events[3..]).is_some(), "another entry is untouched");
    }
    Ok(())
}

#[test]
fn a_question_about_security_stands_until_it_is_answered_and_is_not_asked_again() -> Result {
    let asks = |words: &str| EventBody::SecurityAsked { words: words.into(), of: "data breach".into() };
    let asked = Story::declared(Severity::P2).then(1, asks("leak"));
    let question = |story: &Story| -> Result<Option<String>> { Ok(facts(story)?.security_asked.question().map(|one| one.words.clone())) };
    assert_eq!(question(&Story::declared(Severity::P2))?, None);
    assert_eq!((question(&asked)?.as_deref(), facts(&asked)?.security_words().as_deref()), (Some("leak"), Some("leak")));
    assert!(facts(&asked)?.security_asked.asks("leak", "data breach") && !facts(&asked)?.security_asked.is_denied("leak"));
    assert!(facts(&asked)?.security_asked.asks("other words", "data breach"), "the same matter in other words");
    assert!(facts(&asked)?.security_asked.asks("Leak", "another matter"), "the same words");
    assert!(!facts(&asked)?.security_asked.asks("ransom note", "ransomware"), "that is another one");

    let denied = asked.clone().then(2, EventBody::SecurityDenied { words: Some("leak".into()), reason: None });
    assert_eq!((question(&denied)?, facts(&denied)?.security_words()), (None, None));
    assert!(facts(&denied)?.security_asked.is_denied("leak") && !facts(&denied)?.security_asked.is_denied("breach"));

    let two = asked.then(2, asks("breach")).then(3, EventBody::SecurityDenied { words: Some("leak".into()), reason: None });
    assert_eq!(question(&two)?.as_deref(), Some("breach"), "each is answered by itself");

    let found = two.then(4, EventBody::SecurityFound { because: SecurityReason::Word("breach".into()) });
    assert_eq!(question(&found)?, None, "it is one: nothing is left to ask");
    assert_eq!(facts(&found)?.security_words().as_deref(), Some("breach"));
    Ok(())
}

#[test]
fn who_was_told_of_an_incident_that_was_none_is_owed_a_word() -> Result {
    let told = Story::declared(Severity::P1).then(1, sent(UpdateKind::Initial)).then(2, sent(UpdateKind::Customer));
    assert_eq!(facts(&told)?.owed_a_word(), BTreeSet::new(), "it goes on");
    let withdrawn = told.then(3, EventBody::Withdrawn { reason: "a drill".into(), into: None });
    assert_eq!(facts(&withdrawn)?.owed_a_word(), BTreeSet::from([Audience::Internal, Audience::Customers]));
    assert!(facts(&withdrawn)?.summary().is_over());
    let back = withdrawn.then(4, EventBody::BroughtBack);
    assert_eq!((facts(&back)?.owed_a_word(), facts(&back)?.summary().is_over()), (BTreeSet::new(), false));
    let resolved = back.status(5, Status::Investigating, Status::Resolved);
    assert!(facts(&resolved)?.summary().is_over());
    Ok(())
}

#[test]
fn the_fix_counts_from_monitoring_until_it_is_left_for_an_earlier_status() -> Result {
    let (investigating, mitigating, monitoring) = (Status::Investigating, Status::Mitigating, Status::Monitoring);
    let fixed = Story::declared(Severity::P1).status(10, investigating, mitigating).status(20, mitigating, monitoring);
    assert_eq!(facts(&fixed)?.fix_applied_at(), Some(at(20)));
    let left = fixed.clone().status(30, monitoring, mitigating);
    assert_eq!(facts(&left)?.fix_applied_at(), None);
    assert_eq!(facts(&left.clone().status(40, mitigating, monitoring))?.fix_applied_at(), Some(at(40)));
    let resolved_straight = left.status(50, mitigating, Status::Resolved);
    assert_eq!(facts(&resolved_straight)?.fix_applied_at(), None, "what was left for an earlier status proves nothing");
    assert_eq!(facts(&fixed.clone().status(30, monitoring, Status::Resolved))?.fix_applied_at(), Some(at(20)));
    let at_once = Story::declared(Severity::P1).status(20, investigating, mitigating).status(20, mitigating, monitoring);
    assert_eq!(facts(&at_once)?.fix_applied_at(), Some(at(20)), "two moves in one moment");

    let error = |story: Story, minute| {
        story.then(minute, EventBody::FindingAdded { about: FindingAbout::Errors, text: "502s again".into(), onset: None })
    };
    assert!(facts(&error(fixed.clone(), 20))?.error_after_fix().is_none(), "as the fix was applied");
    assert_eq!(facts(&error(fixed.clone(), 21))?.quiet_since(), Some(at(21)));
    let over = fixed.status(30, monitoring, Status::Resolved);
    assert_eq!(facts(&error(over.clone(), 30))?.quiet_since(), Some(at(30)));
    assert_eq!(facts(&error(over, 31))?.quiet_since(), Some(at(20)), "found after the end");
    Ok(())
}

#[test]
fn the_fix_is_verified_from_monitoring_on() -> Result {
    let state = |story: &Story| -> Result<StepState> { Ok(facts(story)?.investigation.state(InvestigationStep::Verification)) };
    let (investigating, monitoring) = (Status::Investigating, Status::Monitoring);
    let monitored = Story::declared(Severity::P1).status(10, investigating, monitoring);
    assert_eq!(state(&monitored)?, StepState::InProgress);
    let resolved = monitored.clone().status(20, monitoring, Status::Resolved);
    assert_eq!(state(&resolved)?, StepState::Done);
    let with_a_reason = EventBody::StatusChanged { from: monitoring, to: Status::Resolved, reason: Some("checked by hand".into()) };
    assert_ne!(state(&monitored.clone().then(20, with_a_reason))?, StepState::Done, "what did not hold was not verified");
    let back = monitored.status(20, monitoring, investigating);
    assert_ne!(state(&back)?, StepState::InProgress);
    let straight = Story::declared(Severity::P1).status(10, investigating, Status::Resolved);
    assert_ne!(state(&straight)?, StepState::Done);
    Ok(())
}

#[test]
fn whoever_did_something_first_has_responded() -> Result {
    let answered = |story: Story, occurred, recorded| story.recorded(occurred, recorded, None, EventBody::Acknowledged);
    let late = answered(Story::declared(Severity::P1), 9, 9);
    assert_eq!(facts(&late)?.acknowledged_at, Some(at(9)));
    assert_eq!(facts(&answered(late.clone(), 12, 12))?.acknowledged_at, Some(at(9)), "the first counts");
    assert_eq!(facts(&answered(late, 4, 12))?.acknowledged_at, Some(at(4)), "also where it was recorded late");
    Ok(())
}

#[test]
fn after_a_reopening_what_proved_the_end_counts_no_more() -> Result {
    let checked = VerificationCheck::TICKED
        .into_iter()
        .fold(Story::declared(Severity::P1), |story, check| story.then(5, EventBody::VerificationChecked { check, done: true }));
    let ended = checked
        .then(6, sent(UpdateKind::Initial))
        .status(10, Status::Investigating, Status::Resolved)
        .then(11, sent(UpdateKind::Resolution));
    assert!(facts(&ended)?.has_sent(UpdateKind::Resolution));
    let reopened = ended.status(20, Status::Resolved, Status::Investigating);
    let incident = facts(&reopened)?;
    assert!(!incident.has_sent(UpdateKind::Resolution) && incident.has_sent(UpdateKind::Initial), "only the all-clear is overtaken");
    assert!(incident.checks.is_empty());
    assert_eq!(incident.reopened_at, Some(at(20)));
    Ok(())
}

#[test]
fn what_moved_since_an_event_is_what_was_recorded_after_it() -> Result {
    let story = Story::declared(Severity::P1).status(1, Status::Investigating, Status::Identified).note(2, "pool restarted");
    let incident = facts(&story)?;
    let ids: Vec<_> = story.events.iter().map(|event| event.id).collect();
    let moved = ids.iter().map(|id| incident.moved_since(FactKind::Status, *id)).collect::<Vec<_>>();
    assert_eq!(moved, [true, false, false]);
    assert!(!incident.moved_since(FactKind::Role, ids[0]), "nobody has a role");
    Ok(())
}

#[test]
fn whoever_heard_that_it_was_none_is_owed_nothing_more() -> Result {
    let told = Story::declared(Severity::P1).then(1, sent(UpdateKind::Initial)).then(2, sent(UpdateKind::Customer));
    let withdrawn = told.then(3, EventBody::Withdrawn { reason: "a drill".into(), into: None });
    let internal = withdrawn.clone().then(4, sent(UpdateKind::Status));
    assert_eq!(facts(&internal)?.owed_a_word(), BTreeSet::from([Audience::Customers]));
    let customers = withdrawn.then(4, sent(UpdateKind::Customer));
    assert_eq!(facts(&customers)?.owed_a_word(), BTreeSet::from([Audience::Internal]));
    Ok(())
}

#[test]
fn a_time_box_that_is_closed_leaves_the_others() -> Result {
    let set = |text: &str| EventBody::TimeboxSet { text: text.into(), until: at(10) };
    let closed = Story::declared(Severity::P1).then(1, set("one")).then(1, set("two")).amending(2, 2, EventBody::TimeboxClosed);
    let open: Vec<_> = facts(&closed)?.timeboxes.into_iter().filter(|one| !one.closed_by_hand).map(|one| one.text).collect();
    assert_eq!(open, ["one"]);
    Ok(())
}

#[test]
fn a_step_of_the_search_goes_on_until_it_is_left_or_all_is_over() -> Result {
    let logs = InvestigationStep::SEARCH[0];
    let state = |story: &Story| -> Result<StepState> { Ok(facts(story)?.investigation.state(logs)) };
    let begun = Story::declared(Severity::P1).then(1, EventBody::StepMoved { step: logs, to: StepState::InProgress, reason: None });
    assert_eq!(state(&begun)?, StepState::InProgress);
    let identified = begun.status(2, Status::Investigating, Status::Identified);
    assert_eq!(state(&identified)?, StepState::InProgress, "a status alone leaves no step");
    let resolved = identified.status(3, Status::Identified, Status::Resolved);
    assert_ne!(state(&resolved)?, StepState::InProgress, "it is over");
    Ok(())
}

#[test]
fn an_action_item_says_how_it_stands() -> Result {
    let due = at(0).date_naive();
    let added = EventBody::ActionAdded {
        text: "Backfill".into(),
        owner: None,
        priority: ActionPriority::default(),
        due: Some(due),
        kind: None,
        from: None,
    };
    let closed = |outcome| EventBody::ActionClosed { text: "Backfill".into(), outcome };
    let story = Story::declared(Severity::P1).then(1, added);
    let dropped = ActionOutcome::Dropped { reason: "the service goes away".into() };
    for (story, words) in [
        (story.clone(), "TODO"),
        (story.clone().amending(2, 1, closed(ActionOutcome::Done)), "Done"),
        (story.amending(2, 1, closed(dropped)), "Dropped: the service goes away"),
    ] {
        assert_eq!(facts(&story)?.actions.first().map(|action| action.status()).as_deref(), Some(words));
    }
    Ok(())
}

#[test]
fn what_was_raised_through_begins_after_the_last_lowering() -> Result {
    let changed = |from, to| {
        let (cause, reason) = (SeverityCause::Assessment, Some("seen".into()));
        EventBody::SeverityChanged { from, to, cause, reason, lowering: Lowering::GotBetter }
    };
    let through =
        |story: &Story| -> Result<Vec<Severity>> { Ok(facts(story)?.raised_through().iter().map(|stretch| stretch.severity).collect()) };
    let lowered = Story::declared(Severity::P0).then(1, changed(Severity::P0, Severity::P2));
    assert_eq!(through(&lowered)?, [Severity::P2]);
    let raised = lowered.then(2, changed(Severity::P2, Severity::P1));
    assert_eq!(through(&raised)?, [Severity::P2, Severity::P1]);
    Ok(())
}

#[test]
fn each_role_is_its_holders() -> Result {
    let named = |role: Role| format!("@{}", role.short_label().to_lowercase().replace(' ', "-"));
    let give = |story: Story, role| story.then(1, EventBody::RoleChanged { role, from: None, to: Some(named(role)) });
    let incident = facts(&Role::ALL.into_iter().fold(Story::declared(Severity::P1), give))?;
    for role in Role::ALL {
        assert_eq!(incident.summary().roles.of(role), Some(named(role).as_str()));
    }
    assert_eq!(facts(&Story::declared(Severity::P1))?.summary().roles.of(Role::Scribe), None);
    Ok(())
}

/// Who wrote what came from another incident is a person of this one: a review names nobody, and a copy no name.
#[test]
fn who_wrote_what_came_along_is_known() {
    let from = Origin {
        incident: IncidentId(Uuid::from_u128(2000)),
        handle: "2026-11-23-cards".into(),
        event: EventId(Uuid::from_u128(2001)),
        author: "@petra".into(),
    };
    let entry = EventBody::Entry { entry: EntryKind::Note, text: "slow".into(), pictures: vec![], attached: None, from: Some(from) };

    let incident = Story::declared(Severity::P1).then(5, entry).fold().expect("it is declared");

    assert_eq!(incident.people(), ["@ana", "@petra"]);
}
