//! Updates are filled from the incident, copied as shown, counted as sent, and can be taken back.

use sitrep_tests::Outcome;
use sitrep_tests::app::App;
use sitrep_tests::desktop::Desktop;
use sitrep_tests::wait::until;
use sitrep_tests::windows::is_main;

#[test]
fn control_enter_copies_exactly_what_the_preview_shows() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = ready(&desktop)?;
    let app = App::open(&desktop)?;
    app.click("tab-updates")?;
    app.click("format-plain")?;
    app.wait_for_text("update-preview", "INCIDENT DECLARED: P1 - Payments failing")?;
    let due = desktop.deadline(&handle, "update")?["due_at"].clone();
    app.element("copy-update")?;
    desktop.focus_window("the main window", is_main)?;
    desktop.press(&["ctrl+Return"])?;
    app.wait_for_words("counted as sent")?;
    let copied = desktop.clipboard()?;
    for line in ["Impact: EU card payments fail", "Incident Commander: @ana", &format!("Channel: #incident-{handle}")] {
        assert!(copied.contains(line), "{line} in {copied}");
    }
    app.wait_for_text("ledger-row", "Stakeholders, Plain")?;
    let ledger = app.script("return document.querySelector(\"[data-testid='ledger-row'] pre\").textContent", vec![])?;
    assert_eq!(ledger.as_str(), Some(copied.as_str()), "what was copied is kept as it was");
    assert!(desktop.timeline_has(&handle, "Initial alert copied")?, "it is logged");
    assert_ne!(desktop.deadline(&handle, "update")?["due_at"], due, "the clock starts anew");

    app.click("not-sent")?;
    until("the old due time", || Ok(desktop.deadline(&handle, "update")?["due_at"] == due))?;
    assert!(desktop.timeline_has(&handle, "was not sent")?);
    Ok(())
}

#[test]
fn one_that_is_taken_back_elsewhere_is_not_said_to_be_sent() -> Outcome {
    let desktop = Desktop::start()?;
    ready(&desktop)?;
    let app = App::open(&desktop)?;
    app.click("tab-updates")?;
    app.click("copy-update")?;
    app.wait_for_words("counted as sent")?;
    desktop.sitrep(&["update", "--not-sent"])?.done()?;
    until("the line to go", || Ok(!app.shows("not-sent")?))
}

#[test]
fn an_unfilled_field_is_asked_for_and_never_copied() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = desktop.declare("P1 Payments failing")?;
    let app = App::open(&desktop)?;
    app.click("tab-updates")?;
    app.wait_for_text("update-preview", "Impact:* Being assessed")?;
    app.click("copy-update")?;
    app.wait_for_words("Impact is missing. Nothing was copied.")?;
    app.wait_for_focus("field-impact")?;
    assert_eq!(desktop.clipboard()?, "");
    assert!(!desktop.timeline_has(&handle, "copied")?);

    app.fill("field-impact", "EU card payments fail")?;
    app.fill("field-incident_commander", "@ana")?;
    app.wait_for_text("update-preview", "EU card payments fail")?;
    app.click("copy-update")?;
    until("the update on the clipboard", || Ok(desktop.clipboard()?.contains("EU card payments fail")))?;
    assert!(!desktop.clipboard()?.contains("Being assessed"), "{}", desktop.clipboard()?);
    Ok(())
}

#[test]
fn a_field_can_be_left_open_in_words_that_are_true() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = desktop.declare("P1 Payments failing")?;
    let refused = desktop.sitrep(&["update", "--sent"])?.answer()?;
    assert_eq!(refused.code, 1, "{refused:?}");
    let app = App::open(&desktop)?;
    app.click("tab-updates")?;
    app.click("copy-update")?;
    app.click("copy-anyway")?;
    until("the update on the clipboard", || Ok(desktop.clipboard()?.contains("*Impact:* Being assessed")))?;
    // It is on the clipboard first and counts as sent then.
    until("the update on the timeline", || desktop.timeline_has(&handle, "Initial alert copied"))
}

#[test]
fn what_was_logged_since_the_last_update_is_prefilled_in_the_next() -> Outcome {
    let desktop = Desktop::start()?;
    ready(&desktop)?;
    desktop.sitrep(&["log", "before the first update"])?.done()?;
    desktop.sitrep(&["update", "--sent"])?.done()?;
    let app = App::open(&desktop)?;
    app.click("tab-updates")?;
    app.wait_for_text("update-preview", "UPDATE")?;
    app.log("restarted the pool")?;
    until("the entry among the actions taken", || Ok(app.value("field-actions_taken")?.contains("restarted the pool")))?;
    assert!(!app.value("field-actions_taken")?.contains("before the first update"));
    app.wait_for_text("update-preview", "restarted the pool")
}

#[test]
fn the_command_line_prints_copies_and_sends_the_same_text() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = ready(&desktop)?;
    let due = desktop.deadline(&handle, "update")?["due_at"].clone();
    let printed = desktop.sitrep(&["update"])?.done()?.out;
    assert!(printed.contains("Payments failing"), "{printed}");
    assert_eq!(desktop.deadline(&handle, "update")?["due_at"], due, "printing sends nothing");
    let sent = desktop.sitrep(&["update", "--copy", "--sent"])?.done()?.out;
    until("the update on the clipboard", || Ok(desktop.clipboard()? == sent.trim_end()))?;
    assert_ne!(desktop.deadline(&handle, "update")?["due_at"], due);
    desktop.sitrep(&["update", "--not-sent"])?.done()?;
    assert_eq!(desktop.deadline(&handle, "update")?["due_at"], due);
    Ok(())
}

#[test]
fn all_four_templates_read_as_the_procedure_has_them() -> Outcome {
    let desktop = Desktop::start()?;
    ready(&desktop)?;
    let fields = [
        ("initial", "INCIDENT DECLARED: P1 - Payments failing", vec![]),
        ("status", "INCIDENT UPDATE: P1 - Payments failing", vec!["current_state=a", "actions_taken=b", "next_steps=c"]),
        (
            "customer",
            "Checkout Status Update",
            vec!["service_name=Checkout", "user_impact=card payments", "customer_status=We look into it"],
        ),
        ("resolution", "INCIDENT RESOLVED: P1 - Payments failing", vec!["root_cause=a", "resolution=b", "customer_impact=c"]),
    ];
    for (kind, first_line, sets) in fields {
        if kind == "resolution" {
            // Resolved is claimed only of what is.
            desktop.sitrep(&["resolve", "--reason", "quiet for ten minutes"])?.done()?;
        }
        let mut words = vec!["update", "--kind", kind, "--format", "plain"];
        words.extend(sets.iter().flat_map(|set| ["--set", set]));
        let text = desktop.sitrep(&words)?.done()?.out;
        assert_eq!(text.lines().next(), Some(first_line), "{text}");
        assert!(!text.contains(['[', ']', '‹', '›']), "{text}");
    }
    Ok(())
}

/// An incident whose initial alert lacks nothing.
fn ready(desktop: &Desktop) -> Outcome<String> {
    desktop.sitrep(&["declare", "P1 Payments failing", "--impact", "EU card payments fail"])?.done()?;
    desktop.sitrep(&["role", "commander", "@ana"])?.done()?;
    Ok(desktop.json(&["show"])?["handle"].as_str().unwrap_or_default().to_owned())
}
