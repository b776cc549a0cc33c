//! From the questions about recent changes to the end of the watch: what the checklist asks for is answered where it stands.

use fantoccini::key::Key;
use sitrep_tests::Outcome;
use sitrep_tests::app::App;
use sitrep_tests::desktop::Desktop;
use sitrep_tests::wait::until;

#[test]
fn a_question_about_recent_changes_is_answered_with_the_change() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = desktop.declare_at("-30m", "P1 Payments failing")?;
    let app = App::open(&desktop)?;
    app.click("tab-investigate")?;
    app.click("begin-changes")?;
    app.click("answer-configuration-no")?;
    app.wait_for_text("answered-configuration", "No")?;
    app.click("answer-deploy-yes")?;
    app.type_into("change-of-deploy", "v314 of payments")?;
    app.type_into("change-at-of-deploy", "-45m")?;
    app.press_in("change-at-of-deploy", Key::Enter)?;
    app.wait_for_text("answered-deploy", "Yes: v314 of payments of ")?;
    app.wait_for_text("noted-change", "v314 of payments")?;
    app.click("done-changes")?;
    app.wait_for_text("state-changes", "1 of 3 questions open")?;
    app.click("toggle-changes")?;
    app.click("answer-infrastructure-unknown")?;
    app.wait_for_text("answered-infrastructure", "Not known")?;
    desktop.timeline_has(&handle, "1 of 3 questions open").map(|told| assert!(told))
}

#[test]
fn a_check_takes_its_evidence_and_the_watch_ends_by_a_press() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = desktop.declare_at("-3600", "P1 Payments failing")?;
    desktop.sitrep_at("-1200", &["status", "monitoring"])?;
    let app = App::open(&desktop)?;
    app.click("tab-verify")?;
    app.click("add-evidence-error_rate")?;
    app.type_into("add-evidence-error_rate-text", "0.2 %, baseline 0.3 %")?;
    app.press_in("add-evidence-error_rate-text", Key::Enter)?;
    app.wait_for_text("evidence-error_rate", "0.2 %, baseline 0.3 %")?;
    for check in ["latency", "no_new_errors", "manually_verified"] {
        app.click(&format!("check-{check}"))?;
    }
    app.wait_for_words("All five checks hold.")?;
    app.click("resolve")?;
    app.wait_for_text("review-lines", "Error rate returning to baseline (0.2 %, baseline 0.3 %)")?;
    app.wait_for_text("deadline-recurrence", "Watch for recurrence ends in")?;
    app.click("stayed-quiet")?;
    app.wait_until_gone("Watch for recurrence ends in")?;
    until("the word on the timeline", || desktop.timeline_has(&handle, "Stayed quiet: no recurrence"))
}
