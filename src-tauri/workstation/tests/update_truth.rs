//! A message that says what is no longer true is held back until a person looked.

mod support;

use std::collections::BTreeMap;

use sitrep_core::vocabulary::{EntryKind, Role, UpdateField, UpdateFormat};
use sitrep_workstation::messages::ComposeInput;
use sitrep_workstation::{Error, NewEntry};
use support::{Bench, Result};

fn status_update(handle: &str) -> ComposeInput {
    ComposeInput { handle: handle.to_owned(), template: "status".to_owned(), format: UpdateFormat::Plain, ..ComposeInput::default() }
}

#[test]
fn what_is_older_than_the_facts_is_not_copied_unseen() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    let edits = BTreeMap::from([(UpdateField::CurrentState, "Half of all payments work".to_owned())]);
    bench.room.record_update(&bench.room.ready_update(&ComposeInput { edits, ..status_update(&handle) })?)?;
    assert!(bench.room.ready_update(&status_update(&handle)).is_ok(), "nothing happened since");

    bench.room.log_entry(Some(&handle), &NewEntry { kind: EntryKind::Note, text: "a third works", pictures: &[] }, None)?;
    let refused = bench.room.ready_update(&status_update(&handle));
    assert!(matches!(&refused, Err(error @ Error::Guarded { .. }) if error.is_about_the_text()), "{refused:?}");

    let Err(Error::Guarded { outdated, .. }) = refused else { return Err("it was not refused".into()) };
    assert_eq!(outdated, [UpdateField::CurrentState], "it says which");
    let held = bench.room.ready_update(&bench.room.keep_as_held(status_update(&handle), &outdated)?)?;
    assert!(held.message.text.contains("Current state: Half of all payments work"), "a person said that it still holds");

    let mended = bench.room.mend(status_update(&handle))?;
    let ready = bench.room.ready_update(&mended)?;
    assert!(ready.message.text.contains("Current state: a third works"), "one key takes the newest fact: {}", ready.message.text);
    Ok(())
}

#[test]
fn lines_that_were_imported_do_not_hide_what_was_seen() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    let note = |text: &str, at: Option<&str>| -> Result {
        bench.room.log_entry(Some(&handle), &NewEntry { kind: EntryKind::Note, text, pictures: &[] }, at)?;
        Ok(())
    };
    note("half of all payments work again", None)?;
    bench.clock.set_minutes(60);
    for minute in 1..=20 {
        note(&format!("line {minute} of the chat"), Some(&format!("14:{minute:02}")))?;
    }
    let text = bench.room.ready_update(&ComposeInput { anyway: true, ..status_update(&handle) })?.message.text;
    assert!(text.contains("Current state: half of all payments work again"), "{text}");
    Ok(())
}

#[test]
fn a_message_that_is_too_long_for_its_form_is_said_and_never_cut() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    let words = "payments ".repeat(1_000).trim().to_owned();
    let edits = BTreeMap::from([(UpdateField::CurrentState, words.clone())]);
    let input = |format| ComposeInput { format, anyway: true, edits: edits.clone(), ..status_update(&handle) };
    let warned = |format| bench.room.compose_update(&input(format)).map(|composed| composed.length.too_long);
    assert!(warned(UpdateFormat::Slack)?.is_some_and(|warning| warning.starts_with("Too long for Slack: 9,")));
    assert_eq!(warned(UpdateFormat::Markdown)?, None);
    assert!(bench.room.ready_update(&input(UpdateFormat::Slack))?.message.text.contains(&words));
    Ok(())
}

#[test]
fn an_alert_sent_again_turns_no_role_back() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    let alert = |commander: &str| -> Result {
        let edits = BTreeMap::from([(UpdateField::IncidentCommander, commander.to_owned())]);
        let input = ComposeInput { template: "initial".to_owned(), edits, anyway: true, ..status_update(&handle) };
        bench.room.record_update(&bench.room.ready_update(&input)?)?;
        Ok(())
    };
    let commander = || bench.room.incident_screen(&handle).map(|screen| screen.summary.roles.incident_commander);
    for nobody in ["TBD, asking", "nobody yet", "Nobody", "see the channel", "@ana or @raj", "?", "none"] {
        alert(nobody)?;
        assert_eq!(commander()?, None, "nobody is called '{nobody}'");
    }
    for (words, person) in [("mia", "@mia"), ("@li (until 16:00)", "@li"), ("handing over to @bo.", "@bo")] {
        alert(words)?;
        assert_eq!(commander()?.as_deref(), Some(person), "{words}");
    }
    alert("@ana")?;
    alert("@raj")?;
    alert("@ana")?;
    assert_eq!(commander()?.as_deref(), Some("@raj"));
    Ok(())
}

#[test]
fn customers_who_were_told_are_owed_the_end_by_every_process() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P3 Search is slow")?;
    let customer = |bench: &Bench| -> Result {
        let input = ComposeInput { template: "customer".to_owned(), handle: handle.clone(), anyway: true, ..ComposeInput::default() };
        bench.room.record_update(&bench.room.ready_update(&input)?)?;
        Ok(())
    };
    customer(&bench)?;
    bench.room.resolve(&handle, Some("fixed"))?;

    let other = bench.second()?;
    bench.clock.set_minutes(60);
    let shown: Vec<String> = other.claim_due_reminders()?.into_iter().map(|reminder| reminder.title).collect();
    assert_eq!(shown, ["All-clear to customers due since 15:00 UTC"]);
    assert_eq!(bench.room.compose_input(&handle, None, None)?.template, "resolution");

    customer(&bench)?;
    assert_eq!(bench.second()?.next_due()?, None, "they heard of it");
    Ok(())
}

#[test]
fn a_commander_whom_the_role_contradicts_is_looked_at_first() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    let naming = |commander: &str, anyway| {
        let edits = BTreeMap::from([(UpdateField::IncidentCommander, commander.to_owned())]);
        ComposeInput { template: "initial".to_owned(), edits, anyway, ..status_update(&handle) }
    };
    let found = |commander: &str| -> Result<Vec<(String, Option<String>)>> {
        let found = bench.room.compose_update(&naming(commander, false))?.found.into_iter();
        Ok(found.map(|one| (one.title, one.newer.map(|newer| newer.words))).collect())
    };
    assert_eq!(found("nobody yet")?, []);
    assert_eq!(found("@li")?, [], "who is named gets the role");
    assert_eq!(found("Ana Lopez")?, [("Nobody has the role of Incident Commander".to_owned(), None)]);

    let sent = bench.room.record_update(&bench.room.ready_update(&naming("@li", true))?)?;
    assert!(sent.message.starts_with("Copied and counted as sent. @li is Incident Commander now."), "{}", sent.message);
    for agreed in ["@li", "Li", "@li (until 16:00)", "@raj"] {
        assert_eq!(found(agreed)?, [], "{agreed}");
    }
    let is_li = [("Incident Commander is @li".to_owned(), Some("@li".to_owned()))];
    assert_eq!(found("nobody yet")?, is_li);
    assert_eq!(found("@ana or @raj")?, is_li);

    bench.room.assign_role(&handle, Role::IncidentCommander, Some("@raj"))?;
    assert_eq!(found("@li")?, [("Incident Commander is @raj".to_owned(), Some("@raj".to_owned()))], "it was said before, and is over");
    assert!(matches!(bench.room.ready_update(&naming("@li", false)), Err(Error::Guarded { .. })));
    let mended = bench.room.mend(naming("@li", false))?;
    assert_eq!(mended.edits.get(&UpdateField::IncidentCommander).map(String::as_str), Some("@raj"));
    Ok(())
}
