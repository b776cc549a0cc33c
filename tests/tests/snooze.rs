//! Reminders are silenced from the window: for as long as a person says, and never the due time with them.

use std::ops::RangeInclusive;

use chrono::{DateTime, Utc};
use fantoccini::key::Key;
use sitrep_tests::app::App;
use sitrep_tests::desktop::Desktop;
use sitrep_tests::wait::until;
use sitrep_tests::windows::is_main;
use sitrep_tests::{Failure, Outcome};

/// A P1 whose response, impact assessment and initial alert have been reminded of; seconds before now, as faketime takes them.
const IS_WARNED: &str = "-1600";
/// A P1 that is asked whether it escalates.
const IS_ASKED: &str = "-6000";

#[test]
fn a_reminder_is_snoozed_for_fifteen_minutes() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = desktop.declare_at(IS_WARNED, "P1 Payments failing")?;
    let due = desktop.deadline(&handle, "update")?["due_at"].clone();
    let app = App::open(&desktop)?;
    app.click("snooze-update")?;
    app.wait_for_words("The due time stays.")?;
    app.click("snooze-15")?;
    app.wait_for_text("deadline-update", "snoozed until")?;
    let snoozed = desktop.deadline(&handle, "update")?;
    assert_eq!((&snoozed["state"], &snoozed["due_at"]), (&"snoozed".into(), &due));
    expect_silence(&desktop, &handle, 13..=15)?;
    assert!(desktop.timeline_has(&handle, "Update reminder snoozed until")?);
    assert!(!app.shows("snooze-15")?, "the choices are put away");
    app.wait_for_focus("snooze-update")
}

#[test]
fn any_number_of_minutes_up_to_a_day_can_be_typed() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = desktop.declare_at(IS_WARNED, "P1 Payments failing")?;
    let app = App::open(&desktop)?;
    app.click("snooze-update")?;
    for (typed, said) in [("soon", "whole minutes"), ("0", "whole minutes"), ("1441", "a day is the longest")] {
        app.fill("snooze-minutes", typed)?;
        app.press_in("snooze-minutes", Key::Enter)?;
        app.wait_for_text("snooze-refusal", said)?;
        assert_eq!(app.value("snooze-minutes")?, typed, "what was typed stays");
    }
    assert!(!desktop.timeline_has(&handle, "snoozed")?, "nothing was recorded");
    app.fill("snooze-minutes", "45")?;
    app.press_in("snooze-minutes", Key::Enter)?;
    app.wait_for_text("deadline-update", "snoozed until")?;
    expect_silence(&desktop, &handle, 43..=45)
}

#[test]
fn one_can_be_silenced_for_good_and_sound_again() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = desktop.declare_at(IS_WARNED, "P1 Payments failing")?;
    let app = App::open(&desktop)?;
    app.click("snooze-response")?;
    app.click("snooze-none")?;
    app.wait_for_text("deadline-response", "snoozed for good")?;
    assert!(desktop.timeline_has(&handle, "No more reminders of this response")?);
    assert!(app.shows("acknowledge")?, "what is due can still be done");
    app.click("snooze-response")?;
    app.click("snooze-again")?;
    until("the reminders to be on again", || Ok(desktop.deadline(&handle, "response")?["state"] == "warning"))?;
    assert!(desktop.timeline_has(&handle, "Response reminders on again")?);
    until("the cell to say so", || Ok(!app.text_now("deadline-response")?.contains("snoozed")))
}

#[test]
fn every_deadline_that_reminds_offers_it_with_its_own_acts() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = desktop.declare_at(IS_ASKED, "P1 Payments failing")?;
    let app = App::open(&desktop)?;
    for kind in ["response", "impact_assessment", "update", "escalation"] {
        app.element(&format!("snooze-{kind}"))?;
    }
    for act in ["acknowledge", "escalate", "not-yet"] {
        assert!(app.shows(act)?, "{act}");
    }
    app.click("snooze-escalation")?;
    app.click("snooze-30")?;
    app.wait_for_text("deadline-escalation", "snoozed until")?;
    assert!(app.shows("escalate")? && !app.shows("not-yet")?, "it can be escalated while it is silent");
    app.click("acknowledge")?;
    until("the response", || Ok(desktop.deadline(&handle, "response")?["state"] == "met"))
}

#[test]
fn an_escalation_is_silenced_with_a_reason_and_stopped_only_by_its_own_button() -> Outcome {
    let desktop = Desktop::start()?;
    desktop.follow_policy("escalate_automatically = true\n")?;
    let handle = desktop.declare_at(IS_ASKED, "P1 Payments failing")?;
    let app = App::open(&desktop)?;
    app.click("snooze-escalation")?;
    app.click("snooze-none")?;
    app.wait_for_text("snooze-none-refusal", "needs a reason")?;
    app.type_into("snooze-none-reason", "the VP decides")?;
    app.press_in("snooze-none-reason", Key::Enter)?;
    app.wait_for_text("deadline-escalation", "snoozed for good")?;
    assert!(desktop.deadline(&handle, "escalation")?["by_itself_at"].is_string(), "silence holds nothing up");

    app.click("snooze-escalation")?;
    app.wait_for_text("by-itself", "becomes a P0 by itself")?;
    app.type_into("stop-escalation-reason", "customers are told by hand")?;
    app.click("stop-escalation")?;
    until("it to be stopped", || Ok(desktop.deadline(&handle, "escalation")?["by_itself_at"].is_null()))?;
    assert!(desktop.timeline_has(&handle, "Automatic escalation stopped: customers are told by hand")?);
    app.click("snooze-escalation")?;
    app.click("resume-escalation")?;
    until("it to go on", || Ok(desktop.deadline(&handle, "escalation")?["by_itself_at"].is_string()))
}

#[test]
fn a_time_box_is_closed_and_an_escalation_answered_where_their_clocks_are() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = desktop.declare_at(IS_ASKED, "P1 Payments failing")?;
    let app = App::open(&desktop)?;
    app.log("/timebox 10m Check the DNS records")?;
    app.wait_for_text("deadline-timebox", "Check the DNS records due in")?;
    app.click("close-timebox")?;
    until("the time-box to be closed", || Ok(desktop.deadline(&handle, "timebox")?["state"] == "met"))?;

    app.click("not-yet")?;
    app.type_into("not-yet-reason", "the rollback is under way")?;
    app.press_in("not-yet-reason", Key::Enter)?;
    app.wait_for_text("deadline-escalation", "snoozed until")?;
    assert!(desktop.timeline_has(&handle, "Not escalated yet: the rollback is under way")?);
    app.click("escalate")?;
    until("the escalation", || Ok(desktop.json(&["show"])?["severity"] == "P0"))
}

#[test]
fn what_is_not_pressing_offers_no_snooze() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = desktop.declare("P1 Payments failing")?;
    let app = App::open(&desktop)?;
    app.element("deadline-update")?;
    assert!(!app.shows("snooze-update")?);
    // Silenced ahead of its time from the command line, it can be made to sound again here.
    desktop.sitrep(&["snooze", "--for-good", "--deadline", "update", "-i", &handle])?.done()?;
    app.click("snooze-update")?;
    app.click("snooze-again")?;
    until("the reminders to be on again", || Ok(desktop.deadline(&handle, "update")?["state"] == "running"))?;
    app.wait_for_focus("next-step")
}

#[test]
fn a_review_and_an_action_item_of_a_resolved_incident_are_snoozed_too() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = desktop.declare_at("-48h", "P1 Payments failing")?;
    desktop.sitrep_at("-47h", &["resolve", "--reason", "checked by hand"])?;
    desktop.sitrep_at("-46h", &["action", "add", "Alert on pool wait", "--due", "today", "-i", &handle])?;
    let app = App::open(&desktop)?;
    app.click(&format!("incident-{handle}"))?;
    app.wait_for_text("deadline-review", "Review due in")?;
    app.wait_for_text("deadline-action_item", "Alert on pool wait")?;
    for (kind, said) in [("review", "Review reminder snoozed"), ("action_item", "Action item reminder snoozed")] {
        app.click(&format!("snooze-{kind}"))?;
        app.click("snooze-30")?;
        app.wait_for_text(&format!("deadline-{kind}"), "snoozed until")?;
        assert!(desktop.timeline_has(&handle, said)?);
    }
    app.click("finish-action")?;
    until("the item to be done", || Ok(desktop.deadline(&handle, "action_item")?["state"] == "met"))
}

#[test]
fn the_command_menu_answers_what_waits() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = desktop.declare_at(IS_WARNED, "P1 Payments failing")?;
    desktop.sitrep(&["snooze", "--for-good", "--deadline", "impact_assessment"])?.done()?;
    let app = App::open(&desktop)?;
    app.element("snooze-update")?;
    choose(&desktop, &app, "acknowledge")?;
    until("the response", || Ok(desktop.deadline(&handle, "response")?["state"] == "met"))?;
    choose(&desktop, &app, "snooze 15")?;
    until("the snooze", || Ok(desktop.deadline(&handle, "update")?["state"] == "snoozed"))?;
    expect_silence(&desktop, &handle, 13..=15)?;

    let due = desktop.deadline(&handle, "update")?["due_at"].clone();
    desktop.sitrep(&["update", "--sent", "--set", "impact=EU cards", "--set", "incident_commander=@ana"])?.done()?;
    app.wait_for_row("Initial alert copied")?;
    choose(&desktop, &app, "not sent")?;
    until("the old due time", || Ok(desktop.deadline(&handle, "update")?["due_at"] == due))?;
    assert!(desktop.timeline_has(&handle, "was not sent")?);
    Ok(())
}

/// Opens the command menu, types, and takes the first thing that it finds once it finds one.
fn choose(desktop: &Desktop, app: &App, words: &str) -> Outcome {
    desktop.focus_window("the main window", is_main)?;
    desktop.press(&["ctrl+k"])?;
    app.wait_for_focus("menu-input")?;
    app.type_into("menu-input", words)?;
    let first = "return document.querySelector('#menu-0')?.textContent.toLowerCase() ?? ''";
    until(&format!("'{words}' in the menu"), || Ok(app.script(first, vec![])?.as_str().is_some_and(|line| line.contains(words))))?;
    app.press_in("menu-input", Key::Enter)
}

/// Expects the update's reminders to be silent for so many whole minutes from now.
fn expect_silence(desktop: &Desktop, handle: &str, minutes: RangeInclusive<i64>) -> Outcome {
    let until = desktop.deadline(handle, "update")?["snoozed_until"].as_str().unwrap_or_default().to_owned();
    let left = (DateTime::parse_from_rfc3339(&until)?.to_utc() - Utc::now()).num_minutes();
    if minutes.contains(&left) { Ok(()) } else { Err(Failure::new(format!("silent until {until}, for {left} minutes"))) }
}
