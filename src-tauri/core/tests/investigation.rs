//! Working the problem: findings, changes, hypotheses, the five steps, the fix, the team, the checklist.

mod support;

use std::error::Error;

use sitrep_core::event::{Event, EventBody};
use sitrep_core::incident::Incident;
use sitrep_core::procedure;
use sitrep_core::procedure::{DeadlineState, NextAction, checklist, deadlines, debugging_commander, next_step, status_offer};
use sitrep_core::vocabulary::{
    ChangeKind, ChecklistLine, DeadlineKind, EventId, EvidenceSide, FindingAbout, HypothesisState, ImpactQuestion, InvestigationStep,
    MitigationState, Role, Severity, Status, StepState, VerificationCheck,
};
use support::{Story, at, policy};

type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

fn finding(about: FindingAbout, text: &str) -> EventBody {
    EventBody::FindingAdded { about, text: text.into(), onset: None }
}

fn deploy(suspect: bool) -> EventBody {
    EventBody::ChangeNoted {
        change: ChangeKind::Deploy,
        summary: "v314 of payments-api".into(),
        at: at(-15),
        reference: Some("a1b2c3d".into()),
        repository: None,
        by: Some("Bo".into()),
        suspect,
    }
}

fn hypothesis(statement: &str) -> EventBody {
    EventBody::HypothesisAdded { statement: statement.into(), how_to_test: None, who: None }
}

fn moved(to: HypothesisState) -> EventBody {
    EventBody::HypothesisMoved { statement: "the pool".into(), from: HypothesisState::Open, to, because: None }
}

fn mitigation(state: MitigationState) -> EventBody {
    EventBody::MitigationAdded { action: "Roll back".into(), state, catalogue: Some("rollback".into()), service: Some("Checkout".into()) }
}

fn step(step: InvestigationStep, to: StepState) -> EventBody {
    EventBody::StepMoved { step, to, reason: None }
}

fn facts(story: &Story) -> Result<Incident> {
    Ok(story.fold().ok_or("no declaration")?)
}

fn lines(story: &Story) -> Vec<String> {
    story.rows().into_iter().skip(1).map(|row| row.text).collect()
}

/// A fix at minute 10, every check ticked at 12.
fn fixed() -> Story {
    let story = Story::declared(Severity::P1).status(10, Status::Investigating, Status::Monitoring);
    VerificationCheck::TICKED.into_iter().fold(story, |story, check| story.then(12, EventBody::VerificationChecked { check, done: true }))
}

#[test]
fn every_act_is_a_line_of_the_timeline() {
    let story = Story::declared(Severity::P1)
        .then(1, EventBody::FindingAdded { about: FindingAbout::Errors, text: "502s on cards".into(), onset: Some(at(-8)) })
        .then(2, deploy(false))
        .amending(3, 2, EventBody::ChangeMarked { summary: "v314 of payments-api".into(), suspect: true })
        .then(4, EventBody::HypothesisAdded { statement: "the pool".into(), how_to_test: None, who: Some("@bo".into()) })
        .amending(5, 4, EventBody::HypothesisAssigned { statement: "the pool".into(), who: Some("@li".into()) })
        .amending(
            6,
            4,
            EventBody::EvidenceAdded { statement: "the pool".into(), side: EvidenceSide::Against, text: "20 of 200".into(), source: None },
        )
        .then(7, EventBody::StepMoved { step: InvestigationStep::Logs, to: StepState::Skipped, reason: Some("no logs are kept".into()) })
        .then(8, mitigation(MitigationState::Started))
        .then(9, EventBody::ChecklistTicked { line: ChecklistLine::ReviewScheduled, done: true });
    assert_eq!(
        lines(&story),
        [
            "Errors: 502s on cards (since 13:52 UTC)",
            "Deploy of 13:45 UTC: v314 of payments-api (a1b2c3d, Bo)",
            "Suspect: v314 of payments-api",
            "Hypothesis: the pool (@bo)",
            "@li tests: the pool",
            "Evidence against 'the pool': 20 of 200",
            "Examine logs, skipped: no logs are kept",
            "Mitigation started: Roll back (Checkout)",
            "Checklist: Post-incident review scheduled (within 48 hours for P0/P1)",
        ]
    );
}

#[test]
fn a_removed_finding_is_gone_from_view() -> Result {
    let story =
        Story::declared(Severity::P1).then(1, finding(FindingAbout::Latency, "p99 at 4 s")).amending(2, 1, EventBody::FindingRemoved);
    assert_eq!(facts(&story)?.findings, []);
    assert_eq!(lines(&story), [""; 0]);
    Ok(())
}

#[test]
fn a_change_becomes_a_suspect_and_a_hypothesis() -> Result {
    let story = Story::declared(Severity::P1).then(1, deploy(false));
    let story = story.amending(2, 1, EventBody::ChangeMarked { summary: "v314".into(), suspect: true });
    let change = facts(&story)?.changes.first().cloned().ok_or("no change")?;
    assert!(change.suspect);
    assert_eq!(change.as_hypothesis(at(3)), "v314 of payments-api of 13:45 UTC caused it");
    let story = story.amending(3, 1, hypothesis(&change.as_hypothesis(at(3))));
    assert_eq!(facts(&story)?.hypotheses.first().and_then(|one| one.change), Some(change.id));
    Ok(())
}

#[test]
fn a_hypothesis_keeps_who_tests_it_and_what_speaks_for_and_against_it() -> Result {
    let evidence = |side, text: &str, source| EventBody::EvidenceAdded { statement: "the pool".into(), side, text: text.into(), source };
    let story =
        Story::declared(Severity::P1).then(1, finding(FindingAbout::Resources, "20 of 20 connections")).then(2, hypothesis("the pool"));
    let source = story.events.get(1).map(|event| event.id);
    let story = story
        .amending(3, 2, evidence(EvidenceSide::For, "20 of 20 used", source))
        .amending(4, 2, evidence(EvidenceSide::Against, "it was so last week", None))
        .amending(5, 2, EventBody::HypothesisAssigned { statement: "the pool".into(), who: Some("@li".into()) })
        // What amends something else speaks for nothing.
        .amending(6, 1, evidence(EvidenceSide::For, "lost", None));
    let one = facts(&story)?.hypotheses.first().cloned().ok_or("no hypothesis")?;
    assert_eq!(one.who.as_deref(), Some("@li"));
    let evidence: Vec<_> = one.evidence.iter().map(|one| (one.side, one.text.as_str(), one.source)).collect();
    assert_eq!(evidence, [(EvidenceSide::For, "20 of 20 used", source), (EvidenceSide::Against, "it was so last week", None)]);
    Ok(())
}

#[test]
fn a_decided_hypothesis_closes_its_timebox() -> Result {
    let set = EventBody::TimeboxSet { text: "Test the pool".into(), until: at(12) };
    let story = Story::declared(Severity::P1).then(1, hypothesis("the pool")).amending(2, 1, set);
    let state = |story: &Story| -> Result<DeadlineState> {
        let all = deadlines(&facts(story)?, &policy()?, at(20));
        Ok(all.iter().find(|deadline| deadline.kind == DeadlineKind::Timebox).ok_or("no time-box")?.state)
    };
    assert_eq!(state(&story)?, DeadlineState::Overdue);
    let decided = story.amending(5, 1, moved(HypothesisState::RuledOut));
    assert_eq!(state(&decided)?, DeadlineState::Met);
    assert_eq!(state(&decided.amending(6, 1, moved(HypothesisState::Open)))?, DeadlineState::Overdue);
    Ok(())
}

#[test]
fn one_step_is_under_way_and_its_time_is_counted() -> Result {
    use InvestigationStep::{Changes, Dashboards, Hypotheses, Logs, Verification};
    use StepState::{Done, InProgress, NotStarted, Paused};
    let story = Story::declared(Severity::P1)
        .then(2, step(Dashboards, InProgress))
        .then(6, finding(FindingAbout::Errors, "502s"))
        .then(8, deploy(true))
        .then(11, finding(FindingAbout::Traffic, "no spike"))
        .then(12, step(Dashboards, Done))
        .then(13, finding(FindingAbout::Latency, "p99"))
        .then(14, hypothesis("the pool"))
        .amending(20, 7, moved(HypothesisState::Confirmed));
    let investigation = facts(&story)?.investigation;
    let states = InvestigationStep::ALL.map(|step| investigation.state(step));
    assert_eq!(states, [Done, Paused, NotStarted, Done, NotStarted], "a late finding opens no step that is called done");
    let minutes = |step, now| investigation.progress(step).spent(at(now)).num_minutes();
    assert_eq!([Dashboards, Changes, Logs, Hypotheses].map(|step| minutes(step, 60)), [7, 3, 0, 6]);
    let story = story.status(30, Status::Investigating, Status::Monitoring);
    let investigation = facts(&story)?.investigation;
    assert_eq!(investigation.current(), Some(Verification));
    assert_eq!(investigation.progress(Verification).spent(at(41)).num_minutes(), 11);
    let resolved = facts(&story.status(50, Status::Monitoring, Status::Resolved))?.investigation;
    assert_eq!((resolved.state(Verification), resolved.progress(Verification).spent(at(90)).num_minutes()), (Done, 20));
    Ok(())
}

#[test]
fn the_next_step_leads_through_the_search() -> Result {
    let policy = policy()?;
    let story = Story::declared(Severity::P2)
        .note(1, "502s")
        .then(1, EventBody::ChannelOpened)
        .then(1, EventBody::SeverityReasoned { severity: Severity::P2, reasoning: "the table".into() });
    let sent = support::sent(sitrep_core::vocabulary::UpdateKind::Initial);
    let story = ImpactQuestion::ALL
        .into_iter()
        .fold(story.then(1, sent), |story, question| story.then(1, EventBody::ImpactAnswered { question, answer: "known".into() }));
    let story = facts(&story)?
        .untold(&policy)
        .into_iter()
        .fold(story, |story, who| story.then(1, EventBody::Notified { who: who.to_owned(), done: true }));
    let told = |story: &Story| -> Result<String> { Ok(next_step(&facts(story)?, &policy, at(40)).text) };
    assert_eq!(told(&story)?, "Check dashboards");
    let story =
        story.then(2, EventBody::StepMoved { step: InvestigationStep::Dashboards, to: StepState::Skipped, reason: Some("none".into()) });
    assert_eq!(told(&story)?, "Check recent changes");
    let number = story.events.len();
    let story = story.then(3, hypothesis("the pool is empty"));
    assert_eq!(told(&story)?, "Test whether the pool is empty");
    let story = story.amending(4, number, moved(HypothesisState::Confirmed));
    assert_eq!(told(&story)?, "Move to Identified");
    let story = story.status(5, Status::Investigating, Status::Identified);
    assert_eq!(next_step(&facts(&story)?, &policy, at(40)).action, NextAction::Mitigate);
    Ok(())
}

#[test]
fn what_is_known_speaks_for_a_status() -> Result {
    let offer = |story: &Story| -> Result<Option<Status>> { Ok(status_offer(&facts(story)?).map(|offer| offer.to)) };
    let story = Story::declared(Severity::P1).then(1, hypothesis("the pool"));
    assert_eq!(offer(&story)?, None);
    let story = story.amending(2, 1, moved(HypothesisState::Confirmed));
    assert_eq!(offer(&story)?, Some(Status::Identified));
    let story = story.then(3, mitigation(MitigationState::Proposed));
    assert_eq!(offer(&story)?, Some(Status::Identified), "a proposal does nothing yet");
    let to = |from, to| EventBody::MitigationMoved { action: "Roll back".into(), from, to, effect: None, helped: None };
    let story = story.amending(4, 3, to(MitigationState::Proposed, MitigationState::Started));
    assert_eq!(offer(&story)?, Some(Status::Mitigating));
    let story = story.amending(5, 3, to(MitigationState::Started, MitigationState::Done));
    assert_eq!(offer(&story)?, Some(Status::Monitoring));
    let story = story.status(6, Status::Investigating, Status::Monitoring);
    assert_eq!(offer(&story)?, None);
    let again = story.status(9, Status::Monitoring, Status::Investigating);
    assert_eq!(offer(&again)?, Some(Status::Identified), "a fix that did not hold is not offered again");
    Ok(())
}

#[test]
fn an_error_after_the_fix_starts_the_quiet_time_again() -> Result {
    let policy = policy()?;
    let told = |story: &Story, minute| -> Result<String> { Ok(next_step(&facts(story)?, &policy, at(minute)).text) };
    for about in FindingAbout::ALL {
        let story = fixed().then(20, finding(about, "seen"));
        let incident = facts(&story)?;
        let until = if about.is_error() { at(35) } else { at(25) };
        assert_eq!(incident.quiet_until(&policy), Some(until), "{about:?}");
        assert_eq!(incident.checks.contains(&VerificationCheck::NoNewErrors), !about.is_error(), "{about:?}");
        let says = lines(&story).last().is_some_and(|line| line.ends_with("the quiet time starts again"));
        assert_eq!(says, about.is_error(), "{about:?}");
    }
    let story = fixed().then(20, finding(FindingAbout::NewError, "a new stack"));
    let story = story.then(21, EventBody::VerificationChecked { check: VerificationCheck::NoNewErrors, done: true });
    assert!(!facts(&story)?.is_verified(&policy, at(34)));
    assert!(facts(&story)?.is_verified(&policy, at(35)));
    let due = deadlines(&facts(&story)?, &policy, at(22)).into_iter().find(|one| one.kind == DeadlineKind::Verification);
    assert_eq!(due.map(|one| (one.runs_from, one.due_at)), Some((at(20), at(35))));
    assert_ne!(told(&story, 34)?, "Resolve the incident");
    Ok(())
}

#[test]
fn only_an_error_of_after_the_fix_that_stands_counts() -> Result {
    let policy = policy()?;
    let quiet = |story: &Story| -> Result<_> { Ok(facts(story)?.quiet_until(&policy)) };
    let error = || finding(FindingAbout::Errors, "502s");
    assert_eq!(quiet(&fixed().recorded(8, 20, None, error()))?, Some(at(25)), "it was before the fix");
    let story = fixed().then(20, error());
    let number = story.events.len() - 1;
    assert_eq!(quiet(&story.amending(21, number, EventBody::FindingRemoved))?, Some(at(25)), "it was none");
    let resolved = fixed().status(26, Status::Monitoring, Status::Resolved).then(40, error());
    assert!(facts(&resolved)?.is_verified(&policy, at(41)), "what comes later does not take the verification back");
    Ok(())
}

#[test]
fn a_role_is_held_from_one_hand_over_to_the_next() -> Result {
    let give = |role, to: Option<&str>| EventBody::RoleChanged { role, from: None, to: to.map(str::to_owned) };
    let story = Story::declared(Severity::P1)
        .then(1, give(Role::IncidentCommander, Some("@ana")))
        .then(2, give(Role::TechnicalLead, Some("@bo")))
        .then(30, give(Role::IncidentCommander, Some("@li")))
        .then(50, give(Role::IncidentCommander, None));
    let held = facts(&story)?.role_history;
    let held: Vec<_> = held.iter().map(|one| (one.person.as_str(), one.from, one.to)).collect();
    assert_eq!(held, [("@ana", at(1), Some(at(30))), ("@bo", at(2), None), ("@li", at(30), Some(at(50)))]);
    Ok(())
}

#[test]
fn a_commander_who_debugs_is_told_of() -> Result {
    let give = |role, to: &str| EventBody::RoleChanged { role, from: None, to: Some(to.to_owned()) };
    let story = Story::declared(Severity::P1).then(1, give(Role::IncidentCommander, "@ana")).then(2, give(Role::TechnicalLead, "@bo"));
    assert_eq!(debugging_commander(&facts(&story)?), None);
    let story = story.then(3, give(Role::TechnicalLead, "@ana"));
    assert_eq!(debugging_commander(&facts(&story)?).map(|one| one.person), Some("@ana".to_owned()));
    Ok(())
}

#[test]
fn it_is_known_who_was_told_when_and_by_whom() -> Result {
    let tick = |done| EventBody::Notified { who: "Engineering manager".into(), done };
    let story = Story::declared(Severity::P1).then(4, tick(true));
    let told = facts(&story)?.notifications;
    assert_eq!(told.get("Engineering manager").map(|told| (told.at, told.by.as_str())), Some((at(4), "@ana")));
    assert!(facts(&story.then(5, tick(false)))?.notifications.is_empty());
    Ok(())
}

#[test]
fn a_line_is_ticked_by_a_fact_or_by_hand() -> Result {
    let policy = policy()?;
    let item = |story: &Story, line| -> Result<(bool, String, bool)> {
        let all = checklist(&facts(story)?, &policy, at(60));
        let item = all.into_iter().find(|item| item.line == line).ok_or("no such line")?;
        Ok((item.done, item.by, item.by_hand))
    };
    let tick = |line, done| EventBody::ChecklistTicked { line, done };
    let story = Story::declared(Severity::P1);
    let line = ChecklistLine::TimelineRecorded;
    assert_eq!(item(&story, line)?, (false, String::new(), true));
    let ticked = story.clone().then(1, tick(line, true));
    assert_eq!(item(&ticked, line)?, (true, "ticked by hand".into(), true));
    assert_eq!(item(&ticked.clone().then(2, tick(line, false)), line)?, (false, String::new(), true));
    assert_eq!(item(&ticked.note(2, "502s"), line)?, (true, "entries are written as they happen".into(), false), "the fact says more");
    let story = story.then(1, tick(ChecklistLine::ChannelOpened, true));
    assert_eq!(item(&story, ChecklistLine::ChannelOpened)?, (false, String::new(), false), "that has an act of its own");
    Ok(())
}

#[test]
fn a_severity_is_suggested_in_the_policys_wording() -> Result {
    let policy = policy()?;
    let story = Story::declared(Severity::P3);
    assert_eq!(procedure::explain_severity(&facts(&story)?, &policy), None);
    let answer = |question, answer: &str| EventBody::ImpactAnswered { question, answer: answer.into() };
    let story = story.then(1, answer(ImpactQuestion::Who, "All users")).then(2, answer(ImpactQuestion::What, "A specific feature"));
    let found = procedure::explain_severity(&facts(&story)?, &policy).ok_or("no suggestion")?;
    assert_eq!((found.severity, found.name.as_str()), (Severity::P1, "Major Degradation"));
    assert!(found.why.contains("all users, a specific feature") && found.why.contains(&found.description), "{}", found.why);
    let security = Story::declared_with(Severity::P0, Some(sitrep_core::vocabulary::SecurityReason::Stated));
    assert_eq!(procedure::explain_severity(&facts(&security)?, &policy).map(|found| found.severity), Some(Severity::P0));
    Ok(())
}

/// Bodies as they were stored before findings, evidence and the catalogue were known.
#[test]
fn what_was_stored_earlier_still_folds() -> Result {
    let event = |number: u128, amends: Option<u128>, kind: &str, body: &str| {
        let id = |number| uuid::Uuid::from_u128(number).to_string();
        let amends = amends.map_or("null".to_owned(), |amends| format!("\"{}\"", id(amends)));
        format!(
            r#"{{"id":"{}","incident":"{}","occurred_at":"2026-11-23T14:0{number}:00Z","recorded_at":"2026-11-23T14:0{number}:00Z","author":"@ana","device":"laptop","amends":{amends},"kind":"{kind}","body":{body}}}"#,
            id(number),
            id(1000)
        )
    };
    let stored = [
        event(
            1,
            None,
            "declared",
            r#"{"handle":"h","title":"t","severity":"P1","started_at":"2026-11-23T13:50:00Z","security":null,"services":[]}"#,
        ),
        event(2, None, "hypothesis_added", r#"{"statement":"the pool"}"#),
        event(3, Some(2), "hypothesis_moved", r#"{"statement":"the pool","from":"open","to":"confirmed","because":"20 of 20"}"#),
        event(4, None, "mitigation_added", r#"{"action":"roll back","state":"started"}"#),
        event(5, Some(4), "mitigation_moved", r#"{"action":"roll back","from":"started","to":"done","effect":"errors fall"}"#),
        event(6, None, "timebox_set", r#"{"text":"look","until":"2026-11-23T14:20:00Z"}"#),
    ];
    let events: Vec<Event> = stored.iter().map(|text| serde_json::from_str(text)).collect::<std::result::Result<_, _>>()?;
    let incident = Incident::fold(&events).ok_or("no declaration")?;
    let one = incident.hypotheses.first().ok_or("no hypothesis")?;
    assert_eq!((one.state, one.because.as_deref(), one.how_to_test.as_deref()), (HypothesisState::Confirmed, Some("20 of 20"), None));
    let done = incident.mitigations.first().ok_or("no mitigation")?;
    assert_eq!((done.state, done.catalogue.as_deref()), (MitigationState::Done, None));
    assert_eq!(incident.timeboxes.first().map(|timebox| timebox.about), Some(None));
    Ok(())
}

/// A word for each kind of event, stored and read back as it was.
#[test]
fn every_new_event_is_read_back_as_it_was_stored() -> Result {
    let id = EventId(uuid::Uuid::from_u128(7));
    for body in [
        EventBody::FindingAdded { about: FindingAbout::RepeatedError, text: "502".into(), onset: Some(at(1)) },
        EventBody::FindingRemoved,
        deploy(true),
        EventBody::ChangeMarked { summary: "v314".into(), suspect: false },
        EventBody::StepMoved { step: InvestigationStep::Logs, to: StepState::Skipped, reason: Some("none".into()) },
        EventBody::HypothesisAdded { statement: "s".into(), how_to_test: Some("look".into()), who: Some("@bo".into()) },
        EventBody::HypothesisAssigned { statement: "s".into(), who: None },
        EventBody::EvidenceAdded { statement: "s".into(), side: EvidenceSide::For, text: "t".into(), source: Some(id) },
        mitigation(MitigationState::Proposed),
        EventBody::ChecklistTicked { line: ChecklistLine::MitigationApplied, done: true },
    ] {
        let stored = body.stored()?;
        assert_eq!(EventBody::read(&stored.kind, stored.version, &stored.body), body);
    }
    Ok(())
}

#[test]
fn words_name_findings_changes_and_steps() {
    for about in FindingAbout::ALL {
        assert_eq!(about.word().parse(), Ok(about));
    }
    assert_eq!("Error".parse(), Ok(FindingAbout::Errors));
    assert_eq!("stack_traces".parse(), Ok(FindingAbout::StackTrace));
    assert!("".parse::<FindingAbout>().is_err() && "weather".parse::<FindingAbout>().is_err());
    for kind in ChangeKind::ALL {
        assert_eq!(kind.word().parse(), Ok(kind));
    }
    for step in InvestigationStep::ALL {
        assert_eq!(step.word().parse(), Ok(step));
    }
}
