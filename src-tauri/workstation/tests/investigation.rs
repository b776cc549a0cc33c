//! Working the problem, on a real folder.

mod support;

use sitrep_core::vocabulary::{
    ChangeKind, ChecklistLine, DeadlineKind, DeployAnswer, EntryKind, EvidenceSide, FindingAbout, HypothesisState, ImpactQuestion,
    InvestigationStep, MitigationState, Role, Severity, Status, StepState, VerificationCheck,
};
use sitrep_workstation::Error;
use sitrep_workstation::acts::{
    ChangeInput, CheckEvidenceInput, DeployAnswerInput, EvidenceInput, FindingInput, HypothesisInput, MitigationInput,
};
use sitrep_workstation::screens::{InvestigationScreen, StepView, Verification};
use support::{Bench, Result};

fn code<T>(done: std::result::Result<T, Error>) -> &'static str {
    done.map_or_else(|error| error.code(), |_| "done")
}

fn finding(about: FindingAbout, text: &str) -> FindingInput {
    FindingInput { about, text: text.into(), onset: None, at: None }
}

fn change(summary: &str, at: &str) -> ChangeInput {
    let change = ChangeKind::Deploy;
    ChangeInput { change, summary: summary.into(), at: at.into(), reference: None, repository: None, by: None, suspect: false }
}

fn step(screen: &InvestigationScreen, step: InvestigationStep) -> Result<StepView> {
    Ok(screen.steps.iter().find(|view| view.step == step).ok_or("no such step")?.clone())
}

#[test]
fn a_finding_starts_its_step_and_is_shown_with_its_onset() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    bench.clock.set_minutes(5);
    let seen = FindingInput { onset: Some("13:52".into()), ..finding(FindingAbout::Errors, " 502s on cards ") };
    bench.room.add_finding(&handle, &seen)?;
    bench.clock.set_minutes(12);
    let screen = bench.room.investigation(&handle)?;
    let found = screen.findings.first().ok_or("no finding")?;
    assert_eq!((found.text.as_str(), found.onset.as_deref(), found.at.as_str()), ("502s on cards", Some("13:52 UTC"), "14:05 UTC"));
    let dashboards = step(&screen, InvestigationStep::Dashboards)?;
    assert_eq!((dashboards.state, dashboards.spent.as_deref()), (StepState::InProgress, Some("7 min")));
    assert_eq!(code(bench.room.add_finding(&handle, &finding(FindingAbout::Errors, "  "))), "empty");
    let later = FindingInput { onset: Some("23:00".into()), ..finding(FindingAbout::Errors, "x") };
    assert_eq!(code(bench.room.add_finding(&handle, &later)), "future_time");
    bench.room.remove_finding(&handle, found.id)?;
    assert_eq!(bench.room.investigation(&handle)?.findings, []);
    assert_eq!(code(bench.room.remove_finding(&handle, found.id)), "unknown_event");
    Ok(())
}

#[test]
fn quick_entry_writes_a_finding_down() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    bench.clock.set_minutes(10);
    let preview = bench
        .room
        .preview_quick_entry("/finding errors 502s on cards -4m", &bench.room.aim_quick_entry(None)?, |help| format!("{help:?}"))?;
    assert_eq!((preview.what.as_str(), preview.ready), ("Finding: Errors", true));
    bench.enter("/finding errors 502s on cards -4m")?;
    assert_eq!(bench.room.investigation(&handle)?.findings.first().map(|one| one.at.clone()), Some("14:06 UTC".to_owned()));
    assert_eq!(code(bench.enter("/finding weather rain")), "bad_quick_entry");
    Ok(())
}

#[test]
fn the_nearest_change_before_the_start_is_marked_and_one_act_blames_it() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    bench.clock.set_minutes(10);
    for (summary, at) in [("v314", "13:45"), ("v313", "12:00"), ("the flag", "14:05")] {
        bench.room.note_change(&handle, &change(summary, at))?;
    }
    let unreadable = [change("v315", "13:50"), change("v316", "whenever")];
    assert_eq!(code(bench.room.note_changes(&handle, &unreadable)), "bad_time");
    let changes = bench.room.investigation(&handle)?.changes;
    assert_eq!(changes.len(), 3, "of several, all are noted or none");
    let marked: Vec<_> = changes.iter().map(|one| (one.summary.as_str(), one.nearest, one.before.as_str())).collect();
    assert_eq!(marked, [("v313", false, "2 h before"), ("v314", true, "15 min before"), ("the flag", false, "5 min after")]);
    assert_eq!(changes.iter().map(|one| one.age_before_onset).collect::<Vec<_>>(), [7200, 900, -300]);
    assert_eq!(bench.room.find_change(&handle, "2")?.summary, "v314", "a number is one of the list");
    let id = changes[1].id;
    bench.room.blame_change(&handle, id)?;
    bench.room.blame_change(&handle, id)?;
    let screen = bench.room.investigation(&handle)?;
    assert_eq!(screen.hypotheses.len(), 1, "it is blamed once");
    let blamed = &screen.hypotheses[0];
    assert_eq!((blamed.statement.as_str(), blamed.change), ("v314 of 13:45 UTC caused it", Some(id)));
    assert_eq!(blamed.how_to_test.as_deref(), Some("Compare error timeline with deploy timestamp. Roll back and observe."));
    assert_eq!((screen.changes[1].suspect, screen.changes[1].hypothesis), (true, Some(blamed.id)));
    bench.room.suspect_change(&handle, id, false)?;
    assert!(!bench.room.investigation(&handle)?.changes[1].suspect);
    assert_eq!(code(bench.room.note_change(&handle, &change("v315", "23:00"))), "future_time");
    Ok(())
}

#[test]
fn a_hypothesis_has_a_tester_a_timebox_and_evidence() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    let room = &bench.room;
    let input = HypothesisInput {
        statement: "the pool is empty".into(),
        how_to_test: Some("Count".into()),
        who: Some("bo".into()),
        minutes: Some(15),
    };
    room.add_hypothesis(&handle, &input)?;
    let id = room.find_hypothesis(&handle, "pool")?.id;
    let evidence = |side, text: &str| EvidenceInput { side, text: text.into(), source: None };
    room.add_evidence(&handle, id, &evidence(EvidenceSide::For, "20 of 20 used"))?;
    room.add_evidence(&handle, id, &evidence(EvidenceSide::Against, "so it was last week"))?;
    room.assign_hypothesis(&handle, id, Some("@li"))?;
    let screen = room.investigation(&handle)?;
    let one = screen.hypotheses.first().ok_or("no hypothesis")?;
    assert_eq!((one.who.as_deref(), one.timebox.as_deref()), (Some("@li"), Some("until 14:15 UTC")));
    assert_eq!((one.evidence_for.len(), one.evidence_against.len()), (1, 1));
    assert_eq!(screen.offer, None);
    let boxes = |room: &sitrep_workstation::Workstation| -> Result<usize> {
        Ok(room.deadlines(Some(&handle))?.iter().filter(|one| one.kind == DeadlineKind::Timebox && one.is_open()).count())
    };
    assert_eq!(boxes(room)?, 1, "the deadlines remind of it");
    room.decide_hypothesis(&handle, id, HypothesisState::Confirmed, None)?;
    assert_eq!(boxes(room)?, 0);
    assert_eq!(room.investigation(&handle)?.offer.map(|offer| offer.to), Some(Status::Identified));
    assert_eq!(room.incident_screen(&handle)?.summary.status, Status::Investigating, "an offer changes nothing by itself");
    assert_eq!(code(room.timebox_hypothesis(&handle, id, 0)), "timebox_length");
    Ok(())
}

#[test]
fn a_step_is_left_out_only_for_a_reason() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    let skip = |reason| bench.room.move_step(&handle, InvestigationStep::Logs, StepState::Skipped, reason);
    assert_eq!(code(skip(None)), "reason_needed");
    skip(Some("no logs are kept"))?;
    let logs = step(&bench.room.investigation(&handle)?, InvestigationStep::Logs)?;
    assert_eq!((logs.state, logs.because.as_deref(), logs.spent), (StepState::Skipped, Some("no logs are kept"), None));
    Ok(())
}

#[test]
fn a_mitigation_goes_from_proposed_to_done_and_is_undone_only_for_a_reason() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    let room = &bench.room;
    let input = MitigationInput {
        action: "Roll back to v313".into(),
        proposed: true,
        catalogue: Some("rollback".into()),
        service: Some("payments-api".into()),
    };
    room.add_mitigation(&handle, &input)?;
    let id = room.mitigations(&handle)?.uses.first().ok_or("no mitigation")?.id;
    room.advance_mitigation(&handle, id, MitigationState::Started, None)?;
    assert_eq!(room.mitigations(&handle)?.offer.map(|offer| offer.to), Some(Status::Mitigating));
    room.advance_mitigation(&handle, id, MitigationState::Done, Some("errors fall"))?;
    for helped in [true, true, false] {
        room.judge_mitigation(&handle, id, helped)?;
        assert_eq!(room.mitigations(&handle)?.uses.first().and_then(|one| one.helped), Some(helped));
    }
    let judged = room.timeline(Some(&handle))?.into_iter().filter(|row| row.text.contains("help")).count();
    assert_eq!(judged, 2, "the same said again says nothing");
    let screen = room.mitigations(&handle)?;
    assert_eq!(screen.offer.map(|offer| offer.to), Some(Status::Monitoring));
    let one = screen.uses.first().ok_or("no mitigation")?;
    assert_eq!(
        (one.catalogue.as_deref(), one.service.as_deref(), one.effect.as_deref()),
        (Some("rollback"), Some("payments-api"), Some("errors fall"))
    );
    assert_eq!(code(room.advance_mitigation(&handle, id, MitigationState::RolledBack, None)), "reason_needed");
    room.advance_mitigation(&handle, id, MitigationState::RolledBack, Some("orders were lost"))?;
    assert_eq!(room.mitigations(&handle)?.uses[0].effect.as_deref(), Some("orders were lost"));
    Ok(())
}

#[test]
fn a_new_error_after_the_fix_keeps_it_from_being_resolved() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    let room = &bench.room;
    room.set_status(&handle, Status::Monitoring, None)?;
    for check in VerificationCheck::TICKED {
        room.tick_check(&handle, check, true)?;
    }
    bench.clock.set_minutes(10);
    room.add_finding(&handle, &finding(FindingAbout::NewError, "a new stack"))?;
    room.tick_check(&handle, VerificationCheck::NoNewErrors, true)?;
    bench.clock.set_minutes(16);
    assert_eq!(code(room.resolve(&handle, None)), "reason_needed");
    let screen = room.investigation(&handle)?;
    assert_eq!(screen.quiet_restarted.as_deref(), Some("A new error at 14:10 UTC started the quiet time again."));
    assert_eq!(screen.verification.quiet_until.as_deref(), Some("until 14:25 UTC"));
    bench.clock.set_minutes(25);
    room.resolve(&handle, None)?;
    Ok(())
}

#[test]
fn the_team_has_a_history_and_a_commander_who_debugs_is_warned_of() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    let room = &bench.room;
    room.assign_role(&handle, Role::IncidentCommander, Some("@ana"))?;
    bench.clock.set_minutes(30);
    room.assign_role(&handle, Role::IncidentCommander, Some("@li"))?;
    room.tick_notified(&handle, "Engineering manager", true)?;
    let team = room.team(&handle)?;
    let held: Vec<_> = team.history.iter().map(|one| (one.person.as_str(), one.from.as_str(), one.to.as_deref())).collect();
    assert_eq!(held, [("@ana", "14:00 UTC", Some("14:30 UTC")), ("@li", "14:30 UTC", None)]);
    let told = team.notify.iter().find(|one| one.done).and_then(|one| one.told.clone()).ok_or("nobody was told")?;
    assert!(told.starts_with("14:30 UTC by @"), "{told}");
    assert_eq!(room.incident_screen(&handle)?.debugging, None);
    room.assign_role(&handle, Role::TechnicalLead, Some("@li"))?;
    assert!(room.incident_screen(&handle)?.debugging.is_some_and(|warning| warning.starts_with("@li commands and is Technical Lead")));
    Ok(())
}

#[test]
fn the_answers_suggest_a_severity() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    assert_eq!(bench.room.severity_suggestion(&handle)?, None);
    bench.room.answer_impact(&handle, ImpactQuestion::Who, "Internal only")?;
    assert_eq!(bench.room.severity_suggestion(&handle)?, None, "a lower one is a person's to say");
    bench.room.answer_impact(&handle, ImpactQuestion::Who, "All users")?;
    assert_eq!(bench.room.severity_suggestion(&handle)?.map(|found| found.severity), Some(Severity::P1));
    Ok(())
}

#[test]
fn only_what_no_fact_ticks_is_ticked_by_hand() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    assert_eq!(code(bench.room.tick_checklist(&handle, ChecklistLine::ChannelOpened, true)), "ticked_by_fact");
    bench.room.tick_checklist(&handle, ChecklistLine::MitigationApplied, true)?;
    let checklist = bench.room.incident_screen(&handle)?.checklist;
    let item = checklist.into_iter().find(|item| item.line == ChecklistLine::MitigationApplied).ok_or("no such line")?;
    assert_eq!((item.done, item.by.as_str()), (true, "ticked by hand"));
    Ok(())
}

#[test]
fn evidence_is_taken_from_an_entry_in_its_own_words() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    let entry = bench.room.log(Some(&handle), EntryKind::Note, "20 of 20 used", None)?.id;
    bench.room.add_hypothesis(&handle, &HypothesisInput { statement: "the pool".to_owned(), ..HypothesisInput::default() })?;
    let id = bench.room.find_hypothesis(&handle, "1")?.id;
    let add =
        |text: &str, source| bench.room.add_evidence(&handle, id, &EvidenceInput { side: EvidenceSide::For, text: text.into(), source });
    assert_eq!(bench.room.find_entry(&handle, "20 OF")?, entry);
    assert_eq!(code(bench.room.find_entry(&handle, "Declared")), "unknown_work", "what the procedure says of itself is no evidence");
    add("", Some(entry))?;
    add("all are taken", Some(entry))?;
    assert_eq!(code(add("", None)), "empty");
    assert_eq!(code(add("x", Some(id))), "unknown_event", "an entry of this incident's");
    bench.room.remove_entry(&handle, entry)?;
    assert_eq!(code(add("x", Some(entry))), "unknown_event", "it was undone");
    let evidence = bench.room.investigation(&handle)?.hypotheses[0].evidence_for.clone();
    let told: Vec<_> = evidence.iter().map(|one| (one.text.as_str(), one.source)).collect();
    assert_eq!(told, [("20 of 20 used", Some(entry)), ("all are taken", Some(entry))]);
    Ok(())
}

fn answered(answer: DeployAnswer, id: &str, change: Option<&str>) -> DeployAnswerInput {
    DeployAnswerInput { id: id.to_owned(), answer, change: change.map(str::to_owned), at: change.map(|_| "-15m".to_owned()) }
}

#[test]
fn the_questions_about_recent_changes_are_answered_in_place() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    let room = &bench.room;
    let answers = || -> Result<Vec<Option<String>>> {
        Ok(room.investigation(&handle)?.questions.into_iter().map(|question| question.answer_label).collect())
    };
    let because = || -> Result<Option<String>> { Ok(step(&room.investigation(&handle)?, InvestigationStep::Changes)?.because.clone()) };
    assert_eq!(answers()?, [None, None, None]);

    assert_eq!(code(room.answer_deploy_question(&handle, &answered(DeployAnswer::Yes, "deploy", None))), "empty");
    assert_eq!(code(room.answer_deploy_question(&handle, &answered(DeployAnswer::No, "weather", None))), "unknown_question");
    room.answer_deploy_question(&handle, &answered(DeployAnswer::Yes, "deploy", Some("v314")))?;
    room.move_step(&handle, InvestigationStep::Changes, StepState::Done, None)?;
    assert_eq!(because()?.as_deref(), Some("2 of 3 questions open"));
    room.answer_deploy_question(&handle, &answered(DeployAnswer::No, "configuration", None))?;
    room.answer_deploy_question(&handle, &answered(DeployAnswer::Unknown, "infrastructure", None))?;
    assert_eq!(because()?, None, "what is open is said as it is now");
    let said = |words: &str| Some(words.to_owned());
    assert_eq!(answers()?, [said("Yes: v314 of 13:45 UTC"), said("No"), said("Not known")]);

    // What is noted answers, too, and no longer 'no' once something is found.
    let flag = ChangeInput { change: ChangeKind::Flag, ..change("new_checkout on", "-20m") };
    room.note_change(&handle, &flag)?;
    assert_eq!(answers()?[1], said("Yes: new_checkout on of 13:40 UTC"));
    let old = ChangeInput { change: ChangeKind::Infrastructure, ..change("node pool", "2026-11-20 10:00") };
    room.note_change(&handle, &old)?;
    assert_eq!(answers()?[2], said("Not known"), "what was changed days ago is no answer to what was changed of late");

    let timeline = room.timeline(Some(&handle))?;
    let lines: Vec<&str> = timeline.iter().map(|row| row.text.as_str()).collect();
    for line in [
        "Deploy of 13:45 UTC: v314",
        "Was anything deployed in the last 2 hours? Yes",
        "Check recent changes, done: 2 of 3 questions open",
        "Was there a configuration change (feature flags, environment variables)? No",
    ] {
        assert!(lines.contains(&line), "{line} in {lines:#?}");
    }
    let composed = room.compose_update(&room.compose_input(&handle, Some("handoff"), None)?)?;
    let handoff: String = composed.pieces.iter().map(|piece| piece.text.as_str()).collect();
    assert!(handoff.contains("Was anything deployed in the last 2 hours? Yes: v314 of 13:45 UTC"), "{handoff}");
    Ok(())
}

#[test]
fn each_check_takes_what_the_monitoring_shows() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    let room = &bench.room;
    room.set_status(&handle, Status::Monitoring, None)?;
    let seen = |text: &str, source| CheckEvidenceInput { text: text.to_owned(), source };
    room.add_check_evidence(&handle, VerificationCheck::ErrorRate, &seen("0.2 %, baseline 0.3 %", None))?;
    room.log(Some(&handle), EntryKind::Note, "p95 is at 180 ms", None)?;
    let entry = room.find_entry(&handle, "p95")?;
    room.add_check_evidence(&handle, VerificationCheck::Latency, &seen("", Some(entry)))?;
    room.add_check_evidence(&handle, VerificationCheck::QuietTime, &seen("no alert since 14:00", None))?;
    assert_eq!(code(room.add_check_evidence(&handle, VerificationCheck::Latency, &seen(" ", None))), "empty");
    assert_eq!(code(room.tick_check(&handle, VerificationCheck::QuietTime, true)), "kept_by_the_clock");

    let verification = || -> Result<Verification> { Ok(room.investigation(&handle)?.verification) };
    let of = |check: usize| -> Result<Option<(String, bool)>> {
        Ok(verification()?.checks[check].evidence.as_ref().map(|seen| (seen.text.clone(), seen.source == Some(entry))))
    };
    assert_eq!(of(0)?, Some(("0.2 %, baseline 0.3 %".to_owned(), false)));
    assert_eq!(of(1)?, Some(("p95 is at 180 ms".to_owned(), true)));
    assert_eq!(verification()?.checks.iter().filter(|check| check.done).count(), 2, "it ticks the check");
    assert!(!verification()?.quiet_done, "and not the quiet time");
    assert_eq!(verification()?.quiet_evidence.map(|seen| seen.text).as_deref(), Some("no alert since 14:00"));
    let review = room.review_document(&handle)?;
    assert!(review.contains("Error rate returning to baseline (0.2 %, baseline 0.3 %)"), "{review}");

    room.tick_check(&handle, VerificationCheck::ErrorRate, false)?;
    assert_eq!(of(0)?, None, "what was seen does not hold once the check does not");
    Ok(())
}
