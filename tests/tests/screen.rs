//! The incident screen: what it shows, and that what is done there is recorded.

use fantoccini::key::Key;
use serde_json::json;
use sitrep_tests::Outcome;
use sitrep_tests::app::App;
use sitrep_tests::desktop::Desktop;
use sitrep_tests::wait::until;

#[test]
fn it_shows_the_incident_with_running_clocks() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = desktop.declare_at("-10m", "P1 Payments failing")?;
    let app = App::open(&desktop)?;
    app.wait_for_text("title", "Payments failing")?;
    app.wait_for_text("since", "UTC")?;
    app.wait_for_text("channel", &format!("#incident-{handle}"))?;
    for deadline in ["response", "impact_assessment", "update", "escalation"] {
        app.element(&format!("deadline-{deadline}"))?;
    }
    let (elapsed, update) = (app.text("elapsed")?, app.text("deadline-update")?);
    until("the clocks to move", || Ok(app.text("elapsed")? != elapsed && app.text("deadline-update")? != update))
}

#[test]
fn the_next_step_leads_through_the_checklist() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = desktop.declare("P1 Payments failing")?;
    let app = App::open(&desktop)?;
    for (question, answer) in [("who", "EU customers"), ("what", "Card payments"), ("when", "-10m"), ("worse", "Stable")] {
        app.wait_for_text("next-text", "Assess impact")?;
        app.click("next-step")?;
        let field = app.until_script(
            "the field to have the keyboard",
            "const at = document.activeElement; return at?.tagName === 'INPUT' && at.dataset.testid",
        )?;
        let field = field.as_str().unwrap_or_default().to_owned();
        assert!(field.ends_with(question), "the step '{question}' leads to {field}");
        app.type_into(&field, answer)?;
        app.press_in(&field, Key::Enter)?;
        until("the answer", || desktop.timeline_has(&handle, if question == "when" { "When did it start?" } else { answer }))?;
    }
    app.wait_for_text("next-text", "Write down why this is P1")?;
    app.click("next-step")?;
    app.fill("severity-reasoning", "a core function fails")?;
    app.click("save-severity")?;
    for who in ["On-call engineer", "Engineering manager", "Customer support lead"] {
        app.wait_for_text("next-text", &format!("Notify {who}"))?;
        app.click("next-step")?;
        app.wait_for_focus(&format!("notify-{who}"))?;
        app.click(&format!("notify-{who}"))?;
        until("the tick", || desktop.timeline_has(&handle, &format!("Notified {who}")))?;
    }
    app.wait_for_text("next-text", "Open the incident channel")?;
    app.click("next-copy-channel")?;
    until("the name on the clipboard", || Ok(desktop.clipboard()? == format!("#incident-{handle}")))?;
    assert!(!desktop.timeline_has(&handle, "Channel opened")?, "to copy its name is not to open it");
    app.click("next-step")?;
    app.wait_for_text("next-text", "Assign an Incident Commander")?;
    assert!(desktop.timeline_has(&handle, "Channel opened")?);
    assert_ne!(desktop.deadline(&handle, "response")?["state"], "met", "to answer questions is not to acknowledge");
    assert_eq!(desktop.deadline(&handle, "impact_assessment")?["state"], "met");
    Ok(())
}

#[test]
fn the_team_pane_holds_roles_and_ticks() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = desktop.declare("P1 Payments failing")?;
    let app = App::open(&desktop)?;
    app.click("tab-team")?;
    let ticks = app.script("return Array.from(document.querySelectorAll(\"[role='tabpanel'] [role='checkbox'], [role='tabpanel'] input[type='checkbox']\")).length", vec![])?;
    assert_eq!(ticks, json!(3), "a P1 notifies three");
    app.click("role-incident_commander")?;
    app.type_into("role-input", "@ana")?;
    app.press_in("role-input", Key::Enter)?;
    until("the commander", || Ok(desktop.json(&["show"])?["roles"]["incident_commander"] == "@ana"))?;
    assert!(desktop.timeline_has(&handle, "Incident Commander @ana")?);
    Ok(())
}

#[test]
fn only_panes_that_exist_are_shown() -> Outcome {
    let desktop = Desktop::start()?;
    desktop.declare("P1 Payments failing")?;
    let app = App::open(&desktop)?;
    app.element("tab-triage")?;
    let tabs = app.script("return Array.from(document.querySelectorAll(\"[role='tab']\"), (tab) => tab.dataset.testid)", vec![])?;
    assert_eq!(tabs, json!(["tab-triage", "tab-team", "tab-updates", "tab-investigate", "tab-mitigate", "tab-verify", "tab-runbook"]));
    for tab in ["tab-triage", "tab-team", "tab-updates", "tab-investigate", "tab-mitigate", "tab-verify", "tab-runbook"] {
        app.click(tab)?;
        app.element("log-input")?;
        app.wait_for_row("Declared P1")?;
    }
    Ok(())
}
