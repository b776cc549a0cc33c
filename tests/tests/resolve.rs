//! An incident is resolved, with a reason where the fix is not verified, and has its review at once.

use fantoccini::key::Key;
use sitrep_tests::Outcome;
use sitrep_tests::app::App;
use sitrep_tests::desktop::Desktop;
use sitrep_tests::wait::until;

#[test]
fn resolving_before_the_fix_is_verified_asks_for_the_reason() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = desktop.declare("P1 Payments failing")?;
    let app = App::open(&desktop)?;
    app.click("tab-verify")?;
    app.click("resolve")?;
    app.wait_for_focus("resolve-reason")?;
    assert_ne!(desktop.json(&["show"])?["status"], "Resolved");
    app.type_into("resolve-reason", "false alarm")?;
    app.press_in("resolve-reason", Key::Enter)?;
    app.element("review-paper")?;
    assert_eq!(desktop.json(&["show", "-i", &handle])?["status"], "Resolved");
    assert!(desktop.timeline_has(&handle, "Resolved: false alarm")?);
    Ok(())
}

#[test]
fn the_command_line_asks_for_the_reason_too() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = desktop.declare("P1 Payments failing")?;
    let refused = desktop.sitrep(&["resolve"])?.answer()?;
    assert_eq!(refused.code, 1, "{refused:?}");
    assert!(refused.err.contains("a reason is needed"), "{refused:?}");
    let done = desktop.sitrep(&["resolve", "--reason", "false alarm"])?.done()?;
    assert!(done.out.contains("Review due"), "{}", done.out);
    assert_eq!(desktop.deadline(&handle, "review")?["state"], "running");
    Ok(())
}

#[test]
fn a_verified_fix_is_resolved_without_a_reason() -> Outcome {
    let desktop = Desktop::start()?;
    desktop.declare_at("-3600", "P1 Payments failing")?;
    desktop.sitrep_at("-1200", &["status", "monitoring"])?;
    let app = App::open(&desktop)?;
    app.click("tab-verify")?;
    for check in ["error_rate", "latency", "no_new_errors", "manually_verified"] {
        app.click(&format!("check-{check}"))?;
    }
    app.wait_for_words("All five checks hold.")?;
    app.click("resolve")?;
    app.element("review-paper")?;
    until("the resolution", || Ok(desktop.json(&["list"])?[0]["status"] == "Resolved"))
}

#[test]
fn the_review_has_its_timeline_and_the_rest_ready_to_fill() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = desktop.declare_at("-40m", "P1 Payments failing")?;
    desktop.sitrep_at("-30m", &["log", "rolled back"])?;
    desktop.sitrep(&["resolve", "--reason", "checked by hand"])?.done()?;
    let markdown = desktop.sitrep(&["review", "-i", &handle])?.done()?.out;
    let sections = [
        "# Post-Incident Review: Payments failing",
        "## Summary",
        "## Timeline (UTC)",
        "## Impact",
        "## Root Cause",
        "## Five Whys",
        "## Action Items",
        "## Lessons Learned",
    ];
    for section in sections {
        assert!(markdown.contains(section), "{section} in {markdown}");
    }
    assert!(markdown.lines().any(|line| line.starts_with("| ") && line.contains(" | rolled back")), "{markdown}");

    let app = App::open(&desktop)?;
    app.click(&format!("owed-{handle}"))?;
    app.click("read-review")?;
    app.wait_for_text("review-markdown", "rolled back")?;
    app.click("copy-review")?;
    until("the review on the clipboard", || Ok(desktop.clipboard()?.trim_end() == markdown.trim_end()))?;
    app.click("complete-review")?;
    app.wait_for_words("still to write are Summary, Impact")?;
    app.wait_for_focus("review-end")?;
    app.type_into("review-end", "wiki.example/42")?;
    app.press_in("review-end", Key::Enter)?;
    until("the deadline to be met", || Ok(desktop.deadline(&handle, "review")?["state"] == "met"))?;
    assert!(desktop.timeline_has(&handle, "Review complete: wiki.example/42")?);

    app.click("reopen-review")?;
    app.type_into("review-end", "the cause is another")?;
    app.press_in("review-end", Key::Enter)?;
    until("the review to be owed again", || Ok(desktop.deadline(&handle, "review")?["state"] != "met"))
}

#[test]
fn the_resolution_notice_is_the_next_step() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = desktop.declare("P1 Payments failing")?;
    let app = App::open(&desktop)?;
    app.element("next-step")?;
    desktop.sitrep(&["resolve", "--reason", "false alarm", "-i", &handle])?.done()?;
    app.wait_for_text("next-text", "Send the all-clear")?;
    app.click("next-step")?;
    app.wait_for_text("update-preview", "RESOLVED")
}
