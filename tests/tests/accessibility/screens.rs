//! axe on every screen, in dark and in light.

use fantoccini::key::Key;
use sitrep_tests::app::App;
use sitrep_tests::desktop::Desktop;
use sitrep_tests::earlier::earlier_incidents;
use sitrep_tests::wait::until;
use sitrep_tests::windows::{Screen, is_main};
use sitrep_tests::{Failure, Outcome};

use crate::axe;

#[test]
fn axe_finds_nothing_before_an_incident_in_dark() -> Outcome {
    before_an_incident("dark")
}

#[test]
fn axe_finds_nothing_before_an_incident_in_light() -> Outcome {
    before_an_incident("light")
}

#[test]
fn axe_finds_nothing_in_runbooks_and_alerts_in_dark() -> Outcome {
    runbooks_and_alerts("dark")
}

#[test]
fn axe_finds_nothing_in_runbooks_and_alerts_in_light() -> Outcome {
    runbooks_and_alerts("light")
}

#[test]
fn axe_finds_nothing_during_an_incident_in_dark() -> Outcome {
    during_an_incident("dark")
}

#[test]
fn axe_finds_nothing_during_an_incident_in_light() -> Outcome {
    during_an_incident("light")
}

#[test]
fn axe_finds_nothing_when_late_narrow_and_after_in_dark() -> Outcome {
    late_narrow_and_after("dark")
}

#[test]
fn axe_finds_nothing_when_late_narrow_and_after_in_light() -> Outcome {
    late_narrow_and_after("light")
}

#[test]
fn axe_finds_nothing_when_looking_back_in_dark() -> Outcome {
    looking_back("dark")
}

#[test]
fn axe_finds_nothing_when_looking_back_in_light() -> Outcome {
    looking_back("light")
}

#[test]
fn axe_would_find_what_is_wrong() -> Outcome {
    let desktop = Desktop::start()?;
    desktop.declare("P1 Payments failing")?;
    let app = App::open(&desktop)?;
    app.element("copy-channel")?;
    app.script("document.querySelector(\"[data-testid='copy-channel']\").removeAttribute('aria-label')", vec![])?;
    app.script("document.querySelector(\"[data-testid='copy-channel']\").removeAttribute('title')", vec![])?;
    app.script("document.querySelector(\"[data-testid='next-text']\").style.color = 'var(--accent-line)'", vec![])?;
    let found = axe::findings(&app)?.join("\n");
    assert!(found.contains("button-name") && found.contains("color-contrast"), "axe sees a nameless button and faint words: {found}");
    Ok(())
}

fn before_an_incident(theme: &'static str) -> Outcome {
    let desktop = Desktop::start()?;
    let app = App::open(&desktop)?;
    let mut tour = Tour::start(&app, theme)?;
    tour.look("Settings")?;
    app.click("file-templates/status.j2")?;
    app.element("variable-title")?;
    tour.look("the template editor")?;
    app.fill("file-text", "{{ titel }}")?;
    app.element("go-to-problem")?;
    app.click("save-file")?;
    app.element("save-anyway")?;
    tour.look("the template editor with a problem")?;
    app.click("file-back")?;
    app.click("file-services.toml")?;
    app.wait_for_text("file-problem", "Nothing is wrong")?;
    tour.look("the editor of the services")?;
    app.click("home")?;
    app.wait_for_words("All quiet")?;
    tour.look("the empty screen")?;

    app.type_into("declare-line", "P1 Payments failing at checkout")?;
    app.click("declare-more")?;
    app.wait_for_text("declare-preview", "#incident-")?;
    tour.look("declare with more fields")?;
    app.type_into("declare-started", "+2h")?;
    app.wait_for_text("declare-preview", "future")?;
    tour.look("declare with a problem")?;
    app.click("declare")?;
    app.element("refusal")?;
    tour.look("declare refused")?;

    app.open_quick_entry(&desktop)?;
    tour.look("quick entry with nothing active")?;
    app.type_into("quick-input", "/nonsense")?;
    app.wait_for_words("nonsense")?;
    tour.look("quick entry with a problem")?;
    tour.end()
}

const RUNBOOK: &str = "# Payment errors high\n\n## Prerequisites\n- Access\n\n## Steps\n\n### 1. Roll back\n```bash\n# Option A: Restart\n\
     kubectl rollout restart deployment/api\n# Option B: Rollback\nkubectl set image deployment/api api=<release>\n```\n\
     **Expected**: all pods ready within 5 minutes\n\n| Pod | State |\n|---|---|\n| api | ready |\n\n### 2. Look\nLook at **it**.\n";

const ALERT: &str = r#"[{"labels": {"alertname": "PaymentErrorsHigh", "service": "payments-api", "severity": "critical", "cluster": "eu-1"},
    "annotations": {"summary": "Payments fail"}, "startsAt": "2026-11-23T14:00:00Z", "endsAt": "0001-01-01T00:00:00Z", "fingerprint": "9f3c",
    "generatorURL": "https://prometheus.example/graph", "receivers": [], "status": {"state": "active", "silencedBy": [], "inhibitedBy": []}}]"#;

fn runbooks_and_alerts(theme: &'static str) -> Outcome {
    let desktop = Desktop::start()?;
    let folder = desktop.folder().join("config/sitrep/runbooks");
    std::fs::create_dir_all(&folder)?;
    std::fs::write(folder.join("errors.md"), RUNBOOK)?;
    desktop.declare("P1 Payments failing")?;
    let app = App::open(&desktop)?;
    let mut tour = Tour::start(&app, theme)?;
    app.click("runbooks-button")?;
    app.element("runbook-mark")?;
    tour.look("Runbooks, with marks")?;
    app.click("runbook-read")?;
    app.element("runbook-text")?;
    tour.look("a runbook to be read")?;
    app.click("run-this-runbook")?;
    app.element("place-release")?;
    tour.look("a runbook that is run")?;
    app.click("step-done-1")?;
    app.wait_for_text("run-progress", "Step 2 of 2")?;
    tour.look("its second step")?;
    desktop.put_on_clipboard("UTF8_STRING", ALERT.as_bytes())?;
    app.click("home")?;
    desktop.focus_window("the main window", is_main)?;
    desktop.press(&["ctrl+v"])?;
    app.element("alert-declare")?;
    tour.look("an alert that was pasted")?;
    tour.end()
}

fn looking_back(theme: &'static str) -> Outcome {
    let desktop = Desktop::start()?;
    earlier_incidents(&desktop)?;
    let app = App::open(&desktop)?;
    let mut tour = Tour::start(&app, theme)?;
    app.click("history-button")?;
    app.type_into("history-search", "pool")?;
    app.wait_for_text("history-counted", "in 2 incidents")?;
    tour.look("the history, searched")?;
    app.click("history-tab-actions")?;
    app.wait_for_words("Alert on pool wait")?;
    tour.look("the action items of all incidents")?;
    app.click("history-tab-figures")?;
    app.element("figures-weeks-chart")?;
    tour.look("figures")?;
    desktop.press(&["ctrl+k"])?;
    app.wait_for_focus("menu-input")?;
    app.type_into("menu-input", "pool")?;
    app.wait_for_words("Search for “pool”")?;
    tour.look("the command menu with what was written")?;
    desktop.press(&["Escape"])?;
    let again = desktop.declare("P1 Payments failing at checkout again")?;
    desktop.sitrep(&["hypothesis", "add", "the connection pool again"])?.done()?;
    app.click(&format!("incident-{again}"))?;
    app.wait_for_words("It came back while its action is undone")?;
    tour.look("an incident that was seen before")?;
    desktop.sitrep(&["merge", &again, "--into", "login-emails"])?.done()?;
    app.element("open-merged-into")?;
    tour.look("an incident that was merged")?;
    tour.end()
}

fn during_an_incident(theme: &'static str) -> Outcome {
    let desktop = Desktop::start()?;
    desktop.declare("P1 Payments failing")?;
    desktop.declare("P2 Search is slow")?;
    let app = App::open(&desktop)?;
    let mut tour = Tour::start(&app, theme)?;
    desktop.focus_window("the main window", is_main)?;
    desktop.press(&["Escape"])?;
    app.log("restarted the pool -5m")?;
    app.wait_for_row("restarted the pool")?;
    tour.look("Triage")?;
    app.type_into("impact-when", "whenever")?;
    app.press_in("impact-when", Key::Enter)?;
    app.wait_for_words("whenever")?;
    tour.look("Triage with a problem")?;
    app.fill("impact-who", "All users")?;
    app.press_in("impact-who", Key::Enter)?;
    app.fill("impact-what", "The entire service")?;
    app.press_in("impact-what", Key::Enter)?;
    app.element("doubt")?;
    tour.look("Triage in doubt")?;
    app.click("tab-team")?;
    app.element("team-incident_commander")?;
    tour.look("Team")?;
    app.click("tab-updates")?;
    app.wait_for_text("update-preview", "Not assigned yet")?;
    app.click("copy-update")?;
    app.element("update-missing")?;
    tour.look("Updates with fields missing")?;
    app.fill("field-impact", "seen at https://shop:hunter22pass@10.0.0.7")?;
    app.element("update-found")?;
    tour.look("Updates with something marked")?;
    app.fill("field-impact", "EU card payments fail")?;
    app.fill("field-incident_commander", "@ana")?;
    app.wait_for_text("update-preview", "EU card payments fail")?;
    app.click("copy-update")?;
    app.element("ledger-row")?;
    tour.look("Updates after copying")?;
    investigating(&app, &mut tour)?;
    app.click("tab-verify")?;
    app.click("resolve")?;
    app.wait_for_focus("resolve-reason")?;
    tour.look("Verify, asking for a reason")?;

    for role in ["commander", "tech"] {
        desktop.sitrep(&["role", role, "@ana", "-i", "payments"])?.done()?;
    }
    app.click("tab-team")?;
    // It moves everything below it down.
    app.element("commander-debugs")?;
    app.click("notify-Engineering manager")?;
    app.element("told-Engineering manager")?;
    tour.look("Team with a commander who debugs")?;
    app.click("checklist")?;
    app.click("checklist-mitigation_applied")?;
    app.wait_for_text("checklist-item", "ticked by hand")?;
    tour.look("the checklist, a line ticked by hand")?;
    desktop.press(&["Escape"])?;
    until("the checklist to close", || Ok(!app.shows("checklist-item")?))?;
    app.click("tab-mitigate")?;
    app.click("mitigation-rollback")?;
    app.element("example-2")?;
    tour.look("Mitigate with an action open")?;
    app.click("mitigation-take")?;
    app.element("mitigation-effect-0")?;
    app.click("mitigation-undo-0")?;
    app.wait_for_words("say why it was undone")?;
    app.element("status-offer")?;
    tour.look("Mitigate with one under way, asked why it is undone")?;

    app.click("severity-menu")?;
    app.element("severity-reason")?;
    tour.look("the severity menu")?;
    app.click("since")?;
    app.element("start-input")?;
    tour.look("the start")?;
    app.click("role-incident_commander")?;
    app.element("role-input")?;
    tour.look("the role picker")?;
    desktop.press(&["Escape", "ctrl+period"])?;
    app.wait_for_focus("status-reason")?;
    tour.look("the question for a status")?;
    desktop.press(&["Escape", "F2"])?;
    app.wait_for_focus("title-input")?;
    tour.look("the title being edited")?;
    desktop.press(&["Escape", "ctrl+k"])?;
    app.wait_for_focus("menu-input")?;
    tour.look("the command menu")?;
    app.type_into("menu-input", "nothing of the kind")?;
    app.wait_for_words("Search for “nothing of the kind”")?;
    tour.look("the command menu, empty")?;
    desktop.press(&["Escape"])?;
    app.wait_until_gone("Search for “nothing of the kind”")?;
    desktop.press(&["ctrl+n"])?;
    app.wait_for_focus("declare-line")?;
    tour.look("declare over an incident")?;
    desktop.press(&["Escape"])?;
    app.click("edit-entry")?;
    app.element("edit-text")?;
    tour.look("an entry being edited")?;
    desktop.press(&["Escape", "ctrl+k"])?;
    app.wait_for_focus("menu-input")?;
    app.type_into("menu-input", "transcript")?;
    app.press_in("menu-input", Key::Enter)?;
    app.type_into("transcript-text", "00:00 <ana> red")?;
    app.press_in("transcript-text", Key::Enter)?;
    app.type_into("transcript-text", "00:00 <bo> green")?;
    app.wait_for_text("transcript-row", "red")?;
    tour.look("a transcript with its entries")?;
    desktop.press(&["Escape"])?;

    desktop.copy_screenshot()?;
    desktop.press(&["ctrl+l", "ctrl+v"])?;
    app.element("pasted-picture")?;
    tour.look("a picture with the line of the log")?;
    desktop.press(&["Return"])?;
    app.element("timeline-picture")?;
    tour.look("a picture on the timeline")?;
    app.click("timeline-picture")?;
    app.element("picture-view")?;
    tour.look("a picture, large")?;
    desktop.press(&["Escape"])?;
    app.click("entry-evidence")?;
    app.element("entry-for")?;
    tour.look("an entry as evidence")?;
    desktop.press(&["Escape"])?;

    app.open_quick_entry(&desktop)?;
    app.type_into("quick-input", "error rate falling -3m")?;
    app.wait_for_text("quick-preview", "ago")?;
    tour.look("quick entry")?;
    desktop.press(&["ctrl+v"])?;
    app.element("pasted-picture")?;
    tour.look("quick entry with a picture")?;
    tour.end()
}

fn investigating(app: &App, tour: &mut Tour) -> Outcome {
    app.click("tab-investigate")?;
    app.element("step-dashboards")?;
    tour.look("Investigate")?;
    for step in ["dashboards", "changes", "logs", "hypotheses", "verification"] {
        app.click(&format!("toggle-{step}"))?;
    }
    app.element("open-verify")?;
    app.type_into("finding-text-dashboards", "502s on cards")?;
    app.press_in("finding-text-dashboards", Key::Enter)?;
    app.element("finding-row")?;
    app.type_into("change-summary", "cards flag on")?;
    app.type_into("change-at", "-20m")?;
    app.press_in("change-at", Key::Enter)?;
    app.click("noted-blame")?;
    app.element("hypothesis-row")?;
    app.type_into("evidence-line", "no sign")?;
    app.press_in("evidence-line", Key::Enter)?;
    app.wait_for_words("Begin with + for")?;
    app.click("hypothesis-rule-out")?;
    app.element("hypothesis-rule-out-text")?;
    tour.look("Investigate, every step open")?;
    app.click("hypothesis-confirm")?;
    app.press_in("hypothesis-confirm-text", Key::Enter)?;
    app.element("status-offer")?;
    app.click("skip-logs")?;
    app.press_in("skip-logs-text", Key::Enter)?;
    app.wait_for_words("needs a reason")?;
    tour.look("Investigate, asking why a step is skipped")
}

fn late_narrow_and_after(theme: &'static str) -> Outcome {
    let desktop = Desktop::start()?;
    let late = desktop.declare_at("-95m", "P1 Payments failing")?;
    let near = desktop.declare_at("-26m", "P1 Search is down")?;
    let app = App::open(&desktop)?;
    let mut tour = Tour::start(&app, theme)?;
    app.click(&format!("incident-{late}"))?;
    app.seen("[data-level='late']")?;
    app.element("escalate")?;
    tour.look("late deadlines")?;
    app.click("not-yet")?;
    app.element("not-yet-reason")?;
    tour.look("not yet")?;
    app.click("snooze-update")?;
    app.fill("snooze-minutes", "1441")?;
    app.press_in("snooze-minutes", Key::Enter)?;
    app.element("snooze-refusal")?;
    tour.look("how long to snooze")?;
    app.click("snooze-none")?;
    app.wait_for_text("deadline-update", "snoozed for good")?;
    tour.look("a late deadline that is snoozed")?;
    app.click(&format!("incident-{near}"))?;
    app.seen("[data-level='near']")?;
    tour.look("a deadline within five minutes")?;

    for (width, what) in [(1000, "a narrow window"), (780, "the narrowest window")] {
        resize(&desktop, &app, width, 700)?;
        tour.look(what)?;
        app.click("open-timeline")?;
        app.element("log-input")?;
        tour.look(&format!("{what}, its timeline open"))?;
        desktop.focus_window("the main window", is_main)?;
        app.type_into("log-input", "seen")?;
        desktop.press(&["ctrl+t"])?;
    }
    resize(&desktop, &app, 1280, 800)?;

    for handle in [&late, &near] {
        desktop.sitrep(&["resolve", "-i", handle, "--reason", "checked by hand"])?.done()?;
    }
    desktop.sitrep(&["action", "add", "Alert on pool wait", "--due", "2w", "-i", &late])?.done()?;
    desktop.sitrep_at("-50h", &["action", "add", "Rotate the keys", "--due", "today", "-i", &late])?;
    app.until_script("both among the recent", "return document.querySelectorAll(\"[aria-labelledby='rail-recent'] button\").length === 2")?;
    app.click(&format!("incident-{late}"))?;
    app.wait_for_text("review-lines", "Payments failing")?;
    app.wait_for_text("action-row", "late")?;
    tour.look("the review")?;
    app.type_into("action-text", "Write a runbook")?;
    app.type_into("action-due", "soon")?;
    app.press_in("action-due", Key::Enter)?;
    app.wait_for_words("'soon' is no date")?;
    tour.look("an action item without a day")?;
    app.click("action-drop")?;
    app.press_in("action-drop-text", Key::Enter)?;
    app.wait_for_words("that needs a reason")?;
    tour.look("the question why an action item is dropped")?;
    app.type_into("action-drop-text", "the pool is going away")?;
    app.press_in("action-drop-text", Key::Enter)?;
    app.wait_for_text("action-row", "Dropped")?;
    tour.look("an action item that was dropped")?;
    app.click("copy-review")?;
    app.wait_for_words("Copied the review")?;
    tour.look("the review, copied")?;
    app.click("tab-verify")?;
    app.wait_for_words("Resolved")?;
    tour.look("Verify after resolving")?;
    app.click("home")?;
    app.element(&format!("owed-{late}"))?;
    tour.look("the empty screen with reviews owed")?;
    app.click("start-practice")?;
    app.element("practice-banner")?;
    app.element("next-step")?;
    tour.look("practice")?;
    tour.end()
}

/// Gives the main window another size and waits until its page has it.
fn resize(desktop: &Desktop, app: &App, width: u32, height: u32) -> Outcome {
    let window = Screen::of(desktop)?.wait_for("the main window", is_main)?.to_string();
    desktop.command("xdotool").args(["windowsize", &window, &width.to_string(), &height.to_string()]).status()?;
    app.until_script("the size", &format!("return innerWidth === {width} && innerHeight === {height}")).map(|_| ())
}

/// A walk through the screens in one theme. What axe finds is told at the end, for all screens at once.
struct Tour<'a> {
    app: &'a App,
    theme: &'static str,
    found: Vec<String>,
}

impl<'a> Tour<'a> {
    /// Chooses the theme as a person does, which leaves Settings on the screen.
    fn start(app: &'a App, theme: &'static str) -> Outcome<Self> {
        app.click("settings-button")?;
        app.click(&format!("theme-{theme}"))?;
        let tour = Self { app, theme, found: Vec::new() };
        tour.wait_for_theme()?;
        Ok(tour)
    }

    fn wait_for_theme(&self) -> Outcome {
        let script = format!("return document.documentElement.dataset.theme === '{}'", self.theme);
        self.app.until_script("the theme", &script).map(|_| ())
    }

    fn look(&mut self, screen: &str) -> Outcome {
        self.wait_for_theme()?;
        // A colour on its way to another is none that anybody reads by.
        self.app
            .until_script("every colour to be there", "return !document.getAnimations().some((one) => one instanceof CSSTransition)")?;
        let found = axe::findings(self.app).map_err(|failure| failure.with(screen))?;
        self.found.extend(found.into_iter().map(|line| format!("{screen}, {}: {line}", self.theme)));
        Ok(())
    }

    fn end(self) -> Outcome {
        if self.found.is_empty() { Ok(()) } else { Err(Failure::new(self.found.join("\n"))) }
    }
}
