//! A whole P1 and a whole P3 in the window, as the procedure tells them.

use fantoccini::key::Key;
use sitrep_tests::Outcome;
use sitrep_tests::app::App;
use sitrep_tests::desktop::Desktop;
use sitrep_tests::wait::until;

/// Types, and presses Enter.
fn say(app: &App, field: &str, words: &str) -> Outcome {
    app.type_into(field, words)?;
    app.press_in(field, Key::Enter)
}

fn triage(app: &App, answers: &[(&str, &str)], why: &str) -> Outcome {
    app.click("tab-triage")?;
    for (question, answer) in answers {
        say(app, &format!("impact-{question}"), answer)?;
        let told = if *question == "when" { "When did it start?" } else { answer };
        app.wait_for_row(told)?;
    }
    app.fill("severity-reasoning", why)?;
    app.click("save-severity")?;
    app.wait_for_row(why)
}

fn verify(app: &App) -> Outcome {
    app.click("tab-verify")?;
    for check in ["error_rate", "latency", "no_new_errors", "manually_verified"] {
        app.click(&format!("check-{check}"))?;
    }
    app.wait_for_words("All five checks hold.")?;
    app.click("resolve")?;
    app.wait_for_row("Resolved")
}

#[test]
fn a_p1_is_carried_from_its_alert_to_its_action_items() -> Outcome {
    let desktop = Desktop::start()?;
    // Nobody waits for a test's quiet time.
    desktop.follow_policy("[severity.P1]\nquiet_minutes = 0\n")?;
    let app = App::open(&desktop)?;
    app.declare("P1 - Orders failing")?;
    app.log("Alert fires: order error rate above 5 %")?;

    triage(
        &app,
        &[("who", "Whoever pays by card"), ("what", "Checkout"), ("when", "-20m"), ("worse", "As bad as before")],
        "most pay by card",
    )?;
    app.click("detected-alert")?;
    app.wait_for_row("Detected by an alert")?;
    app.click("tab-team")?;
    for who in ["On-call engineer", "Engineering manager", "Customer support lead"] {
        app.click(&format!("notify-{who}"))?;
        app.wait_for_row(&format!("Notified {who}"))?;
    }
    app.wait_for_text("next-text", "Open the incident channel")?;
    app.click("next-step")?;
    app.wait_for_row("Channel opened")?;
    for (role, person) in [("incident_commander", "@ana"), ("technical_lead", "@li"), ("communications_lead", "@zoe"), ("scribe", "@ben")] {
        app.click(&format!("role-{role}"))?;
        say(&app, "role-input", person)?;
        app.wait_for_row(person)?;
    }
    app.wait_for_text("next-text", "Send the initial alert")?;
    app.click("next-step")?;
    app.wait_for_text("update-preview", "INCIDENT DECLARED")?;
    app.click("copy-update")?;
    app.wait_for_row("Initial alert copied")?;
    assert!(desktop.clipboard()?.contains("Orders failing"));

    app.click("tab-investigate")?;
    app.click("begin-dashboards")?;
    say(&app, "finding-text-dashboards", "5 % of orders fail")?;
    app.wait_for_text("finding-row", "5 % of orders fail")?;
    app.click("done-dashboards")?;
    app.click("begin-changes")?;
    app.click("answer-deploy-yes")?;
    app.type_into("change-of-deploy", "v314 of orders")?;
    say(&app, "change-at-of-deploy", "-30m")?;
    app.click("answer-configuration-no")?;
    app.click("answer-infrastructure-no")?;
    app.click("noted-blame")?;
    app.wait_for_text("next-text", "Mitigate the suspect deploy: v314 of orders")?;

    app.click("tab-mitigate")?;
    app.click("mitigation-rollback")?;
    app.click("mitigation-take")?;
    say(&app, "mitigation-effect-0", "errors fall")?;
    app.wait_for_row("Mitigation done: Rollback")?;
    app.click("status-Monitoring")?;
    app.wait_for_row("Monitoring")?;
    verify(&app)?;

    app.wait_for_text("next-text", "Send the all-clear")?;
    app.click("next-step")?;
    app.wait_for_text("update-preview", "INCIDENT RESOLVED")?;
    for (field, words) in [("root_cause", "v314 did not backfill"), ("resolution", "Rolled back"), ("customer_impact", "Orders failed")] {
        app.fill(&format!("field-{field}"), words)?;
    }
    app.wait_for_text("update-preview", "Monitoring for recurrence until ")?;
    app.click("copy-update")?;
    app.wait_for_row("Resolution copied")?;
    app.click("tab-review")?;
    say(&app, "review-at", "tomorrow 15:00")?;
    app.wait_for_row("Review scheduled")?;
    app.type_into("action-text", "Lower the alert to 2 %")?;
    app.type_into("action-owner", "@ben")?;
    say(&app, "action-due", "2w")?;
    app.wait_for_text("action-row", "Lower the alert to 2 %")?;
    app.click("stayed-quiet")?;
    app.wait_for_row("Stayed quiet")
}

#[test]
fn a_p3_has_a_ticket_and_an_engineer_and_owes_no_review() -> Outcome {
    let desktop = Desktop::start()?;
    let app = App::open(&desktop)?;
    app.declare("P3 Logo blurry on the invoice")?;
    triage(&app, &[("who", "Whoever prints"), ("what", "The logo"), ("when", "-20m"), ("worse", "As it was")], "cosmetic")?;
    app.click("tab-team")?;
    app.type_into("ticket-assignee", "@ben")?;
    say(&app, "ticket-number", "OPS-7")?;
    app.wait_for_row("Ticket OPS-7, assigned to @ben")?;
    app.click("write-ticket")?;
    app.wait_for_text("update-preview", "Logo blurry on the invoice")?;
    assert!(!app.text("update-preview")?.contains("Join"));
    app.click("status-Monitoring")?;
    app.wait_for_row("Monitoring")?;
    verify(&app)?;
    let due = desktop.json(&["deadlines", "-i", "logo"])?;
    assert!(due.as_array().is_some_and(|all| all.iter().all(|one| one["kind"] != "review" && one["kind"] != "recurrence")), "{due}");
    until("the end", || Ok(desktop.json(&["show", "-i", "logo"])?["status"] == "Resolved"))
}
