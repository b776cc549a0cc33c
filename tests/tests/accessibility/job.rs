//! The main job with keys alone: nothing is pressed by a pointer, and the page is only read.

use sitrep_tests::Outcome;
use sitrep_tests::app::App;
use sitrep_tests::desktop::Desktop;
use sitrep_tests::wait::until;
use sitrep_tests::windows::is_main;

#[test]
fn the_main_job_is_done_with_keys_alone() -> Outcome {
    let desktop = Desktop::start()?;
    let app = App::open(&desktop)?;
    app.wait_for_focus("declare-line")?;
    desktop.focus_window("the main window", is_main)?;
    desktop.type_text("P1 Payments failing at checkout")?;
    desktop.press(&["Return"])?;
    app.wait_for_focus("next-step")?;
    app.wait_for_text("title", "Payments failing at checkout")?;
    let handle = desktop.json(&["show"])?["handle"].as_str().unwrap_or_default().to_owned();

    triage(&desktop, &app)?;
    notify(&desktop, &app)?;
    desktop.press(&["ctrl+j"])?;
    app.wait_for_text("next-text", "Assign an Incident Commander")?;
    desktop.press(&["ctrl+j"])?;
    fill_focused(&desktop, &app, "role-input", "@ana")?;
    until("the commander", || Ok(desktop.json(&["show"])?["roles"]["incident_commander"] == "@ana"))?;

    desktop.press(&["ctrl+l"])?;
    fill_focused(&desktop, &app, "log-input", "rolled back to v312 -2m")?;
    app.wait_for_row("rolled back to v312")?;

    desktop.press(&["ctrl+3"])?;
    app.wait_for_text("update-preview", "@ana")?;
    desktop.press(&["ctrl+Return"])?;
    app.wait_for_words("counted as sent")?;
    assert!(desktop.clipboard()?.contains("Payments failing at checkout"), "{}", desktop.clipboard()?);

    desktop.press(&["ctrl+6"])?;
    app.wait_for_focus("tab-verify")?;
    desktop.press(&["ctrl+Return"])?;
    fill_focused(&desktop, &app, "resolve-reason", "error rate is normal")?;
    app.wait_for_text("review-lines", "rolled back to v312")?;
    assert_eq!(desktop.json(&["show", "-i", &handle])?["status"], "Resolved");
    assert!(desktop.timeline_has(&handle, "Resolved: error rate is normal")?);

    desktop.press(&["ctrl+7"])?;
    app.wait_for_focus("tab-review")?;
    desktop.press(&["Tab"])?;
    app.wait_for_focus("copy-review")?;
    desktop.press(&["Return"])?;
    until("the review on the clipboard", || Ok(desktop.clipboard()?.contains("## Timeline")))?;
    desktop.press(&["ctrl+Return"])?;
    app.seen("[data-testid='review-in_review'][aria-current]")?;
    // One press counts once, until something else is pressed.
    desktop.press(&["Tab"])?;
    desktop.press(&["ctrl+Return"])?;
    app.wait_for_words("still to write are Summary")?;
    fill_focused(&desktop, &app, "review-end", "wiki.example/42")?;
    app.wait_for_words("The review is complete.")
}

/// Four answers and why it is that bad, each asked for by the next step.
fn triage(desktop: &Desktop, app: &App) -> Outcome {
    let answers = [
        ("impact-who", "EU customers"),
        ("impact-what", "Card payments"),
        ("impact-when", "-10m"),
        ("impact-worse", "Stable"),
        ("severity-reasoning", "a core function fails"),
    ];
    for (field, answer) in answers {
        let question = app.text("next-text")?;
        desktop.press(&["ctrl+j"])?;
        fill_focused(desktop, app, field, answer)?;
        until("the next question", || Ok(app.text("next-text")? != question))?;
    }
    app.wait_for_text("next-text", "Notify")
}

/// Whom to notify, one after the other.
fn notify(desktop: &Desktop, app: &App) -> Outcome {
    for who in ["On-call engineer", "Engineering manager", "Customer support lead"] {
        app.wait_for_text("next-text", &format!("Notify {who}"))?;
        desktop.press(&["ctrl+j"])?;
        app.wait_for_focus(&format!("notify-{who}"))?;
        desktop.press(&["space"])?;
    }
    app.wait_for_text("next-text", "Open the incident channel")
}

/// Types into the field that has the keyboard by now, and presses Enter.
fn fill_focused(desktop: &Desktop, app: &App, field: &str, text: &str) -> Outcome {
    app.wait_for_focus(field)?;
    desktop.type_text(text)?;
    until("what was typed", || Ok(app.value(field)? == text))?;
    desktop.press(&["Return"])
}
