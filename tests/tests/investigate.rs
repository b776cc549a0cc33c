//! The search for the cause: what dashboards and logs show, what changed, what may be the cause and what became of that.

use std::fs;
use std::time::{Duration, SystemTime};

use fantoccini::key::Key;
use sitrep_tests::app::App;
use sitrep_tests::desktop::Desktop;
use sitrep_tests::wait::until;
use sitrep_tests::windows::is_main;
use sitrep_tests::{Failure, Outcome};

const SERVICES: &str = r#"[[service]]
name = "payments"
repositories = ["REPOSITORY"]
logs = { platform = "grep", path = "/var/log/payments/current.log" }

[[service.dashboards]]
title = "Overview"
url = "https://grafana.example.com/d/payments?from={from:ms}&to={to:ms}"
"#;
const STARTED_SECONDS_AGO: u64 = 300;
const BEFORE_SECONDS: u64 = 600;

#[test]
fn a_change_becomes_a_hypothesis_and_the_hypothesis_a_status() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = with_a_change(&desktop)?;
    let app = App::open(&desktop)?;
    app.click("tab-investigate")?;

    app.click("begin-dashboards")?;
    app.wait_for_text("dashboard-0", "Overview")?;
    app.wait_for_text("dashboard-range", "UTC")?;
    app.type_into("finding-text-dashboards", "502s on cards")?;
    app.type_into("finding-since-dashboards", "-6m")?;
    app.press_in("finding-since-dashboards", Key::Enter)?;
    app.wait_for_text("finding-row", "502s on cards")?;
    assert!(app.text("finding-row")?.contains("since "), "its onset is shown");
    assert_eq!(app.value("finding-text-dashboards")?, "");
    assert!(desktop.timeline_has(&handle, "502s on cards")?);

    app.click("done-dashboards")?;
    app.wait_for_text("state-dashboards", "done")?;
    app.click("begin-changes")?;
    app.wait_for_text("change-row", "Cap the pool at 20")?;
    let row = app.text_now("change-row")?;
    assert!(["min before", "the nearest before the start", "Raj"].iter().all(|words| row.contains(words)), "{row}");
    app.wait_for_text("change-axis-nearest", "min before")?;
    desktop.focus_window("the main window", is_main)?;
    app.click("change-subject")?;
    app.wait_for_focus("change-row")?;
    desktop.press(&["h"])?;
    app.wait_for_text("suspect", "Suspected")?;
    until("the hypothesis", || desktop.timeline_has(&handle, "Cap the pool at 20 of "))?;
    app.wait_for_focus("change-row")?;

    app.click("begin-logs")?;
    app.click("copy-query-grep")?;
    until("the query on the clipboard", || Ok(desktop.clipboard()?.contains("/var/log/payments/current.log")))?;

    app.click("begin-hypotheses")?;
    app.wait_for_text("hypothesis-state", "open")?;
    app.type_into("evidence-line", "+ 20 of 20 used")?;
    app.press_in("evidence-line", Key::Enter)?;
    app.wait_for_text("evidence-for", "20 of 20 used")?;
    app.click("hypothesis-testing")?;
    app.wait_for_text("hypothesis-state", "testing")?;
    app.wait_for_focus("hypothesis-row")?;
    app.click("hypothesis-confirm")?;
    app.type_into("hypothesis-confirm-text", "the pool is full")?;
    app.press_in("hypothesis-confirm-text", Key::Enter)?;
    app.wait_for_focus("hypothesis-row")?;
    app.wait_for_text("hypothesis-state", "confirmed")?;
    app.wait_for_text("status-offer", "Move on to Identified?")?;
    app.click("take-status")?;
    until("the status", || Ok(desktop.json(&["show", "-i", &handle])?["status"] == "Identified"))?;
    for line in ["20 of 20 used", "the pool is full"] {
        assert!(desktop.timeline_has(&handle, line)?, "{line}");
    }
    Ok(())
}

#[test]
fn a_step_is_skipped_with_a_reason_by_its_key_and_what_was_typed_stays() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = desktop.declare("P1 Payments failing")?;
    let app = App::open(&desktop)?;
    app.click("tab-investigate")?;
    app.element("step-changes")?;
    desktop.focus_window("the main window", is_main)?;
    app.click("toggle-changes")?;
    app.element("name-repositories")?;
    desktop.press(&["k"])?;
    app.press_in("skip-changes-text", Key::Enter)?;
    app.wait_for_words("needs a reason")?;
    app.type_into("skip-changes-text", "a freeze since Friday")?;
    app.press_in("skip-changes-text", Key::Enter)?;
    app.wait_for_text("state-changes", "a freeze since Friday")?;
    assert!(desktop.timeline_has(&handle, "a freeze since Friday")?);

    app.click("tab-investigate")?;
    desktop.press(&["h"])?;
    app.wait_for_focus("hypothesis-line")?;
    desktop.type_text("the provider is down")?;
    until("the draft on disk", || Ok(desktop.drafts()?.iter().any(|draft| draft.contains("the provider is down"))))?;
    app.click("tab-triage")?;
    app.click("tab-investigate")?;
    app.click("toggle-hypotheses")?;
    until("what was typed", || Ok(app.value("hypothesis-line")? == "the provider is down"))
}

/// An incident of a service whose repository got a commit ten minutes before it began.
fn with_a_change(desktop: &Desktop) -> Outcome<String> {
    let repository = desktop.folder().join("payments");
    fs::create_dir_all(&repository)?;
    let at = SystemTime::now() - Duration::from_secs(STARTED_SECONDS_AGO + BEFORE_SECONDS);
    let date = format!("@{} +0000", at.duration_since(SystemTime::UNIX_EPOCH)?.as_secs());
    let git = |words: &[&str]| -> Outcome {
        let mut command = desktop.command("git");
        command.current_dir(&repository).args(["-c", "user.name=Raj", "-c", "user.email=raj@example.com"]).args(words);
        let status = command.env("GIT_COMMITTER_DATE", &date).env("GIT_AUTHOR_DATE", &date).status()?;
        if status.success() { Ok(()) } else { Err(Failure::new(format!("git {words:?}: {status}"))) }
    };
    git(&["init", "--quiet", "--initial-branch=main"])?;
    git(&["commit", "--quiet", "--allow-empty", "-m", "Cap the pool at 20"])?;

    let config = desktop.folder().join("config/sitrep");
    fs::create_dir_all(&config)?;
    fs::write(config.join("services.toml"), SERVICES.replace("REPOSITORY", &repository.display().to_string()))?;
    let declared = desktop.sitrep(&["declare", "P1 Payments failing", "--started", "-5m", "--service", "payments"])?.done()?;
    Ok(declared.out.lines().next().unwrap_or_default().to_owned())
}

#[test]
fn several_changes_are_pasted_at_once_and_noted_when_that_is_asked_for() -> Outcome {
    let desktop = Desktop::start()?;
    desktop.declare("P1 Payments failing")?;
    let app = App::open(&desktop)?;
    app.click("tab-investigate")?;
    app.click("begin-changes")?;
    app.wait_for_text("state-changes", "in progress")?;
    let at = |minutes: i64| (chrono::Utc::now() - chrono::TimeDelta::minutes(minutes)).format("%Y-%m-%dT%H:%M:%SZ").to_string();
    let lines = format!("{} cards flag on\n{} pool capped at 20\n", at(50), at(40));
    desktop.put_on_clipboard("UTF8_STRING", lines.as_bytes())?;
    desktop.focus_window("the main window", is_main)?;
    app.click("change-summary")?;
    app.wait_for_focus("change-summary")?;
    desktop.press(&["ctrl+v"])?;
    app.wait_for_text("pasted-changes", "pool capped at 20")?;
    assert_eq!(desktop.json(&["change", "list"])?, serde_json::json!([]), "nothing is noted before it is confirmed");
    app.click("note-pasted")?;
    app.wait_for_text("noted-change", "cards flag on")?;
    app.wait_for_text("change-axis-nearest", "before")?;
    until("the line to be as before", || Ok(app.value("change-summary")?.is_empty()))?;
    let noted = desktop.json(&["change", "list"])?;
    let noted: Vec<_> = noted.as_array().into_iter().flatten().map(|one| one["summary"].clone()).collect();
    assert_eq!(noted, ["cards flag on", "pool capped at 20"]);
    Ok(())
}

#[test]
fn an_entry_becomes_evidence_and_leads_back_to_itself() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = desktop.declare("P1 Payments failing")?;
    desktop.sitrep(&["log", "pool", "wait", "is", "flat", "on", "v312"])?.done()?;
    desktop.sitrep(&["hypothesis", "add", "v313", "capped", "the", "pool"])?.done()?;
    let app = App::open(&desktop)?;
    app.click("entry-evidence")?;
    app.wait_for_focus("entry-for")?;
    desktop.focus_window("the main window", is_main)?;
    desktop.press(&["Tab", "Return"])?;
    app.wait_for_row("Evidence against 'v313 capped the pool': pool wait is flat on v312")?;
    app.wait_for_focus("entry-evidence")?;
    assert!(!app.shows("evidence-picker")?);
    assert!(desktop.timeline_has(&handle, "Evidence against 'v313 capped the pool'")?);

    app.click("tab-investigate")?;
    app.wait_for_text("evidence-against", "pool wait is flat on v312")?;
    app.click("evidence-entry")?;
    app.until_script(
        "the entry to have the keyboard",
        "return document.activeElement.textContent.includes('pool wait is flat') && document.activeElement.dataset.kind === 'note'",
    )
    .map(|_| ())
}
