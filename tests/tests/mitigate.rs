//! Impact first: an action of the catalogue is looked up with its risk, started, and seen through.

use std::fs;

use fantoccini::key::Key;
use sitrep_tests::Outcome;
use sitrep_tests::app::App;
use sitrep_tests::desktop::Desktop;
use sitrep_tests::wait::until;
use sitrep_tests::windows::is_main;

const SERVICES: &str = r#"
[[service]]
name = "payments-api"
rollback = "kubectl -n pay rollout undo deployment/{service}"
status = "kubectl -n pay rollout status deployment/{service}"
"#;

#[test]
fn a_rollback_is_looked_up_started_and_seen_through() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = payments(&desktop)?;
    let app = App::open(&desktop)?;
    app.click("tab-mitigate")?;
    app.click("mitigation-rollback")?;
    app.wait_for_text("mitigation-risk", "May lose new features; verify database compatibility")?;
    app.wait_for_text("command-3", "kubectl -n pay rollout status deployment/payments-api")?;
    app.click("copy-command-2")?;
    until("the service's own command", || Ok(desktop.clipboard()? == "kubectl -n pay rollout undo deployment/payments-api"))?;
    assert!(!app.shows("example-2")?, "the service has its own");

    app.click("mitigation-take")?;
    app.wait_for_focus("mitigation-effect-0")?;
    app.wait_for_row("Mitigation started: Rollback (payments-api)")?;
    app.wait_for_text("status-offer", "started: Rollback")?;
    app.type_into("mitigation-effect-0", "errors fall")?;
    app.press_in("mitigation-effect-0", Key::Enter)?;
    app.wait_for_row("Mitigation done: Rollback (errors fall)")?;
    app.wait_for_text("status-offer", "done: Rollback")?;
    app.click("mitigation-helped-0")?;
    app.wait_for_row("Mitigation helped: Rollback")?;
    app.wait_for_text("mitigation-use", "done, helped")?;
    assert!(!app.shows("mitigation-no-help-0")?, "it is answered");
    app.click("take-status")?;
    until("the status", || Ok(desktop.json(&["show"])?["status"] == "Monitoring"))?;
    until("nothing more to be offered", || Ok(!app.shows("status-offer")?))?;
    for line in ["Mitigation started: Rollback (payments-api)", "Mitigation done: Rollback (errors fall)", "Monitoring"] {
        assert!(desktop.timeline_has(&handle, line)?, "{line}");
    }
    Ok(())
}

#[test]
fn what_is_only_proposed_is_withdrawn_with_one_press() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = payments(&desktop)?;
    desktop.sitrep(&["mitigation", "add", "fail", "over", "--proposed"])?.done()?;
    let app = App::open(&desktop)?;
    app.click("tab-mitigate")?;
    app.click("mitigation-withdraw-0")?;
    app.wait_for_row("Mitigation withdrawn: fail over")?;
    app.wait_for_text("mitigation-use", "withdrawn")?;
    assert!(!app.shows("mitigation-start-0")?, "it is decided");
    assert!(desktop.timeline_has(&handle, "Mitigation withdrawn: fail over")?);
    Ok(())
}

#[test]
fn rolling_back_asks_for_the_reason_and_loses_nothing_that_was_typed() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = payments(&desktop)?;
    let app = App::open(&desktop)?;
    app.click("tab-mitigate")?;
    app.type_into("mitigation-words", "drain the region")?;
    app.click("mitigation-restart")?;
    app.element("mitigation-risk")?;
    desktop.focus_window("the main window", is_main)?;
    desktop.press(&["ctrl+Return"])?;
    app.wait_for_focus("mitigation-effect-0")?;
    app.wait_for_row("Mitigation started: Restart (payments-api)")?;
    app.click("mitigation-undo-0")?;
    app.wait_for_words("say why it was undone")?;
    app.wait_for_focus("mitigation-effect-0")?;
    assert_eq!(app.value("mitigation-words")?, "drain the region");
    assert!(!desktop.timeline_has(&handle, "Mitigation rolled back")?);

    app.type_into("mitigation-effect-0", "it did not come up")?;
    app.click("tab-verify")?;
    app.click("tab-mitigate")?;
    until("the reason to be there still", || Ok(app.value("mitigation-effect-0")? == "it did not come up"))?;
    app.click("mitigation-undo-0")?;
    app.wait_for_row("Mitigation rolled back: Restart (it did not come up)")?;
    assert!(desktop.timeline_has(&handle, "Mitigation rolled back: Restart (it did not come up)")?);

    app.click("mitigation-words-propose")?;
    app.wait_for_row("Mitigation proposed: drain the region")?;
    until("the line to be taken", || Ok(app.value("mitigation-words")?.is_empty()))?;
    app.click("mitigation-start-1")?;
    app.wait_for_row("Mitigation started: drain the region")?;
    Ok(())
}

#[test]
fn a_commander_who_debugs_is_warned_and_a_line_without_a_fact_is_ticked_by_hand() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = payments(&desktop)?;
    for (role, person) in [("commander", "@bo"), ("commander", "@ana"), ("tech", "@ana")] {
        desktop.sitrep(&["role", role, person])?.done()?;
    }
    let app = App::open(&desktop)?;
    app.click("tab-team")?;
    app.wait_for_text("commander-debugs", "@ana commands and is Technical Lead at the same time")?;
    let held = app.text_now("role-held")?;
    assert!(held.contains("@bo") && held.contains(" to ") && held.contains("till now"), "{held}");
    app.click("notify-Engineering manager")?;
    app.wait_for_text("told-Engineering manager", "UTC by ")?;
    desktop.sitrep(&["role", "tech", "@bo"])?.done()?;
    until("the warning to go", || Ok(!app.shows("commander-debugs")?))?;

    app.click("checklist")?;
    assert!(app.text_now("checklist-item")?.contains("Timeline being recorded"));
    app.click("checklist-timeline_recorded")?;
    app.wait_for_text("checklist-item", "ticked by hand")?;
    assert!(desktop.timeline_has(&handle, "Checklist: Timeline being recorded in real time")?);
    desktop.sitrep(&["log", "restarted the pool"])?.done()?;
    app.wait_for_text("checklist-item", "entries are written as they happen")?;
    assert!(!app.shows("checklist-timeline_recorded")?, "a fact ticks it now");
    Ok(())
}

/// An incident of a service that has commands of its own.
fn payments(desktop: &Desktop) -> Outcome<String> {
    let config = desktop.folder().join("config/sitrep");
    fs::create_dir_all(&config)?;
    fs::write(config.join("services.toml"), SERVICES)?;
    let declared = desktop.sitrep(&["declare", "P1 Payments failing", "--service", "payments-api"])?.done()?;
    Ok(declared.out.lines().next().unwrap_or_default().to_owned())
}
