//! The use cases, on a real folder.

mod support;

use std::collections::BTreeMap;

use sitrep_core::messages::Look;
use sitrep_core::vocabulary::{
    DeadlineKind, EntryKind, EventId, HypothesisState, ImpactQuestion, Lowering, MitigationState, Role, Severity, Status, UpdateField,
    UpdateFormat, UpdateKind, VerificationCheck,
};
use sitrep_workstation::acts::{DeclareInput, MitigationInput, MitigationMove};
use sitrep_workstation::messages::ComposeInput;
use sitrep_workstation::{Error, NewEntry, News, SettingsChange, Theme};
use support::{Bench, Result, folders};

fn compose(handle: &str, kind: UpdateKind) -> ComposeInput {
    ComposeInput { handle: handle.to_owned(), template: kind.word().to_owned(), format: UpdateFormat::Plain, ..ComposeInput::default() }
}

fn code<T>(done: std::result::Result<T, Error>) -> &'static str {
    done.map_or_else(|error| error.code(), |_| "done")
}

#[test]
fn one_line_declares_and_names_handle_and_channel() -> Result {
    let bench = Bench::new()?;
    let declared = bench.room.declare(&DeclareInput {
        line: "P1 Payments failing at checkout".into(),
        started: Some("-10m".into()),
        services: vec![" Checkout ".into(), String::new()],
        impact: Some("Cards fail".into()),
        ..DeclareInput::default()
    })?;
    assert_eq!(declared.handle, "2026-11-23-payments-failing");
    assert_eq!(declared.channel, "#incident-2026-11-23-payments-failing");
    assert_eq!((declared.declared_at - declared.started_at).num_minutes(), 10);
    assert_eq!(declared.services, ["Checkout"]);
    let screen = bench.room.incident_screen(&declared.handle)?;
    let answers: Vec<_> = screen.triage.questions.into_iter().map(|question| question.answer).collect();
    assert_eq!(answers, [Some("Cards fail".into()), None, Some("13:50 UTC".into()), None], "nothing is asked twice");
    assert_eq!(bench.declare("P2 Payments failing again")?, "2026-11-23-payments-failing-again");
    assert_eq!(bench.declare("P2 Payments failing")?, "2026-11-23-payments-failing-2");
    Ok(())
}

#[test]
fn security_makes_it_p0_and_says_why() -> Result {
    let bench = Bench::new()?;
    let input = DeclareInput { line: "P3 Odd logins".into(), security: true, ..DeclareInput::default() };
    let why = bench.room.preview_declaration(&input, |help| format!("{help:?}"))?;
    assert_eq!(why.severity, Some(Severity::P0));
    assert!(why.security_reason.is_some_and(|why| why.contains("always P0")));
    let handle = bench.room.declare(&input)?.handle;
    assert_eq!(code(bench.room.set_severity(&handle, Severity::P2, Some("calm"), Some(Lowering::GotBetter))), "security_is_p0");
    Ok(())
}

#[test]
fn what_cannot_be_declared_is_refused_and_nothing_is_kept() -> Result {
    let bench = Bench::new()?;
    for (line, started, expected) in [
        ("P1 ", None, "empty_title"),
        ("P9 Down", None, "unknown_severity"),
        ("Down", None, "severity_missing"),
        ("P1 Down", Some("+5m"), "future_time"),
        ("P1 Down", Some("soonish"), "bad_time"),
    ] {
        let input = DeclareInput { line: line.into(), started: started.map(str::to_owned), ..DeclareInput::default() };
        assert_eq!(code(bench.room.declare(&input)), expected, "{line}");
    }
    assert!(bench.room.list()?.is_empty());
    Ok(())
}

#[test]
fn an_entry_goes_where_it_is_meant() -> Result {
    let bench = Bench::new()?;
    assert_eq!(code(bench.room.log(None, EntryKind::Note, "x", None)), "none_active");
    let payments = bench.declare("P1 Payments failing")?;
    bench.clock.set_minutes(1);
    let search = bench.declare("P2 Search results stale")?;
    assert_eq!(bench.room.log(None, EntryKind::Note, "x", None)?.handle, search, "the one last touched");
    assert_eq!(bench.room.log(Some("paym"), EntryKind::Note, "y", Some("-1m"))?.handle, payments);
    bench.clock.set_minutes(2);
    assert_eq!(code(bench.room.log(Some("2026"), EntryKind::Note, "z", None)), "ambiguous_incident");
    assert_eq!(code(bench.room.log(Some("mail"), EntryKind::Note, "z", None)), "unknown_incident");
    assert_eq!(code(bench.room.log(None, EntryKind::Note, " \n", None)), "empty");
    Ok(())
}

#[test]
fn an_entry_can_be_edited_and_undone() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    bench.clock.set_minutes(10);
    let id = bench.room.log(None, EntryKind::Note, "roled back", None)?.id;
    bench.room.amend_entry(&handle, id, "rolled back", Some("14:06"))?;
    let rows = bench.room.timeline(Some(&handle))?;
    let row = rows.iter().find(|row| row.id == id).ok_or("no entry")?;
    assert_eq!((row.time.as_str(), row.text.as_str(), row.edited), ("14:06", "rolled back", true));
    bench.room.remove_entry(&handle, id)?;
    assert!(bench.room.timeline(Some(&handle))?.iter().all(|row| row.id != id));
    assert_eq!(code(bench.room.remove_entry(&handle, id)), "unknown_event");

    bench.room.restore_entry(&handle, id)?;
    bench.room.restore_entry(&handle, id)?;
    assert_eq!(bench.room.timeline(Some(&handle))?, rows, "it is as it was, edits and all");
    assert_eq!(code(bench.room.restore_entry(&handle, EventId(bench.room.find(None)?.id.0))), "unknown_event");
    bench.room.remove_entry(&handle, id)?;
    assert!(bench.room.timeline(Some(&handle))?.iter().all(|row| row.id != id), "and can be undone once more");
    Ok(())
}

#[test]
fn an_update_asks_for_what_is_missing_then_restarts_the_clock() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    let mut input = compose(&handle, UpdateKind::Initial);
    assert_eq!(code(bench.room.ready_update(&input)), "missing_fields");
    let draft = bench.room.compose_update(&input)?;
    assert_eq!(draft.missing, [UpdateField::Impact, UpdateField::IncidentCommander]);
    let text: String = draft.pieces.iter().map(|piece| piece.text.as_str()).collect();
    assert!(text.contains("Impact: Being assessed") && !text.contains('['), "{text}");
    assert!(draft.pieces.iter().any(|piece| piece.look == Look::Gap && piece.text == "Being assessed"), "{draft:?}");
    let open = bench.room.ready_update(&ComposeInput { anyway: true, ..input.clone() })?.message;
    assert_eq!((open.text, open.head.fields.is_empty()), (text, true), "what is left open is said and is no fact");
    input.edits = BTreeMap::from([(UpdateField::Impact, "Cards fail".into()), (UpdateField::IncidentCommander, "ana".into())]);
    bench.clock.set_minutes(20);
    let ready = bench.room.ready_update(&input)?;
    let copied = bench.room.record_update(&ready)?;
    assert_eq!(copied.message, "Copied and counted as sent. @ana is Incident Commander now. Next update by 14:50 UTC.");
    let screen = bench.room.incident_screen(&handle)?;
    assert_eq!(screen.summary.roles.incident_commander.as_deref(), Some("@ana"), "typed once");
    assert_eq!(screen.next_update, UpdateKind::Status.word());
    assert_eq!(bench.room.sent_update(&handle, copied.id)?, ready.message);
    bench.room.take_back_update(&handle, copied.id)?;
    assert_eq!(bench.room.incident_screen(&handle)?.next_update, UpdateKind::Initial.word());
    Ok(())
}

#[test]
fn resolving_early_needs_a_reason() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    assert_eq!(code(bench.room.resolve(&handle, None)), "reason_needed");
    assert_eq!(code(bench.room.set_status(&handle, Status::Resolved, Some("  "))), "reason_needed");
    bench.room.set_status(&handle, Status::Monitoring, None)?;
    for check in VerificationCheck::TICKED {
        bench.room.tick_check(&handle, check, true)?;
    }
    assert_eq!(code(bench.room.resolve(&handle, None)), "reason_needed", "the quiet time is not over");
    bench.clock.set_minutes(15);
    bench.room.resolve(&handle, None)?;
    let screen = bench.room.incident_screen(&handle)?;
    let review = screen.review.ok_or("no review")?;
    assert_eq!(review.due.as_deref(), Some("Due in 2 d"));
    assert!(!review.complete);
    assert!(bench.room.review_document(&handle)?.contains("# Post-Incident Review: Payments failing"));
    Ok(())
}

#[test]
fn a_downgrade_needs_a_reason_and_an_upgrade_does_not() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    assert_eq!(code(bench.room.set_severity(&handle, Severity::P2, Some("calm"), None)), "which_lowering");
    assert_eq!(code(bench.room.set_severity(&handle, Severity::P2, None, Some(Lowering::GotBetter))), "reason_needed");
    assert_eq!(code(bench.room.set_severity(&handle, Severity::P1, None, Some(Lowering::GotBetter))), "same_severity");
    bench.room.set_severity(&handle, Severity::P0, None, Some(Lowering::GotBetter))?;
    bench.room.set_severity(&handle, Severity::P2, Some("one region only"), Some(Lowering::GotBetter))?;
    bench.room.escalate(&handle, None)?;
    assert_eq!(bench.room.find(None)?.summary.severity, Severity::P1);
    Ok(())
}

#[test]
fn the_answer_to_when_sets_the_start() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    bench.room.answer_impact(&handle, ImpactQuestion::When, "13:45")?;
    let screen = bench.room.incident_screen(&handle)?;
    assert_eq!(screen.since, "since start 13:45 UTC");
    bench.room.answer_impact(&handle, ImpactQuestion::When, "around lunch")?;
    assert_eq!(bench.room.incident_screen(&handle)?.since, "since start 13:45 UTC");
    assert_eq!(code(bench.room.answer_impact(&handle, ImpactQuestion::When, "16:00")), "future_time");
    Ok(())
}

#[test]
fn quick_entry_shows_what_enter_will_do_and_does_it() -> Result {
    let bench = Bench::new()?;
    let preview = bench.room.preview_quick_entry("Payments failing", &bench.room.aim_quick_entry(None)?, |help| format!("{help:?}"))?;
    assert!(preview.declares && !preview.ready, "{preview:?}");
    assert!(preview.problem.is_some_and(|problem| problem.message.contains("severity is missing")));
    assert_eq!(code(bench.enter("Payments failing")), "severity_missing");
    let done = bench.enter("P1 Payments failing")?;
    assert!(done.declared);
    bench.clock.set_minutes(42);
    bench.declare("P2 Search results stale")?;
    let preview =
        bench.room.preview_quick_entry("rolled back -4m #paym", &bench.room.aim_quick_entry(None)?, |help| format!("{help:?}"))?;
    assert_eq!((preview.time.as_str(), preview.ago.as_str(), preview.ready), ("14:38 UTC", "4 min ago", true));
    assert_eq!(preview.target.as_ref().map(|target| (target.title.as_str(), target.of)), Some(("Payments failing", 2)));
    assert_eq!(bench.enter("rolled back -4m #paym")?.handle, done.handle);
    bench.enter_at(&done.handle, "/status identified")?;
    bench.enter_at(&done.handle, "/role scribe @li")?;
    let screen = bench.room.incident_screen(&done.handle)?;
    assert_eq!(screen.summary.status, Status::Identified);
    assert_eq!(screen.summary.roles.scribe.as_deref(), Some("@li"));
    let next = bench.room.next_quick_target(Some(&done.handle), false)?.ok_or("no target")?;
    assert_ne!(next.handle, done.handle);
    Ok(())
}

#[test]
fn a_saved_review_never_overwrites_an_edited_one() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    let shot = bench.room.keep_pixels(1, 1, vec![0, 0, 0, 255])?.id;
    bench.room.log_entry(Some(&handle), &NewEntry { kind: EntryKind::Note, text: "", pictures: &[shot] }, None)?;
    bench.room.resolve(&handle, Some("a drill"))?;
    let saved = bench.room.save_review(&handle)?;
    assert_eq!(saved.pictures, 1);
    let path = saved.path;
    let beside = std::fs::read_dir(path.trim_end_matches(".md"))?.next().ok_or("no picture")??.path();
    std::fs::write(&beside, "blackened by hand")?;
    assert_eq!(bench.room.save_review(&handle)?.path, path, "the same text is the same file");
    std::fs::write(&path, "edited by hand")?;
    let second = bench.room.save_review(&handle)?.path;
    assert_ne!(second, path);
    assert_eq!(std::fs::read_to_string(&beside)?, "blackened by hand");
    assert_eq!(std::fs::read_to_string(&path)?, "edited by hand");
    Ok(())
}

#[test]
fn settings_are_kept_and_a_name_gets_its_sign() -> Result {
    let bench = Bench::new()?;
    let author = |name: &str| SettingsChange { author: Some(name.to_owned()), ..SettingsChange::default() };
    assert_eq!(bench.room.change_settings(&author("ana"))?.author, "@ana");
    assert_eq!(code(bench.room.change_settings(&author(" "))), "empty");
    bench.second()?.change_settings(&SettingsChange { p0_sound: Some(true), ..SettingsChange::default() })?;
    let kept = bench.room.change_settings(&SettingsChange { theme: Some(Theme::Light), ..SettingsChange::default() })?;
    assert_eq!((kept.author.as_str(), kept.p0_sound, kept.theme), ("@ana", true, Theme::Light), "what others changed stays");
    let handle = bench.declare("P1 Payments failing")?;
    assert!(bench.room.timeline(Some(&handle))?.iter().all(|row| row.author == "@ana"));
    Ok(())
}

#[test]
fn only_what_is_recorded_is_news() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    assert_eq!(bench.room.refresh(), News::Everything, "whoever asks first knows nothing yet");
    assert_eq!(bench.room.refresh(), News::None, "nothing since");
    bench.room.save_draft("quick", "half a thou")?;
    assert_eq!(bench.room.refresh(), News::None, "a draft is no news");
    bench.second()?.log(Some(&handle), EntryKind::Note, "from the terminal", None)?;
    assert!(matches!(bench.room.refresh(), News::Of(handles) if handles.len() == 1), "another process's entry is");
    assert_eq!(bench.room.timeline(None)?.len(), 2);
    Ok(())
}

#[test]
fn each_time_box_is_closed_by_its_own_key() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    bench.enter("/timebox 10m read the logs")?;
    bench.enter("/timebox 10m ask the provider")?;
    let open = |room: &sitrep_workstation::Workstation| -> Result<Vec<(String, String)>> {
        let deadlines =
            room.deadlines(Some(&handle))?.into_iter().filter(|deadline| deadline.kind == DeadlineKind::Timebox && deadline.is_open());
        Ok(deadlines.map(|deadline| (deadline.subject.unwrap_or_default(), deadline.key)).collect())
    };
    let boxes = open(&bench.room)?;
    assert_eq!(boxes.len(), 2);
    let (_, logs) = boxes.iter().find(|(text, _)| text == "read the logs").ok_or("no box")?;
    bench.room.close_timebox(&handle, logs)?;
    assert_eq!(open(&bench.room)?.iter().map(|(text, _)| text.as_str()).collect::<Vec<_>>(), ["ask the provider"]);
    assert_eq!(code(bench.room.close_timebox(&handle, logs)), "unknown_deadline");
    Ok(())
}

#[test]
fn what_is_half_typed_in_the_window_is_in_no_update_of_another_door() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    let place = format!("update:{handle}:initial");
    bench.room.save_draft(&place, r#"{"edits":{"impact":"Cards fail","incident_commander":"@ana"}}"#)?;
    let input = ComposeInput { anyway: true, ..bench.second()?.compose_input(&handle, None, None)? };
    assert_eq!(input.template, UpdateKind::Initial.word());
    assert!(bench.room.has_message_draft(&input)?, "and that can be said");
    let ready = bench.room.ready_update(&input)?;
    bench.room.record_update(&ready)?;
    assert!(!ready.message.text.contains("Cards fail"), "{}", ready.message.text);
    assert_eq!(bench.room.incident_screen(&handle)?.summary.roles.incident_commander, None, "and nobody became commander");
    assert!(bench.room.load_draft(&place)?.contains("Cards fail"), "it stays where it was typed");

    bench.room.clear_message_draft(&input)?;
    assert!(!bench.room.has_message_draft(&input)?);
    bench.room.save_draft(&place, "not what it should be")?;
    assert!(!bench.room.has_message_draft(&input)?);
    Ok(())
}

#[test]
fn a_field_that_the_message_lacks_is_refused_with_those_it_has() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    let input = bench.room.compose_input(&handle, Some("initial"), None)?;
    let said = vec![(UpdateField::Impact, "EU".to_owned()), (UpdateField::CurrentState, "Cards fail".to_owned())];
    let refused = bench.room.with_fields(input.clone(), said).err().ok_or("it was taken")?;
    assert_eq!(refused.to_string(), "No message was written: the initial alert has no current_state; it has impact, incident_commander.");
    let taken = bench.room.with_fields(input, vec![(UpdateField::Impact, "EU".to_owned())])?;
    assert!(bench.room.ready_update(&ComposeInput { anyway: true, ..taken })?.message.text.contains("EU"));
    Ok(())
}

#[test]
fn a_teams_policy_holds_at_once_and_says_so_on_the_timeline() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    let config = folders(bench.folder.path()).config;
    std::fs::create_dir_all(&config)?;
    let file = config.join("policy.toml");
    std::fs::write(&file, "[severity.P1]\nupdate_every_minutes = 20\n[severity.P2]\nupdate_every_minutes = 90\n")?;
    bench.room.reload_policy()?;
    let due = |room: &sitrep_workstation::Workstation| -> Result<i64> {
        let deadlines = room.deadlines(Some(&handle))?;
        let update = deadlines.into_iter().find(|deadline| deadline.audience.is_some()).ok_or("no update deadline")?;
        Ok((update.due_at - support::start()).num_minutes())
    };
    assert_eq!(due(&bench.room)?, 20);
    let said: Vec<_> =
        bench.room.timeline(Some(&handle))?.into_iter().map(|row| row.text).filter(|text| text.starts_with("Policy")).collect();
    assert_eq!(said, ["Policy changed: severity.P1.update_every_minutes from 30 to 20"], "what concerns it, once");

    std::fs::write(&file, "[severity.P1]\nupdate_every_minutes = 'soon'\n")?;
    bench.room.reload_policy()?;
    assert_eq!(due(&bench.room)?, 20, "the last good policy stays");
    let problem = bench.room.policy_view()?.problem.ok_or("no problem")?;
    assert!(problem.starts_with("line 2, severity.P1.update_every_minutes: "), "{problem}");
    assert_eq!(due(&bench.second()?)?, 20, "in a new process, too");

    std::fs::remove_file(&file)?;
    assert_eq!(bench.room.refresh(), News::Everything, "a changed policy is news");
    assert_eq!(bench.room.refresh(), News::None);
    assert_eq!(due(&bench.room)?, 30);
    let view = bench.room.policy_view()?;
    assert!(view.problem.is_none() && view.values.iter().all(|value| !value.own));
    Ok(())
}

#[test]
fn hypotheses_and_mitigations_are_meant_by_a_part_of_their_words() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    let room = &bench.room;
    let enter = |line: &str| room.submit_quick_entry(line, &room.aim_quick_entry(None)?, &[]).map(|done| done.message);
    enter("/hypothesis v314 cut the pool")?;
    enter("/hypothesis the provider is down")?;
    assert_eq!(code(enter("/ruledout")), "ambiguous_work");
    assert_eq!(code(enter("/ruledout 4")), "unknown_work", "a number is one of the list");
    assert_eq!(code(enter("/ruledout database")), "unknown_work");
    let preview =
        room.preview_quick_entry("/ruledout provider: its page is green", &room.aim_quick_entry(None)?, |help| format!("{help:?}"))?;
    assert_eq!((preview.what.as_str(), preview.ready), ("Ruled out: the provider is down", true));
    assert!(room.preview_quick_entry("/ruledout database", &room.aim_quick_entry(None)?, |help| format!("{help:?}"))?.problem.is_some());
    enter("/ruledout provider: its page is green")?;
    bench.clock.set_minutes(10);
    enter("/confirmed -4m")?;
    let all = room.hypotheses(&handle)?;
    assert_eq!(all.iter().map(|one| one.state).collect::<Vec<_>>(), [HypothesisState::Confirmed, HypothesisState::RuledOut]);
    assert_eq!((all[0].changed_at - support::start()).num_minutes(), 6, "it was seen four minutes ago");
    assert_eq!(all[1].because.as_deref(), Some("its page is green"));

    enter("/mitigation roll back")?;
    room.move_mitigation(
        &handle,
        "1",
        &MitigationMove { effect: Some("errors fall".into()), ..MitigationMove::to(MitigationState::Done) },
    )?;
    let rows = |room: &sitrep_workstation::Workstation| room.timeline(Some(&handle)).map(|rows| rows.len());
    let before = rows(room)?;
    room.move_mitigation(&handle, "roll", &MitigationMove::to(MitigationState::Done))?;
    assert_eq!(rows(room)?, before, "the same again says nothing");
    let texts: Vec<String> = room.timeline(Some(&handle))?.into_iter().map(|row| row.text).collect();
    for line in
        ["Ruled out: the provider is down (its page is green)", "Confirmed: v314 cut the pool", "Mitigation done: roll back (errors fall)"]
    {
        assert!(texts.iter().any(|text| text == line), "{line} in {texts:?}");
    }
    Ok(())
}

#[test]
fn each_audience_gets_the_form_it_got_last() -> Result {
    let bench = Bench::new()?;
    let first = bench.declare("P1 Payments failing")?;
    let format = |handle: &str, template: &str| bench.room.compose_input(handle, Some(template), None).map(|input| input.format);
    assert_eq!((format(&first, "initial")?, format(&first, "customer")?), (UpdateFormat::Slack, UpdateFormat::StatusPage));
    let mail = ComposeInput { format: UpdateFormat::Html, anyway: true, ..compose(&first, UpdateKind::Initial) };
    let ready = bench.room.ready_update(&mail)?;
    assert!(ready.message.html.is_some() && ready.message.head.subject.is_some(), "{ready:?}");
    bench.room.record_update(&ready)?;
    let second = bench.declare("P2 Search slow")?;
    assert_eq!((format(&second, "status")?, format(&second, "customer")?), (UpdateFormat::Html, UpdateFormat::StatusPage));
    assert_eq!(format(&second, "page")?, UpdateFormat::Slack, "responders have a form of their own");
    Ok(())
}

#[test]
fn what_should_not_leave_is_looked_at_before_it_is_copied() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    bench.room.assign_role(&handle, Role::Scribe, Some("@raj"))?;
    let secret = format!("AK{}IAUJZDEGXDNCF32EPF", "");
    bench.room.keep_secrets();
    bench.room.log(Some(&handle), EntryKind::Note, &format!("used key {secret}"), None)?;
    let input = bench.room.compose_input(&handle, Some("status"), Some(UpdateFormat::Plain))?;
    let refused = bench.room.ready_update(&input).err().ok_or("a secret was let out")?;
    assert_eq!(refused.code(), "guarded");
    let told = refused.to_string();
    assert!(told.contains("AWS access key 'AKIA…'") && !told.contains(&secret), "{told}");
    let composed = bench.room.compose_update(&input)?;
    assert!(composed.pieces.iter().any(|piece| piece.look == Look::Found && piece.text == secret), "{composed:?}");
    assert_eq!(composed.found.iter().map(|found| found.offer.as_str()).collect::<Vec<_>>(), ["Take it out"], "each thing once");
    let mended = bench.room.mend(input.clone())?;
    let ready = bench.room.ready_update(&mended)?;
    assert!(ready.message.text.contains("used key (removed)") && !ready.message.text.contains(&secret), "{}", ready.message.text);
    let as_it_is = bench.room.ready_update(&ComposeInput { anyway: true, ..input })?;
    assert!(as_it_is.message.text.contains(&secret));
    Ok(())
}

#[test]
fn what_one_key_mended_stays_mended() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    bench.room.assign_role(&handle, Role::Scribe, Some("@raj"))?;
    let edits =
        BTreeMap::from([(UpdateField::CustomerStatus, "raj is restarting it".into()), (UpdateField::UserImpact, "some users".into())]);
    let input = ComposeInput { edits, ..bench.room.compose_input(&handle, Some("customer"), None)? };
    assert_eq!(code(bench.room.ready_update(&input)), "guarded");
    let offered = bench.room.compose_update(&input)?.found.into_iter().next().ok_or("nothing was found")?;
    assert_eq!((offered.title.as_str(), offered.offer.as_str()), ("A person's name", "Use 'our team'"));
    let input = ComposeInput { replaced: offered.replace, ..input };
    let composed = bench.room.compose_update(&input)?;
    let status = composed.fields.iter().find(|field| field.field == UpdateField::CustomerStatus).ok_or("no such field")?;
    assert_eq!((status.value.as_str(), composed.found.len()), ("our team is restarting it", 0));
    Ok(())
}

#[test]
fn a_mitigation_that_was_only_proposed_can_be_withdrawn() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    let propose = |action: &str, proposed| {
        bench.room.add_mitigation(&handle, &MitigationInput { action: action.into(), proposed, ..MitigationInput::default() })
    };
    propose("fail over", true)?;
    propose("restart", false)?;
    let withdraw = |part: &str, why: Option<&str>| {
        let change = MitigationMove { effect: why.map(str::to_owned), ..MitigationMove::to(MitigationState::Withdrawn) };
        bench.room.move_mitigation(&handle, part, &change)
    };
    withdraw("fail over", Some("both regions run the same version"))?;
    assert_eq!(code(withdraw("restart", None)), "already_started");
    let states: Vec<_> = bench.room.mitigations(&handle)?.uses.into_iter().map(|one| (one.action, one.state)).collect();
    assert!(
        states.contains(&("fail over".to_owned(), MitigationState::Withdrawn))
            && states.contains(&("restart".to_owned(), MitigationState::Started))
    );
    let rows = bench.room.timeline(Some(&handle))?;
    assert!(rows.iter().any(|row| row.text == "Mitigation withdrawn: fail over (both regions run the same version)"));
    Ok(())
}

#[test]
fn an_edited_time_stays_on_the_entrys_own_day() -> Result {
    let bench = Bench::new()?;
    let room = &bench.room;
    let handle = bench.declare("P1 Payments failing")?;
    let note = NewEntry { kind: EntryKind::Note, text: "rolled back", pictures: &[] };
    let entry = room.log_entry(Some(&handle), &note, Some("2026-11-20 09:00"))?;

    assert_eq!(room.preview_entry_time(&entry.occurred_at.to_rfc3339(), "14:05")?, "2026-11-20 14:05 UTC");
    let amended = room.amend_entry(&handle, entry.id, "rolled back", Some("14:05"))?;

    assert_eq!(amended.occurred_at.to_rfc3339(), "2026-11-20T14:05:00+00:00");
    assert_eq!(code(room.preview_entry_time(&entry.occurred_at.to_rfc3339(), "25:99")), "bad_time");
    Ok(())
}

#[test]
fn triage_takes_words_for_an_answer_and_no_slip_of_the_finger() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    let answer = |words: &str| bench.room.answer_impact(&handle, ImpactQuestion::When, words);
    assert_eq!(code(answer("25:99")), "bad_time");
    answer("after the deploy of v312")?;
    Ok(())
}

#[test]
fn a_start_that_was_corrected_is_one_line_of_the_review() -> Result {
    let bench = Bench::new()?;
    let room = &bench.room;
    let handle = bench.declare("P1 Payments failing")?;
    for start in ["-10m", "-20m", "-15m"] {
        room.answer_impact(&handle, ImpactQuestion::When, start)?;
    }
    room.log(Some(&handle), EntryKind::Note, "Start set to fail, says the deploy log", None)?;
    let review = room.review_document(&handle)?;
    let lines: Vec<&str> = review.lines().filter(|line| line.contains("Start set to") || line.contains("When did it start")).collect();
    assert_eq!(lines.len(), 2, "the last start and the entry: {lines:?}");
    assert!(room.timeline(Some(&handle))?.len() >= 7, "the timeline keeps them all");
    Ok(())
}
