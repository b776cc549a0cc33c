//! The state is a fold over the set of events.

mod support;

use proptest::prelude::*;
use sitrep_core::event::{CommandRun, EventBody};
use sitrep_core::incident::{Entry, Incident};
use sitrep_core::vocabulary::{
    ChecklistLine, CommandOutcome, EntryKind, EvidenceSide, FindingAbout, HypothesisState, ImpactQuestion, InvestigationStep,
    MitigationState, Role, SecurityReason, Severity, SeverityCause, Status, StepState, VerificationCheck,
};
use support::{Story, at};

fn finding(about: FindingAbout) -> EventBody {
    EventBody::FindingAdded { about, text: "seen".into(), onset: None }
}

fn evidence(text: &str) -> EventBody {
    EventBody::EvidenceAdded { statement: "the pool".into(), side: EvidenceSide::For, text: text.into(), source: None }
}

fn a_busy_story() -> Story {
    Story::declared(Severity::P2)
        .note(3, "502s on card payments")
        .then(4, EventBody::RoleChanged { role: Role::Scribe, from: None, to: Some("@li".into()) })
        .then(5, EventBody::ImpactAnswered { question: ImpactQuestion::Who, answer: "All users".into() })
        .status(24, Status::Investigating, Status::Identified)
        .recorded(
            8,
            25,
            None,
            EventBody::Entry { entry: EntryKind::Decision, text: "No failover".into(), pictures: vec![], attached: None, from: None },
        )
        .then(
            30,
            EventBody::SeverityChanged {
                from: Severity::P2,
                to: Severity::P1,
                cause: SeverityCause::Assessment,
                reason: None,
                lowering: Default::default(),
            },
        )
        .status(36, Status::Identified, Status::Monitoring)
        .then(40, EventBody::VerificationChecked { check: VerificationCheck::Latency, done: true })
        .amending(41, 1, EventBody::EntryAmended { text: "502s on all payments".into() })
        .amending(42, 5, EventBody::EntryRemoved)
        .then(43, finding(FindingAbout::Latency))
        .then(44, finding(FindingAbout::NewError))
        .amending(45, 11, EventBody::FindingRemoved)
        .then(46, EventBody::HypothesisAdded { statement: "the pool".into(), how_to_test: None, who: None })
        .amending(47, 14, EventBody::TimeboxSet { text: "Test the pool".into(), until: at(57) })
        .amending(48, 14, EventBody::HypothesisAssigned { statement: "the pool".into(), who: Some("@li".into()) })
        .amending(49, 14, evidence("20 of 20 used"))
        .amending(50, 14, evidence("errors follow it"))
        .then(51, EventBody::StepMoved { step: InvestigationStep::Logs, to: StepState::InProgress, reason: None })
        .then(52, EventBody::RoleChanged { role: Role::Scribe, from: Some("@li".into()), to: Some("@bo".into()) })
        .then(53, EventBody::ChecklistTicked { line: ChecklistLine::TimelineRecorded, done: true })
        .then(54, EventBody::ChecklistTicked { line: ChecklistLine::TimelineRecorded, done: false })
        .recorded(38, 39, None, EventBody::CommandRun(a_run()))
}

fn a_run() -> CommandRun {
    CommandRun { command: "make roll".into(), started_at: at(38), millis: 3_249, outcome: CommandOutcome::Exit(0), kept: vec!["ok".into()] }
}

proptest! {
    /// Two laptops' copies of one incident merge by union, in whatever order the events come.
    #[test]
    fn the_order_of_arrival_does_not_matter(events in Just(a_busy_story().events).prop_shuffle()) {
        prop_assert_eq!(Incident::fold(&events), a_busy_story().fold());
        prop_assert_eq!(Story { events }.rows(), a_busy_story().rows());
    }
}

proptest! {
    /// Facts that are moved on by each event as it arrives are those that a fold of all of them gives, whichever come late.
    #[test]
    fn facts_are_moved_on_to_what_a_fold_gives(late in prop::collection::vec(any::<bool>(), a_busy_story().events.len())) {
        let events = a_busy_story().events;
        let (last, first): (Vec<_>, Vec<_>) = events.into_iter().enumerate().partition(|(number, _)| *number > 0 && late[*number]);
        let mut known = vec![];
        let mut facts: Option<Incident> = None;
        for (_, event) in first.into_iter().chain(last) {
            known.push(event.clone());
            let moved = facts.as_mut().is_some_and(|facts| facts.advance(&event));
            let folded = Incident::fold(&known);
            if !moved {
                facts.clone_from(&folded);
            }
            prop_assert_eq!(&facts, &folded);
        }
    }
}

#[test]
fn what_comes_in_order_is_never_folded_again() {
    let mut facts = Story::declared(Severity::P1).fold().expect("it is declared");
    let story = Story::declared(Severity::P1)
        .note(5, "502s")
        .recorded(
            2,
            6,
            None,
            EventBody::Entry { entry: EntryKind::Note, text: "it began earlier".into(), pictures: vec![], attached: None, from: None },
        )
        .recorded(3, 7, None, EventBody::CommandRun(a_run()))
        .status(8, Status::Investigating, Status::Identified);

    assert!(story.events.iter().skip(1).all(|event| facts.advance(event)));
    assert_eq!(Some(facts), story.fold());
}

#[test]
fn what_was_put_back_in_time_has_to_be_folded_anew() {
    let story = Story::declared(Severity::P1).status(8, Status::Investigating, Status::Identified);
    let mut facts = story.fold().expect("it is declared");
    let before = facts.clone();
    let backdated = story.recorded(4, 9, None, EventBody::StatusChanged { from: Status::Identified, to: Status::Mitigating, reason: None });

    assert!(!facts.advance(&backdated.events[2]));
    assert_eq!(facts, before, "nothing is changed then");
    assert_eq!(backdated.fold().map(|facts| facts.status), Some(Status::Identified));
}

#[test]
fn facts_are_read_back_as_they_were_kept() {
    let facts = a_busy_story().fold().expect("it is declared");
    let kept = serde_json::to_string(&facts).expect("facts are JSON");

    assert_eq!(serde_json::from_str::<Incident>(&kept).expect("and read as it"), facts);
}

#[test]
fn facts_follow_the_events() -> Result<(), &'static str> {
    let incident = a_busy_story().fold().ok_or("no declaration")?;
    assert_eq!(incident.severity, Severity::P1);
    assert_eq!(incident.severity_since(), at(30));
    assert_eq!(incident.status, Status::Monitoring);
    assert_eq!(incident.roles.get(&Role::Scribe).map(String::as_str), Some("@bo"));
    assert_eq!(incident.started_at, at(-10));
    assert_eq!((incident.entries.count(), incident.entries.authors().collect::<Vec<_>>()), (1, vec![&"@ana".to_owned()]));
    let entries: Vec<_> = a_busy_story().events.iter().filter_map(|event| Entry::read(event, &a_busy_story().events)).collect();
    let entries: Vec<_> = entries.iter().map(|entry| (entry.text.as_str(), entry.edited)).collect();
    assert_eq!(entries, [("502s on all payments", true)]);
    Ok(())
}

#[test]
fn nothing_without_a_declaration() {
    let mut events = a_busy_story().events;
    events.remove(0);
    assert_eq!(Incident::fold(&events), None);
}

#[test]
fn an_edit_may_move_an_entry_to_before_it_was_written() {
    let story = Story::declared(Severity::P1).note(30, "rolled back");
    let target = story.events[1].id;
    let story = story.recorded(20, 31, Some(target), EventBody::EntryAmended { text: "rolled back to v312".into() });
    let rows = story.rows();
    let moved = rows.iter().find(|row| row.editable);
    assert_eq!(moved.map(|row| (row.time.as_str(), row.text.as_str(), row.edited)), Some(("14:20", "rolled back to v312", true)));
    assert_eq!(moved.map(|row| row.earlier.clone()), Some(vec!["14:30 rolled back".to_owned()]));
}

#[test]
fn a_new_fix_is_verified_anew() -> Result<(), &'static str> {
    let story = a_busy_story().status(50, Status::Monitoring, Status::Mitigating).status(60, Status::Mitigating, Status::Monitoring);
    let incident = story.fold().ok_or("no declaration")?;
    assert!(incident.checks.is_empty());
    assert_eq!(incident.fix_applied_at(), Some(at(60)));
    Ok(())
}

#[test]
fn it_is_verified_by_four_ticks_and_the_quiet_time() -> Result<(), Box<dyn std::error::Error>> {
    let mut story = Story::declared(Severity::P1).status(10, Status::Investigating, Status::Monitoring);
    for check in VerificationCheck::TICKED {
        story = story.then(12, EventBody::VerificationChecked { check, done: true });
    }
    let incident = story.fold().ok_or("no declaration")?;
    let policy = support::policy()?;
    assert!(!incident.is_verified(&policy, at(24)));
    assert!(incident.is_verified(&policy, at(25)));
    Ok(())
}

#[test]
fn reopening_takes_the_resolution_back() -> Result<(), &'static str> {
    let story = Story::declared(Severity::P1).status(10, Status::Investigating, Status::Resolved);
    assert_eq!(story.fold().ok_or("no declaration")?.resolved_at, Some(at(10)));
    let again = story.status(20, Status::Resolved, Status::Investigating);
    assert_eq!(again.fold().ok_or("no declaration")?.resolved_at, None);
    Ok(())
}

#[test]
fn a_downgrade_says_that_it_was_no_security_matter() -> Result<(), &'static str> {
    let word = Some(SecurityReason::Word("breach".into()));
    let down = EventBody::SeverityChanged {
        from: Severity::P0,
        to: Severity::P2,
        cause: SeverityCause::Assessment,
        reason: Some("a drill".into()),
        lowering: Default::default(),
    };
    let story = Story::declared_with(Severity::P0, word);
    assert!(story.fold().ok_or("no declaration")?.summary().security);
    assert!(!story.then(5, down).fold().ok_or("no declaration")?.summary().security);
    Ok(())
}

#[test]
fn a_hypothesis_and_a_mitigation_stand_where_they_were_last_moved() -> Result<(), &'static str> {
    let moved = |to, because: Option<&str>| EventBody::HypothesisMoved {
        statement: "the pool".into(),
        from: HypothesisState::Open,
        to,
        because: because.map(str::to_owned),
    };
    let story = Story::declared(Severity::P1)
        .then(1, EventBody::HypothesisAdded { statement: "the pool".into(), how_to_test: None, who: None })
        .then(
            2,
            EventBody::MitigationAdded { action: "roll back".into(), state: MitigationState::Proposed, catalogue: None, service: None },
        )
        .amending(3, 1, moved(HypothesisState::Confirmed, Some("20 of 20 used")))
        .amending(4, 1, moved(HypothesisState::RuledOut, None))
        .amending(
            5,
            1,
            EventBody::MitigationMoved {
                action: "roll back".into(),
                from: MitigationState::Proposed,
                to: MitigationState::Done,
                effect: None,
                helped: None,
            },
        );
    let incident = story.fold().ok_or("no declaration")?;
    let hypothesis = incident.hypotheses.first().ok_or("no hypothesis")?;
    assert_eq!((hypothesis.state, hypothesis.because.as_deref()), (HypothesisState::RuledOut, Some("20 of 20 used")), "evidence stays");
    assert_eq!(
        incident.mitigations.first().map(|one| one.state),
        Some(MitigationState::Proposed),
        "a move of something else moves nothing"
    );
    Ok(())
}

#[test]
fn what_the_policy_raised_on_two_laptops_it_raised_once() {
    let raised = || EventBody::SeverityChanged {
        from: Severity::P2,
        to: Severity::P1,
        cause: SeverityCause::Automatic,
        reason: None,
        lowering: Default::default(),
    };
    let once = Story::declared(Severity::P2).then(240, raised()).fold().expect("it is declared");

    let twice = Story::declared(Severity::P2).then(240, raised()).then(241, raised()).fold().expect("it is declared");

    assert_eq!((twice.severity, &twice.severity_history), (Severity::P1, &once.severity_history));
}

#[test]
fn what_was_over_before_sitrep_knew_of_it_asks_for_nothing_until_it_is_reopened() {
    let over = Story::declared(Severity::P1)
        .status(45, Status::Investigating, Status::Resolved)
        .then(50, EventBody::Backfilled { source: "postmortem.md".into() });
    let mut facts = Story::declared(Severity::P1).fold().expect("it is declared");
    assert!(over.events.iter().skip(1).all(|event| facts.advance(event)));
    assert_eq!(Some(&facts), over.fold().as_ref());
    assert!(facts.asks_for_nothing());

    let again = over.status(60, Status::Resolved, Status::Investigating).status(70, Status::Investigating, Status::Resolved);
    assert!(!again.fold().expect("it is declared").asks_for_nothing());
}
